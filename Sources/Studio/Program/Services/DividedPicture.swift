import Imaging

/// Two pictures of one size as one: the left part of the one beside the right part of the other.
///
/// Keeps its memory, so that moving the divider allocates nothing.
package struct DividedPicture {
    /// What a half shows. Halves that are equal need no new pixels.
    package struct Content: Equatable {
        var side: Comparison.Side
        /// Which of the painted frames it is, for the pastiche.
        var frame: Int
        /// Which detail it is, where the pastiche at the size of an export is shown; 0 for the frame.
        var detail: Int
        var size: PictureSize
        /// The part of the side's picture that is in view.
        var viewport: Viewport

        package init(
            side: Comparison.Side, frame: Int = 0, detail: Int = 0, size: PictureSize, viewport: Viewport = Viewport()
        ) {
            self.side = side
            self.frame = frame
            self.detail = detail
            self.size = size
            self.viewport = viewport
        }
    }

    private struct Half {
        var content: Content?
        var picture = Picture(width: 1, height: 1)
        var resampler: Resampler?

        mutating func fit(_ size: PictureSize) {
            if picture.size != size { picture = Picture(width: size.width, height: size.height) }
        }
    }

    package enum Place { case left, right }

    package private(set) var picture = Picture(width: 1, height: 1)
    private var left = Half()
    private var right = Half()

    package init() {}

    /// Forgets what the halves show; the photograph is another one.
    package mutating func forget() {
        left.content = nil
        right.content = nil
    }

    /// Answers which halves need new pixels; those that only changed places do not.
    package mutating func missing(left wantedLeft: Content, right wantedRight: Content) -> [Place] {
        if left.content == wantedRight && left.content != wantedLeft
            || right.content == wantedLeft && right.content != wantedRight
        {
            swap(&left, &right)
        }
        var missing: [Place] = []
        if left.content != wantedLeft { missing.append(.left) }
        if right.content != wantedRight { missing.append(.right) }
        return missing
    }

    /// Lets a half show what is in view of a picture of any size.
    package mutating func show(_ source: Picture, as content: Content, on place: Place) {
        let source = source.part(in: content.viewport)
        change(place) { half in
            var resampler = half.resampler.take() ?? Resampler(from: source.size, to: content.size)
            if resampler.source != source.size || resampler.target != content.size {
                resampler = Resampler(from: source.size, to: content.size)
            }
            half.fit(content.size)
            resampler.resample(source, into: &half.picture)
            half.resampler = resampler
            half.content = content
        }
    }

    /// Lends the pixels of a half to whoever paints them; `give` brings them back.
    package mutating func take(_ place: Place) -> Picture {
        var lent = Picture(width: 1, height: 1)
        change(place) { half in
            swap(&lent, &half.picture)
            half.content = nil
        }
        return lent
    }

    package mutating func give(_ picture: Picture, as content: Content, to place: Place) {
        change(place) { half in
            half.picture = picture
            half.content = content
        }
    }

    private mutating func change(_ place: Place, _ change: (inout Half) -> Void) {
        switch place {
        case .left: change(&left)
        case .right: change(&right)
        }
    }

    /// Puts the halves together.
    ///
    /// - Parameter divider: thousandths of the width that show the left one; at the ends there is no line.
    package mutating func compose(divider: Int) {
        let size = left.picture.size
        guard right.picture.size == size else { return }
        if picture.size != size { picture = Picture(width: size.width, height: size.height) }
        let range = Comparison.dividerRange
        let column = (size.width * divider.clamped(to: range) + range.upperBound / 2) / range.upperBound
        Self.join(left.picture, right.picture, at: column, into: &picture)
        if range.lowerBound < divider && divider < range.upperBound { drawLine(at: column) }
    }

    private static func join(_ left: Picture, _ right: Picture, at column: Int, into picture: inout Picture) {
        let (width, rows) = (picture.width, 3 * picture.height)
        picture.samples.withUnsafeMutableBufferPointer { result in
            left.samples.withUnsafeBufferPointer { left in
                right.samples.withUnsafeBufferPointer { right in
                    guard let result = result.baseAddress, let left = left.baseAddress, let right = right.baseAddress
                    else { return }
                    for start in stride(from: 0, to: rows * width, by: width) {
                        (result + start).update(from: left + start, count: column)
                        (result + start + column).update(from: right + start + column, count: width - column)
                    }
                }
            }
        }
    }

    /// A light line with dark edges, to be seen on any picture.
    private mutating func drawLine(at column: Int) {
        let tones: [(offset: Int, tone: Float)] = [(-2, 0.1), (-1, 0.95), (0, 0.95), (1, 0.1)]
        let width = picture.width
        for (offset, tone) in tones where (0..<width).contains(column + offset) {
            for row in 0..<3 * picture.height { picture.samples[row * width + column + offset] = tone }
        }
    }
}
