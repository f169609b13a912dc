import Dispatch
import Files
import Foundation
import Synchronization

/// Notices the signals that ask the program to end, so that a long task can stop between two steps
/// and leave nothing half-written.
final class Interruption: Sendable {
    /// A signal ended the task; the program dies by it once everything is cleaned up.
    struct Signalled: Error {
        let number: Int32
    }

    private static let numbers = [SIGINT, SIGTERM, SIGHUP]
    private let received = Atomic<Int32>(0)

    /// Does a task while the signals are held back.
    ///
    /// - Parameter task: asks `isRequested` from time to time and, when it is, throws.
    /// - Throws: `Signalled` if a signal came, whatever the task made of it; otherwise what the task throws.
    static func guarding<Result>(_ task: (Interruption) throws -> Result) throws -> Result {
        let interruption = Interruption()
        let queue = DispatchQueue(label: "signals")
        // A signal that was ignored from the start (`nohup`) stays ignored.
        let held = numbers.filter { number in
            let previous = signal(number, SIG_IGN)
            return previous.map { unsafeBitCast($0, to: Int.self) } != unsafeBitCast(SIG_IGN, to: Int.self)
        }
        let sources = held.map { number in
            let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
            source.setEventHandler { interruption.received.store(number, ordering: .relaxed) }
            source.activate()
            return source
        }
        defer {
            for source in sources { source.cancel() }
            for number in held {
                signal(number, SIG_DFL)
                unblock(number)
            }
        }
        let result = Swift.Result { try task(interruption) }
        if let number = interruption.number { throw Signalled(number: number) }
        return try result.get()
    }

    /// Whether the task should stop.
    var isRequested: Bool { number != nil }

    private var number: Int32? {
        let number = received.load(ordering: .relaxed)
        return number == 0 ? nil : number
    }
}

/// Ends the program by a signal, so that the shell sees what happened.
func endBySignal(_ number: Int32) -> Never {
    signal(number, SIG_DFL)
    unblock(number)
    raise(number)
    // Not reached where signals arrive; the status says it as shells do.
    exit(128 + number)
}

/// Lets a signal through to this thread again: Dispatch blocks those that it watches, and does not undo it.
private func unblock(_ number: Int32) {
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, number)
    pthread_sigmask(SIG_UNBLOCK, &signals, nil)
}
