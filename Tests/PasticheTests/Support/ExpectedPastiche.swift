import Foundation
import Imaging
import StyleTransfer
import Testing

/// What the studio ought to show, painted here.
struct ExpectedPastiche {
    private let photograph: Picture
    private let library: StyleLibrary

    init(photograph path: String) throws {
        photograph = try Picture.read(path: path)
        library = try StyleLibrary.shipped()
    }

    /// The photograph painted at a size.
    func painted(_ recipe: Recipe, width: Int, height: Int) throws -> Picture {
        let content = photograph.resized(width: width, height: height)
        var picture = content
        try Painter(photograph: content, library: library).paint(recipe, into: &picture)
        return picture
    }

    /// How near a picture on a terminal comes to the recipe's, in dB. Both are shrunk first, so that the dots
    /// of dithering count as the colour that they mean.
    func likeness(of shown: Picture, to recipe: Recipe) throws -> Double {
        let expected = try painted(recipe, width: shown.width, height: shown.height)
        return decibels(shrunk(shown), shrunk(expected))
    }

    private func shrunk(_ picture: Picture) -> Picture {
        picture.resized(width: max(1, picture.width / 4), height: max(1, picture.height / 4))
    }
}

/// The peak signal-to-noise ratio of two pictures of one size.
func decibels(_ left: Picture, _ right: Picture) -> Double {
    guard left.size == right.size else { return 0 }
    let squares = zip(left.samples, right.samples).reduce(0.0) { $0 + Double(($1.0 - $1.1) * ($1.0 - $1.1)) }
    return -10 * log10(squares / Double(left.samples.count))
}
