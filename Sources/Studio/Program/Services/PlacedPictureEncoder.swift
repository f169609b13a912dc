import Imaging
import TerminalGraphics

/// Makes of a picture of any size the bytes that show it in a rectangle of cells.
///
/// Keeps its memory, so that moving frames allocate nothing once the first of their size was encoded.
struct PlacedPictureEncoder {
    private var painter: PicturePainter?
    private var resampler: Resampler?
    private var resampled = Picture(width: 1, height: 1)

    /// Encodes a picture.
    ///
    /// - Parameters:
    ///   - shape: the size whose proportions it has; a coarse frame has them only roughly itself.
    ///   - target: the place, on a terminal.
    ///   - isSettled: whether it may take longer to look its best.
    ///   - bytes: receives the picture; what was in it is lost, its memory is used.
    /// - Returns: where the picture lies, or nil if there is no room for one.
    mutating func encode(
        _ picture: Picture, shape: PictureSize, for target: PictureTarget, isSettled: Bool = false,
        into bytes: inout [UInt8]
    ) throws(TerminalError) -> PicturePlacement? {
        bytes.removeAll(keepingCapacity: true)
        guard let placement = target.placement(of: shape) else { return nil }
        var painter = self.painter.take() ?? PicturePainter(capabilities: target.capabilities, synchronising: false)
        if painter.capabilities != target.capabilities {
            painter = PicturePainter(capabilities: target.capabilities, synchronising: false)
        }
        defer { self.painter = painter }
        // A frame may be dropped or sent twice: each has to be whole.
        painter.forget()
        let size = PictureSize(width: placement.pixels.width, height: placement.pixels.height)
        if target.capabilities.graphics == .sixel && size != picture.size {
            resample(picture, to: size)
            try painter.paint(resampled, in: placement.cells, isSettled: isSettled, into: &bytes)
        } else {
            try painter.paint(picture, in: placement.cells, isSettled: isSettled, into: &bytes)
        }
        return placement
    }

    private mutating func resample(_ picture: Picture, to size: PictureSize) {
        var resampler = self.resampler.take() ?? Resampler(from: picture.size, to: size)
        if resampler.source != picture.size || resampler.target != size {
            resampler = Resampler(from: picture.size, to: size)
        }
        if resampled.size != size { resampled = Picture(width: size.width, height: size.height) }
        resampler.resample(picture, into: &resampled)
        self.resampler = resampler
    }
}

/// A rectangle on a terminal that a picture is for.
struct PictureTarget: Sendable, Equatable {
    var rectangle: CellRectangle
    var capabilities: TerminalCapabilities
    /// The terminal's columns and rows.
    var window: TerminalCapabilities.Size
    /// The part of the photograph or pastiche that is shown.
    var viewport = Viewport()

    /// Where a picture of that shape lies in it.
    func placement(of shape: PictureSize) -> PicturePlacement? {
        guard rectangle.width > 0, rectangle.height > 0 else { return nil }
        return capabilities.placement(
            of: TerminalCapabilities.Size(width: shape.width, height: shape.height), in: rectangle, terminal: window)
    }
}
