import ArgumentParser
import Imaging

extension CompletionKind {
    /// Files that look like photographs.
    static var photograph: CompletionKind {
        .file(extensions: PictureFormat.allCases.flatMap(\.fileEndings))
    }
}

extension PictureFormat: ExpressibleByArgument {
    /// Takes the endings of file names too: people write `--format jpg`.
    public init?(argument: String) {
        guard let format = Self.allCases.first(where: { $0.fileEndings.contains(argument.lowercased()) }) else {
            return nil
        }
        self = format
    }
}
