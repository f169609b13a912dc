/// Writes cells one after another, with colours only where they change.
struct BlockPen {
    let colours: TerminalCapabilities.ColourDepth
    private var foreground = BlockCell.plain
    private var background = BlockCell.plain

    init(colours: TerminalCapabilities.ColourDepth) {
        self.colours = colours
    }

    /// Sets the default attributes, whatever they were.
    func begin(_ output: inout [UInt8]) {
        output.append(contentsOf: "\u{1B}[0m".utf8)
    }

    func end(_ output: inout [UInt8]) {
        guard foreground != BlockCell.plain || background != BlockCell.plain else { return }
        output.append(contentsOf: "\u{1B}[0m".utf8)
    }

    mutating func write(_ cell: BlockCell, to output: inout [UInt8]) {
        switch cell.glyph {
        case .ascii(let byte):
            output.append(byte)
        case .shade(let quarters):
            select(foreground: cell.foreground, background: cell.background, output: &output)
            append((0xE2, 0x96, 0x90 + quarters), to: &output)  // ░▒▓
        case .sextant(let mask):
            let isInverse = changes(cell.background, cell.foreground) < changes(cell.foreground, cell.background)
            select(
                foreground: isInverse ? cell.background : cell.foreground,
                background: isInverse ? cell.foreground : cell.background, output: &output)
            let bytes = BlockCell.Glyph.sextantBytes(isInverse ? ~mask & 63 : mask)
            append((0xF0, 0x9F, bytes.0), to: &output)
            output.append(bytes.1)
        case .block(let symbol) where symbol == .space:
            // A space shows no foreground: what it was can stay.
            select(foreground: foreground, background: cell.background, output: &output)
            output.append(UInt8(ascii: " "))
        case .block(let symbol):
            // The inverse symbol with exchanged colours looks the same and may save a change.
            if changes(cell.background, cell.foreground) < changes(cell.foreground, cell.background) {
                select(foreground: cell.background, background: cell.foreground, output: &output)
                append(symbol.inverse, to: &output)
            } else {
                select(foreground: cell.foreground, background: cell.background, output: &output)
                append(symbol, to: &output)
            }
        }
    }

    private func changes(_ foreground: BlockCell.Colour, _ background: BlockCell.Colour) -> Int {
        (foreground == self.foreground ? 0 : 1) + (background == self.background ? 0 : 1)
    }

    private func append(_ symbol: BlockSymbol, to output: inout [UInt8]) {
        if let bytes = symbol.bytes { append(bytes, to: &output) } else { output.append(UInt8(ascii: " ")) }
    }

    private func append(_ bytes: (UInt8, UInt8, UInt8), to output: inout [UInt8]) {
        output.append(bytes.0)
        output.append(bytes.1)
        output.append(bytes.2)
    }

    private mutating func select(
        foreground: BlockCell.Colour, background: BlockCell.Colour, output: inout [UInt8]
    ) {
        let newForeground = foreground != self.foreground
        let newBackground = background != self.background
        guard newForeground || newBackground else { return }
        output.append(contentsOf: "\u{1B}[".utf8)
        if newForeground { append(foreground, isBackground: false, to: &output) }
        if newForeground, newBackground { output.append(UInt8(ascii: ";")) }
        if newBackground { append(background, isBackground: true, to: &output) }
        output.append(UInt8(ascii: "m"))
        self.foreground = foreground
        self.background = background
    }

    private func append(_ colour: BlockCell.Colour, isBackground: Bool, to output: inout [UInt8]) {
        let base = isBackground ? 40 : 30
        if colour == BlockCell.plain {
            output.append(decimal: base + 9)
            return
        }
        switch colours {
        case .sixteen, .monochrome:
            output.append(decimal: colour < 8 ? base + Int(colour) : base + 52 + Int(colour))
        case .indexed:
            output.append(decimal: base + 8)
            output.append(contentsOf: ";5;".utf8)
            output.append(decimal: Int(colour))
        case .truecolour:
            output.append(decimal: base + 8)
            output.append(contentsOf: ";2;".utf8)
            output.append(decimal: Int(colour >> 16))
            output.append(UInt8(ascii: ";"))
            output.append(decimal: Int(colour >> 8 & 255))
            output.append(UInt8(ascii: ";"))
            output.append(decimal: Int(colour & 255))
        }
    }
}
