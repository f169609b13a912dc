import Foundation

/// The photographs that ship with Pastiche, so that the studio opens on a real picture.
/// `CREDITS.md` beside them names source, author and licence.
public enum Photographs {
    /// The folder that holds the photographs, or nil if the installation lost its resources.
    public static var folder: String? {
        Bundle.module.path(forResource: "Library", ofType: nil)
    }

    /// The path of the photograph that the studio opens on when none is named.
    public static var first: String? {
        folder.map { $0 + "/summer-palace.jpg" }
    }
}
