import Dispatch
import Imaging
import StyleTransfer
import Synchronization

/// A pastiche at the size of an export.
struct PaintedDetail: Sendable {
    /// The number of the request that it answers.
    var request: Int
    var recipe: Recipe
    var picture: Picture
}

/// Paints the pastiche at the size of an export, for zoomed views, one at a time and off the other threads.
final class DetailService: Sendable {
    private let library: StyleLibrary
    private let threads: Int
    private let mailbox: Mailbox<ServiceReport>
    private let queue = DispatchQueue(label: "pastiche.detail", qos: .utility)
    /// The number of the request that is wanted; 0 for none.
    private let wanted = Mutex(0)

    init(library: StyleLibrary, threads: Int, mailbox: Mailbox<ServiceReport>) {
        self.library = library
        self.threads = threads
        self.mailbox = mailbox
    }

    /// Paints, unless it is cancelled; any other request is given up.
    ///
    /// - Parameter deliver: receives the detail on this service's thread, before the event that tells of it.
    func paint(
        _ request: DetailRequest, of photograph: Picture, deliver: @escaping @Sendable (PaintedDetail) -> Void
    ) {
        wanted.withLock { $0 = request.number }
        queue.async { [self] in
            do {
                guard let picture = try paint(request, photograph) else { return }
                deliver(PaintedDetail(request: request.number, recipe: request.recipe, picture: picture))
                mailbox.post(.event(.detail(.ready, request: request.number)))
            } catch PaintingError.cancelled {
                return
            } catch {
                mailbox.post(.event(.detail(.failed, request: request.number)))
                mailbox.post(.event(.paintingFailed(request: nil, message: message(of: error))))
            }
        }
    }

    func cancel() {
        wanted.withLock { $0 = 0 }
    }

    /// Gives up what is being painted and waits until it ended.
    func stop() {
        cancel()
        queue.sync {}
    }

    private func paint(_ request: DetailRequest, _ photograph: Picture) throws -> Picture? {
        guard isWanted(request) else { return nil }
        var lastShare = 0.0
        return try PictureExport.paint(
            photograph, request.recipe, longSide: Self.longSide(of: photograph.size),
            strokesSeenAt: request.strokesSeenAt, library: library, threads: threads
        ) { share in
            if share >= lastShare + 0.01 {
                lastShare = share
                mailbox.post(.event(.detail(.painting(share: share), request: request.number)))
            }
            return isWanted(request)
        }
    }

    private func isWanted(_ request: DetailRequest) -> Bool {
        wanted.withLock { $0 == request.number }
    }

    /// The long side to paint at; nil for the photograph's own.
    private static func longSide(of size: PictureSize) -> Int? {
        let pixels = Double(size.width) * Double(size.height)
        guard pixels > Detail.pixelLimit else { return nil }
        return Int(Double(size.longSide) * (Detail.pixelLimit / pixels).squareRoot())
    }
}
