import TerminalGraphics

/// A picture as a terminal takes it, for one place on it.
package struct EncodedPicture: Sendable {
    package var source: PictureSource
    /// The cells that it was made for.
    package var rectangle: CellRectangle
    /// The pixels that it has there, centred in the rectangle.
    package var size: TerminalCapabilities.Size
    package var content: TerminalPicture

    package init(
        source: PictureSource, rectangle: CellRectangle, size: TerminalCapabilities.Size, content: TerminalPicture
    ) {
        self.source = source
        self.rectangle = rectangle
        self.size = size
        self.content = content
    }
}
