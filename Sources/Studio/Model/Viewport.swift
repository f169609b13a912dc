import Imaging

/// The part of the picture that is in view: a rectangle of the picture's own shape, in shares of its sides.
public struct Viewport: Sendable, Hashable {
    /// How many times larger than at rest the picture is shown; 1 shows all of it.
    public private(set) var zoom = 1.0
    /// The upper left corner, 0...1 - 1/zoom.
    public private(set) var left = 0.0
    public private(set) var top = 0.0

    /// The steps of the zoom.
    static let steps = [1, 1.5, 2, 3, 4, 6, 8, 12, 16, 24, 32]

    public init() {}

    public var isWhole: Bool { zoom == 1 }

    /// The share of each side that is in view.
    public var extent: Double { 1 / zoom }

    /// Takes the next step of the zoom, in or out.
    ///
    /// - Parameters:
    ///   - limit: the largest zoom that may be reached by zooming in.
    ///   - x: the point of the view, in shares of it, that stays where it is.
    package mutating func zoom(in isInward: Bool, limit: Double, x: Double = 0.5, y: Double = 0.5) {
        let next =
            isInward
            ? Self.steps.first { $0 > zoom && $0 <= max(limit, zoom) } : Self.steps.last { $0 < zoom }
        guard let next else { return }
        let before = extent
        zoom = next
        left += x * (before - extent)
        top += y * (before - extent)
        stayInside()
    }

    /// Moves by shares of the view, right and down.
    package mutating func pan(x: Double, y: Double) {
        left += x * extent
        top += y * extent
        stayInside()
    }

    private mutating func stayInside() {
        left = left.clamped(to: 0...1 - extent)
        top = top.clamped(to: 0...1 - extent)
    }
}

extension Picture {
    /// The part that is in view; the picture itself where that is all of it.
    package func part(in viewport: Viewport) -> Picture {
        guard !viewport.isWhole else { return self }
        let part = viewport.pixels(of: size)
        return cropped(row: part.row, column: part.column, width: part.width, height: part.height)
    }
}

extension Viewport {
    /// The pixels of a picture that are in view; at least one.
    package func pixels(of size: PictureSize) -> (row: Int, column: Int, width: Int, height: Int) {
        let width = max(1, Int((Double(size.width) * extent).rounded()))
        let height = max(1, Int((Double(size.height) * extent).rounded()))
        return (
            row: Int((Double(size.height) * top).rounded()).clamped(to: 0...size.height - height),
            column: Int((Double(size.width) * left).rounded()).clamped(to: 0...size.width - width),
            width: width, height: height
        )
    }
}
