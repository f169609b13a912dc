import Imaging
import TerminalGraphics

/// Makes of a picture of any size what shows it in a rectangle of cells.
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
    ///   - isFrugal: whether few bytes count more than looks.
    ///   - isSettled: whether it may take longer to look its best.
    ///   - content: receives the picture; what was in it is lost, its memory is used.
    ///   - isWanted: asked between steps; if it answers false, `TerminalError.cancelled` is thrown.
    /// - Returns: where the picture lies, or nil if there is no room for one.
    mutating func encode(
        _ picture: Picture, shape: PictureSize, for target: PictureTarget, isFrugal: Bool = false,
        isSettled: Bool = false, into content: inout TerminalPicture, isWanted: () -> Bool = { true }
    ) throws(TerminalError) -> PicturePlacement? {
        content.clear()
        guard let placement = target.placement(of: shape) else { return nil }
        var painter = self.painter.take() ?? PicturePainter(capabilities: target.capabilities)
        if painter.capabilities != target.capabilities {
            painter = PicturePainter(capabilities: target.capabilities)
        }
        defer { self.painter = painter }
        let size = PictureSize(width: placement.pixels.width, height: placement.pixels.height)
        if isFrugal, target.capabilities.graphics == .sixel, picture.width < size.width {
            // The side of a square of the mosaic.
            let side = max(2, Int((Double(size.width) / Double(picture.width)).rounded()))
            resample(
                picture,
                to: PictureSize(width: (size.width + side - 1) / side, height: (size.height + side - 1) / side))
            try painter.paint(
                resampled, in: placement.cells, enlargedTo: placement.pixels, isSettled: false, into: &content,
                isWanted: isWanted)
        } else if target.capabilities.graphics.needs(size, for: picture.size) {
            resample(picture, to: size)
            try painter.paint(
                resampled, in: placement.cells, isSettled: isSettled, into: &content, isWanted: isWanted)
        } else {
            try painter.paint(
                picture, in: placement.cells, isSettled: isSettled, into: &content, isWanted: isWanted)
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

extension TerminalCapabilities.Graphics {
    /// Whether a picture has to be brought to the size that it is shown in. Terminals that stretch pictures enlarge
    /// them as well, and blocks average.
    fileprivate func needs(_ size: PictureSize, for picture: PictureSize) -> Bool {
        switch self {
        case .sixel: picture != size
        case .iterm2, .kitty: picture.width > size.width || picture.height > size.height
        case .blocks: false
        }
    }
}
