import ArgumentParser
import Files
import Foundation

/// Where the program begins, and the only place where it ends.
@main
enum Program {
    static func main() {
        // A file that grows beyond the user's limit is then an error of the write, and no end without clearing up.
        signal(SIGXFSZ, SIG_IGN)
        do {
            var command = try Pastiche.parseAsRoot()
            try command.run()
        } catch {
            end(with: error)
        }
    }

    /// Ends the program as an error asks: one line for people, a status for scripts.
    private static func end(with error: any Error) -> Never {
        switch error {
        case StreamError.closed:
            // The reader has seen enough (`pastiche styles | head`): end as programs do that leave SIGPIPE alone.
            endBySignal(SIGPIPE)
        case let error as Interruption.Signalled:
            endBySignal(error.number)
        case let error as any UserFacingError:
            report(error)
            exit(error.exitStatus.rawValue)
        default:
            guard Pastiche.exitCode(for: error) == .failure else { Pastiche.exit(withError: error) }
            StandardStream.error.tryWrite("pastiche: unexpected error: \(printable("\(error)"))\n")
            exit(ExitStatus.software.rawValue)
        }
    }
}

/// Writes an error's line to standard error.
func report(_ error: any UserFacingError) {
    StandardStream.error.tryWrite("pastiche: \(printable(error.description))\n")
}
