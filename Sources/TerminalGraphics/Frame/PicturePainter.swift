import Imaging

/// Makes of a picture what one terminal takes, in the best way that the terminal has.
///
/// Keeps its memory: moving frames allocate nothing once the largest was painted.
public struct PicturePainter: Sendable {
    public let capabilities: TerminalCapabilities
    /// Not seen while a picture moves, and most of what a step of a slider changes is less.
    private static let movingTolerance = 6

    private var settledEncoder: SettledSixelEncoder
    private var streamWriter: SixelStreamWriter
    private var blockEncoder: BlockEncoder
    private var kittyEncoder: KittyEncoder
    private let fileEncoder = InlineFileEncoder()

    public init(capabilities: TerminalCapabilities) {
        self.capabilities = capabilities
        settledEncoder = SettledSixelEncoder(registers: capabilities.sixelRegisters)
        streamWriter = SixelStreamWriter(registers: capabilities.sixelRegisters)
        blockEncoder = BlockEncoder(
            colours: capabilities.colours, symbols: capabilities.symbols,
            hasLightGround: capabilities.hasLightGround)
        kittyEncoder = KittyEncoder(passage: capabilities.kittyPassage)
    }

    /// Encodes a picture.
    ///
    /// - Parameters:
    ///   - picture: for sixel of the size in pixels that it shall have; else of any size.
    ///   - cells: where it goes; sixel pictures begin at its upper left corner, all others fill it.
    ///   - size: for sixel: to which the picture is enlarged as a mosaic, to save bytes.
    ///   - isSettled: true for a picture that stays, which may take tens of milliseconds to look its best.
    ///   - result: what was in it is lost, its memory is used; of no use if the encoder fails.
    ///   - isWanted: asked between steps; if it answers false, `TerminalError.cancelled` is thrown.
    public mutating func paint(
        _ picture: Picture, in cells: CellRectangle, enlargedTo size: TerminalCapabilities.Size? = nil, isSettled: Bool,
        into result: inout TerminalPicture, isWanted: () -> Bool = { true }
    ) throws(TerminalError) {
        guard isWanted() else { throw .cancelled }
        result.clear()
        switch capabilities.graphics {
        case .blocks:
            blockEncoder.encode(picture, in: cells, into: &result.blocks)
            if !isSettled { result.blocks.tolerance = Self.movingTolerance }
        case .kitty:
            do {
                try kittyEncoder.encode(picture, in: cells, isSettled: isSettled, into: &result.bytes)
                result.numbered = TerminalPicture.Numbered(cells: cells, passage: capabilities.kittyPassage)
            } catch {
                throw .fileFailed(reason: "\(error)")
            }
        case .iterm2, .sixel:
            try paintAtCursor(
                picture, in: cells, enlargedTo: size, isSettled: isSettled, into: &result, isWanted: isWanted)
        }
    }

    private mutating func paintAtCursor(
        _ picture: Picture, in cells: CellRectangle, enlargedTo size: TerminalCapabilities.Size?, isSettled: Bool,
        into result: inout TerminalPicture, isWanted: () -> Bool
    ) throws(TerminalError) {
        // The frame that it is part of is held back as a whole.
        try FrameComposer(isSynchronised: false).compose(row: cells.row, column: cells.column, into: &result.bytes) {
            (output: inout [UInt8]) throws(TerminalError) in
            if capabilities.graphics == .iterm2 {
                do {
                    try fileEncoder.encode(picture, in: cells, isSettled: isSettled, into: &output)
                } catch {
                    throw .fileFailed(reason: "\(error)")
                }
            } else if isSettled {
                try settledEncoder.encode(picture, into: &output, isWanted: isWanted)
            } else {
                streamWriter.encode(picture, enlargedTo: size, into: &output)
            }
        }
    }
}
