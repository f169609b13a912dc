import Files
import Foundation
import Imaging
import Networks
import StyleTransfer
import Testing

@Suite struct BakedNetworkTests {
    private let library: StyleLibrary
    private let photograph = TestPictures.waves()

    init() throws {
        library = try StyleLibrary.shipped()
    }

    private func temporaryPath() -> String {
        FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).safetensors").path
    }

    private static func recipe(
        _ mix: String, strength: Float = 1, stroke: Float? = nil, kept: KeptColours = .none
    ) throws -> Recipe {
        Recipe(parts: try Mix(parsing: mix).parts, strength: strength, stroke: stroke, keptColours: kept)
    }

    private static let recipes: [(String, Float, Float?, KeptColours)] = [
        ("starry-night", 1, nil, .none), ("kiss=1,udnie=2,scream=0", 1, 200, .none), ("great-wave", 0.4, nil, .none),
        ("scream=1,kiss=1", 1.5, 640, .none), ("udnie", 1, nil, KeptColours(amount: 0.7)),
        ("kiss", 0.9, nil, KeptColours(amount: 1, by: .overall)),
    ]

    @Test(arguments: recipes) func paintsWhatTheLibraryPaints(
        mix: String, strength: Float, stroke: Float?, kept: KeptColours
    ) throws {
        let recipe = try Self.recipe(mix, strength: strength, stroke: stroke, kept: kept)
        let path = temporaryPath()
        defer { try? FileManager.default.removeItem(atPath: path) }
        try BakedNetwork(recipe, library: library).write(to: path, replacingExisting: false)
        let network = try BakedNetwork.read(path: path)
        #expect(network.recipe == recipe)
        let expected = try PictureExport.paint(photograph, recipe, library: library, threads: 1)
        let picture = try network.paint(photograph, threads: 1)
        #expect(picture.maximumAbsoluteError(to: expected) <= 1e-5)
        #expect(picture.meanAbsoluteError(to: photograph) > 0.01)
        let larger = try network.paint(photograph, longSide: 50, threads: 1)
        #expect(larger.width == 50)
    }

    @Test func anyPreparedNetworkReadsIt() throws {
        let path = temporaryPath()
        defer { try? FileManager.default.removeItem(atPath: path) }
        let recipe = try Self.recipe("kiss=1,udnie=1")
        try BakedNetwork(recipe, library: library).write(to: path, replacingExisting: false)
        let weights = try StyleNetworkWeights.read(path: path)
        #expect(weights.architecture.rows == 1)
        let conditioning = try weights.conditioning(rows: [(row: 0, weight: 1)])
        var picture = photograph
        try PreparedStyleNetwork(weights).repaint(&picture, as: conditioning, threads: 1)
        let expected = try PictureExport.paint(photograph, recipe, library: library, threads: 1)
        #expect(picture.maximumAbsoluteError(to: expected) <= 1e-5)
    }

    @Test func otherColoursMayBeKept() throws {
        let network = try BakedNetwork(Self.recipe("scream"), library: library)
        let kept = KeptColours(amount: 0.5, by: .overall)
        let expected = try PictureExport.paint(
            photograph, Self.recipe("scream", kept: kept), library: library, threads: 1)
        #expect(try network.keeping(kept).paint(photograph, threads: 1).maximumAbsoluteError(to: expected) <= 1e-5)
    }

    @Test func thePhotographItselfIsNothingToBake() throws {
        for recipe in try [Recipe(), Self.recipe("kiss=0"), Self.recipe("kiss", strength: 0)] {
            #expect(throws: BakedNetworkError.nothingToBake) { try BakedNetwork(recipe, library: library) }
        }
        #expect(throws: PaintingError.unknownStyle(id: "kis", nearest: "kiss")) {
            try BakedNetwork(Self.recipe("kis"), library: library)
        }
    }

    @Test func foreignAndBrokenFilesAreToldInOneLine() throws {
        let path = temporaryPath()
        defer { try? FileManager.default.removeItem(atPath: path) }
        try BakedNetwork(Self.recipe("kiss"), library: library).write(to: path, replacingExisting: false)
        let good = try SafetensorsFile.read(path: path)

        func expect(_ error: BakedNetworkError, _ change: (inout SafetensorsFile) -> Void) throws {
            var file = good
            change(&file)
            try file.write(to: path)
            #expect(throws: error) { try BakedNetwork.read(path: path) }
            #expect(!error.description.contains("\n") && error.exitStatus == .dataError)
        }
        try expect(.foreign(path: path)) { $0.metadata = [:] }
        try expect(.unknownVersion(path: path, version: "7")) { $0.metadata["version"] = "7" }
        for (key, value) in [
            ("mix", "kiss=x"), ("strength", "much"), ("strength", "9"), ("stroke", "fine"), ("keep-colours", "0.5"),
        ] {
            try expect(.brokenRecipe(path: path)) { $0.metadata[key] = value }
        }
        try expect(.severalRows(path: path, count: 2)) { file in
            for name in file.names {
                guard let tensor = file[name], tensor.shape.count == 2 else { continue }
                file[name] = Tensor(shape: [2, tensor.shape[1]], values: tensor.values + tensor.values)
            }
        }
        var lacking = good
        lacking["decoder.output.bias"] = nil
        try lacking.write(to: path)
        #expect(throws: StyleNetworkError.self) { try BakedNetwork.read(path: path) }
        try Data("no tensors".utf8).write(to: URL(fileURLWithPath: path))
        #expect(throws: SafetensorsError.self) { try BakedNetwork.read(path: path) }
        #expect(throws: FileError.self) { try BakedNetwork.read(path: path + ".missing") }
    }

    @Test func nothingIsReplacedUnasked() throws {
        let path = temporaryPath()
        defer { try? FileManager.default.removeItem(atPath: path) }
        let network = try BakedNetwork(Self.recipe("kiss"), library: library)
        try network.write(to: path, replacingExisting: false)
        #expect(throws: FileError.self) { try network.write(to: path, replacingExisting: false) }
        try network.write(to: path, replacingExisting: true)
    }
}
