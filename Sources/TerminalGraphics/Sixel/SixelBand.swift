/// Six rows of pixels on their way to sixel text: for each register the columns in which it has pixels.
///
/// One pass over the columns threads the pixels on chains, one for each register, left to right; so the text
/// costs what there is to draw, not registers times width.
struct SixelBand: Sendable {
    /// Pixels of one register in one column.
    private struct Sixel {
        var column: Int32
        /// The next sixel of the same register, or -1.
        var next: Int32
        /// Bit 0 is the uppermost pixel.
        var bits: UInt8
    }

    /// The chain of one register.
    private struct Chain {
        var first: Int32 = -1
        var last: Int32 = -1
    }

    private var sixels: [Sixel] = []
    private var chains = [Chain](repeating: Chain(), count: 256)
    /// The registers in use, in the order of their first pixels.
    private var used = [UInt8](repeating: 0, count: 256)
    private var text: [UInt8] = []

    /// Makes room for bands of a width; allocates only for a width greater than any before.
    mutating func reserve(width: Int) {
        guard sixels.count < 6 * width else { return }
        sixels = [Sixel](repeating: Sixel(column: 0, next: -1, bits: 0), count: 6 * width)
        // A sixel takes one byte after a gap of `!`, at most 19 digits and `?`; in practice 4 digits.
        let digits = String(width).utf8.count
        text = [UInt8](repeating: 0, count: 6 * width * (digits + 3) + 256 * (digits + 8))
    }

    /// Appends the text of one band.
    ///
    /// - Parameters:
    ///   - indices: `rows` rows of `width` registers each.
    ///   - rows: 1...6.
    mutating func write(indices: UnsafePointer<UInt8>, width: Int, rows: Int, to output: inout [UInt8]) {
        let usedCount = thread(indices: indices, width: width, rows: rows)
        let length = spell(usedCount: usedCount)
        output.append(contentsOf: text[..<length])
    }

    private mutating func thread(indices: UnsafePointer<UInt8>, width: Int, rows: Int) -> Int {
        var count: Int32 = 0
        var usedCount = 0
        sixels.withUnsafeMutableBufferPointer { sixels in
            chains.withUnsafeMutableBufferPointer { chains in
                used.withUnsafeMutableBufferPointer { used in
                    guard let sixels = sixels.baseAddress, let chains = chains.baseAddress, let used = used.baseAddress
                    else { return }
                    for column in 0..<Int32(truncatingIfNeeded: width) {
                        var pixel = indices + Int(column)
                        var bit: UInt8 = 1
                        for _ in 0..<rows {
                            let register = Int(pixel.pointee)
                            let last = chains[register].last
                            if last >= 0, sixels[Int(last)].column == column {
                                sixels[Int(last)].bits |= bit
                            } else {
                                sixels[Int(count)] = Sixel(column: column, next: -1, bits: bit)
                                if last >= 0 {
                                    sixels[Int(last)].next = count
                                } else {
                                    chains[register].first = count
                                    used[usedCount] = UInt8(truncatingIfNeeded: register)
                                    usedCount += 1
                                }
                                chains[register].last = count
                                count += 1
                            }
                            bit <<= 1
                            pixel += width
                        }
                    }
                }
            }
        }
        return usedCount
    }

    /// Spells the chains and empties them; returns the number of bytes.
    private mutating func spell(usedCount: Int) -> Int {
        text.withUnsafeMutableBufferPointer { text in
            sixels.withUnsafeBufferPointer { sixels in
                chains.withUnsafeMutableBufferPointer { chains in
                    guard let start = text.baseAddress, let sixels = sixels.baseAddress,
                        let chains = chains.baseAddress
                    else { return 0 }
                    var pen = SixelPen(position: start)
                    for position in 0..<usedCount {
                        let register = Int(used[position])
                        if position > 0 { pen.write(UInt8(ascii: "$")) }
                        pen.write(UInt8(ascii: "#"))
                        pen.write(number: register)
                        var column: Int32 = 0
                        var sixel = chains[register].first
                        while sixel >= 0 {
                            let first = sixels[Int(sixel)]
                            pen.write(UInt8(ascii: "?"), times: Int(first.column &- column))
                            column = first.column &+ 1
                            sixel = first.next
                            while sixel >= 0, sixels[Int(sixel)].column == column,
                                sixels[Int(sixel)].bits == first.bits
                            {
                                column &+= 1
                                sixel = sixels[Int(sixel)].next
                            }
                            pen.write(first.bits &+ 63, times: Int(column &- first.column))
                        }
                        chains[register] = Chain()
                    }
                    return pen.position - start
                }
            }
        }
    }
}

/// Writes sixel text at a place that has room for it.
private struct SixelPen {
    var position: UnsafeMutablePointer<UInt8>

    @inline(__always)
    mutating func write(_ byte: UInt8) {
        position.pointee = byte
        position += 1
    }

    /// Up to three equal bytes are shorter than a repeat.
    @inline(__always)
    mutating func write(_ byte: UInt8, times count: Int) {
        switch count {
        case ...0: return
        case 1: write(byte)
        case 2:
            write(byte)
            write(byte)
        case 3:
            write(byte)
            write(byte)
            write(byte)
        default:
            write(UInt8(ascii: "!"))
            write(number: count)
            write(byte)
        }
    }

    @inline(__always)
    mutating func write(number: Int) {
        if number >= 100 {
            if number >= 1000 { writeAll(number / 1000) }
            write(UInt8(truncatingIfNeeded: 48 &+ number / 100 % 10))
            write(UInt8(truncatingIfNeeded: 48 &+ number / 10 % 10))
        } else if number >= 10 {
            write(UInt8(truncatingIfNeeded: 48 &+ number / 10))
        }
        write(UInt8(truncatingIfNeeded: 48 &+ number % 10))
    }

    @inline(never)
    private mutating func writeAll(_ number: Int) {
        for byte in String(number).utf8 { write(byte) }
    }
}
