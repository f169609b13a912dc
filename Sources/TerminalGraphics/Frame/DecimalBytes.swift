extension [UInt8] {
    /// Appends a number that is not negative, in decimal, without a string in between.
    mutating func append(decimal number: Int) {
        if number >= 10 { append(decimal: number / 10) }
        append(UInt8(truncatingIfNeeded: 48 + number % 10))
    }

    /// Appends the sequence that moves the cursor to a cell, counted from 0.
    mutating func append(cursorRow row: Int, column: Int) {
        append(contentsOf: "\u{1B}[".utf8)
        append(decimal: Swift.max(row, 0) + 1)
        append(UInt8(ascii: ";"))
        append(decimal: Swift.max(column, 0) + 1)
        append(UInt8(ascii: "H"))
    }

    /// Appends the sequence that moves the cursor so many cells to the right, at least 1.
    mutating func append(cursorForward count: Int) {
        append(contentsOf: "\u{1B}[".utf8)
        if count > 1 { append(decimal: count) }
        append(UInt8(ascii: "C"))
    }
}
