extension Recipe: Codable {
    private enum CodingKeys: String, CodingKey { case version, parts, strength, stroke }

    /// Reads and validates a recipe. A missing version is 1, a missing strength 1, a missing stroke the library's.
    ///
    /// - Throws: `RecipeError` for values that make no sense, `DecodingError` for the wrong types.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let version = try container.decodeIfPresent(Int.self, forKey: .version) ?? 1
        // Before anything else: a later version may write the rest in another way.
        guard version == Recipe.currentVersion else { throw RecipeError.unknownVersion(version) }
        self.init(parts: try container.decode([Part].self, forKey: .parts))
        if container.contains(.strength) { strength = try container.decodeNumber(forKey: .strength) }
        if container.contains(.stroke) { stroke = try container.decodeNumber(forKey: .stroke) }
        try validate()
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(version, forKey: .version)
        try container.encodeNumber(strength, forKey: .strength)
        if let stroke { try container.encodeNumber(stroke, forKey: .stroke) }
        try container.encode(parts, forKey: .parts)
    }
}

extension Recipe.Part: Codable {
    private enum CodingKeys: String, CodingKey { case style, weight }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            style: try container.decode(String.self, forKey: .style),
            weight: try container.decodeNumber(forKey: .weight))
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(style, forKey: .style)
        try container.encodeNumber(weight, forKey: .weight)
    }
}

extension KeyedDecodingContainer {
    /// Takes whole numbers too: people write `weight = 1`, and TOML tells integers from fractions.
    fileprivate func decodeNumber(forKey key: Key) throws -> Float {
        if let fraction = try? decode(Double.self, forKey: key) { return Float(fraction) }
        return Float(try decode(Int.self, forKey: key))
    }
}

extension KeyedEncodingContainer {
    /// Writes the shortest decimal: formats that only know doubles would write 0.6 as 0.6000000238418579.
    fileprivate mutating func encodeNumber(_ value: Float, forKey key: Key) throws {
        try encode(Double("\(value)") ?? Double(value), forKey: key)
    }
}
