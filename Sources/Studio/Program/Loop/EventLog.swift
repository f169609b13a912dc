import Files
import Logging

extension Logger {
    /// Keeps what the studio tells its user, and how long frames took.
    func record(_ event: Event) {
        switch event {
        case .paintingFailed(_, let message), .photographFailed(let message), .presetFailed(let message),
            .exportFailed(let message):
            error("\(message)")
        case .folderFailed(let path, let message):
            error("\(message)", metadata: ["folder": "\(path)"])
        case .presetsListed(_, let problems):
            for problem in problems { warning("\(problem)") }
        case .photographOpened(let path, let width, let height):
            info("photograph opened", metadata: ["path": "\(path)", "size": "\(width)x\(height)"])
        case .exportFinished(let path):
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
