import Imaging
import Networks
import StyleTransfer
import Testing

@Suite struct FinePainterTests {
    private let photograph = TestPictures.waves(width: 44, height: 36)
    private let perceptual: PerceptualWeights
    private let library: StyleLibrary
    private var settings = FineSettings()

    init() throws {
        var fixtures = PerceptualFixtures(seed: 7)
        perceptual = try fixtures.weights(widths: [[6], [8], [8], [8]])
        library = try .shipped()
        settings.iterations = 12
        settings.stroke = 32
    }

    private var noisy: FineStyle {
        FineStyle(picture: Picture(width: 40, height: 50, samples: seededNumbers(6000, seed: 3).map { ($0 + 1) / 2 }))
    }

    private func painter(
        _ settings: FineSettings, photograph: Picture? = nil, styles: [FineStyle]? = nil
    ) throws -> FinePainter {
        try FinePainter(
            photograph: photograph ?? self.photograph, styles: styles ?? [noisy], settings: settings,
            perceptual: perceptual, library: library, threads: 1)
    }

    @Test(arguments: FineSettings.Start.allCases, FineSettings.Method.allCases)
    func lossesFall(start: FineSettings.Start, method: FineSettings.Method) throws {
        var settings = settings
        settings.start = start
        settings.method = method
        var style = noisy
        style.knownAs = "starry-night"
        var totals: [Double] = []
        var shares: [Double] = []
        let painting = try painter(settings, styles: [style]).paint { progress, _ in
            if let losses = progress.losses { totals.append(losses.total) }
            shares.append(progress.task.share)
            #expect(progress.iterations == 12)
            return true
        }
        #expect(painting.isComplete)
        #expect(painting.iterations == 12)
        #expect(totals.count == 12)
        #expect(try #require(totals.last) < 0.9 * #require(totals.first))
        #expect(painting.losses?.total == totals.min())
        #expect(shares == shares.sorted() && shares.last == 1)
        #expect(painting.picture.size == photograph.size)
        #expect(painting.picture.samples.allSatisfy { $0 >= 0 && $0 <= 1 })
    }

    @Test func thePasticheIsTakenWhereAllStylesAreKnown() throws {
        var known = noisy
        known.knownAs = "kiss"
        #expect(try painter(settings, styles: [known]).start == .pastiche)
        #expect(try painter(settings, styles: [known, noisy]).start == .photograph)
        #expect(try painter(settings).start == .photograph)
        var settings = settings
        settings.start = .pastiche
        #expect(try painter(settings, styles: [known, noisy]).start == .pastiche)
        #expect(throws: FineError.noPastiche) { try painter(settings) }
        known.knownAs = "kis"
        #expect(throws: PaintingError.unknownStyle(id: "kis", nearest: "kiss")) {
            try painter(settings, styles: [known])
        }
    }

    @Test func theSamePictureEveryTime() throws {
        var settings = settings
        settings.start = .noise
        let first = try painter(settings).paint().picture
        #expect(try painter(settings).paint().picture == first)
        settings.seed = 2
        #expect(try painter(settings).paint().picture != first)
    }

    @Test func opacityIsKept() throws {
        var photograph = photograph
        photograph.alpha = (0..<photograph.pixelCount).map { Float($0 % 7) / 6 }
        let painting = try painter(settings, photograph: photograph).paint()
        #expect(painting.picture.alpha == photograph.alpha)
    }

    @Test func coarseSizesComeFirst() throws {
        var sizes: [PictureSize] = []
        let photograph = photograph.resized(width: 240, height: 200)
        var settings = settings
        settings.stroke = 64
        let painting = try painter(settings, photograph: photograph).paint { progress, picture in
            if sizes.last != progress.size { sizes.append(progress.size) }
            if progress.iteration == 1 { #expect(picture().size == photograph.size) }
            return true
        }
        #expect(sizes == [PictureSize(width: 120, height: 100), photograph.size])
        #expect(painting.picture.size == photograph.size)
    }

    @Test func cancellingKeepsThePaintingAsItStands() throws {
        var shown: Picture?
        let painting = try painter(settings).paint { progress, picture in
            shown = picture()
            return progress.iteration < 3
        }
        #expect(!painting.isComplete)
        #expect(painting.iterations == 3)
        #expect(painting.picture == shown)
        #expect(painting.picture != photograph)
    }

    @Test func cancellingBeforeAnythingIsPaintedIsAnError() throws {
        #expect(throws: PaintingError.cancelled) { try painter(settings).paint { _, _ in false } }
        var fromPastiche = settings
        fromPastiche.start = .pastiche
        var style = noisy
        style.knownAs = "kiss"
        #expect(throws: PaintingError.cancelled) { try painter(fromPastiche, styles: [style]).paint { _, _ in false } }
    }

    @Test func whatCannotBePaintedIsSaid() throws {
        #expect(throws: FineError.noStyle) { try painter(settings, styles: []) }
        var style = noisy
        style.weight = 0
        #expect(throws: FineError.noWeight) { try painter(settings, styles: [style]) }
        #expect(throws: FineError.photographTooSmall(width: 7, height: 30, least: 16)) {
            try painter(settings, photograph: TestPictures.waves(width: 7, height: 30))
        }
        var nothing = settings
        nothing.contentWeight = 0
        nothing.styleWeight = 0
        #expect(throws: FineError.nothingCounts) { try painter(nothing) }
        var undefined = nothing
        undefined.styleWeight = .nan
        #expect(throws: FineError.self) { try painter(undefined) }
    }

    @Test func memoryIsCheckedBeforehand() throws {
        let painter = try painter(settings)
        #expect(painter.memory > 44 * 36 * 3 * 4 * 20)
        #expect(throws: EngineError.outOfMemory(bytes: painter.memory)) { try painter.checkMemory(physical: 1000) }
    }
}
