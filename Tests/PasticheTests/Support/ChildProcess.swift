import Foundation
import Testing

/// A program that a test started and that does not outlive the test.
///
/// Foundation's `Process` hands down whatever signals the calling thread has blocked, and test threads block
/// most; a terminal that cannot hear that its program ended waits for ever. So this spawns by itself.
final class ChildProcess {
    /// How a process ended.
    enum Ending: Equatable {
        case exited(Int32)
        case signalled(Int32)
    }

    let identifier: pid_t
    private(set) var ending: Ending?

    #if canImport(Glibc)
        /// POSIX_SPAWN_SETSID, which <spawn.h> hides without _GNU_SOURCE.
        private static let newSession: Int16 = 0x80
    #else
        private static let newSession = Int16(POSIX_SPAWN_SETSID)
    #endif

    /// Starts a program.
    ///
    /// - Parameters:
    ///   - command: the program's path and its arguments.
    ///   - folder: the working folder and the user's home.
    ///   - environment: added to the few variables that the program gets.
    ///   - terminal: a terminal device that becomes its input, output and controlling terminal.
    ///   - output: what becomes its standard output, if not the terminal; nothing else is shown.
    init(
        _ command: [String], in folder: TemporaryFolder, environment: [String: String] = [:],
        terminal: String? = nil, output: Int32? = nil
    ) throws {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        // The first terminal that the leader of a new session opens becomes its controlling terminal.
        posix_spawn_file_actions_addopen(&actions, 0, terminal ?? "/dev/null", O_RDWR, 0)
        posix_spawn_file_actions_adddup2(&actions, output ?? 0, 1)
        posix_spawn_file_actions_adddup2(&actions, 0, 2)

        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var all = sigset_t()
        sigfillset(&all)
        posix_spawnattr_setsigdefault(&attributes, &all)
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setflags(
            &attributes, Self.newSession | Int16(POSIX_SPAWN_SETSIGDEF) | Int16(POSIX_SPAWN_SETSIGMASK))

        // A shell changes the folder: posix_spawn cannot everywhere.
        let shell = ["/bin/sh", "-c", "cd \"$0\" && exec \"$@\"", folder.path] + command
        let variables = try BuiltProgram.prepare([], in: folder, environment: environment).environment ?? [:]
        var identifier = pid_t()
        let code = Self.withCStrings(shell) { arguments in
            Self.withCStrings(variables.map { "\($0)=\($1)" }) {
                posix_spawn(&identifier, "/bin/sh", &actions, &attributes, arguments, $0)
            }
        }
        try #require(code == 0, "cannot start \(command): \(String(cString: strerror(code)))")
        self.identifier = identifier
    }

    deinit {
        guard !hasEnded else { return }
        kill(identifier, SIGKILL)
        waitpid(identifier, nil, 0)
    }

    /// Whether it has ended; `ending` then says how.
    var hasEnded: Bool {
        if ending != nil { return true }
        var status: Int32 = 0
        guard waitpid(identifier, &status, WNOHANG) == identifier else { return false }
        ending = status & 0x7F == 0 ? .exited(status >> 8 & 0xFF) : .signalled(status & 0x7F)
        return true
    }

    func signal(_ number: Int32) {
        guard !hasEnded else { return }
        kill(identifier, number)
    }

    /// Calls with a C array of C strings, ended by a null pointer.
    private static func withCStrings<Result>(
        _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
    ) -> Result {
        let copies = strings.map { strdup($0) }
        defer { copies.forEach { free($0) } }
        return body(copies + [nil])
    }
}
