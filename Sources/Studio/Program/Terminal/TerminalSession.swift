import TerminalGraphics

/// The terminal in the studio's hands: raw mode, alternate screen, mouse and all, entered and left as a whole.
///
/// Left on every way out: `leave`, the end of this object's life (a thrown error), fatal signals
/// (`SignalRescue`), and for the time of a ^Z.
final class TerminalSession {
    private let device: TerminalDevice
    private let requests: WakePipe
    private let rescue: SignalRescue
    private let entering: [UInt8]

    /// Installs the signal handlers; changes nothing on the terminal yet.
    ///
    /// - Parameter alternateScreen: what switches to the alternate screen and back; ncurses' own switching never
    ///   reaches the terminal, so that all modes are one thing.
    init(
        _ device: consuming TerminalDevice, alternateScreen: (enter: [UInt8], leave: [UInt8])
    ) throws(StudioError) {
        let modes = TerminalModes()
        entering = alternateScreen.enter + modes.enterSequence
        self.device = device
        requests = try WakePipe()
        rescue = try SignalRescue(
            device: self.device, leaving: modes.leaveSequence + alternateScreen.leave, requests: requests.writing)
    }

    deinit {
        rescue.restore()
    }

    /// For reading, writing and `poll`; non-blocking.
    var descriptor: Int32 { device.descriptor }
    /// For `poll`: readable when a signal came.
    var signalDescriptor: Int32 { requests.reading }
    var geometry: TerminalGeometry { device.geometry }

    func enter() throws {
        rescue.arm()
        try device.enterRawMode()
        try writeAll(entering, to: device.descriptor)
    }

    func leave() {
        rescue.restore()
    }

    /// Gives the terminal back, stops, and takes the terminal again when the program goes on.
    func suspend() throws {
        leave()
        rescue.stop()
        // The signal that woke it needs no answer beyond this.
        _ = takeRequests()
        try enter()
    }

    /// What signals asked for since the last call, each once.
    func takeRequests() -> [SignalRescue.Request] {
        var taken: [SignalRescue.Request] = []
        for byte in requests.drain() {
            guard let request = SignalRescue.request(byte), !taken.contains(request) else { continue }
            taken.append(request)
        }
        return taken
    }
}
