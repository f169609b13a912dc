#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Renames a file that cannot be used, so that no other is lost by it: `mix.toml` becomes `mix.toml.broken`, or
/// `mix.toml.broken-2` where that is taken.
///
/// - Returns: the new path, or nil where that is not possible; the file then stays as it is.
package func setAside(_ path: String) -> String? {
    for number in 1...99 {
        let kept = path + ".broken" + (number == 1 ? "" : "-\(number)")
        // link(2) does not replace a file, as rename(2) would.
        if link(path, kept) == 0 {
            unlink(path)
            return kept
        }
        if errno != EEXIST { break }
    }
    return nil
}
