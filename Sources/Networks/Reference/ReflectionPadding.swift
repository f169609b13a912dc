/// Where a row or column outside a picture is found inside it: mirrored at the borders without repeating them.
///
/// Mirrors as often as necessary, so a border may be wider than the picture; a single row stands for all.
/// - Parameters:
///   - index: any number; those in `0..<count` are their own image.
///   - count: the number of rows or columns, at least 1.
package func reflectedIndex(_ index: Int, count: Int) -> Int {
    if count == 1 { return 0 }
    let period = 2 * (count - 1)
    let phase = ((index % period) + period) % period
    return min(phase, period - phase)
}

extension Tensor {
    /// The feature map with a mirrored border, `[channel, row, column]`.
    package func reflectionPadded(top: Int, left: Int, bottom: Int, right: Int) -> Tensor {
        var padded = Tensor(shape: [shape[0], shape[1] + top + bottom, shape[2] + left + right])
        for channel in 0..<shape[0] {
            for row in 0..<padded.shape[1] {
                let source = reflectedIndex(row - top, count: shape[1])
                for column in 0..<padded.shape[2] {
                    padded[channel, row, column] = self[channel, source, reflectedIndex(column - left, count: shape[2])]
                }
            }
        }
        return padded
    }

    /// The upper left part of a feature map.
    package func cropped(height: Int, width: Int) -> Tensor {
        var part = Tensor(shape: [shape[0], height, width])
        for channel in 0..<shape[0] {
            for row in 0..<height {
                for column in 0..<width { part[channel, row, column] = self[channel, row, column] }
            }
        }
        return part
    }
}
