import Dispatch
import Imaging
import Synchronization
import TerminalGraphics

/// A picture that was shown as it is encoded in motion, and can be encoded better.
struct RestingPicture: Sendable {
    var source: PictureSource
    var target: PictureTarget
    /// The size whose proportions it has.
    var shape: PictureSize
    /// The part in view; a copy, because the painter goes on.
    var picture: Picture
}

/// Encodes pictures at rest as well as they can be, on a thread of its own: a frame never waits for one.
final class SettlingService: Sendable {
    private struct State {
        var order = SettlingOrder()
        /// Pixels of a picture that is done, to be filled with the next one.
        var spare: Picture?
    }

    private let queue = DispatchQueue(label: "pastiche.settling")
    private let state = Mutex(State())
    /// Only ever locked by the queue, one picture at a time.
    private let encoder = Mutex(PlacedPictureEncoder())
    private let mailbox: Mailbox<ServiceReport>

    init(mailbox: Mailbox<ServiceReport>) {
        self.mailbox = mailbox
    }

    /// Memory for the pixels of the next picture.
    func takeMemory() -> Picture {
        state.withLock { $0.spare.take() } ?? Picture(width: 1, height: 1)
    }

    /// Encodes a picture and posts it, unless a newer one supersedes it meanwhile.
    ///
    /// - Parameters:
    ///   - content: memory for the encoded picture.
    ///   - giveBack: receives that memory if nothing was posted, on this service's thread.
    func settle(
        _ resting: RestingPicture, into content: TerminalPicture,
        giveBack: @escaping @Sendable (TerminalPicture) -> Void
    ) {
        let ticket = state.withLock { $0.order.begin(resting.source) }
        queue.async { [self] in
            var content = content
            do {
                try encode(resting, ticket, into: &content)
            } catch TerminalError.cancelled {
                // Nobody waits for it.
            } catch {
                mailbox.post(.event(.paintingFailed(request: nil, message: message(of: error))))
            }
            state.withLock { $0.spare = resting.picture }
            if !content.isEmpty { giveBack(content) }
        }
    }

    /// Says that a newer picture of that kind is on its way; call before it is posted.
    func supersede(_ source: PictureSource) {
        state.withLock { $0.order.supersede(source) }
    }

    /// Says that a new frame or another photograph is on its way; call before anything of it is posted.
    func supersedeAll() {
        state.withLock { $0.order.supersedeAll() }
    }

    /// Gives up what is being encoded and waits until it ended.
    func stop() {
        supersedeAll()
        queue.sync {}
    }

    private func encode(
        _ resting: RestingPicture, _ ticket: SettlingOrder.Ticket, into content: inout TerminalPicture
    ) throws(TerminalError) {
        let placement = try encoder.withLock { encoder throws(TerminalError) in
            try encoder.encode(
                resting.picture, shape: resting.shape, for: resting.target, isSettled: true, into: &content
            ) { state.withLock { $0.order.isWanted(ticket) } }
        }
        guard let placement else { return }
        state.withLock { state in
            guard state.order.finish(ticket) else { return }
            var whole = TerminalPicture()
            swap(&whole, &content)
            mailbox.post(
                .picture(
                    EncodedPicture(
                        source: resting.source, rectangle: resting.target.rectangle, size: placement.pixels,
                        content: whole, isSettled: true), nil))
        }
    }
}
