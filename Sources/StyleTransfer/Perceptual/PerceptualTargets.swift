import Networks

/// The style that a layer should have: a Gram matrix, and how far another one is from it.
package struct GramTarget: Sendable {
    private let matrix: Matrix
    private let metric: PerceptualMetric?
    /// The squared norm of the target, at least so much that a black picture divides nothing by zero.
    private let scale: Double

    /// - Parameters:
    ///   - matrix: `[channels, channels]`, as `PerceptualNetwork.gram` gives it.
    ///   - metric: the layer's in `PerceptualWeights.metrics`; nil for the sum of squares.
    package init(_ matrix: Tensor, metric: PerceptualMetric?) {
        self.matrix = Matrix(matrix)
        self.metric = metric
        scale = max(Self.squaredNorm(self.matrix, metric).value, 1e-12)
    }

    /// The squared distance over the squared norm of the target, and its gradient with respect to `gram`.
    package func distance(to gram: Tensor) -> (value: Double, gradient: Tensor) {
        let (value, product) = Self.squaredNorm(Matrix(gram) - matrix, metric)
        let gradient = metric.map { product * $0.matrix } ?? product
        return (value / scale, Tensor(shape: gram.shape, values: gradient.values.map { Float(2 * $0 / scale) }))
    }

    /// tr(M D M D), the sum of squares of H D Hᵀ; and M D.
    private static func squaredNorm(
        _ difference: Matrix, _ metric: PerceptualMetric?
    ) -> (value: Double, product: Matrix) {
        let product = metric.map { $0.matrix * difference } ?? difference
        return (product.traceOfProduct(with: product), product)
    }
}

/// The content that a layer should have: features, and how far others are from them.
package struct FeatureTarget: Sendable {
    private let features: Tensor
    private let metric: PerceptualMetric?

    /// - Parameters:
    ///   - features: as `PerceptualNetwork.features` gives them.
    ///   - metric: the layer's in `PerceptualWeights.metrics`; nil for the sum of squares.
    package init(_ features: Tensor, metric: PerceptualMetric?) {
        self.features = features
        self.metric = metric
    }

    /// The mean squared difference, and its gradient with respect to `features`.
    package func distance(to other: Tensor) -> (value: Double, gradient: Tensor) {
        precondition(other.shape == features.shape)
        let difference = Matrix(other) - Matrix(features)
        let product = metric.map { $0.matrix * difference } ?? difference
        let count = Double(difference.columns * (metric?.features ?? difference.rows))
        let sum = zip(difference.values, product.values).reduce(0) { $0 + $1.0 * $1.1 }
        return (sum / count, Tensor(shape: other.shape, values: product.values.map { Float(2 * $0 / count) }))
    }
}
