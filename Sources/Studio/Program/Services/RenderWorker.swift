import Imaging
import StyleTransfer
import TerminalGraphics

/// What the render thread owns: the photograph, painters that know it, and the newest pastiche.
struct RenderWorker: ~Copyable {
    private let library: StyleLibrary
    private let threads: Int
    private let precision: Precision
    private(set) var photograph: Picture?
    private var path = ""
    private var easels: [Easel] = []
    /// Which easel has the newest pastiche, and of which recipe it is.
    private var newest: Int?
    private var recipe: Recipe?
    /// The pastiche at the size of an export, for a zoomed view.
    private var detail: PaintedDetail?
    /// The number of the detail that is being painted of this photograph.
    private var awaitedDetail: Int?
    private var swatches: [String: Picture] = [:]
    private var trials = TrialEasels()
    /// The photographs before, to paint moments of them.
    private var keepsakes = Keepsakes()
    private var divided = DividedPicture()
    /// The other mix of a zoomed comparison, painted whole.
    private var compared: (recipe: Recipe, picture: Picture)?
    /// Counts frames, to know whether a pastiche is still the newest.
    private var frames = 0
    private var encoder = PlacedPictureEncoder()
    /// Whether the terminal is too slow for the newest pastiche as it is.
    private var isFrugal = false
    /// Whether the newest pastiche is one to be looked at for long.
    private var isWhole = false
    /// What was encoded fast, with its place, and can still be encoded better; at most one of each kind.
    private var restless: [(source: PictureSource, target: PictureTarget)] = []

    init(library: StyleLibrary, threads: Int, precision: Precision) {
        self.library = library
        self.threads = threads
        self.precision = precision
    }

    /// Reads a photograph; the old one stays if that fails. Opacity is laid on white.
    mutating func open(_ path: String) throws -> PictureSize {
        var picture = try Picture.read(path: path)
        if picture.alpha != nil { picture = picture.composited(red: 1, green: 1, blue: 1) }
        keepsakes.keep(photograph, path: self.path)
        photograph = picture
        self.path = path
        easels = []
        trials.forget(path: path)
        newest = nil
        detail = nil
        awaitedDetail = nil
        restless = []
        compared = nil
        divided.forget()
        return picture.size
    }

    /// Paints a frame; answers its size, or nil if there is nothing to paint.
    ///
    /// - Parameter target: where the frame is for; one that nearly has the size there gets it exactly.
    /// - Throws: `PaintingError.cancelled` as soon as `isWanted` answers false.
    mutating func paint(
        _ request: PaintRequest, for target: PictureTarget, isWanted: () -> Bool
    ) throws -> PictureSize? {
        guard let photograph else { return nil }
        restless = []
        let size = PreviewSize.painted(
            request, photograph: photograph.size, placement: target.placement(of: photograph.size))
        let index = try easel(for: size, photograph)
        try easels[index].paint(request.paintedRecipe, isWanted: isWanted)
        newest = index
        recipe = request.recipe
        frames += 1
        isFrugal = request.isFrugal
        isWhole = !request.isCoarse && !isFrugal
        return size
    }

    /// Gives up the detail that is at hand for one that is being painted.
    mutating func expect(detail number: Int) {
        detail = nil
        awaitedDetail = number
    }

    /// Takes a detail over, unless another one is awaited by now: it may be of the photograph before.
    mutating func take(_ detail: PaintedDetail) {
        if detail.request == awaitedDetail { self.detail = detail }
    }

    /// Encodes a picture for a place.
    ///
    /// - Parameters:
    ///   - content: memory to use; empty afterwards.
    ///   - isWanted: asked while a trial is painted; if it answers false, `PaintingError.cancelled` is thrown.
    /// - Returns: nil if there is no such picture or no room for it.
    mutating func encode(
        _ source: PictureSource, for target: PictureTarget, into content: inout TerminalPicture,
        isWanted: () -> Bool = { true }
    ) throws -> EncodedPicture? {
        let placement: PicturePlacement?
        var paintedPixels = 0
        switch source {
        case .original:
            guard let photograph else { return nil }
            placement = try encode(photograph, shape: photograph.size, for: target, into: &content)
        case .pastiche:
            guard let newest, let photograph else { return nil }
            let detail = detail(in: target.viewport)
            let picture = detail?.picture ?? easels[newest].pastiche
            paintedPixels = detail == nil ? picture.pixelCount : 0
            placement = try encode(
                picture, shape: photograph.size, for: target, isFrugal: isFrugal, into: &content)
            if isWhole { settleLater(source, target) }
        case .swatch(let id):
            guard let swatch = try swatch(id) else { return nil }
            // Small and soon replaced, but looked at closely.
            placement = try encoder.encode(swatch, shape: swatch.size, for: target, isSettled: true, into: &content)
        case .trial(let recipe):
            guard let photograph else { return nil }
            placement = try encode(recipe, of: photograph, path: path, for: target, into: &content, isWanted)
        case .keepsake(let recipe, let path):
            guard let photograph = keepsakes.photograph(path) else { return nil }
            placement = try encode(recipe, of: photograph, path: path, for: target, into: &content, isWanted)
        case .divided(let division):
            guard let photograph, try compose(division, for: target, photograph) else { return nil }
            placement = try encoder.encode(divided.picture, shape: photograph.size, for: target, into: &content)
            settleLater(source, target)
        }
        guard let placement else { return nil }
        var whole = TerminalPicture()
        swap(&whole, &content)
        return EncodedPicture(
            source: source, rectangle: target.rectangle, size: placement.pixels, content: whole,
            paintedPixels: paintedPixels)
    }

    /// The detail, if it is of the newest recipe and the view is zoomed.
    private func detail(in viewport: Viewport) -> PaintedDetail? {
        viewport.isWhole || detail?.recipe != recipe ? nil : detail
    }

    /// Paints a photograph small and encodes it.
    private mutating func encode(
        _ recipe: Recipe, of photograph: Picture, path: String, for target: PictureTarget,
        into content: inout TerminalPicture, _ isWanted: () -> Bool
    ) throws -> PicturePlacement? {
        guard let placement = target.placement(of: photograph.size) else { return nil }
        let (library, threads, precision) = (library, threads, precision)
        let index = try trials.easel(
            of: photograph, path: path, size: PreviewSize.trial(photograph: photograph.size, placement: placement)
        ) { photograph, size in
            try Easel(photograph: photograph, size: size, library: library, threads: threads, precision: precision)
        }
        try trials.paint(recipe, on: index, isWanted: isWanted)
        return try encoder.encode(
            trials.pastiche(index), shape: photograph.size, for: target, isSettled: true, into: &content)
    }

    /// Encodes the part of a picture that is in view, as in motion.
    private mutating func encode(
        _ picture: Picture, shape: PictureSize, for target: PictureTarget, isFrugal: Bool = false,
        into content: inout TerminalPicture
    ) throws(TerminalError) -> PicturePlacement? {
        try encoder.encode(
            picture.part(in: target.viewport), shape: shape, for: target, isFrugal: isFrugal, into: &content)
    }

    /// Whether a picture on the terminal could be better than it is.
    var canSettle: Bool { !restless.isEmpty }

    /// Takes out the picture that came last, to be encoded as well as it can be.
    ///
    /// - Parameter memory: for a copy of its pixels; used up.
    mutating func takeRestless(memory: consuming Picture) -> RestingPicture? {
        guard let (source, target) = restless.popLast(), let photograph else { return nil }
        var resting = RestingPicture(
            source: source, target: target, shape: photograph.size, picture: memory)
        if source.isDivided {
            resting.picture.copyColours(of: divided.picture)
        } else if let newest {
            let picture = detail(in: target.viewport)?.picture ?? easels[newest].pastiche
            if target.viewport.isWhole {
                resting.picture.copyColours(of: picture)
            } else {
                resting.picture = picture.part(in: target.viewport)
            }
        }
        return resting
    }

    private mutating func settleLater(_ source: PictureSource, _ target: PictureTarget) {
        restless.removeAll { $0.source.slot == source.slot }
        restless.append((source, target))
    }

    /// Makes the two halves of a picture as large as it is shown, and puts them together.
    ///
    /// Halves are painted and resampled once; where only the divider moves nothing is allocated.
    /// - Returns: false if there is no room, or nothing painted yet.
    private mutating func compose(
        _ division: Division, for target: PictureTarget, _ photograph: Picture
    ) throws -> Bool {
        guard let placement = target.placement(of: photograph.size), let newest else { return false }
        let size = PictureSize(width: placement.pixels.width, height: placement.pixels.height)
        let detail = detail(in: division.viewport)
        func half(_ side: Comparison.Side) -> DividedPicture.Content {
            let isPastiche = side == .pastiche
            return DividedPicture.Content(
                side: side, frame: isPastiche ? frames : 0, detail: isPastiche ? detail?.request ?? 0 : 0, size: size,
                viewport: division.viewport)
        }
        let halves = (left: half(division.left), right: half(division.right))
        for place in divided.missing(left: halves.left, right: halves.right) {
            let half = place == .left ? halves.left : halves.right
            switch half.side {
            case .original: divided.show(photograph, as: half, on: place)
            case .pastiche: divided.show(detail?.picture ?? easels[newest].pastiche, as: half, on: place)
            case .recipe(let recipe, _) where !half.viewport.isWhole:
                divided.show(try whole(recipe, size, photograph), as: half, on: place)
            case .recipe(let recipe, _):
                let easel = try easel(for: size, photograph)
                var picture = divided.take(place)
                try easels[easel].paint(recipe, into: &picture)
                divided.give(picture, as: half, to: place)
            }
        }
        divided.compose(divider: division.divider)
        return true
    }

    /// Another mix, painted whole for a zoomed comparison; moving the view paints nothing.
    private mutating func whole(_ recipe: Recipe, _ size: PictureSize, _ photograph: Picture) throws -> Picture {
        if let compared, compared.recipe == recipe, compared.picture.size == size { return compared.picture }
        let easel = try easel(for: size, photograph)
        var picture = Picture(width: size.width, height: size.height)
        try easels[easel].paint(recipe, into: &picture)
        compared = (recipe, picture)
        return picture
    }

    /// The easel of that size; two are kept, the coarse and the full one.
    private mutating func easel(for size: PictureSize, _ photograph: Picture) throws -> Int {
        if let index = easels.firstIndex(where: { $0.size == size }) { return index }
        let easel = try Easel(
            photograph: photograph, size: size, library: library, threads: threads, precision: precision)
        if easels.count == 2 {
            // The newest pastiche is still wanted until this one is painted.
            let oldest = newest == 0 ? 1 : 0
            easels[oldest] = easel
            return oldest
        }
        easels.append(easel)
        return easels.count - 1
    }

    private mutating func swatch(_ id: String) throws -> Picture? {
        if let swatch = swatches[id] { return swatch }
        guard let style = library.style(id) else { return nil }
        let swatch = try library.swatch(of: style)
        swatches[id] = swatch
        return swatch
    }
}
