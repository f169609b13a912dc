import Dispatch
import Files
import Foundation
import Imaging
import StyleTransfer
import Synchronization

/// Paints exports at full size, one at a time, off the loop's thread; live frames go first.
final class ExportService: Sendable {
    private let library: StyleLibrary
    private let threads: Int
    private let liveFrames: LiveFrames
    private let mailbox: Mailbox<ServiceReport>
    private let queue = DispatchQueue(label: "pastiche.export", qos: .utility)
    /// The number of the export that may go on; 0 for none.
    private let wanted = Mutex(0)

    init(library: StyleLibrary, threads: Int, liveFrames: LiveFrames, mailbox: Mailbox<ServiceReport>) {
        self.library = library
        self.threads = threads
        self.liveFrames = liveFrames
        self.mailbox = mailbox
    }

    func start(_ request: ExportRequest) {
        wanted.withLock { $0 = request.number }
        queue.async { [self] in
            mailbox.post(.event(run(request)))
        }
    }

    /// Asks a running export to end; `Event.exportCancelled` follows unless it was done.
    func cancel(job number: Int) {
        wanted.withLock { if $0 == number { $0 = 0 } }
    }

    /// Ends a running export and waits until it has cleaned up.
    func stop() {
        wanted.withLock { $0 = 0 }
        queue.sync {}
    }

    private func run(_ request: ExportRequest) -> Event {
        let export = PictureExport(
            photograph: request.photograph, recipe: request.recipe, output: request.path, size: request.size,
            quality: request.quality, strokesSeenAt: request.strokesSeenAt, replacing: request.replacing)
        var lastShare = -1.0
        do {
            try export.run(library: library, threads: threads) { progress in
                liveFrames.giveWay()
                // The eye sees no smaller steps.
                if progress.share >= lastShare + 0.005 {
                    lastShare = progress.share
                    mailbox.post(
                        .event(
                            .exportProgressed(
                                job: request.number, share: progress.share, secondsLeft: progress.secondsLeft)))
                }
                return wanted.withLock { $0 == request.number }
            } metadata: { photograph, painting in
                request.metadata(photograph: photograph, painting: painting, library: library)
            }
            return .exportFinished(job: request.number, path: request.path)
        } catch PaintingError.cancelled {
            return .exportCancelled(job: request.number)
        } catch FileError.exists(let path) {
            return .exportFailed(
                job: request.number,
                message: "will not overwrite \(printable(path)): it appeared meanwhile; choose another name")
        } catch {
            return .exportFailed(job: request.number, message: message(of: error))
        }
    }
}

extension ExportRequest {
    fileprivate func metadata(
        photograph size: PictureSize, painting: PictureSize, library: StyleLibrary
    ) -> PictureMetadata {
        let painted = library.recipe(recipe, strokesSeenAt: strokesSeenAt, longSide: painting.longSide)
        let record = PaintingRecord(recipe: painted, photograph: photograph, size: size, painting: painting)
        return PictureMetadata(note: carriesRecipe ? record.text : nil, dotsPerInch: dotsPerInch)
    }
}
