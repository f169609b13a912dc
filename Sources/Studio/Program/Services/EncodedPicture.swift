import TerminalGraphics

/// A picture as a terminal takes it, for one place on it.
package struct EncodedPicture: Sendable {
    package var source: PictureSource
    /// The cells that it was made for.
    package var rectangle: CellRectangle
    /// The pixels that it has there, centred in the rectangle.
    package var size: TerminalCapabilities.Size
    /// The bytes to send, from moving the cursor on.
    package var bytes: [UInt8]

    package init(
        source: PictureSource, rectangle: CellRectangle, size: TerminalCapabilities.Size, bytes: [UInt8]
    ) {
        self.source = source
        self.rectangle = rectangle
        self.size = size
        self.bytes = bytes
    }
}
