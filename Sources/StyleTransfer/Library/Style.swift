/// A style that the network has learnt, as the catalogue describes it.
public struct Style: Codable, Equatable, Sendable, Identifiable {
    /// The word by which commands, presets and recipes name the style: `starry-night`.
    public let id: String
    public let title: String
    public let artist: String
    public let year: String
    public let medium: String
    /// Why the work may be used.
    public let licence: String
    /// The picture of the style, a path below the catalogue's folder; empty for the user's own styles.
    public let swatch: String
    /// The network's rows of gamma and beta for this style, one for each stroke size it was trained at.
    public let rows: [Row]

    /// Whether it is the user's own, not the library's.
    public var isOwn: Bool { swatch.isEmpty }

    /// One row of gamma and beta.
    public struct Row: Codable, Equatable, Sendable {
        /// The short side, in pixels, of the style image that the row was trained with.
        public let stroke: Int
        /// The index in the weight file's gamma and beta.
        public let row: Int

        public init(stroke: Int, row: Int) {
            self.stroke = stroke
            self.row = row
        }
    }
}
