import Networks

/// What a style network has learnt: convolutions, the encoder's norms, and for every style row the gamma and beta
/// of the conditioned norms.
///
/// A value that shares its storage when it is copied.
public struct StyleNetworkWeights: Sendable {
    /// A convolution of the encoder and the normalisation behind it.
    public struct EncoderStage: Sendable {
        public let convolution: ConvolutionWeights
        public let stride: Int
        public let gamma: [Float]
        public let beta: [Float]
    }

    /// The two convolutions of a residual block.
    public struct ResidualBlock: Sendable {
        public let first: ConvolutionWeights
        public let second: ConvolutionWeights
    }

    public private(set) var architecture: StyleNetworkArchitecture
    /// The three stages of the encoder.
    public let encoder: [EncoderStage]
    public let residual: [ResidualBlock]
    /// The decoder's convolutions behind nearest upsampling: one with a pixel shuffle, otherwise two.
    public let upsampling: [ConvolutionWeights]
    /// The last convolution.
    public let output: ConvolutionWeights

    /// What errors call the weights.
    private let file: String
    /// `[row][parameter]`, the parameters in the order of a `Conditioning`.
    private var gamma: [Float]
    private var beta: [Float]
    private let ranges: [Range<Int>]

    /// - Parameters:
    ///   - tensors: the weight file's content.
    ///   - file: what errors call it.
    public init(tensors: SafetensorsFile, file: String) throws(StyleNetworkError) {
        let architecture = try StyleNetworkArchitecture(tensors: tensors, file: file)
        func tensor(_ name: String) throws(StyleNetworkError) -> Tensor {
            guard let tensor = tensors[name] else { throw StyleNetworkError(file, .missingTensor(name)) }
            return tensor
        }
        func convolution(
            _ part: StyleNetworkArchitecture.Convolution
        ) throws(StyleNetworkError) -> ConvolutionWeights {
            ConvolutionWeights(weight: try tensor(part.name + ".weight"), bias: try tensor(part.name + ".bias").values)
        }

        var encoder: [EncoderStage] = []
        for (index, part) in architecture.encoder.enumerated() {
            encoder.append(
                EncoderStage(
                    convolution: try convolution(part), stride: part.stride,
                    gamma: try tensor("encoder.norm\(index + 1).gamma").values,
                    beta: try tensor("encoder.norm\(index + 1).beta").values))
        }
        var residual: [ResidualBlock] = []
        for block in 0..<architecture.residualBlocks {
            residual.append(
                ResidualBlock(
                    first: try convolution(architecture.residual[2 * block]),
                    second: try convolution(architecture.residual[2 * block + 1])))
        }
        var upsampling: [ConvolutionWeights] = []
        for part in architecture.upsampling { upsampling.append(try convolution(part)) }

        let norms = architecture.conditionedNorms
        var gamma: [Float] = []
        var beta: [Float] = []
        for row in 0..<architecture.rows {
            for norm in norms {
                let columns = row * norm.range.count..<(row + 1) * norm.range.count
                gamma += try tensor(norm.name + ".gamma").values[columns]
                beta += try tensor(norm.name + ".beta").values[columns]
            }
        }

        self.architecture = architecture
        self.encoder = encoder
        self.residual = residual
        self.upsampling = upsampling
        output = try convolution(architecture.output)
        self.file = file
        self.gamma = gamma
        self.beta = beta
        ranges = norms.map(\.range)
    }

    /// Reads weights from a safetensors file.
    ///
    /// - Throws: `FileError`, `SafetensorsError` or `StyleNetworkError`.
    public static func read(path: String) throws -> StyleNetworkWeights {
        try StyleNetworkWeights(tensors: .read(path: path), file: path)
    }
}

extension StyleNetworkWeights {
    /// Gamma and beta of a mix: the weighted sum of rows.
    ///
    /// - Parameter rows: weights are used as they are. Those of a mix sum to 1; negative ones lead beyond it, away
    ///   from their row.
    /// - Throws: if a row does not exist.
    /// - Complexity: the number of rows of the mix times the number of conditioned channels.
    public func conditioning(rows: [(row: Int, weight: Float)]) throws(StyleNetworkError) -> Conditioning {
        var conditioning = Conditioning(ranges: ranges)
        try mix(rows: rows, into: &conditioning)
        return conditioning
    }

    /// Like `conditioning(rows:)`, but into a conditioning that is there already; allocates nothing if that belongs
    /// to a network of this architecture and shares its storage with no other.
    public func mix(rows: [(row: Int, weight: Float)], into conditioning: inout Conditioning) throws(StyleNetworkError)
    {
        for (row, _) in rows where !(0..<architecture.rows).contains(row) {
            throw StyleNetworkError(file, .noSuchRow(row, rows: architecture.rows))
        }
        if conditioning.ranges != ranges { conditioning = Conditioning(ranges: ranges) }
        Self.sum(gamma, rows, into: &conditioning.gamma)
        Self.sum(beta, rows, into: &conditioning.beta)
    }

    private static func sum(_ table: [Float], _ rows: [(row: Int, weight: Float)], into sums: inout [Float]) {
        let count = sums.count
        for index in 0..<count { sums[index] = 0 }
        for (row, weight) in rows {
            for index in 0..<count { sums[index] += weight * table[row * count + index] }
        }
    }
}

extension StyleNetworkWeights {
    /// The values of gamma, and of beta, that a row has: those of all conditioned norms.
    var conditionedChannels: Int { ranges.last?.upperBound ?? 0 }

    /// Puts a row behind the others, which stay as they are.
    ///
    /// - Precondition: `conditionedChannels` values of both.
    /// - Returns: its number.
    mutating func append(gamma: [Float], beta: [Float]) -> Int {
        precondition(gamma.count == conditionedChannels && beta.count == conditionedChannels)
        self.gamma += gamma
        self.beta += beta
        architecture.rows += 1
        return architecture.rows - 1
    }
}
