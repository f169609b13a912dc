import Imaging
import StyleTransfer

/// Easels for pictures that are painted small, to be looked at among others.
struct TrialEasels {
    private var easels: [(path: String, easel: Easel)] = []
    /// A view has trials of one size, seldom of two; moments may be of other photographs.
    private static let limit = 4

    /// The easel of a photograph at a size, the oldest making way for a new one.
    mutating func easel(
        of photograph: Picture, path: String, size: PictureSize, make: (Picture, PictureSize) throws -> Easel
    ) throws -> Int {
        if let index = easels.firstIndex(where: { $0.path == path && $0.easel.size == size }) { return index }
        let easel = try make(photograph, size)
        if easels.count == Self.limit { easels.removeFirst() }
        easels.append((path, easel))
        return easels.count - 1
    }

    mutating func paint(_ recipe: Recipe, on index: Int, isWanted: () -> Bool) throws {
        try easels[index].easel.paint(recipe, isWanted: isWanted)
    }

    func pastiche(_ index: Int) -> Picture { easels[index].easel.pastiche }

    /// What is at a path may be another photograph by now.
    mutating func forget(path: String) {
        easels.removeAll { $0.path == path }
    }
}

/// The photographs of the session before the present one, each as large as a trial of it is painted.
struct Keepsakes {
    private var photographs: [(path: String, picture: Picture)] = []
    private static let side = 640

    /// Keeps a photograph that leaves the easel.
    mutating func keep(_ photograph: Picture?, path: String) {
        guard let photograph else { return }
        let size = photograph.size.fitted(within: Self.side, height: Self.side, enlarging: false)
        photographs.removeAll { $0.path == path }
        photographs.append(
            (path, size == photograph.size ? photograph : photograph.resized(width: size.width, height: size.height)))
        if photographs.count > MomentStrip.photographLimit { photographs.removeFirst() }
    }

    func photograph(_ path: String) -> Picture? {
        photographs.first { $0.path == path }?.picture
    }
}
