import Testing

import Imaging

@Suite struct FittingTests {
    private let photograph = PictureSize(width: 4000, height: 3000)

    @Test func theLongSideDecides() {
        #expect(photograph.fitted(longSide: 512) == PictureSize(width: 512, height: 384))
        #expect(PictureSize(width: 3000, height: 4000).fitted(longSide: 512) == PictureSize(width: 384, height: 512))
        #expect(PictureSize(width: 100, height: 100).fitted(longSide: 33) == PictureSize(width: 33, height: 33))
    }

    @Test func theTighterSideDecides() {
        #expect(photograph.fitted(within: 80, height: 30) == PictureSize(width: 40, height: 30))
        #expect(photograph.fitted(within: 80, height: 300) == PictureSize(width: 80, height: 60))
    }

    @Test func onlyAskedForDoesItGrow() {
        let small = PictureSize(width: 40, height: 30)
        #expect(small.fitted(longSide: 80) == small)
        #expect(small.fitted(longSide: 80, enlarging: true) == PictureSize(width: 80, height: 60))
        #expect(small.fitted(within: 400, height: 60) == small)
        #expect(small.fitted(within: 400, height: 60, enlarging: true) == PictureSize(width: 80, height: 60))
    }

    @Test func aSideNeverVanishes() {
        let line = PictureSize(width: 10_000, height: 3)
        #expect(line.fitted(longSide: 100) == PictureSize(width: 100, height: 1))
        #expect(line.fitted(longSide: 0) == PictureSize(width: 1, height: 1))
        #expect(line.fitted(within: -5, height: 7) == PictureSize(width: 1, height: 1))
    }

    @Test func neverBeyondWhatWasAsked() {
        for width in 1...40 {
            for height in [1, 2, 7, 29, 40] {
                let size = PictureSize(width: width, height: height)
                for side in [1, 3, 17, 64] {
                    let fitted = size.fitted(within: side, height: 2 * side, enlarging: true)
                    #expect(fitted.width <= side && fitted.height <= 2 * side)
                    #expect(fitted.width == side || fitted.height == 2 * side)
                }
            }
        }
    }

    @Test func picturesAreResampledToIt() {
        let picture = Fixtures.smoothPicture()
        #expect(picture.fitted(longSide: 7).size == PictureSize(width: 7, height: 4))
        #expect(picture.fitted(longSide: 7) == picture.resized(width: 7, height: 4))
        #expect(picture.fitted(within: 100, height: 5).size == PictureSize(width: 8, height: 5))
        #expect(picture.fitted(longSide: 500) == picture)
        #expect(picture.fitted(longSide: 42, enlarging: true).size == PictureSize(width: 42, height: 26))
    }
}
