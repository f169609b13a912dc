/// A layer of the fast path: it knows where its input and output lie and what it needs.
///
/// Layers are planned once for a size; running one allocates nothing.
package protocol Layer: AnyObject {
    /// The number of parts that can be computed independently.
    var units: Int { get }
    /// The multiplications of a unit, roughly: the measure of progress.
    var unitCost: Int { get }

    /// Computes some of the units.
    func run(on engine: Engine, units: Range<Int>)
}

extension Layer {
    /// The multiplications of the layer.
    package var cost: Int { units * unitCost }

    /// Computes the whole layer.
    package func run(on engine: Engine) {
        run(on: engine, units: 0..<units)
    }
}
