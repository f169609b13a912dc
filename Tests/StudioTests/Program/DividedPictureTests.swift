import Imaging
import Studio
import StyleTransfer
import Testing

@Suite struct DividedPictureTests {
    private static let size = PictureSize(width: 40, height: 6)
    private static let left = DividedPicture.Content(side: .original, size: size)
    private static let right = DividedPicture.Content(side: .pastiche, frame: 1, size: size)

    private func divided() -> DividedPicture {
        var divided = DividedPicture()
        // Larger than it is shown.
        divided.show(Picture(width: 80, height: 12, red: 0.25), as: Self.left, on: .left)
        divided.show(Picture(width: 40, height: 6, blue: 0.75), as: Self.right, on: .right)
        return divided
    }

    @Test func showsOnePictureOnEachSideOfTheDivider() {
        var divided = divided()
        divided.compose(divider: 250)
        let picture = divided.picture
        #expect(picture.size == Self.size)
        for row in 0..<6 {
            for column in 0..<8 { #expect(abs(picture[0, row, column] - 0.25) < 1e-5) }
            for column in 12..<40 {
                #expect(picture[0, row, column] == 0)
                #expect(picture[2, row, column] == 0.75)
            }
            #expect(picture[1, row, 10] > 0.9)
        }
    }

    @Test func theEndsShowOnePictureWhole() {
        var divided = divided()
        divided.compose(divider: 0)
        #expect(divided.picture == Picture(width: 40, height: 6, blue: 0.75))
        divided.compose(divider: 1000)
        #expect(divided.picture.samples[240...].allSatisfy { $0 == 0 })
        #expect(divided.picture[0, 5, 39] > 0.2)
    }

    @Test func movingTheDividerUsesTheSameMemory() {
        var divided = divided()
        divided.compose(divider: 500)
        let before = divided.picture.samples.withUnsafeBufferPointer { $0.baseAddress }
        for divider in stride(from: 0, through: 1000, by: 50) { divided.compose(divider: divider) }
        #expect(divided.picture.samples.withUnsafeBufferPointer { $0.baseAddress } == before)
    }

    @Test func asksOnlyForWhatChanged() {
        var divided = divided()
        #expect(divided.missing(left: Self.left, right: Self.right).isEmpty)
        let newer = DividedPicture.Content(side: .pastiche, frame: 2, size: Self.size)
        #expect(divided.missing(left: Self.left, right: newer) == [.right])
        // Sides that change places bring their pixels along.
        #expect(divided.missing(left: Self.right, right: Self.left).isEmpty)
        divided.compose(divider: 1000)
        #expect(divided.picture == Picture(width: 40, height: 6, blue: 0.75))
        divided.forget()
        #expect(divided.missing(left: Self.left, right: Self.right) == [.left, .right])
    }

    @Test func bothHalvesShowThePartThatIsInView() {
        // Each column has its own red, on both sides, in pictures of two sizes.
        func ramp(width: Int) -> Picture {
            var picture = Picture(width: width, height: 12)
            for row in 0..<12 {
                for column in 0..<width {
                    picture.samples[row * width + column] = (Float(column) + 0.5) / Float(width)
                }
            }
            return picture
        }
        var viewport = Viewport()
        viewport.zoom(in: true, limit: 8)
        viewport.zoom(in: true, limit: 8)
        viewport.pan(x: 0.5, y: 0)
        func content(_ side: Comparison.Side) -> DividedPicture.Content {
            DividedPicture.Content(side: side, size: Self.size, viewport: viewport)
        }
        var divided = divided()
        #expect(divided.missing(left: content(.original), right: content(.pastiche)) == [.left, .right])
        divided.show(ramp(width: 160), as: content(.original), on: .left)
        divided.show(ramp(width: 80), as: content(.pastiche), on: .right)
        for divider in [0, 1000] {
            divided.compose(divider: divider)
            for column in 1..<39 {
                let place = viewport.left + viewport.extent * (Double(column) + 0.5) / 40
                #expect(abs(Double(divided.picture[0, 3, column]) - place) < 0.01)
            }
        }
    }

    @Test func lendsAHalfToAPainter() {
        var divided = divided()
        let mix = DividedPicture.Content(
            side: .recipe(Recipe(parts: [.init(style: "kiss", weight: 1)]), name: "before"), size: Self.size)
        #expect(divided.missing(left: mix, right: Self.right) == [.left])
        _ = divided.take(.left)
        divided.give(Picture(width: 40, height: 6, green: 0.5), as: mix, to: .left)
        #expect(divided.missing(left: mix, right: Self.right).isEmpty)
        divided.compose(divider: 1000)
        #expect(divided.picture == Picture(width: 40, height: 6, green: 0.5))
    }
}
