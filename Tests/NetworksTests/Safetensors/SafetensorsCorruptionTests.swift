import Networks
import Testing

/// Damaged files are refused or read as something consistent, never trusted.
@Suite struct SafetensorsCorruptionTests {
    private func intact() throws -> [UInt8] {
        var file = SafetensorsFile(metadata: ["made_by": "a test"])
        file["first.weight"] = Tensor(shape: [2, 3], values: [1, 2, 3, 4, 5, 6])
        file["first.bias"] = Tensor(shape: [2], values: [7, 8])
        file["second.gamma"] = Tensor(shape: [4, 1], values: [9, 10, 11, 12])
        return try file.encoded()
    }

    /// Whether the bytes are accepted; then what was read must make sense.
    private func read(_ bytes: [UInt8]) -> Bool {
        guard let file = try? SafetensorsFile(bytes: bytes, name: "damaged") else { return false }
        let numbers = file.names.reduce(0) { $0 + (file[$1]?.values.count ?? 0) }
        #expect(numbers * 2 <= bytes.count)
        #expect(Set(file.names).count == file.names.count)
        return true
    }

    @Test func everyTruncationIsRefused() throws {
        let bytes = try intact()
        #expect(read(bytes))
        for count in 0..<bytes.count { #expect(!read(Array(bytes[..<count])), "\(count) bytes") }
    }

    @Test func randomBytesInTheFile() throws {
        var generator = SeededGenerator(seed: 7)
        let original = try intact()
        var accepted = 0
        for _ in 0..<4000 {
            var bytes = original
            for _ in 0..<Int.random(in: 1...4, using: &generator) {
                bytes[Int.random(in: bytes.indices, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
            }
            if read(bytes) { accepted += 1 }
        }
        // Damaged numbers are numbers; damaged structure is most of the file.
        #expect(accepted > 100 && accepted < 3900, "\(accepted) accepted")
    }

    @Test func otherDigitsAndBracketsInTheHeader() throws {
        var generator = SeededGenerator(seed: 8)
        let original = try intact()
        let end = 8 + Int(original[0]) + 256 * Int(original[1])
        let alphabet = Array("0123456789-+.eE[]{}\",:\\ ".utf8)
        var refused = 0
        for _ in 0..<4000 {
            var bytes = original
            for _ in 0..<Int.random(in: 1...3, using: &generator) {
                let place = Int.random(in: 8..<end, using: &generator)
                bytes[place] = alphabet[Int.random(in: alphabet.indices, using: &generator)]
            }
            if !read(bytes) { refused += 1 }
        }
        #expect(refused > 2000, "\(refused) refused")
    }

    @Test func hugeNumbersAndDeepNesting() {
        for number in ["9223372036854775807", "9223372036854775808", "1e308", "1e999", "-9223372036854775808"] {
            for place in 0..<3 {
                let fields = (0..<3).map { $0 == place ? number : "0" }
                #expect(
                    !read(
                        safetensors(
                            "{\"w\":{\"dtype\":\"F32\",\"shape\":[2,\(fields[0])],"
                                + "\"data_offsets\":[\(fields[1]),\(fields[2])]}}")))
            }
        }
        let deep = String(repeating: "[", count: 100_000)
        #expect(!read(safetensors("{\"w\":" + deep)))
        #expect(!read(safetensors("{\"w\":" + deep + String(repeating: "]", count: 100_000) + "}")))
        let objects = String(repeating: "{\"w\":", count: 100_000) + "1" + String(repeating: "}", count: 100_000)
        #expect(!read(safetensors(objects)))
    }
}
