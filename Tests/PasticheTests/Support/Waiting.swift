import Foundation

/// What a test waited for did not come.
struct TimedOut: Error, CustomStringConvertible {
    var what: String
    var detail = ""
    var description: String { "waited in vain for \(what)\(detail)" }
}

/// How long a test waits: what only a broken program exceeds, on the slowest machine.
let waitingLimit: TimeInterval = 60

/// Looks again and again until a condition holds.
func waitUntil(_ what: String, _ condition: () throws -> Bool) throws {
    let end = Date().addingTimeInterval(waitingLimit)
    while try !condition() {
        guard Date() < end else { throw TimedOut(what: what) }
        usleep(5_000)
    }
}
