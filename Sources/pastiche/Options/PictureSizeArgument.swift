import ArgumentParser
import Imaging

/// A picture's size as a command line writes it: `512x384`.
struct PictureSizeArgument: ExpressibleByArgument, Equatable, CustomStringConvertible {
    /// Sides of pictures that can be asked for, in pixels.
    static let sides = 16...8192

    let width: Int
    let height: Int

    init?(argument: String) {
        let sides = argument.lowercased().split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
        guard sides.count == 2, let width = sides[0], let height = sides[1],
            Self.sides.contains(width), Self.sides.contains(height)
        else { return nil }
        self.width = width
        self.height = height
    }

    var description: String { "\(width)x\(height)" }
}
