/// A picture in memory: three planes of 32-bit floats, red, green, blue, in 0...1 (sRGB-encoded),
/// rows from top to bottom, without padding; opacity, if the file had any, kept aside.
public struct Picture: Sendable, Equatable {
    /// Columns, at least 1.
    public let width: Int
    /// Rows, at least 1.
    public let height: Int
    /// `3 * width * height` values: the red plane, then green, then blue.
    public var samples: [Float]
    /// Opacity, `width * height` values in 0...1, or nil for an opaque picture. Colours are not multiplied by it.
    public var alpha: [Float]?

    /// The number of pixels of one plane.
    public var pixelCount: Int { width * height }

    /// A picture from its planes.
    ///
    /// - Precondition: `samples.count == 3 * width * height`, and `alpha` has a third of that.
    public init(width: Int, height: Int, samples: [Float], alpha: [Float]? = nil) {
        precondition(width > 0 && height > 0 && samples.count == 3 * width * height)
        precondition(alpha == nil || alpha?.count == width * height)
        self.width = width
        self.height = height
        self.samples = samples
        self.alpha = alpha
    }

    /// A picture of one colour.
    public init(width: Int, height: Int, red: Float = 0, green: Float = 0, blue: Float = 0) {
        var samples = [Float](repeating: red, count: 3 * width * height)
        for index in width * height..<2 * width * height { samples[index] = green }
        for index in 2 * width * height..<3 * width * height { samples[index] = blue }
        self.init(width: width, height: height, samples: samples)
    }

    /// The sample of one pixel.
    ///
    /// - Parameters:
    ///   - channel: 0 red, 1 green, 2 blue.
    public subscript(channel: Int, row: Int, column: Int) -> Float {
        get { samples[(channel * height + row) * width + column] }
        set { samples[(channel * height + row) * width + column] = newValue }
    }
}
