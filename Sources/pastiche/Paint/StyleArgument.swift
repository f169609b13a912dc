import Files
import Foundation
import Imaging
import StyleTransfer

/// A style as `paint --style` writes it: `[name:]picture[=weight]`.
struct StyleArgument: Equatable {
    /// Where the style's picture is.
    let path: String
    /// The style of the library that the picture shows, if that was said.
    let name: String?
    let weight: Float

    /// Reads the written form. What is the name of a file is one, whatever signs are in it.
    ///
    /// - Throws: `MixError` for a weight that is none, `PaintError.pictureNeeded` for a style without its picture,
    ///   `PaintingError` for a style that the library lacks. Whether the picture can be read is seen when it is.
    init(_ text: String, library: StyleLibrary) throws {
        guard !Self.isFile(text), let equals = text.lastIndex(of: "="), !text[equals...].contains("/") else {
            try self.init(picture: text, weight: 1, library: library)
            return
        }
        let written = text[text.index(after: equals)...]
        let style = String(text[..<equals])
        guard let weight = Double(decimal: written), Float(weight).isFinite else {
            throw MixError.weight(style: style, text: String(written))
        }
        try self.init(picture: style, weight: Float(weight), library: library)
    }

    private init(picture: String, weight: Float, library: StyleLibrary) throws {
        self.weight = weight
        if !Self.isFile(picture) {
            if let colon = picture.firstIndex(of: ":"), !picture[..<colon].contains("/") {
                name = try library.requireStyle(String(picture[..<colon])).id
                path = String(picture[picture.index(after: colon)...])
                guard !path.isEmpty else { throw PaintError.pictureNeeded(style: String(picture[..<colon])) }
                return
            }
            try Self.checkIsNoStyle(picture, library: library)
        }
        name = nil
        path = picture
    }

    /// A word that names no file may be meant as the name of a style.
    private static func checkIsNoStyle(_ word: String, library: StyleLibrary) throws {
        guard !word.contains("/"), PictureFormat(path: word) == nil else { return }
        do {
            throw PaintError.pictureNeeded(style: try library.requireStyle(word).id)
        } catch PaintingError.unknownStyle(_, nearest: nil) {
            return
        }
    }

    private static func isFile(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: path)
    }
}
