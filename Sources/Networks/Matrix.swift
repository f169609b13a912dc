import COpenBLAS

/// A matrix of doubles, row-major: for the small products of losses, where differences of near values count.
package struct Matrix: Sendable, Equatable {
    package let rows: Int
    package let columns: Int
    package var values: [Double]

    /// - Precondition: `values.count` is `rows * columns`.
    package init(rows: Int, columns: Int, values: [Double]) {
        precondition(values.count == rows * columns)
        self.rows = rows
        self.columns = columns
        self.values = values
    }

    /// A tensor whose dimensions behind the first are taken as one: a map `[c, h, w]` becomes c rows of h * w.
    package init(_ tensor: Tensor) {
        let rows = tensor.shape.first ?? 1
        self.init(rows: rows, columns: tensor.values.count / max(1, rows), values: tensor.values.map(Double.init))
    }

    package static func - (left: Matrix, right: Matrix) -> Matrix {
        precondition(left.rows == right.rows && left.columns == right.columns)
        return Matrix(rows: left.rows, columns: left.columns, values: zip(left.values, right.values).map { $0 - $1 })
    }

    /// - Precondition: `left` has as many columns as `right` has rows.
    package static func * (left: Matrix, right: Matrix) -> Matrix {
        precondition(left.columns == right.rows)
        return product(left, CblasNoTrans, right, rows: left.rows, inner: left.columns)
    }

    /// The transpose of the matrix times another one.
    package func transposedTimes(_ right: Matrix) -> Matrix {
        precondition(rows == right.rows)
        return Self.product(self, CblasTrans, right, rows: columns, inner: rows)
    }

    /// The sum over the diagonal of the product with another matrix, without computing the product.
    package func traceOfProduct(with right: Matrix) -> Double {
        precondition(columns == right.rows && rows == right.columns)
        var sum = 0.0
        for row in 0..<rows {
            for column in 0..<columns { sum += values[row * columns + column] * right.values[column * rows + row] }
        }
        return sum
    }

    private static func product(
        _ left: Matrix, _ transposition: CBLAS_TRANSPOSE, _ right: Matrix, rows: Int, inner: Int
    ) -> Matrix {
        var result = Matrix(
            rows: rows, columns: right.columns, values: [Double](repeating: 0, count: rows * right.columns))
        guard !result.values.isEmpty, inner > 0 else { return result }
        cblas_dgemm(
            CblasRowMajor, transposition, CblasNoTrans, CInt(rows), CInt(right.columns), CInt(inner), 1, left.values,
            CInt(left.columns), right.values, CInt(right.columns), 0, &result.values, CInt(right.columns))
        return result
    }
}
