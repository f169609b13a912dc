import Dispatch
import Files
import Foundation
import Synchronization

/// Keeps the session, off the loop's thread, and finds earlier ones. Of several that wait to be kept the newest is.
final class SessionService: Sendable {
    private struct State {
        var store: SessionStore
        /// The earlier session that the user was asked about.
        var offered: SessionStore.Found?
        var hasFailed = false
    }

    private let state: Mutex<State>
    private let waiting = Mutex<Session?>(nil)
    private let mailbox: Mailbox<ServiceReport>
    private let queue = DispatchQueue(label: "pastiche.sessions", qos: .utility)

    init(store: SessionStore, mailbox: Mailbox<ServiceReport>) {
        state = Mutex(State(store: store))
        self.mailbox = mailbox
    }

    func save(_ session: Session) {
        let isFirst = waiting.withLock { waiting in
            defer { waiting = session }
            return waiting == nil
        }
        guard isFirst else { return }
        run { [self] state in
            guard let session = waiting.withLock({ $0.take() }) else { return nil }
            return Self.keep(session, isEnded: false, &state)
        }
    }

    /// Looks for a session that was cut off.
    func find() {
        run { [self] state in
            guard let found = state.store.newest(onlyCutOff: true, problem: tell) else { return nil }
            state.offered = found
            return .sessionFound(SessionOffer(session: found.session, time: clockText(found.date)))
        }
    }

    func accept() {
        run { state in
            if let offered = state.offered { state.store.adopt(offered) }
            state.offered = nil
            return nil
        }
    }

    func decline() {
        run { state in
            defer { state.offered = nil }
            if let offered = state.offered { try state.store.decline(offered) }
            return nil
        }
    }

    /// Looks for the last session, however it ended.
    func restore() {
        run { [self] state in
            guard let found = state.store.newest(onlyCutOff: false, problem: tell) else { return .sessionMissing }
            return .sessionRestored(SessionOffer(session: found.session, time: clockText(found.date)))
        }
    }

    /// Keeps the session for the last time and waits until that is done.
    ///
    /// - Parameter isEnded: whether the user ended it; otherwise it is offered at the next start.
    func stop(_ session: Session, isEnded: Bool) {
        queue.sync { state.withLock { _ = Self.keep(session, isEnded: isEnded, &$0) } }
    }

    private func tell(_ problem: any Error) {
        mailbox.post(.event(.sessionFailed(message: message(of: problem))))
    }

    private func run(_ work: @escaping @Sendable (inout State) throws -> Event?) {
        queue.async { [self] in
            let event = state.withLock { state -> Event? in
                do {
                    return try work(&state)
                } catch {
                    return .sessionFailed(message: message(of: error))
                }
            }
            if let event { mailbox.post(.event(event)) }
        }
    }

    /// A failure is told once, not with every change.
    private static func keep(_ session: Session, isEnded: Bool, _ state: inout State) -> Event? {
        do {
            try state.store.save(session, isEnded: isEnded)
            state.hasFailed = false
            return nil
        } catch {
            defer { state.hasFailed = true }
            return state.hasFailed ? nil : .sessionFailed(message: message(of: error))
        }
    }
}
