/// An affine map of colours: a matrix and what is added.
package struct ColourMap: Equatable {
    package var matrix: Matrix3
    package var offset: SIMD3<Double>

    package static let identity = ColourMap(matrix: Matrix3(diagonal: SIMD3(1, 1, 1)), offset: .zero)

    package init(matrix: Matrix3, offset: SIMD3<Double>) {
        self.matrix = matrix
        self.offset = offset
    }

    /// The map that gives one picture's colours the mean and covariance of another's and moves them the least:
    /// the closed form of Monge and Kantorovich's transport between Gaussians (Pitié and Kokaram 2007),
    /// `A = S^-1/2 (S^1/2 T S^1/2)^1/2 S^-1/2`.
    package init(from source: ColourStatistics, to target: ColourStatistics) {
        // A picture of one colour has no covariance to invert, one of greys only a part of it. A deviation of
        // 0.01, below what an eye tells apart, is added to both.
        let floor = Matrix3(diagonal: SIMD3(repeating: 1e-4))
        let sourceCovariance = source.covariance + floor
        let targetCovariance = target.covariance + floor
        // Rounding may leave an eigenvalue just below 0.
        let root = sourceCovariance.mapEigenvalues { max($0, 1e-6).squareRoot() }
        let inverseRoot = sourceCovariance.mapEigenvalues { 1 / max($0, 1e-6).squareRoot() }
        let middle = (root * targetCovariance * root).mapEigenvalues { max($0, 0).squareRoot() }
        matrix = inverseRoot * middle * inverseRoot
        offset = target.mean - matrix * source.mean
    }

    /// This map for a part of the way: 0 leaves colours alone, 1 is the map.
    package func partly(_ share: Double) -> ColourMap {
        ColourMap(
            matrix: (1 - share) * ColourMap.identity.matrix + share * matrix, offset: share * offset)
    }
}

extension ColourMap {
    /// Sends painted colours through the map and mixes them with the photograph, clamped to 0...1.
    ///
    /// - Parameters:
    ///   - painting: three planes; changed in place.
    ///   - photograph: three planes of the same size.
    ///   - share: the painting's share of the result.
    ///   - fading: how far colours that no screen shows are led towards the grey of their luma before they are
    ///     clamped, 0...1. Clamping alone turns them into flat, glaring ones of another hue.
    package func blend(
        _ painting: UnsafeMutableBufferPointer<Float>, with photograph: UnsafeBufferPointer<Float>, share: Float,
        fading: Float = 0
    ) {
        let count = painting.count / 3
        let rows = matrix.transposed.columns
        let scale = Double(share)
        let toRed = SIMD3<Float>(scale * rows.0)
        let toGreen = SIMD3<Float>(scale * rows.1)
        let toBlue = SIMD3<Float>(scale * rows.2)
        let added = SIMD3<Float>(scale * offset)
        let rest = 1 - share
        for index in 0..<count {
            let (red, green, blue) = (painting[index], painting[count + index], painting[2 * count + index])
            func mixed(_ row: SIMD3<Float>, _ added: Float, _ original: Float) -> Float {
                row.x * red + row.y * green + row.z * blue + added + rest * original
            }
            var colour = SIMD3(
                mixed(toRed, added.x, photograph[index]), mixed(toGreen, added.y, photograph[count + index]),
                mixed(toBlue, added.z, photograph[2 * count + index]))
            if fading > 0 { colour = colour.faded(by: fading) }
            painting[index] = max(0, min(1, colour.x))
            painting[count + index] = max(0, min(1, colour.y))
            painting[2 * count + index] = max(0, min(1, colour.z))
        }
    }
}

extension SIMD3<Float> {
    /// A colour with components beyond 0...1 led towards the grey of its luma (Rec. 709), by so much of the way on
    /// which all of them come back into the range.
    fileprivate func faded(by part: Float) -> SIMD3<Float> {
        let most = Swift.max(x, y, z), least = Swift.min(x, y, z)
        guard most > 1 || least < 0 else { return self }
        let luma = Swift.max(0, Swift.min(1, 0.2126 * x + 0.7152 * y + 0.0722 * z))
        var chroma: Float = 1
        if most > 1 { chroma = (1 - luma) / (most - luma) }
        if least < 0 { chroma = Swift.min(chroma, luma / (luma - least)) }
        chroma = 1 - part * (1 - chroma)
        let grey = SIMD3(luma, luma, luma)
        return grey + chroma * (self - grey)
    }
}
