import Networks

/// How far apart features of a layer are: the squared distance of what a linear map H, the head, makes of them, by the
/// symmetric matrix Hᵀ H. So distances are those in the features of the network that this one was distilled from, while
/// everything is computed with its own fewer channels.
package struct PerceptualMetric: Sendable, Equatable {
    /// Hᵀ H.
    package let matrix: Matrix
    /// The head's rows: the features that it makes.
    package let features: Int

    /// - Parameter head: `[features, channels]`.
    init(head: Tensor) {
        let head = Matrix(head)
        matrix = head.transposedTimes(head)
        features = head.rows
    }
}
