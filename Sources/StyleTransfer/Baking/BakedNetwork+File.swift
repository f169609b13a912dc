import Files
import Networks

extension BakedNetwork {
    /// The format that this program writes; later ones are refused with a clear error.
    static let currentVersion = 1

    /// The keys of a file's metadata, all of which have text.
    private enum Key {
        static let format = "format"
        static let version = "version"
        static let mix = "mix"
        static let strength = "strength"
        static let stroke = "stroke"
        static let keepColours = "keep-colours"
        static let keepColoursBy = "keep-colours-by"
    }

    private static let format = "pastiche-baked-network"

    /// The network as a safetensors file of 32-bit floats: the tensors of a library's network with one row, and the
    /// recipe in the metadata.
    ///
    /// - Throws: `FileError`; the path is then as it was before.
    public func write(to path: String, replacingExisting: Bool) throws {
        var file = weights.tensors(with: try weights.conditioning(rows: [(row: 0, weight: 1)]))
        file.metadata = metadata
        try writeAtomically(file.encoded(), to: path, replacingExisting: replacingExisting)
    }

    /// Reads what `write` wrote.
    ///
    /// - Throws: `FileError`, `SafetensorsError`, `StyleNetworkError`; `BakedNetworkError` for weights that are no baked
    ///   network.
    public static func read(path: String) throws -> BakedNetwork {
        let file = try SafetensorsFile.read(path: path)
        guard file.metadata[Key.format] == format else { throw BakedNetworkError.foreign(path: path) }
        let version = file.metadata[Key.version] ?? ""
        guard version == "\(currentVersion)" else {
            throw BakedNetworkError.unknownVersion(path: path, version: version)
        }
        guard let recipe = recipe(file.metadata), (try? recipe.validate()) != nil else {
            throw BakedNetworkError.brokenRecipe(path: path)
        }
        let weights = try StyleNetworkWeights(tensors: file, file: path)
        guard weights.architecture.rows == 1 else {
            throw BakedNetworkError.severalRows(path: path, count: weights.architecture.rows)
        }
        return BakedNetwork(recipe: recipe, weights: weights)
    }

    private var metadata: [String: String] {
        var metadata = [
            Key.format: Self.format, Key.version: "\(Self.currentVersion)",
            Key.mix: Mix(parts: recipe.parts).description, Key.strength: decimal(recipe.strength),
        ]
        if let stroke = recipe.stroke { metadata[Key.stroke] = decimal(stroke) }
        if recipe.keptColours.amount > 0 {
            metadata[Key.keepColours] = decimal(recipe.keptColours.amount)
            metadata[Key.keepColoursBy] = recipe.keptColours.way.rawValue
        }
        return metadata
    }

    /// The recipe in a file's metadata; nil if a part of it is missing or no number.
    private static func recipe(_ metadata: [String: String]) -> Recipe? {
        guard let mix = metadata[Key.mix].flatMap({ try? Mix(parsing: $0) }),
            let strength = metadata[Key.strength].flatMap(Float.init)
        else { return nil }
        var recipe = Recipe(parts: mix.parts, strength: strength)
        if let text = metadata[Key.stroke] {
            guard let stroke = Float(text) else { return nil }
            recipe.stroke = stroke
        }
        if let text = metadata[Key.keepColours] {
            guard let amount = Float(text),
                let way = KeptColours.Way(rawValue: metadata[Key.keepColoursBy] ?? "")
            else { return nil }
            recipe.keptColours = KeptColours(amount: amount, by: way)
        }
        return recipe
    }
}
