import Networks

/// Layers in the order in which a picture passes them, each with the normalisation behind it.
struct StyleNetworkSteps {
    /// Where a normalisation's gamma and beta come from.
    enum Scaling {
        /// From the style: a conditioned norm by its number.
        case conditioned(Int)
        case fixed(gamma: [Float], beta: [Float])
    }

    struct Step {
        /// What measurements call it.
        let name: String
        let layer: any Layer
        let norm: (normaliser: InstanceNormaliser, scaling: Scaling)?

        /// Computes the scales and shifts that the next layer applies.
        ///
        /// - Parameter conditioning: nil for steps without a conditioned norm.
        func normalise(_ conditioning: Conditioning?) {
            guard let norm else { return }
            switch norm.scaling {
            case .fixed(let gamma, let beta):
                norm.normaliser.update(gamma: gamma, beta: beta, range: gamma.indices)
            case .conditioned(let index):
                guard let conditioning else { return }
                norm.normaliser.update(
                    gamma: conditioning.gamma, beta: conditioning.beta, range: conditioning.ranges[index])
            }
        }
    }

    /// The multiplications between two calls of `progress`, for each thread: a millisecond or two.
    private static let sliceCost = 64 << 20

    private(set) var steps: [Step] = []
    /// The multiplications of all layers.
    private(set) var cost = 0

    mutating func append(_ layer: any Layer, named name: String, norm: (InstanceNormaliser, Scaling)? = nil) {
        steps.append(Step(name: name, layer: layer, norm: norm.map { (normaliser: $0.0, scaling: $0.1) }))
        cost += layer.cost
    }

    mutating func removeFirst() -> Step {
        let first = steps.removeFirst()
        cost -= first.layer.cost
        return first
    }

    /// Runs all layers.
    ///
    /// - Parameters:
    ///   - progress: called every few milliseconds with the multiplications done, last with all of them.
    /// - Returns: false as soon as `progress` does.
    func run(_ conditioning: Conditioning?, on engine: Engine, progress: (Int) -> Bool) -> Bool {
        var done = 0
        for step in steps {
            let slice = max(1, Self.sliceCost / max(1, step.layer.unitCost)) * engine.threads
            var unit = 0
            while unit < step.layer.units {
                guard progress(done) else { return false }
                let end = min(unit + slice, step.layer.units)
                step.layer.run(on: engine, units: unit..<end)
                done += (end - unit) * step.layer.unitCost
                unit = end
            }
            step.normalise(conditioning)
        }
        return progress(cost)
    }
}
