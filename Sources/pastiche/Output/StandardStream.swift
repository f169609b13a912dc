import Files
import Foundation

/// Standard output or standard error, written at once and with errors that are noticed.
enum StandardStream: Int32 {
    case output = 1
    case error = 2

    var isTerminal: Bool { isatty(rawValue) == 1 }

    /// The columns of the terminal, or nil if the stream is none.
    var columns: Int? {
        var size = winsize()
        guard isTerminal, ioctl(rawValue, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
        return Int(size.ws_col)
    }

    func write(_ text: String) throws(StreamError) {
        try write(Array(text.utf8))
    }

    func write(_ bytes: [UInt8]) throws(StreamError) {
        let code = writeWhole(bytes, to: rawValue)
        if code == EPIPE { throw .closed }
        if code != 0 { throw .failed(code: code) }
    }

    /// Writes what may be lost: there is nowhere to report that standard error cannot be written.
    func tryWrite(_ text: String) {
        try? write(text)
    }
}

/// Standard output cannot be written.
enum StreamError: UserFacingError, Equatable {
    /// Nobody reads it any more.
    case closed
    case failed(code: Int32)

    var description: String {
        switch self {
        case .closed: "cannot write standard output: its reader has gone; nothing more is written"
        case .failed(let code):
            "cannot write standard output: \(String(cString: strerror(code)).lowercased()); write to a file"
        }
    }

    var exitStatus: ExitStatus { .inputOutput }
}
