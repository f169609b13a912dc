import Testing

import Imaging

@Suite struct CroppingTests {
    @Test func theRectangleIsCutOut() throws {
        let picture = Picture.noise(width: 12, height: 9, hasAlpha: true, seed: 6)
        let part = picture.cropped(row: 2, column: 5, width: 7, height: 4)
        #expect(part.size == PictureSize(width: 7, height: 4))
        let alpha = try #require(picture.alpha)
        for row in 0..<4 {
            for column in 0..<7 {
                for channel in 0..<3 {
                    #expect(part[channel, row, column] == picture[channel, row + 2, column + 5])
                }
                #expect(part.alpha?[row * 7 + column] == alpha[(row + 2) * 12 + column + 5])
            }
        }
    }

    @Test func theWholeIsTheWhole() {
        let picture = Picture.noise(width: 5, height: 4, seed: 7)
        #expect(picture.cropped(row: 0, column: 0, width: 5, height: 4) == picture)
    }
}
