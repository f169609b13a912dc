import Files
import Foundation

extension SafetensorsFile {
    /// The file's bytes.
    ///
    /// - Parameter element: the number format of tensors; `float16` rounds to nearest.
    /// - Throws: `SafetensorsError` if a finite value is too large for the format or a name is the format's own.
    public func encoded(as element: SafetensorsElement = .float32) throws -> [UInt8] {
        try encoded(as: element, name: "tensors")
    }

    /// Writes the file whole or not at all.
    ///
    /// - Parameter element: the number format; `float16` rounds to nearest.
    /// - Throws: `FileError`, or what `encoded(as:)` throws.
    public func write(to path: String, as element: SafetensorsElement = .float32) throws {
        try writeAtomically(encoded(as: element, name: path), to: path)
    }

    private func encoded(as element: SafetensorsElement, name file: String) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        func text(_ value: some Encodable) throws -> String {
            String(decoding: try encoder.encode(value), as: UTF8.self)
        }
        var fields: [String] = []
        if !metadata.isEmpty { fields.append(try "\(text(SafetensorsHeader.metadataKey)):\(text(metadata))") }
        var numbers: [UInt8] = []
        for name in names {
            guard name != SafetensorsHeader.metadataKey else {
                throw SafetensorsError(file: file, problem: .reservedName(name))
            }
            let begin = numbers.count
            if let content = self[bytes: name] {
                numbers += content
                let entry = SafetensorsHeader.Fields(
                    dtype: SafetensorsHeader.Content.byteType, shape: [content.count], offsets: [begin, numbers.count])
                fields.append(try "\(text(name)):\(text(entry))")
            }
            guard let tensor = self[name] else { continue }
            if let value = element.append(tensor.values, to: &numbers) {
                throw SafetensorsError(
                    file: file, problem: .notRepresentable(tensor: name, value: value, type: element.rawValue))
            }
            let entry = SafetensorsHeader.Fields(
                dtype: element.rawValue, shape: tensor.shape, offsets: [begin, numbers.count])
            fields.append(try "\(text(name)):\(text(entry))")
        }
        var header = Array("{\(fields.joined(separator: ","))}".utf8)
        while header.count % 8 != 0 { header.append(UInt8(ascii: " ")) }
        return withUnsafeBytes(of: UInt64(header.count).littleEndian, Array.init) + header + numbers
    }
}

extension SafetensorsElement {
    /// Appends numbers in this format.
    ///
    /// - Returns: the first finite value that the format cannot hold, or nil.
    fileprivate func append(_ values: [Float], to bytes: inout [UInt8]) -> Float? {
        bytes.reserveCapacity(bytes.count + values.count * byteCount)
        for value in values {
            switch self {
            case .float32:
                withUnsafeBytes(of: value.bitPattern.littleEndian) { bytes.append(contentsOf: $0) }
            case .float16:
                let half = Float16(value)
                if value.isFinite && !half.isFinite { return value }
                withUnsafeBytes(of: half.bitPattern.littleEndian) { bytes.append(contentsOf: $0) }
            case .brainFloat16:
                let half = Self.brainFloat(value)
                if value.isFinite && half & 0x7F80 == 0x7F80 { return value }
                withUnsafeBytes(of: half.littleEndian) { bytes.append(contentsOf: $0) }
            }
        }
        return nil
    }

    /// The nearest brain float, ties to even.
    private static func brainFloat(_ value: Float) -> UInt16 {
        let bits = value.bitPattern
        // Rounding could carry a not-a-number into an infinity.
        if value.isNaN { return UInt16(bits >> 16) | 0x40 }
        return UInt16((UInt64(bits) + 0x7FFF + UInt64(bits >> 16 & 1)) >> 16)
    }
}
