import Files
import Foundation
import Imaging
import StyleTransfer

/// How a painting was made, as its own file tells it: the recipe, and which photograph was painted.
///
/// The photograph's path goes with it, for without it the photograph could not be found again. It names folders of
/// whoever painted: who gives a painting away and minds, leaves the record out.
public struct PaintingRecord: Sendable, Equatable {
    /// The photograph that was painted.
    public struct Photograph: Sendable, Equatable {
        /// Absolute.
        public var path: String
        /// Pixels, upright.
        public var size: PictureSize

        public init(path: String, size: PictureSize) {
            self.path = path
            self.size = size
        }
    }

    /// The format of the text that this program writes; later ones are refused with a clear error.
    static let currentVersion = 1

    public var recipe: Recipe
    /// Nil where it was no file, such as standard input.
    public var photograph: Photograph?
    /// The long side of the painting in pixels.
    public var longSide: Int

    public init(recipe: Recipe, photograph: Photograph?, longSide: Int) {
        self.recipe = recipe
        self.photograph = photograph
        self.longSide = longSide
    }

    /// The record for a painting that was just made.
    ///
    /// - Parameters:
    ///   - photograph: the photograph's path, also a relative one; nil if it was no file.
    ///   - size: the photograph's.
    public init(recipe: Recipe, photograph: String?, size: PictureSize, painting: PictureSize) {
        self.init(
            recipe: recipe,
            photograph: photograph.map { Photograph(path: URL(fileURLWithPath: $0).path, size: size) },
            longSide: painting.longSide)
    }

    /// The record in a painting's file; nil if the picture has none.
    ///
    /// - Throws: `FileError`, `PictureError`; `PaintingRecordError` for a record that this program does not understand.
    public static func find(in path: String) throws -> PaintingRecord? {
        guard let note = try Picture.note(ofFile: path) else { return nil }
        do {
            let file = try TOMLFile(bytes: Array(note.utf8))
            let version = try file.table.wholeNumber("version") ?? currentVersion
            guard version == currentVersion else {
                throw PaintingRecordError.unknownVersion(path: path, version: version)
            }
            return try PaintingRecord(file)
        } catch let problem as TOMLFile.Problem {
            throw PaintingRecordError.broken(path: path, reason: problem.reason)
        }
    }

    /// As `find`, for who cannot go on without a record.
    ///
    /// - Throws: also `PaintingRecordError.missing`.
    public static func read(_ path: String) throws -> PaintingRecord {
        guard let record = try find(in: path) else { throw PaintingRecordError.missing(path: path) }
        return record
    }

    /// Where the photograph is now: at its path, or beside the painting. Nil if it is in neither place.
    public func photographPath(besidePainting painting: String) -> String? {
        guard let photograph else { return nil }
        let name = photograph.path.split(separator: "/").last.map(String.init) ?? ""
        let places = [photograph.path, Files.folder(of: painting) + "/" + name]
        return places.first { path in
            var isFolder: ObjCBool = false
            return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && !isFolder.boolValue
                && FileManager.default.isReadableFile(atPath: path)
        }
    }
}
