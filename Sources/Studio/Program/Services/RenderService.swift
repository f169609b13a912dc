import Dispatch
import Foundation
import StyleTransfer
import Synchronization
import TerminalGraphics

/// Paints and encodes pictures on a thread of its own; finished ones arrive in the loop's mailbox.
///
/// The newest request wins: one that waits is replaced, one that is being painted is cancelled.
final class RenderService: Sendable {
    /// A pause after which the picture at rest is sent once more, in the best colours.
    private static let settleMilliseconds = 300

    private let inbox = Mutex(RenderInbox())
    private let news = DispatchSemaphore(value: 0)
    private let ended = DispatchSemaphore(value: 0)
    private let liveFrames: LiveFrames
    private let mailbox: Mailbox<ServiceReport>
    private let details: DetailService
    private let settling: SettlingService

    /// Starts the thread.
    ///
    /// - Parameters:
    ///   - threads: that paint; 0 for all cores.
    ///   - precision: in which live frames are painted.
    ///   - liveFrames: is told of each frame.
    init(
        library: StyleLibrary, threads: Int, precision: Precision, liveFrames: LiveFrames,
        mailbox: Mailbox<ServiceReport>
    ) {
        self.liveFrames = liveFrames
        self.mailbox = mailbox
        details = DetailService(library: library, threads: threads, mailbox: mailbox)
        settling = SettlingService(mailbox: mailbox)
        let thread = Thread { [self] in
            work(RenderWorker(library: library, threads: threads, precision: precision))
            ended.signal()
        }
        thread.name = "render"
        thread.stackSize = 8 << 20
        thread.start()
    }

    /// Opens a photograph; all pictures of the one before are given up.
    func open(_ path: String) {
        details.cancel()
        settling.supersedeAll()
        tell {
            $0.photograph = path
            $0.detail = nil
            $0.painted = nil
        }
    }

    func paintDetail(_ request: DetailRequest) {
        tell { $0.detail = request }
    }

    func cancelDetail() {
        details.cancel()
        inbox.withLock { $0.detail = nil }
    }

    func paint(_ request: PaintRequest) {
        // At once, so that the cores are free for the frame.
        settling.supersedeAll()
        tell { $0.paint = request }
    }

    /// Asks for a picture in a place; the pastiche is the newest painted one.
    func show(_ source: PictureSource, in rectangle: CellRectangle) {
        settling.supersede(source)
        tell { $0.ask(for: source, in: rectangle) }
    }

    /// Forgets the trials that were asked for and are not wanted any more.
    func dropTrials(except wanted: [NcursesScreen.Placement]) {
        inbox.withLock { $0.dropTrials(except: wanted) }
    }

    /// Says where painted frames go and what the terminal can show.
    ///
    /// - Parameters:
    ///   - easel: nil where no picture is shown; frames then go where they went before.
    ///   - viewport: the part of the picture in view; what was shown of another has to be asked for again.
    func aim(
        at easel: NcursesScreen.Placement?, viewport: Viewport, capabilities: TerminalCapabilities,
        window: TerminalCapabilities.Size
    ) {
        let isMoved = inbox.withLock { inbox in
            let isMoved = inbox.easel.viewport != viewport
            inbox.easel = PictureTarget(
                rectangle: easel?.rectangle ?? inbox.easel.rectangle, capabilities: capabilities, window: window,
                viewport: viewport)
            return isMoved
        }
        guard isMoved else { return }
        settling.supersede(.pastiche)
        settling.supersede(.original)
    }

    /// Gives a picture's memory back.
    func recycle(_ content: TerminalPicture) {
        inbox.withLock { $0.recycle(content) }
    }

    /// Ends the thread and waits for it; a frame that is being painted is cancelled.
    func stop() {
        tell { $0.isStopping = true }
        ended.wait()
        settling.stop()
        details.stop()
    }

    private func tell(_ change: (inout RenderInbox) -> Void) {
        inbox.withLock { change(&$0) }
        news.signal()
    }

    private func work(_ worker: consuming RenderWorker) {
        while true {
            if let detail = inbox.withLock({ $0.painted.take() }) { worker.take(detail) }
            guard let job = inbox.withLock({ $0.next() }) else {
                rest(&worker)
                continue
            }
            switch job {
            case .stop: return
            case .open(let path): open(path, &worker)
            case .encode(let source, let rectangle): encode(source, rectangle, &worker)
            case .paint(let request): liveFrames.paint { paint(request, &worker) }
            case .attempt(let source, let rectangle): attempt(source, rectangle, &worker)
            case .detail(let request): begin(request, &worker)
            }
        }
    }

    /// Waits for work; if none comes for a while, a picture at rest is made better elsewhere.
    private func rest(_ worker: inout RenderWorker) {
        guard worker.canSettle else {
            news.wait()
            return
        }
        guard news.wait(timeout: .now() + .milliseconds(Self.settleMilliseconds)) == .timedOut,
            let resting = worker.takeRestless(memory: settling.takeMemory())
        else { return }
        settling.settle(resting, into: inbox.withLock { $0.takeMemory() }) { [self] content in
            recycle(content)
        }
    }

    /// Does something that can fail, and tells the user if it does.
    ///
    /// - Returns: false if it was cancelled.
    @discardableResult
    private func report(request: Int?, _ work: () throws -> Void) -> Bool {
        do {
            try work()
        } catch PaintingError.cancelled {
            return false
        } catch {
            mailbox.post(.event(.paintingFailed(request: request, message: message(of: error))))
        }
        return true
    }

    private func open(_ path: String, _ worker: inout RenderWorker) {
        settling.supersedeAll()
        do {
            let size = try worker.open(path)
            mailbox.post(.event(.photographOpened(path: path, width: size.width, height: size.height)))
        } catch {
            mailbox.post(.event(.photographFailed(message: message(of: error))))
        }
    }

    /// - Returns: false if it was cancelled.
    @discardableResult
    private func encode(
        _ source: PictureSource, _ rectangle: CellRectangle, _ worker: inout RenderWorker,
        isWanted: () -> Bool = { true }
    ) -> Bool {
        var (target, content) = inbox.withLock { ($0.easel, $0.takeMemory()) }
        target.rectangle = rectangle
        defer { if !content.isEmpty { recycle(content) } }
        return report(request: nil) {
            guard let picture = try worker.encode(source, for: target, into: &content, isWanted: isWanted)
            else { return }
            settling.supersede(source)
            mailbox.post(.picture(picture, nil))
        }
    }

    /// Paints a trial, unless something that goes before it comes meanwhile.
    private func attempt(_ source: PictureSource, _ rectangle: CellRectangle, _ worker: inout RenderWorker) {
        let isDone = encode(source, rectangle, &worker) { !inbox.withLock(\.isTrialCutOff) }
        inbox.withLock { $0.endTrial(isDone: isDone) }
    }

    private func begin(_ request: DetailRequest, _ worker: inout RenderWorker) {
        guard let photograph = worker.photograph else { return }
        worker.expect(detail: request.number)
        details.paint(request, of: photograph) { [self] detail in
            tell {
                $0.painted = detail
                $0.ask(for: .pastiche, in: $0.easel.rectangle)
            }
        }
    }

    private func paint(_ request: PaintRequest, _ worker: inout RenderWorker) {
        let start = ContinuousClock.now
        settling.supersedeAll()
        report(request: request.number) {
            let target = inbox.withLock(\.easel)
            guard
                let size = try worker.paint(request, for: target, isWanted: { !inbox.withLock(\.isOvertaken) })
            else { return }
            var content = inbox.withLock { $0.takeMemory() }
            defer { if !content.isEmpty { recycle(content) } }
            let picture = try worker.encode(.pastiche, for: target, into: &content)
            let event = Event.painted(
                PaintedFrame(
                    request: request.number, width: size.width, height: size.height, isCoarse: request.isCoarse,
                    milliseconds: start.duration(to: .now) / .milliseconds(1)))
            mailbox.post(picture.map { .picture($0, event) } ?? .event(event))
        }
    }
}
