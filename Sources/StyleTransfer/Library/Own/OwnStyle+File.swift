import Files
import Networks

/// The file of an own style: safetensors with `gamma` and `beta`, `[row, channel]`, the bytes `swatch` and `picture`,
/// and the rest in the metadata.
extension OwnStyle {
    /// The ending of such files.
    public static let fileEnding = ".pastiche-style"
    /// The format that this program reads.
    static let currentVersion = 1
    /// More than any style with its pictures takes.
    private static let limit = 64 << 20

    /// Reads a file.
    ///
    /// - Throws: `FileError` if it cannot be read, `OwnStyleError.broken` or `.unknownVersion` if it is no style.
    public static func read(path: String) throws -> OwnStyle {
        let bytes = try readFile(path, limit: limit)
        do {
            return try OwnStyle(SafetensorsFile(bytes: bytes, name: path), path: path)
        } catch is SafetensorsError {
            throw OwnStyleError.broken(path: path, reason: "it is no style's file, or cut off")
        }
    }

    init(_ file: SafetensorsFile, path: String) throws(OwnStyleError) {
        func broken(_ reason: String) -> OwnStyleError { .broken(path: path, reason: reason) }
        func text(_ key: String) throws(OwnStyleError) -> String {
            guard let value = file.metadata[key] else { throw broken("it does not say its \(key)") }
            return value
        }
        func numbers(_ name: String) throws(OwnStyleError) -> Tensor {
            guard let tensor = file[name], tensor.shape.count == 2, !tensor.values.isEmpty else {
                throw broken("it has no \(name)")
            }
            guard tensor.values.allSatisfy(\.isFinite) else { throw broken("its \(name) holds what is no number") }
            return tensor
        }
        func bytes(_ name: String) throws(OwnStyleError) -> [UInt8] {
            guard let bytes = file[bytes: name] else { throw broken("it has no \(name)") }
            return bytes
        }

        guard let version = Int(try text("version")) else { throw broken("its version is no number") }
        guard version == Self.currentVersion else { throw .unknownVersion(path: path, version: version) }
        let id = try text("id")
        guard Self.isID(id) else { throw broken("'\(printable(id))' is not made of a-z, 0-9 and hyphens") }
        let (gamma, beta) = (try numbers("gamma"), try numbers("beta"))
        let strokes = try text("strokes").split(separator: ",").map { Int($0) ?? 0 }
        guard gamma.shape == beta.shape, strokes.count == gamma.shape[0] else {
            throw broken("gamma, beta and strokes do not fit each other")
        }
        guard strokes.allSatisfy({ $0 > 0 }), Set(strokes).count == strokes.count else {
            throw broken("its stroke sizes are not different numbers above 0")
        }
        let channels = gamma.shape[1]
        self.init(
            id: id, title: try text("title"), artist: file.metadata["artist"] ?? "", network: try text("network"),
            rows: strokes.enumerated().map { row, stroke in
                let place = row * channels..<(row + 1) * channels
                return Row(stroke: stroke, gamma: Array(gamma.values[place]), beta: Array(beta.values[place]))
            },
            swatch: try bytes("swatch"), picture: try bytes("picture"))
    }

    /// The content of the file.
    public func encoded() throws -> [UInt8] {
        var file = SafetensorsFile(metadata: [
            "version": "\(Self.currentVersion)", "id": id, "title": title, "artist": artist, "network": network,
            "strokes": rows.map { "\($0.stroke)" }.joined(separator: ","),
        ])
        let shape = [rows.count, rows[0].gamma.count]
        file["gamma"] = Tensor(shape: shape, values: rows.flatMap(\.gamma))
        file["beta"] = Tensor(shape: shape, values: rows.flatMap(\.beta))
        file[bytes: "swatch"] = swatch
        file[bytes: "picture"] = picture
        return try file.encoded()
    }
}
