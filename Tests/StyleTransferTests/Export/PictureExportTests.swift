import Files
import Foundation
import Imaging
import StyleTransfer
import Testing

@Suite final class PictureExportTests {
    private let folder: String
    private let library: StyleLibrary
    private var photograph: String { folder + "/photograph.png" }
    private var output: String { folder + "/pastiche.png" }

    init() throws {
        folder = NSTemporaryDirectory() + "pastiche-export-" + UUID().uuidString
        try makeFolder(folder)
        library = try StyleLibrary.shipped()
        try TestPictures.waves().write(to: photograph, as: .png(bitDepth: 16), replacingExisting: true)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: folder)
    }

    private func export(_ recipe: Recipe) -> PictureExport {
        PictureExport(photograph: photograph, recipe: recipe, output: output)
    }

    private func names() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    }

    @Test func writesWhatThePainterPaints() throws {
        let recipe = try Recipe("kiss=1,udnie=2", strength: 0.7)
        try export(recipe).run(library: library)
        let content = try Picture.read(path: photograph)
        var expected = content
        try Painter(photograph: content, library: library).paint(recipe, into: &expected)
        #expect(try Picture.read(path: output).peakSignalToNoiseRatio(to: expected) > 50)
        #expect(try names() == ["pastiche.png", "photograph.png"])
    }

    @Test(arguments: [(18, 18, 14), (72, 72, 56)])
    func paintsAtTheSizeAskedFor(longSide: Int, width: Int, height: Int) throws {
        var task = try export(Recipe("kiss"))
        task.size = .longSide(longSide)
        try task.run(library: library)
        #expect(try Picture.size(ofFile: output) == PictureSize(width: width, height: height))
    }

    @Test(arguments: [(72, 54, 69), (90, 30, 39)])
    func fitsIntoASheet(longSide: Int, shortSide: Int, expected: Int) throws {
        let sheet = ExportSize.within(longSide: longSide, shortSide: shortSide)
        #expect(sheet.longSide(of: PictureSize(width: 36, height: 28)) == expected)
        #expect(sheet.longSide(of: PictureSize(width: 28, height: 36)) == expected)
        #expect(ExportSize.original.longSide(of: PictureSize(width: 36, height: 28)) == nil)
    }

    @Test func theFileSaysWhatItIsTold() throws {
        var task = try export(Recipe("kiss"))
        task.size = .longSide(72)
        try task.run(
            library: library,
            metadata: { photograph, pastiche in
                PictureMetadata(note: "\(photograph.width) becomes \(pastiche.width)")
            })
        #expect(try Picture.note(ofFile: output) == "36 becomes 72")
    }

    @Test func strengthZeroExportsThePhotograph() throws {
        try TestPictures.waves().write(to: photograph, as: .png(bitDepth: 8), replacingExisting: true)
        try export(Recipe("kiss", strength: 0)).run(library: library)
        #expect(try Picture.read(path: output) == Picture.read(path: photograph))
    }

    @Test func progressGrowsFromZeroToOne() throws {
        var shares: [Double] = []
        try export(Recipe("kiss")).run(library: library) { progress in
            shares.append(progress.share)
            return true
        }
        #expect(shares.first == 0)
        #expect(shares.last == 1)
        #expect(shares == shares.sorted())
        #expect(shares.count > 4)
    }

    @Test(arguments: [0, 0.05, 0.3, 0.89])
    func cancellingLeavesNothingBehind(share: Double) throws {
        #expect(throws: PaintingError.cancelled) {
            try export(Recipe("kiss")).run(library: library) { $0.share < share }
        }
        #expect(try names() == ["photograph.png"])
    }

    @Test func cancellingKeepsTheOldOutput() throws {
        try writeAtomically([1, 2, 3], to: output)
        var task = try export(Recipe("kiss"))
        task.replacing = true
        #expect(throws: PaintingError.cancelled) { try task.run(library: library) { $0.share < 0.5 } }
        #expect(try readFile(output) == [1, 2, 3])
        try task.run(library: library)
        #expect(try readFile(output) != [1, 2, 3])
    }

    @Test func faultsAreFoundBeforeTheWork() throws {
        var asked = false
        func run(_ task: PictureExport) throws {
            try task.run(library: library) { _ in
                asked = true
                return true
            }
        }
        #expect(throws: PaintingError.unknownStyle(id: "kis", nearest: "kiss")) { try run(export(Recipe("kis"))) }
        var misspelt = try export(Recipe("kiss"))
        misspelt.output = folder + "/pastiche.pgn"
        #expect(throws: PictureError.unknownEnding(path: misspelt.output)) { try run(misspelt) }
        var homeless = try export(Recipe("kiss"))
        homeless.output = folder + "/nowhere/pastiche.png"
        #expect(throws: FileError.cannotWrite(path: homeless.output, code: ENOENT)) { try run(homeless) }
        var greedy = try export(Recipe("kiss"))
        greedy.output = folder + "/./photograph.png"
        greedy.replacing = true
        #expect(throws: PaintingError.replacesPhotograph(path: greedy.output)) { try run(greedy) }
        try writeAtomically([1], to: output)
        #expect(throws: FileError.exists(path: output)) { try run(export(Recipe("kiss"))) }
        #expect(!asked)
    }

    @Test func aSizeBeyondTheLimitIsRefusedBeforeItIsAllocated() throws {
        for longSide in [20_000, Int.max] {
            var task = try export(Recipe("kiss"))
            task.size = .longSide(longSide)
            #expect(throws: PaintingError.self) { try task.run(library: library) }
        }
        #expect(try names() == ["photograph.png"])
    }

    @Test func aBrokenPhotographIsNamed() throws {
        try writeAtomically(Array("no picture".utf8), to: photograph)
        #expect(throws: PictureError.notAPicture(name: photograph)) {
            try export(Recipe("kiss")).run(library: library)
        }
        #expect(try names() == ["photograph.png"])
    }
}
