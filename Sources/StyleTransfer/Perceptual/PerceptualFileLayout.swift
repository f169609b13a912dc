import Networks

/// Where a weight file keeps the convolutions of a perceptual network.
///
/// Two ways of naming are known:
/// - `conv1_1.weight`, `conv1_1.bias` and so on: stages from 1 without gaps, each with convolutions from 1 without gaps.
///   Layers may have a head, `relu1_1.head`, `[features, channels]`: the linear map from their features to those of the
///   network that they stand for.
/// - torchvision's VGG-19: `features.0.weight` and so on, from the first one as far as the file goes. Other tensors, as
///   those of the classifier, are passed over.
struct PerceptualFileLayout {
    /// The convolutions in order, with what their tensors' names begin with.
    let convolutions: [(layer: PerceptualLayer, name: String)]
    /// Whether the first convolution was learnt on pictures with ImageNet's mean and deviation taken out.
    let readsNormalisedPictures: Bool

    init(_ tensors: SafetensorsFile, file: String) throws(PerceptualError) {
        if tensors["conv1_1.weight"] != nil {
            convolutions = try Self.named(tensors, file: file)
            readsNormalisedPictures = false
        } else if tensors["features.0.weight"] != nil {
            convolutions = try Self.numbered(tensors, file: file)
            readsNormalisedPictures = true
        } else {
            throw PerceptualError(file, .noNetwork)
        }
    }

    private static func named(
        _ tensors: SafetensorsFile, file: String
    ) throws(PerceptualError) -> [(layer: PerceptualLayer, name: String)] {
        let layers = Set(
            tensors.names.compactMap { name in
                name.hasSuffix(".weight") ? PerceptualLayer(String(name.dropLast(7)), prefix: "conv") : nil
            }
        ).sorted()
        for layer in layers {
            // Whoever comes before it, up to the first, must be there.
            let before =
                layer.convolution > 1
                ? PerceptualLayer(stage: layer.stage, convolution: layer.convolution - 1)
                : layer.stage > 1 ? PerceptualLayer(stage: layer.stage - 1, convolution: 1) : layer
            guard layers.contains(before) else {
                throw PerceptualError(file, .missingTensor("\(before.convolutionName).weight"))
            }
        }
        return layers.map { ($0, $0.convolutionName) }
    }

    /// The convolutions of VGG-19's stages.
    private static let stages = [2, 2, 4, 4, 4]

    private static func numbered(
        _ tensors: SafetensorsFile, file: String
    ) throws(PerceptualError) -> [(layer: PerceptualLayer, name: String)] {
        // A ReLU takes a number behind each convolution, a pooling behind each stage.
        var layers: [Int: PerceptualLayer] = [:]
        var number = 0
        for (index, count) in stages.enumerated() {
            for convolution in 1...count {
                layers[number] = PerceptualLayer(stage: index + 1, convolution: convolution)
                number += 2
            }
            number += 1
        }
        var last = 0
        for name in tensors.names where name.hasPrefix("features.") && name.hasSuffix(".weight") {
            guard let number = Int(name.dropFirst(9).dropLast(7)), layers[number] != nil else {
                throw PerceptualError(file, .unexpectedTensor(name))
            }
            last = max(last, number)
        }
        return layers.filter { $0.key <= last }.sorted { $0.key < $1.key }.map { ($0.value, "features.\($0.key)") }
    }
}
