import Kernels

extension WinogradConvolution {
    /// What the layer does with each of its units, in this order.
    package enum Step: CaseIterable {
        case inputTransform
        case products
        case outputTransform
    }

    /// Runs one step of the whole layer alone, to time it. What it leaves in memory is of no use.
    package func run(_ step: Step, on engine: Engine) {
        let measurement = kernels.measurement
        let kernel =
            switch step {
            case .inputTransform: measurement.winograd_inputs
            case .products: measurement.winograd_products
            case .outputTransform: measurement.winograd_outputs
            }
        guard let kernel else { return }
        run(kernel, on: engine, units: 0..<units)
    }
}

extension UpsamplingConvolution {
    /// Runs the multiplications of the whole layer alone, to time them. What they leave in memory is of no use.
    package func runProducts(on engine: Engine) {
        guard let kernel = kernels.measurement.upsampling_products else { return }
        run(kernel, on: engine, units: 0..<units)
    }
}
