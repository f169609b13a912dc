/// The shape of a style network: a perceptual network (Johnson et al. 2016) whose normalisations behind the
/// encoder are conditioned on the style (Dumoulin et al. 2017).
///
/// The encoder is the same for all styles, so that a photograph's content features can be kept. Every convolution
/// has a mirrored border of half its kernel; every convolution but the last is normalised. Widths, kernels, the
/// number of blocks and of rows come from the weights themselves; `StyleNetworkArchitecture(tensors:file:)` reads them.
public struct StyleNetworkArchitecture: Sendable, Equatable {
    /// How content features become a picture of four times their width and height.
    public enum Decoder: Sendable, Equatable {
        /// Nearest upsampling by two, a 3x3 convolution to `width` channels, then the output convolution to
        /// 12 channels, which a pixel shuffle turns into three of twice the width and height.
        case pixelShuffle(width: Int)
        /// Twice nearest upsampling by two with a 3x3 convolution, to `first` and then `second` channels,
        /// and the output convolution to three channels.
        case upsampled(first: Int, second: Int)
    }

    /// A convolution and its place in the network.
    public struct Convolution: Sendable, Equatable {
        /// The tensors are called `<name>.weight` and `<name>.bias`.
        public let name: String
        public let inputs: Int
        public let outputs: Int
        public let kernel: Int
        public let stride: Int
    }

    /// A normalisation whose gamma and beta depend on the style.
    public struct ConditionedNorm: Sendable, Equatable {
        /// The tensors are called `<name>.gamma` and `<name>.beta`, `[row, channel]` each.
        public let name: String
        /// Where its channels lie in the flat gamma and beta of a `Conditioning`.
        public let range: Range<Int>
    }

    /// The encoder halves width and height twice; pictures are painted at multiples of this.
    public static let reduction = 4
    /// By how much the pixel shuffle enlarges.
    public static let shuffleFactor = 2

    /// The channels behind each of the encoder's three convolutions, the last with those of the residual blocks.
    public let encoderWidths: [Int]
    /// The side of the first convolution's window.
    public let inputKernel: Int
    public let residualBlocks: Int
    public let decoder: Decoder
    /// The side of the last convolution's window.
    public let outputKernel: Int
    /// The number of rows of gamma and beta, one or more for each style.
    public internal(set) var rows: Int

    /// - Precondition: three encoder widths, all numbers positive (`residualBlocks` may be 0), kernels odd.
    public init(
        encoderWidths: [Int], inputKernel: Int = 9, residualBlocks: Int, decoder: Decoder, outputKernel: Int, rows: Int
    ) {
        precondition(encoderWidths.count == 3)
        self.encoderWidths = encoderWidths
        self.inputKernel = inputKernel
        self.residualBlocks = residualBlocks
        self.decoder = decoder
        self.outputKernel = outputKernel
        self.rows = rows
    }

    /// The least size at which the network paints a picture of this size: up to the next multiple of `reduction`.
    public static func paddedSize(width: Int, height: Int) -> (width: Int, height: Int) {
        func padded(_ extent: Int) -> Int { (extent + reduction - 1) / reduction * reduction }
        return (padded(width), padded(height))
    }
}

extension StyleNetworkArchitecture {
    /// Channels of the content features and of the residual blocks.
    public var featureWidth: Int { encoderWidths[2] }

    /// The encoder's convolutions, each followed by a normalisation (`encoder.norm1` to `encoder.norm3`) and a ReLU.
    public var encoder: [Convolution] {
        [
            Convolution(
                name: "encoder.conv1", inputs: 3, outputs: encoderWidths[0], kernel: inputKernel, stride: 1),
            Convolution(
                name: "encoder.conv2", inputs: encoderWidths[0], outputs: encoderWidths[1], kernel: 3, stride: 2),
            Convolution(
                name: "encoder.conv3", inputs: encoderWidths[1], outputs: encoderWidths[2], kernel: 3, stride: 2),
        ]
    }

    /// The residual blocks' convolutions, two for each block.
    public var residual: [Convolution] {
        (0..<residualBlocks).flatMap { block in
            (1...2).map { half in
                Convolution(
                    name: "residual.\(block).conv\(half)", inputs: featureWidth, outputs: featureWidth, kernel: 3,
                    stride: 1)
            }
        }
    }

    /// The decoder's convolutions behind nearest upsampling, each followed by a conditioned norm and a ReLU.
    public var upsampling: [Convolution] {
        switch decoder {
        case .pixelShuffle(let width):
            [Convolution(name: "decoder.upsample", inputs: featureWidth, outputs: width, kernel: 3, stride: 1)]
        case .upsampled(let first, let second):
            [
                Convolution(name: "decoder.upsample1", inputs: featureWidth, outputs: first, kernel: 3, stride: 1),
                Convolution(name: "decoder.upsample2", inputs: first, outputs: second, kernel: 3, stride: 1),
            ]
        }
    }

    /// The last convolution, before the pixel shuffle (if there is one) and the sigmoid.
    public var output: Convolution {
        switch decoder {
        case .pixelShuffle(let width):
            Convolution(
                name: "decoder.output", inputs: width, outputs: 3 * Self.shuffleFactor * Self.shuffleFactor,
                kernel: outputKernel, stride: 1)
        case .upsampled(_, let second):
            Convolution(name: "decoder.output", inputs: second, outputs: 3, kernel: outputKernel, stride: 1)
        }
    }

    /// The conditioned norms in the order in which a picture passes them:
    /// `residual.0.norm1`, `residual.0.norm2`, `residual.1.norm1` and so on, then the decoder's.
    public var conditionedNorms: [ConditionedNorm] {
        var norms: [ConditionedNorm] = []
        for convolution in residual + upsampling {
            let begin = norms.last?.range.upperBound ?? 0
            let name =
                convolution.name
                .replacing(".conv", with: ".norm").replacing(".upsample", with: ".norm")
            norms.append(ConditionedNorm(name: name, range: begin..<begin + convolution.outputs))
        }
        return norms
    }

    /// Every tensor of the network with its shape, in the order of the weight file.
    public var tensorShapes: [(name: String, shape: [Int])] {
        var shapes: [(String, [Int])] = []
        func add(_ convolution: Convolution) {
            shapes.append(
                (
                    convolution.name + ".weight",
                    [convolution.outputs, convolution.inputs, convolution.kernel, convolution.kernel]
                ))
            shapes.append((convolution.name + ".bias", [convolution.outputs]))
        }
        func add(norm name: String, _ shape: [Int]) {
            shapes.append((name + ".gamma", shape))
            shapes.append((name + ".beta", shape))
        }
        for (index, convolution) in encoder.enumerated() {
            add(convolution)
            add(norm: "encoder.norm\(index + 1)", [convolution.outputs])
        }
        for (convolution, norm) in zip(residual + upsampling, conditionedNorms) {
            add(convolution)
            add(norm: norm.name, [rows, norm.range.count])
        }
        add(output)
        return shapes
    }
}
