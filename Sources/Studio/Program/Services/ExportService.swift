import Dispatch
import Files
import Foundation
import StyleTransfer
import Synchronization

/// Exports pictures at full size, one at a time, off the loop's thread.
final class ExportService: Sendable {
    private let library: StyleLibrary
    private let threads: Int
    private let mailbox: Mailbox<ServiceReport>
    private let queue = DispatchQueue(label: "pastiche.export", qos: .utility)
    private let isCancelled = Mutex(false)

    init(library: StyleLibrary, threads: Int, mailbox: Mailbox<ServiceReport>) {
        self.library = library
        self.threads = threads
        self.mailbox = mailbox
    }

    func start(_ request: ExportRequest, photograph: String) {
        isCancelled.withLock { $0 = false }
        queue.async { [self] in
            mailbox.post(.event(run(request, photograph: photograph)))
        }
    }

    /// Asks a running export to end; `Event.exportCancelled` follows unless it was done.
    func cancel() {
        isCancelled.withLock { $0 = true }
    }

    /// Ends a running export and waits until it has cleaned up.
    func stop() {
        cancel()
        queue.sync {}
    }

    private func run(_ request: ExportRequest, photograph: String) -> Event {
        let export = PictureExport(
            photograph: photograph, recipe: request.recipe,
            // No shell has seen what was typed into the form.
            output: NSString(string: request.path).expandingTildeInPath,
            size: request.longSide.map(ExportSize.longSide) ?? .original,
            replacing: request.replacing)
        var lastShare = -1.0
        do {
            try export.run(library: library, threads: threads) { progress in
                // The eye sees no smaller steps.
                if progress.share >= lastShare + 0.005 {
                    lastShare = progress.share
                    mailbox.post(
                        .event(.exportProgressed(share: progress.share, secondsLeft: progress.secondsLeft)))
                }
                return !isCancelled.withLock { $0 }
            }
            return .exportFinished(path: request.path)
        } catch PaintingError.cancelled {
            return .exportCancelled
        } catch FileError.exists(let path) {
            return .exportExists(path: path)
        } catch {
            return .exportFailed(message: message(of: error))
        }
    }
}
