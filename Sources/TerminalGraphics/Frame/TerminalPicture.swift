/// A picture as one terminal takes it, in one place; `PictureCanvas` sends it.
public struct TerminalPicture: Sendable, Equatable {
    /// What is sent as it is, from moving the cursor on. Empty for blocks.
    public var bytes: [UInt8]
    /// What the cells shall show, if the picture is made of blocks.
    public var blocks = BlockPicture()
    /// Set if the terminal knows pictures by numbers: `bytes` then begin behind the number, which it gets when it is
    /// sent.
    var numbered: Numbered?

    /// Where such a picture goes, and how it gets there.
    struct Numbered: Sendable, Equatable {
        var cells: CellRectangle
        var passage: KittyPassage
    }

    public init(bytes: [UInt8] = []) {
        self.bytes = bytes
    }

    /// Whether nothing is in it; it may have memory.
    public var isEmpty: Bool { bytes.isEmpty && blocks.isEmpty }

    /// Empties it and keeps its memory.
    public mutating func clear() {
        bytes.removeAll(keepingCapacity: true)
        blocks.clear()
        numbered = nil
    }
}
