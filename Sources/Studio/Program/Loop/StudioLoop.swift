import Files
import Logging
import TerminalGraphics

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The studio's heart: waits for input, signals, services and timers, lets `update` answer, and draws.
///
/// Everything here runs on one thread and nothing in it waits, except `poll`.
final class StudioLoop {
    /// How the studio ended.
    enum Ending: Equatable {
        case quit
        case signal(Int32)
    }

    private var model: StudioModel
    private let session: TerminalSession
    private let screen: NcursesScreen
    private let services: StudioServices
    private let log: Logger
    private var input: TerminalReader
    private var output: TerminalOutput
    /// Numbers from the process's own, so that another program on this terminal has others.
    private var board = PictureBoard(firstNumber: UInt32(truncatingIfNeeded: getpid()) << 16)
    private var composer: FrameComposer
    private var timers = Timers()
    private var clock: FrameClock
    /// The part of the picture that was in view when the screen was drawn last.
    private var shownViewport = Viewport()
    /// Whether a picture waits for the one before.
    private var isHoldingBack = false
    private var isDirty = true
    private var ending: Ending?

    /// - Parameters:
    ///   - session: entered.
    ///   - input: with what came while the terminal was asked.
    init(
        model: StudioModel, session: TerminalSession, screen: NcursesScreen, input: TerminalReader,
        services: StudioServices, log: Logger
    ) {
        self.model = model
        self.session = session
        self.screen = screen
        self.input = input
        self.services = services
        self.log = log
        output = TerminalOutput(descriptor: session.descriptor)
        composer = FrameComposer(isSynchronised: model.capabilities.synchronisedOutput)
        clock = FrameClock(answers: input.probe.reportsProgress, latency: input.latency)
    }

    /// Runs until the user or a signal ends it.
    ///
    /// - Parameter effects: with which it begins.
    func run(_ effects: [Effect]) throws -> Ending {
        var isEnded = false
        // However it ends, the work is kept; only the user's own end is not asked about next time.
        defer { services.sessions.stop(model.session, isEnded: isEnded) }
        try perform(effects)
        while true {
            try step()
            guard let ending else { continue }
            isEnded = ending == .quit
            return ending
        }
    }

    private func step() throws {
        try drawIfNeeded()
        let ready = Readiness.wait(
            input: session.descriptor, signals: session.signalDescriptor, services: services.descriptor,
            isSending: !output.isEmpty, until: [timers.next, input.flushTime, clock.deadline].compactMap { $0 }.min())
        for request in session.takeRequests() { try handle(request) }
        if ready.canSend { try output.flush() }
        for event in try input.read(isReady: ready.hasInput) { try handle(event) }
        if input.hasEnded, ending == nil { ending = .signal(SIGHUP) }
        for report in services.collect() { try handle(report) }
        for wake in timers.take(now: .now) { try handle(.woken(wake)) }
        if isHoldingBack, !clock.isWaiting(now: .now) { isDirty = true }
    }

    private func handle(_ event: Event) throws {
        guard ending == nil else { return }
        log.record(event)
        isDirty = true
        model.time = .now
        let before = model.messages.messages.first?.number ?? 0
        let effects = update(&model, event)
        log.record(model.messages, after: before)
        try perform(effects)
    }

    private func handle(_ input: TerminalInput) throws {
        guard case .reply(let reply) = input else { return try handle(.input(input)) }
        if reply == .ready {
            isDirty = isDirty || isHoldingBack
            if let journey = clock.takeAnswer(now: .now) { log.record(journey) }
            if let budget = clock.news() { try handle(.paced(budget)) }
        }
        // The probe has taken it in already.
        try updateCapabilities()
    }

    private func handle(_ report: ServiceReport) throws {
        switch report {
        case .event(let event):
            if case .photographOpened = event { board.forgetPhotograph() }
            try handle(event)
        case .picture(let picture, let event):
            if picture.isSettled && clock.pace.isTooMuch(bytes: picture.content.bytes.count) {
                // The one in motion stays: better colours are not worth a key that waits for them.
                services.render.recycle(picture.content)
            } else {
                isDirty = true
                if let memory = board.take(picture) { services.render.recycle(memory) }
            }
            if let event { try handle(event) }
        }
    }

    private func handle(_ request: SignalRescue.Request) throws {
        switch request {
        case .end(let signal):
            log.notice("ended by a signal", metadata: ["signal": "\(signal)"])
            try handle(.terminated)
            // A signal is not to be talked over.
            ending = .signal(signal)
        case .resize: try resize()
        case .stop: try suspend()
        case .continued:
            // Stopped and continued from outside: the shell has had the terminal since.
            try session.enter()
            try resume()
        }
    }

    private func perform(_ effects: [Effect]) throws {
        for effect in effects {
            switch effect {
            case .wake(let wake, let milliseconds): timers.add(wake, milliseconds: milliseconds, now: .now)
            case .repaint: repaint()
            case .useTheme(let theme):
                screen.use(theme, colours: model.capabilities.colours)
                repaint()
            case .suspend: try suspend()
            case .quit: ending = ending ?? .quit
            default: services.perform(effect)
            }
        }
    }

    private func suspend() throws {
        output.reset()
        try session.suspend()
        try resume()
    }

    private func resume() throws {
        output.reset()
        clock.reset()
        try resize()
        try handle(.resumed)
    }

    private func resize() throws {
        let geometry = session.geometry
        input.probe.resize(to: geometry)
        screen.resize(to: geometry.cells)
        repaint()
        try handle(.resized(geometry.cells))
        try updateCapabilities()
        try output.send { $0 += input.probe.sizeQuestions }
    }

    private func updateCapabilities() throws {
        let capabilities = input.probe.capabilities
        guard capabilities != model.capabilities else { return }
        composer = FrameComposer(isSynchronised: capabilities.synchronisedOutput)
        board.forgetAll()
        repaint()
        try handle(.capabilities(capabilities))
    }

    private func repaint() {
        screen.repaint()
        board.forgetShown()
        isDirty = true
    }

    private func drawIfNeeded() throws {
        guard isDirty, output.isEmpty, ending == nil else { return }
        isDirty = false
        screen.clear()
        StudioView.draw(model, on: screen)
        screen.show()
        if model.viewport != shownViewport {
            shownViewport = model.viewport
            board.forgetView()
        }
        services.aim(at: screen, viewport: model.viewport, capabilities: model.capabilities)
        services.render.dropTrials(except: screen.placements)
        for placement in board.takeMissing(screen.placements) {
            services.render.show(placement.source, in: placement.rectangle)
        }
        let isHolding = clock.isWaiting(now: .now)
        var sent = PictureBoard.Sent()
        try output.send { bytes in
            composer.hold(into: &bytes) { bytes in
                let start = bytes.count
                screen.drain(into: &bytes)
                sent = board.compose(
                    screen.placements, textChanged: bytes.count > start, isHolding: isHolding,
                    background: screen.background, into: &bytes)
            }
            isHoldingBack = !sent.isComplete
            guard sent.pictures > 0 else { return }
            // Of blocks only the cells count, however many pixels were painted for them; and of several pictures
            // nobody knows which took the bytes.
            let isTelling = sent.pictures == 1 && model.capabilities.graphics != .blocks
            clock.begin(pixels: isTelling ? sent.paintedPixels : 0, now: .now, bytes: &bytes)
        }
    }
}
