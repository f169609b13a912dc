import Photographs

/// The photograph that commands take when none is named.
enum DefaultPhotograph {
    static func path() throws(InstallationError) -> String {
        guard let path = Photographs.first else { throw .photographsMissing }
        return path
    }
}
