/// A place in the perceptual network: the ReLU behind one of its convolutions, named as in VGG-19, `relu3_1`.
public struct PerceptualLayer: Hashable, Comparable, Sendable {
    /// 1 for the picture's own size; each further one has half as many rows and columns.
    public let stage: Int
    /// The number of the convolution within the stage, from 1.
    public let convolution: Int

    /// - Precondition: both are positive.
    public init(stage: Int, convolution: Int) {
        precondition(stage > 0 && convolution > 0)
        self.stage = stage
        self.convolution = convolution
    }

    public static func < (left: PerceptualLayer, right: PerceptualLayer) -> Bool {
        (left.stage, left.convolution) < (right.stage, right.convolution)
    }

    /// Whether the maps of the stage before are pooled in front of this layer's convolution.
    var isPooled: Bool { stage > 1 && convolution == 1 }
    var convolutionName: String { "conv\(stage)_\(convolution)" }
}

extension PerceptualLayer: LosslessStringConvertible {
    public var description: String { "relu\(stage)_\(convolution)" }

    /// - Parameter description: `relu` and two positive numbers with an underscore between them.
    public init?(_ description: String) {
        self.init(description, prefix: "relu")
    }

    init?(_ name: String, prefix: String) {
        guard name.hasPrefix(prefix) else { return nil }
        let parts = name.dropFirst(prefix.count).split(separator: "_", omittingEmptySubsequences: false)
        guard parts.count == 2, let stage = Int(parts[0]), let convolution = Int(parts[1]) else { return nil }
        guard stage > 0, convolution > 0 else { return nil }
        self.init(stage: stage, convolution: convolution)
        // One spelling for each layer: no signs, no leading zeros.
        guard name == "\(prefix)\(stage)_\(convolution)" else { return nil }
    }
}
