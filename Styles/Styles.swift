import Foundation

/// The style library that ships with Pastiche: network weights, catalogue and swatches.
public enum Styles {
    /// The folder that holds the library, or nil if the installation lost its resources.
    public static var folder: String? {
        Bundle.module.path(forResource: "Library", ofType: nil)
    }
}
