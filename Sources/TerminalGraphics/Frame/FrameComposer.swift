/// Puts a picture's bytes into a frame that leaves the terminal's text side as it was: one buffer for one write.
public struct FrameComposer: Sendable, Equatable {
    /// Whether the terminal is asked to show the frame at once (mode 2026). Off where it is not known, or where
    /// the user turned it off.
    public var isSynchronised: Bool

    /// DECSC and DECRC: the cursor's place and what text looks like there.
    static let saveCursor = Array("\u{1B}7".utf8)
    static let restoreCursor = Array("\u{1B}8".utf8)

    public init(isSynchronised: Bool) {
        self.isSynchronised = isSynchronised
    }

    /// Appends a frame: hold back drawing, save the cursor, go to a cell, the payload, back to the cursor, draw.
    ///
    /// - Throws: what `payload` throws; nothing is appended then.
    public func compose<Failure: Error>(
        row: Int, column: Int, into output: inout [UInt8], payload: (inout [UInt8]) throws(Failure) -> Void
    ) throws(Failure) {
        let start = output.count
        if isSynchronised { output.append(contentsOf: "\u{1B}[?2026h".utf8) }
        output.append(contentsOf: Self.saveCursor)
        output.append(cursorRow: row, column: column)
        do throws(Failure) {
            try payload(&output)
        } catch {
            output.removeLast(output.count - start)
            throw error
        }
        output.append(contentsOf: Self.restoreCursor)
        if isSynchronised { output.append(contentsOf: "\u{1B}[?2026l".utf8) }
    }

    /// Appends a frame that overwrites cells with spaces, which takes away a picture that was there.
    ///
    /// - Parameter background: SGR parameters of the ground, such as `48;5;236`; the terminal's own if nil.
    public func erase(_ rectangle: CellRectangle, background: String? = nil, into output: inout [UInt8]) {
        guard rectangle.width > 0, rectangle.height > 0 else { return }
        compose(row: rectangle.row, column: rectangle.column, into: &output) { output in
            output.append(contentsOf: "\u{1B}[0".utf8)
            if let background {
                output.append(UInt8(ascii: ";"))
                output.append(contentsOf: background.utf8)
            }
            output.append(UInt8(ascii: "m"))
            for row in 0..<rectangle.height {
                if row > 0 { output.append(cursorRow: rectangle.row + row, column: rectangle.column) }
                output.append(contentsOf: repeatElement(UInt8(ascii: " "), count: rectangle.width))
            }
        }
    }
}
