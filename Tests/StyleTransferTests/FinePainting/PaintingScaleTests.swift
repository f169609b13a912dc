import Foundation
import Imaging
import StyleTransfer
import Testing

@Suite struct PaintingScaleTests {
    @Test func sizesDoubleUpToThePaintings() {
        let scales = PaintingScale.scales(to: PictureSize(width: 801, height: 600), stroke: 320, iterations: 350)
        #expect(scales.map(\.size.width) == [200, 401, 801])
        #expect(scales.map(\.size.height) == [150, 300, 600])
        #expect(scales.map(\.share) == [0.25, 0.5, 1])
        #expect(scales.map(\.iterations) == [200, 100, 50])
    }

    @Test(arguments: [1, 2, 3, 10, 99, 100_000], [(16, 16), (300, 150), (5000, 4000), (65_500, 20)])
    func noIterationIsLost(iterations: Int, side: (Int, Int)) throws {
        let size = PictureSize(width: side.0, height: side.1)
        let scales = PaintingScale.scales(to: size, stroke: 320, iterations: iterations)
        #expect(scales.reduce(0) { $0 + $1.iterations } == iterations)
        #expect(scales.allSatisfy { $0.iterations > 0 })
        let last = try #require(scales.last)
        #expect(last.size == size && last.share == 1)
        for (coarse, fine) in zip(scales, scales.dropFirst()) {
            #expect(coarse.iterations + 1 >= fine.iterations)
            // With fewer iterations than sizes, some are passed over.
            let doublings = log2(fine.share / coarse.share)
            #expect(doublings >= 1 && doublings == doublings.rounded())
            if iterations >= 99 { #expect(doublings == 1) }
        }
    }

    @Test func stylesMustNotBecomeTooSmallToSee() {
        let size = PictureSize(width: 1600, height: 1200)
        #expect(PaintingScale.scales(to: size, stroke: 640, iterations: 15).map(\.share) == [0.125, 0.25, 0.5, 1])
        #expect(PaintingScale.scales(to: size, stroke: 64, iterations: 15).map(\.share) == [0.5, 1])
        #expect(PaintingScale.scales(to: size, stroke: 40, iterations: 15).map(\.share) == [1])
    }

    @Test func smallPicturesHaveOneSize() {
        #expect(PaintingScale.scales(to: PictureSize(width: 170, height: 128), stroke: 320, iterations: 5).count == 1)
    }
}
