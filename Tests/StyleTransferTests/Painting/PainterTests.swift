import Imaging
import Networks
import StyleTransfer
import Testing

@Suite struct PainterTests {
    private let library: StyleLibrary
    private let photograph = TestPictures.waves()

    init() throws {
        library = try StyleLibrary.shipped()
    }

    private func painted(_ recipe: Recipe, photograph: Picture? = nil) throws -> Picture {
        let photograph = photograph ?? self.photograph
        var picture = Picture(width: photograph.width, height: photograph.height)
        try Painter(photograph: photograph, library: library, threads: 1).paint(recipe, into: &picture)
        return picture
    }

    /// The row that paints a style with the usual strokes.
    private func row(_ style: String) throws -> Int {
        let rows = try library.requireStyle(style).rows
        return try #require(rows.first { $0.stroke == library.stroke }).row
    }

    /// What the reference makes of rows that the test mixes itself.
    private func reference(_ rows: [(row: Int, weight: Float)]) throws -> Picture {
        let tensor = Tensor(shape: [3, photograph.height, photograph.width], values: photograph.samples)
        let painted = ReferenceStyleNetwork(library.weights)
            .paint(tensor, conditioning: try library.weights.conditioning(rows: rows))
        return Picture(width: photograph.width, height: photograph.height, samples: painted.values)
    }

    @Test func paintsTheMixOfTheRows() throws {
        let picture = try painted(Recipe("starry-night=3,scream=1"))
        let expected = try reference([(row("starry-night"), 0.75), (row("scream"), 0.25)])
        #expect(picture.peakSignalToNoiseRatio(to: expected) > 70)
        // The test would be empty if the styles looked alike.
        #expect(try expected.meanAbsoluteError(to: reference([(row("starry-night"), 1)])) > 0.01)
    }

    @Test func beyondOneLeadsOnAwayFromTheOriginal() throws {
        let picture = try painted(Recipe("udnie", strength: 1.5))
        let original = try #require(library.original.first).row
        let expected = try reference([(original, -0.5), (row("udnie"), 1.5)])
        #expect(picture.peakSignalToNoiseRatio(to: expected) > 70)
    }

    /// Half way between two sizes, on the slider's scale, both their rows count half.
    @Test func strokesLieBetweenTheLearntSizes() throws {
        let rows = try library.requireStyle("kiss").rows.sorted { $0.stroke < $1.stroke }
        let (small, large) = (rows[0], rows[1])
        let between = (Float(small.stroke) * Float(large.stroke)).squareRoot()
        let picture = try painted(Recipe(parts: [.init(style: "kiss", weight: 1)], stroke: between))
        let expected = try reference([(small.row, 0.5), (large.row, 0.5)])
        #expect(picture.peakSignalToNoiseRatio(to: expected) > 70)
        #expect(try expected.meanAbsoluteError(to: reference([(small.row, 1)])) > 0.005)
        #expect(try expected.meanAbsoluteError(to: reference([(large.row, 1)])) > 0.005)
    }

    @Test func onlyTheRatiosOfWeightsCount() throws {
        let picture = try painted(Recipe("kiss=0.5,udnie=0.5"))
        #expect(picture == (try painted(Recipe("kiss=8,udnie=8"))))
        #expect(picture == (try painted(Recipe("kiss=8,scream=0,udnie=8"))))
    }

    @Test(arguments: ["starry-night", "kiss=1,udnie=2"])
    func strengthZeroIsThePhotographBitForBit(mix: String) throws {
        var photograph = photograph
        // Values that no arithmetic would give back: beyond the range, and a negative zero.
        photograph.samples[0] = 1.25
        photograph.samples[1] = -0.0
        let picture = try painted(Recipe(mix, strength: 0), photograph: photograph)
        #expect(picture.samples.map(\.bitPattern) == photograph.samples.map(\.bitPattern))
    }

    @Test(arguments: [Recipe(), Recipe(parts: [.init(style: "kiss", weight: 0)])])
    func withoutPaintThereIsThePhotograph(recipe: Recipe) throws {
        #expect(try painted(recipe) == photograph)
    }

    @Test(arguments: ["starry-night", "great-wave", "udnie=1,kiss=1,scream=1"])
    func strengthMovesInSmallSteps(mix: String) throws {
        let painter = try Painter(photograph: photograph, library: library, threads: 1)
        var frames: [Picture] = []
        for step in 0...15 {
            var picture = Picture(width: photograph.width, height: photograph.height)
            try painter.paint(Recipe(mix, strength: Float(step) / 10), into: &picture)
            frames.append(picture)
        }
        let whole = frames[0].meanAbsoluteError(to: frames[10])
        #expect(whole > 0.03)
        for (index, (before, after)) in zip(frames, frames.dropFirst()).enumerated() {
            let step = before.meanAbsoluteError(to: after)
            #expect(step > 0)
            // Beyond 1 strokes are exaggerated, and grow faster.
            #expect(step < whole / (index < 10 ? 4 : 3), "step \(index)")
        }
    }

    @Test(arguments: [Float(0), 0.8, 1])
    func nothingJumpsWhereTheCurvesEnd(strength: Float) throws {
        let painter = try Painter(photograph: photograph, library: library, threads: 1)
        var before = photograph
        var after = photograph
        try painter.paint(Recipe("great-wave", strength: max(0, strength - 1e-4)), into: &before)
        try painter.paint(Recipe("great-wave", strength: strength + 1e-4), into: &after)
        #expect(before.meanAbsoluteError(to: after) < 1e-3)
    }

    @Test func aLittleStrengthKeepsTheColours() throws {
        let photograph = Picture(width: 24, height: 24, red: 0.8, green: 0.3, blue: 0.2)
        let picture = try painted(Recipe("great-wave", strength: 0.05), photograph: photograph)
        #expect(picture.samples.allSatisfy { $0.isFinite })
        #expect(picture.meanAbsoluteError(to: photograph) < 0.1)
    }

    @Test(arguments: [(1, 1), (1, 9), (7, 2), (5, 5)])
    func paintsTheSmallestPictures(width: Int, height: Int) throws {
        let photograph = TestPictures.waves(width: width, height: height)
        for strength: Float in [0.5, 1, 1.5] {
            let picture = try painted(Recipe("kiss", strength: strength), photograph: photograph)
            #expect(picture.width == width && picture.height == height)
            #expect(picture.samples.allSatisfy { (0...1).contains($0) })
        }
    }

    @Test func opacityPassesThrough() throws {
        var photograph = photograph
        photograph.alpha = (0..<photograph.pixelCount).map { Float($0 % 5) / 4 }
        for strength: Float in [0, 0.4, 1] {
            #expect(try painted(Recipe("udnie", strength: strength), photograph: photograph).alpha == photograph.alpha)
        }
    }

    @Test func framesDoNotDependOnThoseBefore() throws {
        let painter = try Painter(photograph: photograph, library: library, threads: 1)
        var picture = Picture(width: 3, height: 3)
        for recipe in try [Recipe("kiss"), Recipe("udnie", strength: 0), Recipe("scream", strength: 0.3)] {
            try painter.paint(recipe, into: &picture)
            #expect(try painted(recipe) == picture)
        }
    }

    @Test func framesUseTheirStorageAgain() throws {
        let painter = try Painter(photograph: photograph, library: library, threads: 1)
        var picture = photograph
        func address() -> UInt { picture.samples.withUnsafeBufferPointer { UInt(bitPattern: $0.baseAddress) } }
        try painter.paint(Recipe("kiss"), into: &picture)
        let first = address()
        for strength: Float in [0, 0.5, 1, 0, 1.5] {
            try painter.paint(Recipe("kiss", strength: strength), into: &picture)
            #expect(address() == first)
        }
    }

    @Test func cancelsAndPaintsOn() throws {
        let painter = try Painter(photograph: photograph, library: library, threads: 1)
        var picture = photograph
        #expect(throws: PaintingError.cancelled) {
            try painter.paint(Recipe("kiss"), into: &picture, progress: { _ in false })
        }
        try painter.paint(Recipe("kiss"), into: &picture)
        #expect(try painted(Recipe("kiss")) == picture)
    }

    @Test func progressGrowsToOne() throws {
        let painter = try Painter(photograph: photograph, library: library, threads: 1)
        var picture = photograph
        var shares: [Double] = []
        try painter.paint(Recipe("kiss"), into: &picture) {
            shares.append($0); return true
        }
        #expect(shares == shares.sorted())
        #expect(shares.last == 1)
        #expect(shares.allSatisfy { (0...1).contains($0) })
    }

    @Test func refusesWhatItCannotPaint() throws {
        let painter = try Painter(photograph: photograph, library: library, threads: 1)
        var picture = photograph
        #expect(throws: PaintingError.unknownStyle(id: "stary-night", nearest: "starry-night")) {
            try painter.paint(Recipe("stary-night=0"), into: &picture)
        }
        #expect(throws: RecipeError.strength(2)) { try painter.paint(Recipe("kiss", strength: 2), into: &picture) }
    }

    @Test(arguments: [0, 0.4, 1, 1.5] as [Float])
    func paintingOnceGivesTheSame(strength: Float) throws {
        let recipe = try Recipe("kiss=1,udnie=2", strength: strength)
        var photograph = photograph
        photograph.alpha = (0..<photograph.pixelCount).map { Float($0 % 3) / 2 }
        let original = photograph
        let once = try Painter.paintOnce(photograph, recipe, library: library, threads: 2)
        #expect(try once.samples == painted(recipe, photograph: photograph).samples)
        #expect(once.alpha == original.alpha)
        #expect(photograph == original)
    }
}
