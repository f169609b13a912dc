#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A terminal's size, as its driver knows it.
public struct TerminalGeometry: Sendable, Equatable {
    /// Columns and rows, at least 1.
    public var cells: TerminalCapabilities.Size
    /// The text area in pixels; nil where the driver does not know, as on many systems.
    public var pixels: TerminalCapabilities.Size?

    public init(cells: TerminalCapabilities.Size, pixels: TerminalCapabilities.Size? = nil) {
        self.cells = cells
        self.pixels = pixels
    }

    /// The size of the terminal behind a descriptor (TIOCGWINSZ); nil where there is none or it has no size.
    public init?(descriptor: Int32) {
        var window = winsize()
        guard ioctl(descriptor, UInt(TIOCGWINSZ), &window) == 0, window.ws_col > 0, window.ws_row > 0 else {
            return nil
        }
        cells = TerminalCapabilities.Size(width: Int(window.ws_col), height: Int(window.ws_row))
        if window.ws_xpixel > 0, window.ws_ypixel > 0 {
            pixels = TerminalCapabilities.Size(width: Int(window.ws_xpixel), height: Int(window.ws_ypixel))
        }
    }

    /// The pixels of a cell after the driver, if it knows and they are plausible.
    var cell: TerminalCapabilities.Size? {
        guard let pixels else { return nil }
        return TerminalCapabilities.Size(width: pixels.width / cells.width, height: pixels.height / cells.height)
            .asCell
    }
}

extension TerminalCapabilities.Size {
    /// The size itself if a cell of text can have it; some terminals answer zeros or nonsense.
    var asCell: Self? {
        (2...256).contains(width) && (4...512).contains(height) ? self : nil
    }
}
