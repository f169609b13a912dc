extension Picture {
    static func sizeOfJPEG(_ bytes: [UInt8], name: String) throws -> PictureSize {
        try bytes.withUnsafeBufferPointer { bytes in
            let decoder = try JPEGDecoder(bytes, name: name)
            return decoder.segments.orientation.uprightSize(
                storedWidth: decoder.width, storedHeight: decoder.height)
        }
    }

    /// Decodes a JPEG of any kind that libjpeg-turbo knows, and turns it upright.
    static func decodeJPEG(_ bytes: [UInt8], name: String, limits: PictureLimits) throws -> Picture {
        try bytes.withUnsafeBufferPointer { bytes in
            let decoder = try JPEGDecoder(bytes, name: name)
            try limits.check(width: decoder.width, height: decoder.height, name: name)
            let pixelCount = decoder.width * decoder.height
            let pixels = UnsafeMutablePointer<UInt8>.allocate(capacity: pixelCount * decoder.channels)
            defer { pixels.deallocate() }
            try decoder.decode(into: pixels)
            if decoder.hasInks { mixInks(pixels, pixelCount: pixelCount, areInverted: decoder.segments.isAdobe) }

            let orientation = decoder.segments.orientation
            let size = orientation.uprightSize(storedWidth: decoder.width, storedHeight: decoder.height)
            let walk = orientation.walk(storedWidth: decoder.width, storedHeight: decoder.height)
            return Picture(width: size.width, height: size.height, hasAlpha: false) { planes in
                if orientation == .upright {
                    planes.store(UnsafePointer(pixels), in: 0..<pixelCount)
                } else {
                    planes.store(UnsafePointer(pixels), walking: walk, size: size)
                }
            }
        }
    }

    /// Replaces cyan, magenta, yellow and black by red, green and blue, in place and packed.
    ///
    /// Without a profile of the press the usual simple model must do: each ink takes its share of the light.
    ///
    /// - Parameter areInverted: whether 255 stands for no ink, as Adobe's programs write it.
    private static func mixInks(_ pixels: UnsafeMutablePointer<UInt8>, pixelCount: Int, areInverted: Bool) {
        let inversion: UInt8 = areInverted ? 0 : 255
        for index in 0..<pixelCount {
            let light = Int(pixels[4 * index + 3] ^ inversion)
            for channel in 0..<3 {
                let value = Int(pixels[4 * index + channel] ^ inversion)
                pixels[3 * index + channel] = UInt8(truncatingIfNeeded: (value * light + 127) / 255)
            }
        }
    }
}

extension Planes {
    /// As `store(_:in:)` for a whole RGB picture whose pixels are stored in another order.
    fileprivate func store(_ source: UnsafePointer<UInt8>, walking walk: PixelWalk, size: PictureSize) {
        for (channel, plane) in channels.enumerated() {
            for row in 0..<size.height {
                let from = source + 3 * (walk.origin + row * walk.rowStep) + channel
                let to = plane + row * size.width
                for column in 0..<size.width {
                    to[column] = Float(from[3 * column * walk.columnStep]) / 255
                }
            }
        }
    }
}
