/// The symbols that divide a cell into quarters. The raw value has a bit for each quarter in the foreground
/// colour: 1 upper left, 2 upper right, 4 lower left, 8 lower right.
struct BlockSymbol: Sendable, Equatable {
    var quarters: UInt8

    static let space = BlockSymbol(quarters: 0)
    static let upperHalf = BlockSymbol(quarters: 3)
    static let full = BlockSymbol(quarters: 15)

    /// The number of quarters in the foreground colour.
    var count: Float { Float(quarters.nonzeroBitCount) }

    /// The same cell with foreground and background exchanged.
    var inverse: BlockSymbol { BlockSymbol(quarters: ~quarters & 15) }

    /// The ways to divide four quarters in two groups, one of each pair of inverses.
    static let quarterings: [BlockSymbol] = [3, 5, 6, 1, 2, 4, 8].map { BlockSymbol(quarters: $0) }

    static let halvings: [BlockSymbol] = [.upperHalf]

    /// The symbol in UTF-8; nil for the space.
    var bytes: (UInt8, UInt8, UInt8)? {
        switch quarters {
        case 0: nil
        case 3: (0xE2, 0x96, 0x80)  // ▀
        case 12: (0xE2, 0x96, 0x84)  // ▄
        case 15: (0xE2, 0x96, 0x88)  // █
        case 5: (0xE2, 0x96, 0x8C)  // ▌
        case 10: (0xE2, 0x96, 0x90)  // ▐
        case 4: (0xE2, 0x96, 0x96)  // ▖
        case 8: (0xE2, 0x96, 0x97)  // ▗
        case 1: (0xE2, 0x96, 0x98)  // ▘
        case 13: (0xE2, 0x96, 0x99)  // ▙
        case 9: (0xE2, 0x96, 0x9A)  // ▚
        case 7: (0xE2, 0x96, 0x9B)  // ▛
        case 11: (0xE2, 0x96, 0x9C)  // ▜
        case 2: (0xE2, 0x96, 0x9D)  // ▝
        case 6: (0xE2, 0x96, 0x9E)  // ▞
        default: (0xE2, 0x96, 0x9F)  // ▟
        }
    }
}
