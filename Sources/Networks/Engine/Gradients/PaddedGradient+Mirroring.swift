import Kernels

extension PaddedGradient {
    /// - Parameters:
    ///   - map: the gradient with respect to a map and its mirrored border, one pixel wide; nil for none.
    ///   - height: the rows of that map without its border.
    ///   - width: likewise its columns.
    init(_ map: FeatureMap?, height: Int, width: Int) {
        precondition(map.map { $0.height == height + 2 && $0.width == width + 2 } ?? true)
        self.init(
            map: map?.view ?? FeatureMapView(), row_before: reflectedIndex(-1, count: max(1, height)),
            row_behind: reflectedIndex(height, count: max(1, height)),
            column_before: reflectedIndex(-1, count: max(1, width)),
            column_behind: reflectedIndex(width, count: max(1, width)))
    }
}
