/// The planes of a picture while a decoder fills them.
struct Planes {
    /// Red, green, blue and, if the picture has it, opacity.
    let channels: [UnsafeMutablePointer<Float>]

    /// Spreads interleaved integer samples over the planes, scaled to 0...1.
    ///
    /// - Parameters:
    ///   - source: `channels.count` samples per pixel, `range.count` pixels.
    ///   - range: the pixels, counted row by row from the top left corner.
    func store<Sample: FixedWidthInteger & UnsignedInteger>(_ source: UnsafePointer<Sample>, in range: Range<Int>) {
        let stride = channels.count
        let scale = Float(Sample.max)
        for (channel, plane) in channels.enumerated() {
            let from = source + channel
            let to = plane + range.lowerBound
            for index in 0..<range.count {
                to[index] = Float(from[index * stride]) / scale
            }
        }
    }
}

extension Picture {
    /// A picture whose planes `fill` writes, all of them.
    ///
    /// The planes start uninitialised: a header that promises a large picture costs no memory
    /// before there are pixels to put into it.
    init(width: Int, height: Int, hasAlpha: Bool, filling fill: (Planes) throws -> Void) rethrows {
        let pixels = width * height
        var alpha: [Float]?
        let samples = try [Float](unsafeUninitializedCapacity: 3 * pixels) { colours, count in
            guard let red = colours.baseAddress else { return }
            let planes = [red, red + pixels, red + 2 * pixels]
            if hasAlpha {
                alpha = try [Float](unsafeUninitializedCapacity: pixels) { opacity, count in
                    guard let opacity = opacity.baseAddress else { return }
                    try fill(Planes(channels: planes + [opacity]))
                    count = pixels
                }
            } else {
                try fill(Planes(channels: planes))
            }
            count = 3 * pixels
        }
        self.init(width: width, height: height, samples: samples, alpha: alpha)
    }
}
