import Imaging

/// Makes of a picture the bytes that show it on one terminal, in the best way that the terminal has.
///
/// Keeps its memory: moving frames allocate nothing once the largest was painted.
public struct PicturePainter: Sendable {
    public let capabilities: TerminalCapabilities
    private let composer: FrameComposer
    private let settledEncoder: SettledSixelEncoder
    private var streamWriter: SixelStreamWriter
    private var blockEncoder: BlockEncoder

    /// - Parameter synchronising: false never uses synchronised output, even where the terminal knows it.
    public init(capabilities: TerminalCapabilities, synchronising: Bool = true) {
        self.capabilities = capabilities
        composer = FrameComposer(isSynchronised: synchronising && capabilities.synchronisedOutput)
        settledEncoder = SettledSixelEncoder(registers: capabilities.sixelRegisters)
        streamWriter = SixelStreamWriter(registers: capabilities.sixelRegisters)
        blockEncoder = BlockEncoder(colours: capabilities.colours, symbols: capabilities.symbols)
    }

    /// Appends a frame that shows a picture.
    ///
    /// - Parameters:
    ///   - picture: for sixel of the size in pixels that it shall have; for blocks of any size.
    ///   - cells: where it goes; sixel pictures begin at its upper left corner, blocks fill it.
    ///   - isSettled: true for a picture that stays, which may take tens of milliseconds to look its best.
    public mutating func paint(
        _ picture: Picture, in cells: CellRectangle, isSettled: Bool, into output: inout [UInt8]
    ) throws(TerminalError) {
        try composer.compose(row: cells.row, column: cells.column, into: &output) {
            (output: inout [UInt8]) throws(TerminalError) in
            switch (capabilities.graphics, isSettled) {
            case (.sixel, true): try settledEncoder.encode(picture, into: &output)
            case (.sixel, false): streamWriter.encode(picture, into: &output)
            case (.blocks, _): blockEncoder.encode(picture, in: cells, into: &output)
            }
        }
    }

    /// Appends a frame that takes away what was painted in some cells.
    public mutating func erase(_ cells: CellRectangle, background: String? = nil, into output: inout [UInt8]) {
        blockEncoder.forget()
        composer.erase(cells, background: background, into: &output)
    }

    /// Tells that the terminal was wiped or written over: the next picture is sent whole.
    public mutating func forget() {
        blockEncoder.forget()
    }
}
