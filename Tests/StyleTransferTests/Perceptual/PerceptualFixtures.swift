import Networks
import StyleTransfer

/// Small perceptual networks of random weights.
struct PerceptualFixtures {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    /// SplitMix64, as a number in -1...1.
    mutating func number() -> Float {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        mixed ^= mixed >> 31
        return Float(mixed >> 40) / Float(1 << 23) - 1
    }

    mutating func tensor(_ shape: [Int], scale: Float = 1) -> Tensor {
        Tensor(shape: shape, values: (0..<shape.reduce(1, *)).map { _ in scale * number() })
    }

    /// Samples of a picture, 0...1.
    mutating func samples(width: Int, height: Int) -> [Float] {
        (0..<3 * width * height).map { _ in (number() + 1) / 2 }
    }

    /// A weight file.
    ///
    /// - Parameters:
    ///   - widths: the channels of each convolution of each stage.
    ///   - names: what the tensors' names begin with; nil for `conv1_1` and so on.
    mutating func file(widths: [[Int]], names: [String]? = nil) -> SafetensorsFile {
        var file = SafetensorsFile()
        var inputs = 3
        var index = 0
        for (stage, widths) in widths.enumerated() {
            for (convolution, outputs) in widths.enumerated() {
                let name = names?[index] ?? "conv\(stage + 1)_\(convolution + 1)"
                file["\(name).weight"] = tensor([outputs, inputs, 3, 3], scale: 2.4 / Float(inputs * 9).squareRoot())
                file["\(name).bias"] = tensor([outputs], scale: 0.2)
                inputs = outputs
                index += 1
            }
        }
        return file
    }

    mutating func weights(widths: [[Int]]) throws -> PerceptualWeights {
        try PerceptualWeights(tensors: file(widths: widths), file: "small.safetensors")
    }
}

func layer(_ stage: Int, _ convolution: Int) -> PerceptualLayer {
    PerceptualLayer(stage: stage, convolution: convolution)
}
