import Files
import Foundation

/// The sessions in a folder: the one of this program, and those that earlier programs left.
///
/// Every program has a file of its own and a lock on it, so that two studios never write the same one. A file whose
/// lock is free belongs to nobody any more: its program ended, or was ended.
public struct SessionStore: Sendable {
    /// An earlier session and its lock.
    package struct Found: Sendable {
        package var session: Session
        package var isEnded: Bool
        /// When it was kept last.
        package var date: Date
        let path: String
        let lock: FileLock
    }

    private static let ending = ".json"
    /// So many sessions of before are kept.
    private static let limit = 20

    public let folder: String
    private let path: String
    private var lock: FileLock?
    /// The session that goes on in this one; its file goes when this one has been written.
    private var adopted: Found?

    /// - Parameters:
    ///   - folder: made with the first session that is kept.
    ///   - name: of this program's file, without its ending; no other program's.
    public init(folder: String, name: String) {
        self.folder = folder
        path = folder + "/" + name + Self.ending
    }

    /// The sessions of the user.
    public init(directories: UserDirectories = UserDirectories()) {
        let time = UInt64(Date.now.timeIntervalSince1970 * 1000)
        self.init(folder: directories.state + "/sessions", name: "\(time)-\(getpid())")
    }

    /// Keeps this program's session; one without any work is kept only if there was some before.
    public mutating func save(_ session: Session, isEnded: Bool = false) throws {
        guard lock != nil || !session.isEmpty else { return }
        try makeFolder(folder)
        if lock == nil { lock = FileLock(path: Self.lockPath(path)) }
        try SessionFile(session: session, isEnded: isEnded).write(to: path)
        if let adopted { Self.remove(adopted.path) }
        adopted = nil
        if isEnded { prune() }
    }

    /// The newest earlier session with work in it that no program has.
    ///
    /// - Parameters:
    ///   - onlyCutOff: whether sessions that a user ended do not count.
    ///   - problem: hears of files that cannot be used; broken ones were set aside.
    package func newest(onlyCutOff: Bool, problem: (any Error) -> Void) -> Found? {
        for (path, date) in files() {
            guard path != self.path, let lock = FileLock(path: Self.lockPath(path)) else { continue }
            do {
                let file = try SessionFile(path: path)
                if !file.session.isEmpty && !(onlyCutOff && file.isEnded) {
                    return Found(session: file.session, isEnded: file.isEnded, date: date, path: path, lock: lock)
                }
            } catch {
                problem(error)
            }
        }
        return nil
    }

    /// The session goes on in this program's.
    package mutating func adopt(_ found: Found) {
        adopted = found
    }

    /// The session is not offered again, but stays.
    package func decline(_ found: Found) throws {
        try SessionFile(session: found.session, isEnded: true).write(to: found.path)
    }

    /// The files of all sessions, the newest first.
    private func files() -> [(path: String, date: Date)] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter { $0.hasSuffix(Self.ending) && !$0.hasPrefix(".") }.compactMap { name in
            let path = folder + "/" + name
            let attributes = try? FileManager.default.attributesOfItem(atPath: path)
            return (attributes?[.modificationDate] as? Date).map { (path, $0) }
        }.sorted { ($0.1, $0.0) > ($1.1, $1.0) }
    }

    /// Drops the oldest sessions that no program has.
    private func prune() {
        for (path, _) in files().dropFirst(Self.limit) where path != self.path {
            if let lock = FileLock(path: Self.lockPath(path)) { withExtendedLifetime(lock) { Self.remove(path) } }
        }
    }

    private static func remove(_ path: String) {
        unlink(path)
        unlink(lockPath(path))
    }

    private static func lockPath(_ path: String) -> String { path + ".lock" }
}
