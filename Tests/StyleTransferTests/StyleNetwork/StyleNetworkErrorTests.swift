import Networks
import StyleTransfer
import Testing

@Suite struct StyleNetworkErrorTests {
    private static let architecture = StyleNetworkArchitecture(
        encoderWidths: [2, 3, 4], residualBlocks: 2, decoder: .pixelShuffle(width: 5), outputKernel: 3, rows: 6)

    /// A tensor that is removed (no shape), or replaced, and what the error says then.
    private static let table: [(tensor: String, shape: [Int]?, reason: String)] = [
        ("encoder.conv1.weight", nil, "it lacks encoder.conv1.weight"),
        ("encoder.norm2.beta", nil, "it lacks encoder.norm2.beta"),
        ("residual.0.conv1.weight", nil, "it lacks residual.0.conv1.weight"),
        ("residual.1.conv1.weight", nil, "it lacks residual.1.conv1.weight"),
        ("residual.1.conv2.bias", nil, "it lacks residual.1.conv2.bias"),
        ("residual.0.norm1.gamma", nil, "it lacks residual.0.norm1.gamma"),
        ("decoder.upsample.weight", nil, "it lacks decoder.upsample.weight"),
        ("decoder.output.bias", nil, "it lacks decoder.output.bias"),
        ("residual.2.norm1.gamma", [6, 4], "it lacks residual.2.conv1.weight"),
        ("residual.3.norm1.gamma", [6, 4], "nothing uses its tensor residual.3.norm1.gamma"),
        ("decoder.extra\u{1B}", [1], "nothing uses its tensor decoder.extra\\e"),
        (
            "encoder.conv1.weight", [2, 4, 9, 9],
            "encoder.conv1.weight is [2, 4, 9, 9], not [channels, 3, kernel, kernel]"
        ),
        (
            "encoder.conv1.weight", [2, 3, 8, 8],
            "encoder.conv1.weight is [2, 3, 8, 8], not [channels, 3, kernel, kernel]"
        ),
        (
            "encoder.conv1.weight", [2, 3, 9, 7],
            "encoder.conv1.weight is [2, 3, 9, 7], not [channels, 3, kernel, kernel]"
        ),
        ("encoder.conv1.weight", [2, 3], "encoder.conv1.weight is [2, 3], not [channels, 3, kernel, kernel]"),
        (
            "encoder.conv3.weight", [0, 3, 3, 3],
            "encoder.conv3.weight is [0, 3, 3, 3], not [channels, 3, kernel, kernel]"
        ),
        ("encoder.conv2.weight", [3, 2, 5, 5], "encoder.conv2.weight is [3, 2, 5, 5], not [3, 2, 3, 3]"),
        ("encoder.conv3.bias", [5], "encoder.conv3.bias is [5], not [4]"),
        ("residual.1.conv2.weight", [4, 5, 3, 3], "residual.1.conv2.weight is [4, 5, 3, 3], not [4, 4, 3, 3]"),
        ("decoder.output.weight", [3, 5, 3, 3], "decoder.output.weight is [3, 5, 3, 3], not [12, 5, kernel, kernel]"),
        ("residual.0.norm1.gamma", [0, 4], "residual.0.norm1.gamma is [0, 4], not [rows, channels]"),
        ("residual.0.norm1.beta", [5, 4], "residual.0.norm1.beta has 5 rows where others have 6"),
        ("decoder.norm.gamma", [7, 5], "decoder.norm.gamma has 7 rows where others have 6"),
        ("decoder.norm.gamma", [6, 4], "decoder.norm.gamma is [6, 4], not [6, 5]"),
        ("decoder.upsample1.weight", [5, 4, 3, 3], "it lacks decoder.upsample2.weight"),
    ]

    @Test(arguments: table)
    func aFileThatIsNoStyleNetworkIsExplained(tensor: String, shape: [Int]?, reason: String) {
        var tensors = StyleNetworkFixtures.tensors(of: Self.architecture)
        tensors[tensor] = shape.map { Tensor(shape: $0, repeating: 1) }
        let error = #expect(throws: StyleNetworkError.self) {
            try StyleNetworkWeights(tensors: tensors, file: "mine.safetensors")
        }
        #expect(
            error?.description
                == "mine.safetensors is no style network: \(reason); use weights made for Pastiche")
        #expect(error?.exitStatus == .dataError)
    }

    @Test(arguments: [Float.nan, .infinity, -.infinity])
    func valuesThatAreNoNumbersAreRefused(value: Float) {
        var tensors = StyleNetworkFixtures.tensors(of: Self.architecture)
        tensors["residual.1.conv1.bias"]?.values[3] = value
        let error = #expect(throws: StyleNetworkError.self) { try StyleNetworkWeights(tensors: tensors, file: "a") }
        #expect(error?.problem == .notFinite(tensor: "residual.1.conv1.bias"))
    }

    @Test(arguments: [-1, 6]) func aRowThatDoesNotExistIsNamed(row: Int) throws {
        let weights = try StyleNetworkWeights(
            tensors: StyleNetworkFixtures.tensors(of: Self.architecture), file: "a.safetensors")
        let error = #expect(throws: StyleNetworkError.self) { try weights.conditioning(rows: [(row: row, weight: 1)]) }
        #expect(
            error?.description
                == "a.safetensors has no style row \(row), only 0 to 5; catalogue and weights must match")
    }
}
