import Foundation

/// A perceptual network of random weights, small enough to judge paintings in no time.
enum SmallPerceptualNetwork {
    private static let widths = [8, 8, 8, 8]

    /// Writes its weight file.
    ///
    /// - Parameter stages: how many of its stages; four reach relu4_1.
    static func write(to name: String = "eyes.safetensors", stages: Int = 4, in folder: TemporaryFolder) throws {
        var entries: [String] = []
        var numbers: [Float] = []
        var state: UInt64 = 11
        func add(_ name: String, shape: [Int], scale: Float) {
            let begin = 4 * numbers.count
            for _ in 0..<shape.reduce(1, *) {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                numbers.append(scale * (Float(state >> 40) / Float(1 << 23) - 1))
            }
            entries.append(
                "\"\(name)\":{\"dtype\":\"F32\",\"shape\":\(shape),\"data_offsets\":[\(begin),\(4 * numbers.count)]}")
        }
        var inputs = 3
        for (index, outputs) in widths.prefix(stages).enumerated() {
            let scale = 2.4 / Float(9 * inputs).squareRoot()
            add("conv\(index + 1)_1.weight", shape: [outputs, inputs, 3, 3], scale: scale)
            add("conv\(index + 1)_1.bias", shape: [outputs], scale: 0.2)
            inputs = outputs
        }
        let header = Array("{\(entries.joined(separator: ","))}".utf8)
        let length = withUnsafeBytes(of: UInt64(header.count).littleEndian, Array.init)
        let values = numbers.flatMap { withUnsafeBytes(of: $0.bitPattern.littleEndian, Array.init) }
        try folder.write(length + header + values, to: name)
    }
}
