import Foundation
import Networks
import StyleTransfer
import Styles
import Testing

/// Networks and what PyTorch paints with them.
enum StyleNetworkFixtures {
    /// A photograph and its pastiches.
    struct Pictures {
        let photograph: Tensor
        /// The encoder's output, if it was recorded.
        let content: Tensor?
        let pastiches: [(mix: [(row: Int, weight: Float)], result: Tensor)]
    }

    static func path(_ name: String) throws -> String {
        try #require(Bundle.module.path(forResource: "Fixtures", ofType: nil)) + "/\(name).safetensors"
    }

    /// The network that ships with Pastiche.
    static func shippedNetwork() throws -> StyleNetworkWeights {
        try StyleNetworkWeights.read(path: #require(Styles.folder) + "/network.safetensors")
    }

    /// The network with which a file of pictures was painted: `shipped` or the small network of that name.
    static func network(of name: String) throws -> StyleNetworkWeights {
        name == "shipped" ? try shippedNetwork() : try StyleNetworkWeights.read(path: path(name + "-network"))
    }

    static func pictures(_ name: String) throws -> Pictures {
        let file = try SafetensorsFile.read(path: path(name))
        var pastiches: [(mix: [(row: Int, weight: Float)], result: Tensor)] = []
        while let weights = file["mix.\(pastiches.count)"], let result = file["pastiche.\(pastiches.count)"] {
            let mix = weights.values.enumerated().filter { $0.element != 0 }.map {
                (row: $0.offset, weight: $0.element)
            }
            pastiches.append((mix, result))
        }
        try #require(!pastiches.isEmpty)
        return Pictures(
            photograph: try #require(file["photograph"]), content: file["content"], pastiches: pastiches)
    }

    /// A weight file of this architecture; every number says in which tensor it stands.
    static func tensors(of architecture: StyleNetworkArchitecture) -> SafetensorsFile {
        var file = SafetensorsFile()
        for (index, (name, shape)) in architecture.tensorShapes.enumerated() {
            file[name] = Tensor(shape: shape, repeating: Float(index) / 64)
        }
        return file
    }
}

/// How far a picture may be from PyTorch's.
func expectSamePicture(
    _ picture: Tensor, _ expected: Tensor, largest: Float = 1e-3, mean: Float = 1e-5,
    sourceLocation: SourceLocation = #_sourceLocation
) {
    #expect(picture.shape == expected.shape, sourceLocation: sourceLocation)
    guard picture.shape == expected.shape, !expected.values.isEmpty else { return }
    let differences = zip(picture.values, expected.values).map { abs($0 - $1) }
    #expect(differences.allSatisfy { $0.isFinite }, sourceLocation: sourceLocation)
    #expect(differences.max() ?? .infinity <= largest, sourceLocation: sourceLocation)
    #expect(differences.reduce(0, +) / Float(differences.count) <= mean, sourceLocation: sourceLocation)
}
