import Networks

/// The convolutions of a perceptual network of VGG-19's shape (Simonyan and Zisserman 2015), of any widths.
///
/// It reads RGB samples in 0...1. Convolutions are 3x3 with mirrored borders, a ReLU stands behind each, 2x2 maximum pooling
/// before the first of each stage but the first stage.
public struct PerceptualWeights: Sendable {
    public struct Convolution: Sendable {
        /// The ReLU behind it.
        public let layer: PerceptualLayer
        public let weights: ConvolutionWeights
    }

    /// In the order in which a picture passes them.
    public let convolutions: [Convolution]
    /// What distances at a layer are measured with, where it is not the features' own: with features f of a pixel,
    /// squared distances are those of H f, by the symmetric matrix Hᵀ H, `channels x channels`.
    package let metrics: [PerceptualLayer: PerceptualMetric]
    /// What errors call the weights.
    let file: String

    /// The network's layers from the first to the last.
    public var layers: [PerceptualLayer] { convolutions.map(\.layer) }

    /// - Parameters:
    ///   - tensors: the weight file's content, with names as `PerceptualFileLayout` has them.
    ///   - file: what errors call it.
    public init(tensors: SafetensorsFile, file: String) throws(PerceptualError) {
        let layout = try PerceptualFileLayout(tensors, file: file)
        var convolutions: [Convolution] = []
        var inputs = 3
        for (layer, name) in layout.convolutions {
            let weights = try Self.convolution(name, of: tensors, inputs: inputs, file: file)
            inputs = weights.outputs
            convolutions.append(Convolution(layer: layer, weights: weights))
        }
        if layout.readsNormalisedPictures, let first = convolutions.first {
            convolutions[0] = Convolution(layer: first.layer, weights: first.weights.readingPlainSamples)
        }
        var metrics: [PerceptualLayer: PerceptualMetric] = [:]
        for convolution in convolutions {
            let name = "\(convolution.layer).head"
            guard let head = tensors[name] else { continue }
            guard head.shape.count == 2, head.shape[0] > 0, head.shape[1] == convolution.weights.outputs else {
                throw PerceptualError(
                    file,
                    .wrongShape(
                        tensor: name, found: head.shape, needed: "[features, \(convolution.weights.outputs)]"))
            }
            try Self.checkFinite(head, name, file: file)
            metrics[convolution.layer] = PerceptualMetric(head: head)
        }
        self.convolutions = convolutions
        self.metrics = metrics
        self.file = file
    }

    /// Reads weights from a safetensors file.
    ///
    /// - Throws: `FileError`, `SafetensorsError` or `PerceptualError`.
    public static func read(path: String) throws -> PerceptualWeights {
        try PerceptualWeights(tensors: .read(path: path), file: path)
    }

    private static func convolution(
        _ name: String, of tensors: SafetensorsFile, inputs: Int, file: String
    ) throws(PerceptualError) -> ConvolutionWeights {
        func tensor(_ part: String, _ needed: String, _ fits: ([Int]) -> Bool) throws(PerceptualError) -> Tensor {
            let name = "\(name).\(part)"
            guard let tensor = tensors[name] else { throw PerceptualError(file, .missingTensor(name)) }
            guard fits(tensor.shape) else {
                throw PerceptualError(file, .wrongShape(tensor: name, found: tensor.shape, needed: needed))
            }
            try checkFinite(tensor, name, file: file)
            return tensor
        }
        let weight = try tensor("weight", "[channels, \(inputs), 3, 3]") {
            $0.count == 4 && $0[0] > 0 && Array($0[1...]) == [inputs, 3, 3]
        }
        let bias = try tensor("bias", "[\(weight.shape[0])]") { $0 == [weight.shape[0]] }
        return ConvolutionWeights(weight: weight, bias: bias.values)
    }

    private static func checkFinite(_ tensor: Tensor, _ name: String, file: String) throws(PerceptualError) {
        guard tensor.values.allSatisfy(\.isFinite) else { throw PerceptualError(file, .notFinite(tensor: name)) }
    }
}

extension ConvolutionWeights {
    /// A convolution of pictures whose colours had ImageNet's mean taken away and were divided by its deviation, as one of
    /// samples in 0...1. With mirrored borders, which hold colours, both are the same.
    fileprivate var readingPlainSamples: ConvolutionWeights {
        let (mean, deviation) = ([0.485, 0.456, 0.406], [0.229, 0.224, 0.225])
        var weight = weight
        var sums = bias.map(Double.init)
        for index in weight.values.indices {
            let (output, colour) = (index / (inputs * kernel * kernel), index / (kernel * kernel) % inputs)
            let value = Double(weight.values[index]) / deviation[colour]
            weight.values[index] = Float(value)
            sums[output] -= value * mean[colour]
        }
        return ConvolutionWeights(weight: weight, bias: sums.map { Float($0) })
    }
}
