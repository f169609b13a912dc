/// A layer of the fast path: it knows where its input and output lie and what it needs.
///
/// Layers are planned once for a size; running one allocates nothing.
package protocol Layer: AnyObject {
    /// The number of parts that can be computed independently.
    var units: Int { get }
    /// The multiplications of a unit, roughly: the measure of progress.
    var unitCost: Int { get }
    /// The multiplications and additions that the layer's method asks for, without those on channels that fill up a
    /// block; nil where the work is moving rather than computing.
    var operations: Int? { get }

    /// Computes some of the units.
    func run(on engine: Engine, units: Range<Int>)
}

extension Layer {
    /// The multiplications of the layer.
    package var cost: Int { units * unitCost }

    package var operations: Int? { nil }

    /// Computes the whole layer.
    package func run(on engine: Engine) {
        run(on: engine, units: 0..<units)
    }
}
