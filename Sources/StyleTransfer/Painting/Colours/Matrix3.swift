/// A 3x3 matrix of doubles, by columns.
///
/// Vectors are spelt `SIMD3(x, y, z)` here: written as literals they may pass through an array, and frames
/// allocate nothing.
package struct Matrix3: Equatable {
    package var columns: (SIMD3<Double>, SIMD3<Double>, SIMD3<Double>)

    package init(columns first: SIMD3<Double>, _ second: SIMD3<Double>, _ third: SIMD3<Double>) {
        columns = (first, second, third)
    }

    package init(diagonal: SIMD3<Double>) {
        self.init(columns: SIMD3(diagonal.x, 0, 0), SIMD3(0, diagonal.y, 0), SIMD3(0, 0, diagonal.z))
    }

    package static func == (left: Matrix3, right: Matrix3) -> Bool { left.columns == right.columns }

    package static func + (left: Matrix3, right: Matrix3) -> Matrix3 {
        Matrix3(
            columns: left.columns.0 + right.columns.0, left.columns.1 + right.columns.1,
            left.columns.2 + right.columns.2)
    }

    package static func * (factor: Double, matrix: Matrix3) -> Matrix3 {
        Matrix3(columns: factor * matrix.columns.0, factor * matrix.columns.1, factor * matrix.columns.2)
    }

    package static func * (matrix: Matrix3, vector: SIMD3<Double>) -> SIMD3<Double> {
        matrix.columns.0 * vector.x + matrix.columns.1 * vector.y + matrix.columns.2 * vector.z
    }

    package static func * (left: Matrix3, right: Matrix3) -> Matrix3 {
        Matrix3(columns: left * right.columns.0, left * right.columns.1, left * right.columns.2)
    }

    package var transposed: Matrix3 {
        Matrix3(
            columns: SIMD3(columns.0.x, columns.1.x, columns.2.x), SIMD3(columns.0.y, columns.1.y, columns.2.y),
            SIMD3(columns.0.z, columns.1.z, columns.2.z))
    }

    /// A symmetric matrix with its eigenvalues put through a function.
    ///
    /// - Precondition: the matrix is symmetric.
    package func mapEigenvalues(_ function: (Double) -> Double) -> Matrix3 {
        let eigen = EigenDecomposition(self)
        let diagonal = Matrix3(
            diagonal: SIMD3(function(eigen.values.x), function(eigen.values.y), function(eigen.values.z)))
        return eigen.vectors * diagonal * eigen.vectors.transposed
    }

    /// The rotation in the plane of two axes that makes their off-diagonal element 0; nil if it is 0.
    fileprivate func rotation(_ first: Int, _ second: Int) -> Matrix3? {
        let offDiagonal = self[second][first]
        guard offDiagonal != 0 else { return nil }
        let ratio = (self[second][second] - self[first][first]) / (2 * offDiagonal)
        let tangent = (ratio < 0 ? -1 : 1) / (abs(ratio) + (ratio * ratio + 1).squareRoot())
        let cosine = 1 / (tangent * tangent + 1).squareRoot()
        var result = Matrix3(diagonal: SIMD3(1, 1, 1))
        result[first][first] = cosine
        result[second][second] = cosine
        result[second][first] = tangent * cosine
        result[first][second] = -tangent * cosine
        return result
    }

    /// A column.
    private subscript(column: Int) -> SIMD3<Double> {
        get { column == 0 ? columns.0 : column == 1 ? columns.1 : columns.2 }
        set {
            switch column {
            case 0: columns.0 = newValue
            case 1: columns.1 = newValue
            default: columns.2 = newValue
            }
        }
    }
}

/// Eigenvalues of a symmetric matrix, and the matrix whose columns are the eigenvectors, by Jacobi's rotations.
private struct EigenDecomposition {
    private var matrix: Matrix3
    private(set) var vectors = Matrix3(diagonal: SIMD3(1, 1, 1))

    var values: SIMD3<Double> { SIMD3(matrix.columns.0.x, matrix.columns.1.y, matrix.columns.2.z) }

    init(_ symmetric: Matrix3) {
        matrix = symmetric
        // Convergence is quadratic: five sweeps reach the last bit, the others cost nothing.
        for _ in 0..<8 {
            rotate(0, 1)
            rotate(0, 2)
            rotate(1, 2)
        }
    }

    private mutating func rotate(_ first: Int, _ second: Int) {
        guard let rotation = matrix.rotation(first, second) else { return }
        matrix = rotation.transposed * matrix * rotation
        vectors = vectors * rotation
    }
}
