import Files
import Foundation
import Logging

extension Logger {
    /// Keeps what the studio tells its user: whatever was a line in the studio can be read in the log.
    func record(_ messages: MessageLog, after number: Int) {
        for message in messages.messages.prefix(while: { $0.number > number }).reversed() {
            switch message.kind {
            case .information: info("\(message.text)")
            case .warning: warning("\(message.text)")
            case .error: error("\(message.text)")
            }
        }
    }

    /// Keeps how long the terminal took for a picture.
    func record(_ journey: FrameClock.Journey) {
        debug("shown", metadata: ["bytes": "\(journey.bytes)", "milliseconds": "\(journey.milliseconds)"])
    }

    /// Keeps what the user is not told, as how long frames took.
    func record(_ event: Event) {
        switch event {
        case .presetsListed(_, let problems):
            for problem in problems { warning("\(problem)") }
        case .photographOpened(let path, let width, let height):
            info("photograph opened", metadata: ["path": "\(path)", "size": "\(width)x\(height)"])
        case .exportFinished(_, let path):
            info("exported", metadata: ["path": "\(path)"])
        case .painted(let frame):
            debug(
                "painted",
                metadata: [
                    "request": "\(frame.request)", "size": "\(frame.width)x\(frame.height)",
                    "milliseconds": "\(frame.milliseconds)",
                ])
        case .resized(let size):
            debug("resized", metadata: ["columns": "\(size.width)", "rows": "\(size.height)"])
        default: break
        }
    }
}

extension TimeOfDay {
    /// What the user's clock shows.
    static var now: TimeOfDay {
        var seconds = Foundation.time(nil)
        var parts = tm()
        localtime_r(&seconds, &parts)
        return TimeOfDay(hour: Int(parts.tm_hour), minute: Int(parts.tm_min), second: Int(parts.tm_sec))
    }
}
