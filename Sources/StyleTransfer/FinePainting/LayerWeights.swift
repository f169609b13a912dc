import Files

/// How much each layer's Gram matrix counts, as a command line writes it: `relu1_1=1,relu2_1=0.5`.
public struct LayerWeights: Sendable, Equatable, CustomStringConvertible {
    /// In the order in which they were named.
    public let weights: [(layer: PerceptualLayer, weight: Double)]

    /// relu1_1, relu2_1, relu3_1 and relu4_1, each as much as the others.
    public static let standard = LayerWeights((1...4).map { (PerceptualLayer(stage: $0, convolution: 1), 1) })

    private init(_ weights: [(layer: PerceptualLayer, weight: Double)]) {
        self.weights = weights
    }

    /// Reads the written form; a layer without a number counts 1. Whether a network has the layers is its own to say.
    public init(parsing text: String) throws(FineError) {
        var weights: [(layer: PerceptualLayer, weight: Double)] = []
        for piece in text.split(separator: ",", omittingEmptySubsequences: false) {
            let sides = piece.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                .map { String($0.filter { !$0.isWhitespace }) }
            guard let name = sides.first, let layer = PerceptualLayer(name) else {
                throw .layerName(sides.first ?? "")
            }
            guard !weights.contains(where: { $0.layer == layer }) else { throw .repeatedLayer(layer) }
            let written = sides.count == 2 ? sides[1] : "1"
            guard let weight = Double(decimal: written) else { throw .layerWeight(layer, text: written) }
            weights.append((layer, weight))
        }
        self.weights = weights
    }

    /// The written form, which `init(parsing:)` reads back.
    public var description: String {
        weights.map { "\($0.layer)=\($0.weight)" }.joined(separator: ",")
    }

    public static func == (left: LayerWeights, right: LayerWeights) -> Bool {
        left.weights.elementsEqual(right.weights) { $0 == $1 }
    }

    /// The layers that count.
    var layers: Set<PerceptualLayer> { Set(weights.lazy.filter { $0.weight > 0 }.map(\.layer)) }
    var hasWeight: Bool { !layers.isEmpty }
}
