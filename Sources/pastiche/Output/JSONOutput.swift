import Foundation

/// Writes a value as JSON to standard output: keys sorted, so that two runs can be compared line by line.
func writeJSON(_ value: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    try StandardStream.output.write(Array(encoder.encode(value)) + [UInt8(ascii: "\n")])
}
