import Files
import Foundation
import Logging

/// The studio's log file, for what happens behind a full-screen program's back.
public enum StudioLog {
    /// A logger that writes to `UserDirectories.log`. `PASTICHE_LOG` names the level (`info` if unset); a file
    /// that cannot be written is no reason not to paint.
    public static func logger(directories: UserDirectories, environment: [String: String]) -> Logger {
        let level = environment["PASTICHE_LOG"].flatMap { Logger.Level(rawValue: $0.lowercased()) } ?? .info
        guard (try? makeFolder(directories.state)) != nil, let file = LogFile(path: directories.log) else {
            return Logger(label: "pastiche") { _ in SwiftLogNoOpLogHandler() }
        }
        return Logger(label: "pastiche") { _ in FileLogHandler(file: file, logLevel: level) }
    }
}

/// A log file that lines are added to; each is one write, so several programs can share the file.
final class LogFile: Sendable {
    /// A longer file begins anew; the old one stays beside it.
    private static let limit = 1 << 20
    private let descriptor: Int32

    init?(path: String) {
        var status = stat()
        if stat(path, &status) == 0, status.st_size > Self.limit { rename(path, path + ".old") }
        descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return nil }
    }

    deinit {
        close(descriptor)
    }

    func write(_ line: String) {
        let bytes = Array((line + "\n").utf8)
        _ = Foundation.write(descriptor, bytes, bytes.count)
    }
}

/// Writes log lines into a file: time, level, message, metadata.
struct FileLogHandler: LogHandler {
    let file: LogFile
    var logLevel: Logger.Level
    var metadata: Logger.Metadata = [:]

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let all = metadata.merging(event.metadata ?? [:]) { $1 }
        let fields = all.sorted { $0.key < $1.key }.map { " \($0.key)=\($0.value)" }.joined()
        let time = Date.now.formatted(.iso8601)
        file.write("\(time) \(event.level) \(printable("\(event.message)\(fields)"))")
    }
}
