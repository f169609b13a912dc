import Networks
import Testing

@Suite struct LightnessTransferTests {
    /// Planes of colours; the numbers of a photograph's, not the extremes alone.
    private static func planes(_ count: Int, in range: ClosedRange<Float>, seed: UInt64) -> [Float] {
        var generator = SeededGenerator(seed: seed)
        return (0..<3 * count).map { _ in Float.random(in: range, using: &generator) }
    }

    private static func colour(_ planes: [Float], _ pixel: Int) -> SIMD3<Double> {
        let count = planes.count / 3
        return SIMD3(Double(planes[pixel]), Double(planes[count + pixel]), Double(planes[2 * count + pixel]))
    }

    private static func transferred(
        _ painting: [Float], _ photograph: [Float], amount: Float, threads: Int = 1, set: InstructionSet = .best
    ) throws -> [Float] {
        var result = painting
        let engine = try Engine(instructionSet: set, threads: threads)
        LightnessTransfer(amount: amount).apply(to: &result, from: photograph, on: engine)
        return result
    }

    /// Colours of some chroma, of which one in some cannot be shown at another's lightness.
    @Test(arguments: InstructionSet.allCases.filter(\.isSupported), [Float(0.3), 1])
    func isTheReferences(set: InstructionSet, amount: Float) throws {
        let count = 3011
        let painting = Self.planes(count, in: 0.15...0.95, seed: 1)
        let photograph = Self.planes(count, in: 0.2...0.8, seed: 2)
        let result = try Self.transferred(painting, photograph, amount: amount, set: set)
        var cut = 0
        for pixel in 0..<count {
            let painted = ReferenceOklab.lab(Self.colour(painting, pixel))
            let original = ReferenceOklab.lab(Self.colour(photograph, pixel))
            var wanted = painted + Double(amount) * (original - painted)
            wanted.x = painted.x
            let light = ReferenceOklab.light(wanted)
            if light.min() < 0 || light.max() > 1 { cut += 1 }
            let difference = ReferenceOklab.shown(wanted) - Self.colour(result, pixel)
            #expect(max(difference.max(), -difference.min()) < 5e-4)
        }
        #expect(cut > 0)
    }

    @Test func lightnessStaysAndHueIsThePhotographs() throws {
        let count = 999
        let painting = Self.planes(count, in: 0...1, seed: 3)
        let photograph = Self.planes(count, in: 0.1...0.9, seed: 4)
        let result = try Self.transferred(painting, photograph, amount: 1)
        for pixel in 0..<count {
            let before = ReferenceOklab.lab(Self.colour(painting, pixel))
            let original = ReferenceOklab.lab(Self.colour(photograph, pixel))
            let after = ReferenceOklab.lab(Self.colour(result, pixel))
            #expect(abs(after.x - before.x) < 2e-3)
            // The cross product of both colours' directions: of one hue it is 0. And no chroma is added.
            #expect(abs(after.y * original.z - after.z * original.y) < 3e-4)
            #expect(after.y * original.y + after.z * original.z > -1e-4)
            #expect(after.y * after.y + after.z * after.z < original.y * original.y + original.z * original.z + 1e-4)
        }
    }

    @Test func aPaintingLikeThePhotographIsLeftAlone() throws {
        let planes = Self.planes(500, in: 0...1, seed: 5)
        for amount: Float in [0, 0.5, 1] {
            let result = try Self.transferred(planes, planes, amount: amount)
            #expect(zip(result, planes).allSatisfy { abs($0 - $1) < 3e-4 })
        }
    }

    @Test func blackWhiteAndWhatLiesBeyondAreSafe() throws {
        let extremes: [Float] = [0, 1, 0, 1, 1, 0, 0, 1, 0.5, -0.5, 2]
        let painting = extremes + extremes + extremes
        let photograph = extremes.reversed() + extremes + extremes.map { 1 - $0 }
        let result = try Self.transferred(painting, photograph, amount: 1)
        #expect(result.allSatisfy { (0...1).contains($0) })
        // Black and white stay what they are, whatever the photograph's colour.
        for channel in 0..<3 {
            #expect(result[channel * 11] < 0.01)
            #expect(result[channel * 11 + 1] > 0.99)
        }
    }

    @Test func threadsMakeNoDifference() throws {
        let painting = Self.planes(9001, in: 0...1, seed: 6)
        let photograph = Self.planes(9001, in: 0...1, seed: 7)
        let one = try Self.transferred(painting, photograph, amount: 0.7)
        #expect(try Self.transferred(painting, photograph, amount: 0.7, threads: 3) == one)
        #expect(one != painting)
    }
}
