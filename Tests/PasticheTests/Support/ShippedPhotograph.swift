import Foundation
import Imaging
import Photographs
import Testing

/// The photographs that ship, for tests to paint.
enum ShippedPhotograph {
    /// The path of one that lies ready, read-only.
    static func path(_ name: String) throws -> String {
        try #require(Photographs.folder) + "/" + name
    }

    /// Puts a small one into a folder: painting it takes no time.
    static func small(as name: String = "photo.png", in folder: TemporaryFolder, longSide: Int = 64) throws {
        let picture = try Picture.read(path: path("summer-palace.jpg")).fitted(longSide: longSide)
        try picture.write(
            to: folder.path(name), as: PictureEncoding(path: name, quality: 95), replacingExisting: false)
    }
}
