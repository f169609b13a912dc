/// A kind of picture file.
public enum PictureFormat: String, Sendable, Equatable, CaseIterable {
    case png
    case jpeg

    /// The endings of file names of this kind, in lower case and without the dot; the usual one first.
    public var fileEndings: [String] {
        switch self {
        case .png: ["png"]
        case .jpeg: ["jpg", "jpeg", "jpe", "jfif"]
        }
    }

    /// The kind that a file's name promises by its ending, in capitals or not; nil for any other ending.
    public init?(path: String) {
        let name = path.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return nil }
        let ending = name[name.index(after: dot)...].lowercased()
        guard let format = Self.allCases.first(where: { $0.fileEndings.contains(ending) }) else { return nil }
        self = format
    }

    /// The kind that a file's content shows by its first bytes, whatever its name says.
    public init?(firstBytes bytes: some Collection<UInt8>) {
        if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
            self = .png
        } else if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
            self = .jpeg
        } else {
            return nil
        }
    }
}
