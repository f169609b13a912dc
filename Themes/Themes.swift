import Foundation

/// The studio's colour themes that ship with Pastiche, one TOML file each.
public enum Themes {
    /// The folder that holds the themes, or nil if the installation lost its resources.
    public static var folder: String? {
        Bundle.module.path(forResource: "Library", ofType: nil)
    }
}
