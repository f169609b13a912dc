import Files

extension StyleLibrary {
    /// The library that ships with Pastiche, and behind its styles the user's own. Those that cannot be used are left
    /// out; `problems` says why.
    ///
    /// - Throws: what `shipped()` does.
    public static func installed(directories: UserDirectories = UserDirectories()) throws -> StyleLibrary {
        var library = try shipped()
        do {
            library.add(try OwnStyleStore(directories: directories).list())
        } catch {
            library.problems.append(error)
        }
        return library
    }

    /// Puts own styles behind those that are there, whose rows stay as they are to the last bit.
    mutating func add(_ listing: OwnStyleStore.Listing) {
        problems += listing.problems
        guard !listing.files.isEmpty else { return }
        let fingerprint = weights.fingerprint
        for (path, own) in listing.files {
            if style(own.id) != nil {
                problems.append(OwnStyleError.repeated(path: path, id: own.id))
            } else if !fits(own, fingerprint) {
                problems.append(OwnStyleError.otherNetwork(path: path, id: own.id))
            } else {
                append(own)
            }
        }
    }

    private func fits(_ own: OwnStyle, _ fingerprint: String) -> Bool {
        own.network == fingerprint && own.rows[0].gamma.count == weights.conditionedChannels
    }

    /// Checks that this library's network can paint a style.
    ///
    /// - Parameter path: the style's file, for the error.
    public func checkNetwork(of own: OwnStyle, path: String) throws(OwnStyleError) {
        guard fits(own, weights.fingerprint) else { throw .otherNetwork(path: path, id: own.id) }
    }

    /// Checks that a style of the user's may be called so.
    public func checkOwnName(_ id: String) throws(OwnStyleError) {
        guard OwnStyle.isID(id) else { throw .badName(id) }
        if let style = style(id), !style.isOwn { throw .taken(id: id) }
    }
}
