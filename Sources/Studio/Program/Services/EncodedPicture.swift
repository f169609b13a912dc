import TerminalGraphics

/// A picture as a terminal takes it, for one place on it.
package struct EncodedPicture: Sendable {
    package var source: PictureSource
    /// The cells that it was made for.
    package var rectangle: CellRectangle
    /// The pixels that it has there, centred in the rectangle.
    package var size: TerminalCapabilities.Size
    package var content: TerminalPicture
    /// The pixels that were painted for it; 0 if there is no telling.
    package var paintedPixels: Int
    /// Whether one in motion was shown before that is the same but for its looks.
    package var isSettled: Bool

    package init(
        source: PictureSource, rectangle: CellRectangle, size: TerminalCapabilities.Size, content: TerminalPicture,
        paintedPixels: Int = 0, isSettled: Bool = false
    ) {
        self.source = source
        self.rectangle = rectangle
        self.size = size
        self.content = content
        self.paintedPixels = paintedPixels
        self.isSettled = isSettled
    }
}
