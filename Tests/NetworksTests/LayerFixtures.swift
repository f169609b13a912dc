import Foundation
import Networks
import Testing

/// Layers as PyTorch computes them: `<name>.input`, the layer's parameters, `<name>.output`.
struct LayerFixtures {
    private let file: SafetensorsFile

    init() throws {
        let folder = try #require(Bundle.module.path(forResource: "Fixtures", ofType: nil))
        file = try SafetensorsFile.read(path: folder + "/layers.safetensors")
    }

    func tensor(_ name: String) throws -> Tensor {
        try #require(file[name], "the fixtures lack \(name)")
    }

    /// The parameters of a recorded convolution.
    func convolution(_ name: String) throws -> ConvolutionWeights {
        ConvolutionWeights(weight: try tensor(name + ".weight"), bias: try tensor(name + ".bias").values)
    }
}

/// Checks that two tensors have one shape and no value differs by more than a tolerance.
func expectClose(
    _ result: Tensor, _ expected: Tensor, tolerance: Float, sourceLocation: SourceLocation = #_sourceLocation
) {
    #expect(result.shape == expected.shape, sourceLocation: sourceLocation)
    guard result.shape == expected.shape else { return }
    // A comparison that a not-a-number fails, other than a maximum, which may skip it.
    let near = zip(result.values, expected.values).allSatisfy { abs($0 - $1) <= tolerance }
    let largest = zip(result.values, expected.values).map { abs($0 - $1) }.max() ?? .infinity
    #expect(near, "the largest difference is \(largest)", sourceLocation: sourceLocation)
}
