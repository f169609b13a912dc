extension Picture {
    /// - Parameter bitDepth: 8 or 16.
    func encodedAsPNG(bitDepth: Int, metadata: PictureMetadata) throws -> [UInt8] {
        switch bitDepth {
        case 8: try encodedAsPNG(of: UInt8.self, metadata)
        case 16: try encodedAsPNG(of: UInt16.self, metadata)
        default:
            throw PictureError.unsupportedEncoding(reason: "a PNG has 8 or 16 bits per sample, not \(bitDepth)")
        }
    }

    /// Quantises some rows at a time, so that a large picture is not in memory twice.
    private func encodedAsPNG<Sample: FixedWidthInteger & UnsignedInteger>(
        of type: Sample.Type, _ metadata: PictureMetadata
    ) throws -> [UInt8] {
        let longestSide = Int(Int32.max)
        guard size.longSide <= longestSide else {
            throw PictureError.tooLargeForFormat(format: .png, width: width, height: height, limit: longestSide)
        }
        let encoder = try PNGEncoder(
            width: width, height: height, bitDepth: Sample.bitWidth, hasAlpha: alpha != nil, metadata: metadata)
        let channels = alpha == nil ? 3 : 4
        let rowBytes = width * channels * MemoryLayout<Sample>.size
        let rowsAtOnce = min(height, max(1, (1 << 18) / rowBytes))
        var rows = [Sample](repeating: 0, count: rowsAtOnce * width * channels)
        for row in stride(from: 0, to: height, by: rowsAtOnce) {
            let count = min(rowsAtOnce, height - row)
            let range = row * width..<(row + count) * width
            try rows.withUnsafeMutableBufferPointer { rows in
                guard let base = rows.baseAddress else { return }
                interleaveColours(in: range, into: base, stride: channels)
                interleaveAlpha(in: range, into: base + 3, stride: channels)
                try base.withMemoryRebound(to: UInt8.self, capacity: count * rowBytes) { bytes in
                    try encoder.writeRows(bytes, rowBytes: rowBytes, count: count)
                }
            }
        }
        return try encoder.finish()
    }

    private func interleaveAlpha<Sample: FixedWidthInteger & UnsignedInteger>(
        in range: Range<Int>, into destination: UnsafeMutablePointer<Sample>, stride: Int
    ) {
        alpha?.withUnsafeBufferPointer { alpha in
            guard let from = alpha.baseAddress else { return }
            for index in 0..<range.count {
                destination[index * stride] = Quantisation.quantised(from[range.lowerBound + index], as: Sample.self)
            }
        }
    }
}
