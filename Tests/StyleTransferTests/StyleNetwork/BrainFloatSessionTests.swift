import Foundation
import Imaging
import Networks
import Photographs
import StyleTransfer
import Testing

/// Live frames in bf16 against those in single precision.
@Suite(.enabled(if: Precision.brainFloat.isSupported(by: .best), "this processor does not multiply bf16"))
struct BrainFloatSessionTests {
    /// The condition under which live frames may be painted in bf16, with every style and with mixes.
    @Test(arguments: ["astronaut.png", "dahlia.jpg", "summer-palace.jpg"])
    func looksLikeSinglePrecision(name: String) throws {
        let library = try StyleLibrary.shipped()
        let photograph = try Picture.read(path: #require(Photographs.folder) + "/" + name).fitted(longSide: 384)
        let single = try Painter(photograph: photograph, library: library)
        let brainFloat = try Painter(photograph: photograph, library: library, precision: .brainFloat)
        let ids = library.styles.map(\.id)
        var recipes = try ids.map { try Recipe($0) }
        recipes.append(try Recipe(ids.prefix(2).joined(separator: ",")))
        recipes.append(try Recipe(ids.joined(separator: ",")))
        recipes.append(try Recipe(ids[0], strength: 1.5))
        var (expected, painted) = (photograph, photograph)
        for recipe in recipes {
            try single.paint(recipe, into: &expected)
            try brainFloat.paint(recipe, into: &painted)
            #expect(decibels(painted, expected) >= 40, "\(recipe)")
            #expect(painted != expected)
        }
    }

    @Test(arguments: ["upsampled", "without-blocks", "pixel-shuffle"])
    func everyKindOfNetworkIsPainted(network: String) throws {
        let weights = try StyleNetworkFixtures.network(of: network)
        let conditioning = try weights.conditioning(rows: [(row: 0, weight: 1)])
        for (width, height) in [(1, 1), (5, 3), (61, 47), (90, 33)] {
            let photograph = TestPictures.waves(width: width, height: height)
            var (expected, painted) = (photograph, photograph)
            try StyleNetworkSession(weights: weights, photograph: photograph).paint(conditioning, into: &expected)
            try StyleNetworkSession(weights: weights, photograph: photograph, precision: .brainFloat)
                .paint(conditioning, into: &painted)
            #expect(painted.samples.allSatisfy { 0...1 ~= $0 })
            // The statistics of one or two features say nothing: their norms make much of any difference.
            if width > 5 { #expect(decibels(painted, expected) >= 40, "\(width) \(height)") }
        }
    }

    @Test func paintsTheSameForAnyThreadsAgainAndAgain() throws {
        let weights = try StyleNetworkFixtures.shippedNetwork()
        let network = try PreparedStyleNetwork(weights)
        let photograph = TestPictures.waves(width: 203, height: 151)
        let first = try weights.conditioning(rows: [(row: 0, weight: 1)])
        let second = try weights.conditioning(rows: [(row: 3, weight: 0.5), (row: 7, weight: 0.5)])
        func painted(_ session: StyleNetworkSession, _ conditioning: Conditioning) throws -> Picture {
            var picture = Picture(width: 203, height: 151)
            try session.paint(conditioning, into: &picture)
            return picture
        }
        func session(threads: Int) throws -> StyleNetworkSession {
            try StyleNetworkSession(
                network: network, photograph: photograph, threads: threads, precision: .brainFloat)
        }
        let alone = try painted(session(threads: 1), first)
        for threads in 1...3 {
            let session = try session(threads: threads)
            #expect(session.precision == .brainFloat)
            #expect(try painted(session, first) == alone)
            #expect(try painted(session, second) != alone)
            #expect(try painted(session, first) == alone)
        }
    }
}

/// What holds on every machine.
@Suite struct SessionPrecisionTests {
    @Test func sessionsAreInSinglePrecisionUnlessAsked() throws {
        let weights = try StyleNetworkFixtures.network(of: "pixel-shuffle")
        let session = try StyleNetworkSession(weights: weights, photograph: TestPictures.waves())
        #expect(session.precision == .single)
    }

    @Test func aPrecisionThatTheKernelsLackIsRefused() throws {
        let weights = try StyleNetworkFixtures.network(of: "pixel-shuffle")
        #expect(throws: EngineError.unsupportedPrecision(.brainFloat, .portable)) {
            try StyleNetworkSession(
                weights: weights, photograph: TestPictures.waves(), instructionSet: .portable, precision: .brainFloat)
        }
    }
}

/// The peak signal-to-noise ratio of two pictures of one size.
private func decibels(_ left: Picture, _ right: Picture) -> Double {
    let squares = zip(left.samples, right.samples).reduce(0.0) { $0 + Double(($1.0 - $1.1) * ($1.0 - $1.1)) }
    return -10 * log10(squares / Double(left.samples.count))
}
