import StyleTransfer
import TerminalGraphics

extension StudioModel {
    /// The most pixels of a preview: beyond it a frame takes too long to be live.
    private static let previewPixels = 1_000_000.0
    /// Blocks show a few colours per cell, and need no more pixels than this.
    private static let blockPixels = 250_000.0

    /// Asks for the frame that is due.
    mutating func paint() -> [Effect] {
        guard !Layout(self).isTooSmall, let size = previewSize else { return [] }
        let subject = Painting.Subject(
            recipe: shownRecipe, strokes: strokes, width: size.width, height: size.height)
        return painting.request(subject).map { [.paint($0)] } ?? []
    }

    /// The pixels that the picture has on this terminal: the photograph fitted into its rectangle.
    var previewSize: Size? {
        guard let photograph else { return nil }
        let easel = Layout(self).easel
        var width = Double(easel.width * max(1, capabilities.cell.width))
        var height = Double(easel.height * max(1, capabilities.cell.height))
        if capabilities.graphics == .sixel, let limit = capabilities.sixelLimit {
            width = min(width, Double(max(1, limit.width)))
            height = min(height, Double(max(1, limit.height)))
        }
        let photographWidth = Double(max(1, photograph.width))
        let photographHeight = Double(max(1, photograph.height))
        var scale = min(width / photographWidth, height / photographHeight)
        let most = capabilities.graphics == .blocks ? Self.blockPixels : Self.previewPixels
        scale = min(scale, (most / (photographWidth * photographHeight)).squareRoot())
        return Size(
            width: max(1, Int((photographWidth * scale).rounded())),
            height: max(1, Int((photographHeight * scale).rounded())))
    }

    /// The long side at which exports shall look as the picture on the easel does; nil if their strokes are as many
    /// pixels large as there.
    func strokesSeenAt(_ choice: ExportForm.Strokes) -> Int? {
        guard strokes != nil, choice == .asSeen else { return nil }
        return previewSize.map { max($0.width, $0.height) }
    }

    mutating func photographOpened(path: String, width: Int, height: Int) -> [Effect] {
        // Another photograph is a step of its own, unless it comes with one.
        if history.photograph != nil && history.photograph != path { history.keep(palette) }
        history.photograph = path
        if let photograph { strip.keep(photograph: photograph.path) }
        photograph = Photograph(path: path, width: width, height: height)
        painting.startAnew()
        detail.startAnew()
        viewport = Viewport()
        showsOriginal = false
        closeDialogs { if case .photographs = $0 { true } else { false } }
        if message?.kind == .error { message = nil }
        return []
    }
}
