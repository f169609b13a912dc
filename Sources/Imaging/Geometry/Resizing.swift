extension Picture {
    /// The picture resampled: Lanczos with three lobes, widened against aliasing, where it shrinks,
    /// Catmull-Rom where it grows, each direction by itself. The outermost pixels continue beyond the edges.
    ///
    /// Filters the sRGB-encoded values, as the pictures were filtered that style networks learn from.
    /// Samples of the result are clamped to 0...1. A size below 1 becomes 1.
    /// For many pictures of one size, ``Resampler`` keeps its tables and buffers.
    public func resized(width: Int, height: Int) -> Picture {
        let target = PictureSize(width: width, height: height)
        if target == size { return self }
        var resampler = Resampler(from: size, to: target)
        guard let alpha else {
            var result = Picture(width: target.width, height: target.height)
            resampler.resample(self, into: &result)
            return result
        }
        // A transparent pixel's colour means nothing: each colour counts as much as its pixel is opaque.
        var weighted = Picture(width: self.width, height: self.height, samples: samples)
        weighted.scaleColours(by: alpha)
        var result = Picture(width: target.width, height: target.height)
        resampler.resample(weighted, into: &result)
        let opacity = resampler.resample(plane: alpha)
        result.scaleColours(by: opacity.map { $0 > 0 ? 1 / $0 : 0 })
        result.alpha = opacity
        return result
    }

    /// The picture resampled so that its longer side is `longSide`.
    ///
    /// - Parameter enlarging: if false, a picture that is small enough already stays as it is.
    public func fitted(longSide: Int, enlarging: Bool = false) -> Picture {
        let target = size.fitted(longSide: longSide, enlarging: enlarging)
        return resized(width: target.width, height: target.height)
    }

    /// The picture resampled to the largest size of the same shape that lies within `width` and `height`.
    ///
    /// - Parameter enlarging: if false, a picture that lies within already stays as it is.
    public func fitted(within width: Int, height: Int, enlarging: Bool = false) -> Picture {
        let target = size.fitted(within: width, height: height, enlarging: enlarging)
        return resized(width: target.width, height: target.height)
    }

    /// Multiplies all three planes by one, and clamps.
    private mutating func scaleColours(by factors: [Float]) {
        for channel in 0..<3 {
            let start = channel * pixelCount
            for index in 0..<pixelCount {
                samples[start + index] = Quantisation.clamped(samples[start + index] * factors[index])
            }
        }
    }
}
