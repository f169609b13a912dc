extension SeededGenerator {
    /// The next number, 0..<1.
    mutating func unit() -> Double {
        Double(next() >> 11) * 0x1p-53
    }

    /// A number around 0 with variance 1, never beyond ±3: a sum of three even ones.
    mutating func bell() -> Double {
        2 * (unit() + unit() + unit()) - 3
    }

    /// A number in 0..<count; 0 if there is none.
    mutating func index(below count: Int) -> Int {
        min(Int(unit() * Double(count)), max(0, count - 1))
    }

    mutating func shuffle<Value>(_ values: inout [Value]) {
        for last in values.indices.reversed() { values.swapAt(last, index(below: last + 1)) }
    }
}

extension Palette {
    /// A number for the palette that stays the same from run to run (FNV-1a).
    var fingerprint: UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        func mix(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        for index in entries.indices where isActive(index) {
            entries[index].style.utf8.forEach(mix)
            mix(UInt8(truncatingIfNeeded: entries[index].weight))
        }
        mix(UInt8(truncatingIfNeeded: strength))
        return hash
    }
}
