import Files
import Foundation

/// A terminal that takes whatever it gets and shows nothing: a pseudo-terminal whose other end a thread empties.
final class TerminalDrain {
    private let terminal: Int32
    private let reader: Thread

    init() throws {
        var ends: (reader: Int32, terminal: Int32) = (-1, -1)
        guard openpty(&ends.reader, &ends.terminal, nil, nil, nil) == 0 else {
            throw TerminalDrainError(code: errno)
        }
        // As the studio sets its terminal: nothing is translated on the way.
        var modes = termios()
        tcgetattr(ends.terminal, &modes)
        cfmakeraw(&modes)
        tcsetattr(ends.terminal, TCSANOW, &modes)
        terminal = ends.terminal
        let descriptor = ends.reader
        reader = Thread {
            var buffer = [UInt8](repeating: 0, count: 1 << 16)
            while read(descriptor, &buffer, buffer.count) > 0 || errno == EINTR {}
            close(descriptor)
        }
        reader.start()
    }

    deinit {
        close(terminal)
    }

    /// Returns when the terminal has taken the last byte.
    func write(_ bytes: [UInt8]) throws {
        var offset = 0
        while offset < bytes.count {
            let count = bytes.withUnsafeBytes { buffer -> Int in
                guard let base = buffer.baseAddress else { return 0 }
                return Foundation.write(terminal, base + offset, buffer.count - offset)
            }
            if count >= 0 {
                offset += count
            } else if errno != EINTR {
                throw TerminalDrainError(code: errno)
            }
        }
    }
}

/// There is no pseudo-terminal to be had.
struct TerminalDrainError: UserFacingError {
    let code: Int32

    var description: String {
        "cannot write to a pseudo-terminal to time it: \(String(cString: strerror(code)).lowercased())"
    }

    var exitStatus: ExitStatus { .systemError }
}
