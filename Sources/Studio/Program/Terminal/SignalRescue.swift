import CTerminalRescue

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Signal handlers that give the terminal back, installed as long as this value lives. See `CTerminalRescue.h`.
struct SignalRescue: ~Copyable {
    /// What a signal asks of the program.
    enum Request: Equatable {
        /// TERM, HUP or INT: end, and then by that signal.
        case end(signal: Int32)
        case resize
        case stop
        case continued
    }

    /// - Parameters:
    ///   - device: must live longer than this.
    ///   - leaving: the bytes that undo every terminal mode.
    ///   - requests: the writing end of the pipe that `Request`s go through.
    init(device: borrowing TerminalDevice, leaving: [UInt8], requests: Int32) throws(StudioError) {
        var settings = device.settings
        let code = terminal_rescue_install(device.descriptor, &settings, leaving, leaving.count, requests)
        guard code == 0 else { throw .system("cannot handle signals", code: code) }
    }

    deinit {
        terminal_rescue_restore()
        terminal_rescue_uninstall()
    }

    /// Says that the terminal is about to be put into the studio's modes.
    func arm() {
        terminal_rescue_arm(true)
    }

    /// Gives the terminal back as the user had it; does nothing if it is.
    func restore() {
        terminal_rescue_restore()
    }

    /// Stops the program as ^Z does; returns when it goes on.
    func stop() {
        terminal_rescue_stop()
    }

    /// Gives the terminal back and ends the process as the signal would have.
    static func end(by signal: Int32) -> Never {
        terminal_rescue_end(signal)
    }

    /// What a byte from the pipe means.
    static func request(_ byte: UInt8) -> Request? {
        switch Int32(byte) {
        case SIGTERM, SIGHUP, SIGINT: .end(signal: Int32(byte))
        case SIGWINCH: .resize
        case SIGTSTP: .stop
        case SIGCONT: .continued
        default: nil
        }
    }
}
