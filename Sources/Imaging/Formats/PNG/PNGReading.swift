extension Picture {
    static func sizeOfPNG(_ bytes: [UInt8], name: String) throws -> PictureSize {
        try bytes.withUnsafeBufferPointer { bytes in
            let decoder = try PNGDecoder(bytes, name: name)
            return PictureSize(width: decoder.width, height: decoder.height)
        }
    }

    /// Decodes a PNG of any colour type and depth; 16-bit samples keep their precision.
    static func decodePNG(_ bytes: [UInt8], name: String, limits: PictureLimits) throws -> Picture {
        try bytes.withUnsafeBufferPointer { bytes in
            let decoder = try PNGDecoder(bytes, name: name)
            try limits.check(width: decoder.width, height: decoder.height, name: name)
            try decoder.start()
            return try Picture(width: decoder.width, height: decoder.height, hasAlpha: decoder.channels == 4) {
                planes in
                try fill(planes, from: decoder)
                try decoder.finish()
            }
        }
    }

    /// Decodes some rows at a time, so that a large picture is not in memory twice; an interlaced one has to be.
    private static func fill(_ planes: Planes, from decoder: PNGDecoder) throws {
        let height = decoder.height
        let rowsAtOnce = decoder.isInterlaced ? height : min(height, max(1, (1 << 18) / decoder.rowBytes))
        let rows = UnsafeMutableRawBufferPointer.allocate(byteCount: rowsAtOnce * decoder.rowBytes, alignment: 16)
        defer { rows.deallocate() }
        let bytes = rows.bindMemory(to: UInt8.self)
        guard let start = bytes.baseAddress else { return }

        var row = 0
        while row < height {
            let count = min(rowsAtOnce, height - row)
            try decoder.readRows(count, into: start)
            let range = row * decoder.width..<(row + count) * decoder.width
            if decoder.bitDepth == 16 {
                planes.store(UnsafeRawPointer(start).assumingMemoryBound(to: UInt16.self), in: range)
            } else {
                planes.store(UnsafePointer(start), in: range)
            }
            row += count
        }
    }
}
