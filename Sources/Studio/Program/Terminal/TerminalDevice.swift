import TerminalGraphics

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The terminal, opened anew for the studio alone.
///
/// A descriptor of its own can be non-blocking without that reaching the shell, which shares the description
/// behind standard input.
struct TerminalDevice: ~Copyable {
    /// Open for reading and writing, non-blocking.
    let descriptor: Int32
    /// The settings as the user had them.
    let settings: termios

    /// - Throws: `StudioError.noTerminal` unless standard input and output both are terminals.
    init() throws(StudioError) {
        guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { throw .noTerminal }
        let name = ttyname(STDOUT_FILENO).map { String(cString: $0) } ?? "/dev/tty"
        let flags = O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK
        var opened = open(name, flags)
        // After `su` the device belongs to someone else, and only the controlling terminal can be opened.
        if opened < 0 { opened = open("/dev/tty", flags) }
        guard opened >= 0 else { throw .system("cannot open the terminal", code: errno) }
        var settings = termios()
        guard tcgetattr(opened, &settings) == 0 else {
            let code = errno
            close(opened)
            throw .system("cannot read the terminal's settings", code: code)
        }
        descriptor = opened
        self.settings = settings
    }

    deinit {
        close(descriptor)
    }

    /// Hands every key through as it is: no echo, no lines, no signals, no flow control.
    func enterRawMode() throws(StudioError) {
        var raw = settings
        cfmakeraw(&raw)
        while tcsetattr(descriptor, TCSADRAIN, &raw) != 0 {
            guard errno == EINTR else { throw .system("cannot change the terminal's settings", code: errno) }
        }
    }

    /// Columns, rows and pixels now.
    var geometry: TerminalGeometry {
        TerminalGeometry(descriptor: descriptor)
            ?? TerminalGeometry(cells: TerminalCapabilities.Size(width: 80, height: 24))
    }
}
