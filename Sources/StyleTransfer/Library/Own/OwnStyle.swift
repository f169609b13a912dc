import Foundation

/// A style that is not the library's: gamma and beta that its network was taught, or that were guessed for it, and the
/// picture that they come from.
///
/// Kept in one file, which can be given away (`OwnStyle+File.swift`).
public struct OwnStyle: Sendable, Equatable, Identifiable {
    /// Gamma and beta for one stroke size.
    public struct Row: Sendable, Equatable {
        /// The short side, in pixels, at which the style's picture is seen.
        public let stroke: Int
        /// For all conditioned norms, as in a `Conditioning`.
        public let gamma: [Float]
        public let beta: [Float]

        /// - Precondition: as many values of both; `stroke` above 0.
        public init(stroke: Int, gamma: [Float], beta: [Float]) {
            precondition(gamma.count == beta.count && stroke > 0)
            self.stroke = stroke
            self.gamma = gamma
            self.beta = beta
        }
    }

    /// What commands, presets and recipes call it: letters a to z, digits and hyphens.
    public var id: String
    public var title: String
    /// Empty where nobody said.
    public var artist: String
    /// `StyleNetworkWeights.fingerprint` of the network that the rows belong to.
    public let network: String
    /// At least one, of different stroke sizes, all as long.
    public let rows: [Row]
    /// What the style looks like, painted by the network: a picture file's content.
    public let swatch: [UInt8]
    /// The picture that the style comes from, a picture file's content: should the network change, it can be learnt
    /// again.
    public let picture: [UInt8]

    /// - Precondition: `rows` are as said there.
    public init(
        id: String, title: String, artist: String = "", network: String, rows: [Row], swatch: [UInt8], picture: [UInt8]
    ) {
        precondition(!rows.isEmpty && rows.allSatisfy { $0.gamma.count == rows[0].gamma.count })
        precondition(Set(rows.map(\.stroke)).count == rows.count)
        self.id = id
        self.title = title
        self.artist = artist
        self.network = network
        self.rows = rows
        self.swatch = swatch
        self.picture = picture
    }

    /// The longest id.
    public static let idLimit = 60

    /// Whether a style may be called so.
    public static func isID(_ text: String) -> Bool {
        isIdentifier(text) && text.count <= idLimit
    }

    /// An id made of a title or a file's name: `Oma's garden.jpg` becomes `oma-s-garden`.
    ///
    /// - Returns: "style" where nothing is left.
    public static func id(for title: String) -> String {
        let plain = title.folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil).lowercased()
        let words = plain.split { !("a"..."z").contains($0) && !("0"..."9").contains($0) }
        let id = words.joined(separator: "-").prefix(idLimit)
        return id.isEmpty ? "style" : String(id.last == "-" ? id.dropLast() : id)
    }
}
