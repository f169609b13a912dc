extension Picture {
    /// The picture on a ground of one colour: opaque. An opaque picture stays as it is.
    public func composited(red: Float, green: Float, blue: Float) -> Picture {
        guard let alpha else { return self }
        var result = Picture(width: width, height: height, samples: samples)
        for (channel, ground) in [red, green, blue].enumerated() {
            let start = channel * pixelCount
            for index in 0..<pixelCount {
                result.samples[start + index] = ground + (samples[start + index] - ground) * alpha[index]
            }
        }
        return result
    }
}
