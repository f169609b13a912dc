extension Picture {
    /// The colours as 8-bit red, green, blue, pixel after pixel, rounded and clamped; opacity is ignored.
    public func interleavedBytes() -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: 3 * pixelCount) { bytes, count in
            writeInterleavedBytes(into: bytes)
            count = 3 * pixelCount
        }
    }

    /// As ``interleavedBytes()``, into memory that is there already: allocates nothing.
    ///
    /// - Precondition: `bytes` has room for `3 * width * height`.
    public func writeInterleavedBytes(into bytes: UnsafeMutableBufferPointer<UInt8>) {
        precondition(bytes.count >= 3 * pixelCount)
        guard let base = bytes.baseAddress else { return }
        interleaveColours(in: 0..<pixelCount, into: base, stride: 3)
    }

    /// Quantises the colours of some pixels, counted row by row.
    ///
    /// - Parameters:
    ///   - destination: where the first pixel goes.
    ///   - stride: samples from one pixel to the next, at least 3.
    func interleaveColours<Sample: FixedWidthInteger & UnsignedInteger>(
        in range: Range<Int>, into destination: UnsafeMutablePointer<Sample>, stride: Int
    ) {
        samples.withUnsafeBufferPointer { samples in
            guard let base = samples.baseAddress else { return }
            let red = base + range.lowerBound
            let green = red + pixelCount
            let blue = green + pixelCount
            for index in 0..<range.count {
                let pixel = destination + index * stride
                pixel[0] = Quantisation.quantised(red[index], as: Sample.self)
                pixel[1] = Quantisation.quantised(green[index], as: Sample.self)
                pixel[2] = Quantisation.quantised(blue[index], as: Sample.self)
            }
        }
    }
}
