/// Resamples pictures of one size to another. Tables and buffers are made once, so that a live frame allocates nothing.
///
/// The filter is that of ``Picture/resized(width:height:)``. Rows are mixed before columns: that half vectorises
/// best, and it leaves little for the other half when a photograph shrinks.
public struct Resampler: Sendable {
    public let source: PictureSize
    public let target: PictureSize
    /// Nil where a direction keeps its length.
    private let vertical: ResamplingWeights?
    private let horizontal: ResamplingWeights?
    /// One plane of the target's height and the source's width.
    private var between: [Float]

    public init(from source: PictureSize, to target: PictureSize) {
        self.source = source
        self.target = target
        vertical = source.height == target.height ? nil : ResamplingWeights(from: source.height, to: target.height)
        horizontal = source.width == target.width ? nil : ResamplingWeights(from: source.width, to: target.width)
        between = [Float](repeating: 0, count: source.width * target.height)
    }

    /// Resamples the colours of a picture, clamped to 0...1; opacity is left alone on both sides.
    ///
    /// - Precondition: the pictures have the sizes that the resampler was made for.
    public mutating func resample(_ picture: Picture, into result: inout Picture) {
        precondition(picture.size == source && result.size == target)
        let sourceCount = picture.pixelCount
        let targetCount = result.pixelCount
        picture.samples.withUnsafeBufferPointer { from in
            result.samples.withUnsafeMutableBufferPointer { to in
                guard let from = from.baseAddress, let to = to.baseAddress else { return }
                for channel in 0..<3 {
                    resamplePlane(from + channel * sourceCount, into: to + channel * targetCount)
                }
            }
        }
    }

    /// Resamples one plane, clamped to 0...1.
    mutating func resample(plane: [Float]) -> [Float] {
        precondition(plane.count == source.width * source.height)
        let count = target.width * target.height
        return [Float](unsafeUninitializedCapacity: count) { result, initialized in
            plane.withUnsafeBufferPointer { plane in
                guard let from = plane.baseAddress, let to = result.baseAddress else { return }
                resamplePlane(from, into: to)
                initialized = count
            }
        }
    }

    private mutating func resamplePlane(_ plane: UnsafePointer<Float>, into result: UnsafeMutablePointer<Float>) {
        let source = source
        let target = target
        between.withUnsafeMutableBufferPointer { between in
            guard let scratch = between.baseAddress else { return }
            var rows = plane
            if let vertical {
                mixRows(plane, into: scratch, width: source.width, weights: vertical)
                rows = UnsafePointer(scratch)
            }
            if let horizontal {
                mixColumns(
                    rows, into: result, sourceWidth: source.width, targetWidth: target.width, height: target.height,
                    weights: horizontal)
            } else {
                result.update(from: rows, count: target.width * target.height)
            }
        }
        for index in 0..<target.width * target.height { result[index] = Quantisation.clamped(result[index]) }
    }
}
