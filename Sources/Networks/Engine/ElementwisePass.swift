import Kernels

/// A pass over a feature map that a normalisation asks for where no convolution can apply it as it reads.
package final class ElementwisePass: Layer {
    private static let pixelsPerUnit = 512

    package let units: Int
    private let source: FeatureMap?
    private let branch: FeatureMap
    private let normaliser: InstanceNormaliser
    private let destination: FeatureMap

    /// `destination = relu(normalised(branch))`; may be done in place.
    package convenience init(
        activating branch: FeatureMap, by normaliser: InstanceNormaliser, to destination: FeatureMap
    ) {
        self.init(source: nil, branch: branch, normaliser: normaliser, destination: destination)
    }

    /// `destination = source + normalised(branch)`; may be done in place.
    package convenience init(
        adding branch: FeatureMap, by normaliser: InstanceNormaliser, to source: FeatureMap,
        giving destination: FeatureMap
    ) {
        self.init(source: source, branch: branch, normaliser: normaliser, destination: destination)
    }

    private init(source: FeatureMap?, branch: FeatureMap, normaliser: InstanceNormaliser, destination: FeatureMap) {
        for map in [source ?? branch, destination] {
            precondition(map.channels == branch.channels && map.height == branch.height && map.width == branch.width)
        }
        self.source = source
        self.branch = branch
        self.normaliser = normaliser
        self.destination = destination
        units = branch.blocks * ((branch.height * branch.width + Self.pixelsPerUnit - 1) / Self.pixelsPerUnit)
    }

    /// Moving a value costs about as much as some multiplications.
    package var unitCost: Int { 8 * Self.pixelsPerUnit * ChannelBlock.count }

    package func run(on engine: Engine, units: Range<Int>) {
        let activation = normaliser.activation
        let layer = ElementwiseLayer(
            destination: destination.values, source: source?.values, branch: branch.values, scale: activation.scale,
            shift: activation.shift, pixels: branch.height * branch.width, pixels_per_unit: Self.pixelsPerUnit)
        let kernels = engine.kernels
        engine.run(source == nil ? kernels.normalised_activation : kernels.residual_addition, layer, units: units)
    }
}
