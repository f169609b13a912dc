import Files
import Imaging
import Networks
import Styles

/// The styles at hand and the network that paints them.
///
/// A library is a folder: `catalogue.json`, the network's weights, and a swatch for each style.
public struct StyleLibrary: Sendable {
    /// The styles in the catalogue's order, then the user's own.
    public private(set) var styles: [Style]
    /// The folder that the library was read from.
    public let folder: String
    /// The stroke size that is painted where a recipe names none, in pixels of the style image's short side.
    public let stroke: Int
    /// The network that paints the styles.
    package private(set) var weights: StyleNetworkWeights
    /// The rows that reproduce the photograph's drawing.
    package let original: [Style.Row]
    /// Why styles of the user's were left out.
    public internal(set) var problems: [any UserFacingError] = []
    private var indices: [String: Int]
    private var ownSwatches: [String: [UInt8]] = [:]
    private let preparation: NetworkPreparation

    private init(folder: String, catalogue: Catalogue, weights: StyleNetworkWeights) {
        self.folder = folder
        self.weights = weights
        preparation = NetworkPreparation(weights)
        styles = catalogue.styles
        stroke = catalogue.stroke
        original = catalogue.original
        indices = Dictionary(uniqueKeysWithValues: catalogue.styles.enumerated().map { ($1.id, $0) })
    }

    /// Reads the library that ships with Pastiche.
    public static func shipped() throws -> StyleLibrary {
        guard let folder = Styles.folder else { throw LibraryError.notInstalled }
        return try read(folder: folder)
    }

    /// Reads the library in a folder: the catalogue and the network, not the swatches.
    ///
    /// - Throws: `FileError` if a file is missing, `LibraryError` if the catalogue is wrong or does not
    ///   fit the network, the weight file's own errors if that is broken.
    public static func read(folder: String) throws -> StyleLibrary {
        let path = folder + "/" + Catalogue.fileName
        let catalogue = try Catalogue.read(path)
        let weights = try StyleNetworkWeights.read(path: folder + "/" + catalogue.network)
        try catalogue.checkRows(count: weights.architecture.rows, path: path)
        return StyleLibrary(folder: folder, catalogue: catalogue, weights: weights)
    }

    /// Prepares the network for this processor, which painting would do by itself: what stands in its way is better
    /// said before anything else happens.
    ///
    /// - Parameter precision: the one that will paint.
    /// - Throws: `EngineError` if the processor lacks the kernels or the precision that were asked for.
    public func prepare(_ precision: Precision = .single) throws {
        _ = try network().liveWeights(precision)
    }

    /// The network, prepared for this processor on first use: who only reads the catalogue needs no kernels.
    package func network() throws(EngineError) -> PreparedStyleNetwork {
        try preparation.network()
    }

    /// The style of that id.
    public func style(_ id: String) -> Style? {
        indices[id].map { styles[$0] }
    }

    /// The style of that id, or an error that names the one probably meant.
    public func requireStyle(_ id: String) throws(PaintingError) -> Style {
        if let style = style(id) { return style }
        throw .unknownStyle(id: id, nearest: nearestName(to: id, among: styles.map(\.id)))
    }

    /// Checks that the library has every style of a recipe.
    public func check(_ recipe: Recipe) throws(PaintingError) {
        try check(Mix(parts: recipe.parts))
    }

    /// Checks that the library has every style of a mix.
    public func check(_ mix: Mix) throws(PaintingError) {
        for part in mix.parts { _ = try requireStyle(part.style) }
    }

    /// The precision in which live frames are painted: the one that `PASTICHE_PRECISION` names, or else the fastest.
    ///
    /// - Throws: `EngineError` if the environment asks for one that is unknown or that this machine does not have.
    public func livePrecision(environment: [String: String]) throws(EngineError) -> Precision {
        try .live(on: network().instructionSet, environment: environment)
    }

    /// The picture that shows what a style looks like, painted by the network.
    ///
    /// - Throws: `FileError`, `PictureError`.
    public func swatch(of style: Style) throws -> Picture {
        if let bytes = ownSwatches[style.id] { return try .decode(bytes, name: "the swatch of \(style.id)") }
        return try Picture.read(path: folder + "/" + style.swatch)
    }

    /// Takes in a style that fits the network and whose name is free. What is prepared for the processor stays: rows
    /// take no part in it.
    mutating func append(_ own: OwnStyle) {
        let rows = own.rows.map {
            Style.Row(stroke: $0.stroke, row: weights.append(gamma: $0.gamma, beta: $0.beta))
        }
        indices[own.id] = styles.count
        ownSwatches[own.id] = own.swatch
        styles.append(
            Style(
                id: own.id, title: own.title, artist: own.artist, year: "", medium: "your own", licence: "", swatch: "",
                rows: rows))
    }
}
