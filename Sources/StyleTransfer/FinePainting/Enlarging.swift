import Imaging

extension Picture {
    /// The picture at a larger size, with the detail of another one that it was painted from.
    ///
    /// What was changed is enlarged and added to the other picture, so that edges which nobody touched stay sharp.
    ///
    /// - Parameter original: what this picture began as, at any size of at least its own.
    func enlarged(to size: PictureSize, withDetailOf original: Picture) -> Picture {
        let before = original.resized(width: width, height: height)
        var change = Picture(width: width, height: height)
        // Resampling clamps to 0...1, differences lie in -1...1.
        for index in samples.indices { change.samples[index] = (samples[index] - before.samples[index] + 1) / 2 }
        change = change.resized(width: size.width, height: size.height)
        var result = original.resized(width: size.width, height: size.height)
        for index in result.samples.indices {
            result.samples[index] = min(1, max(0, result.samples[index] + 2 * change.samples[index] - 1))
        }
        return result
    }
}
