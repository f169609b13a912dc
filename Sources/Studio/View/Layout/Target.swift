import TerminalGraphics

/// What lies under the mouse.
package enum Target: Equatable {
    case command(Command)
    case slider(Slider)
    case entry(Int)
    case mute(Int)
    case solo(Int)
    case lock(Int)
    case row(Int)
    case variation(Int)
    case divider
    /// The field of the pad, the picture in one of its corners, and that corner's name.
    case padField
    case padCorner(Int)
    case padLabel(Int)
    case field(ExportForm.Field)
    case moment(Int)
    case removeMoment(Int)
    case panel(StudioModel.Panel)
    /// How a style is tried: alone, or in the mix.
    case tried(isAlone: Bool)
    case original
    case pastiche
}

extension Layout {
    /// What a click on a cell means, or nil where there is nothing to click.
    package func target(row: Int, column: Int, model: StudioModel) -> Target? {
        guard !isTooSmall else { return nil }
        func hits(_ rectangle: CellRectangle?) -> Bool { rectangle?.contains(row: row, column: column) == true }
        if let button = hintButtons(model).first(where: { hits($0.rectangle) }) { return .command(button.command) }
        if model.dialog == nil, hits(exportProgress(model)) {
            return .command(hits(exportCancel(model)) ? .cancelExport : .showExports)
        }
        if hits(message), model.message != nil {
            let isOffered = model.keys.bindings.contains {
                $0.command == .readMessage && model.contexts.contains($0.context)
            }
            return isOffered ? .command(.readMessage) : nil
        }
        guard let dialog = model.dialog else { return easelTarget(model, hits) }
        if let places = pad(model) {
            if hits(places.field) { return .padField }
            if let corner = places.corners.first(where: { hits($0.picture) }) { return .padCorner(corner.index) }
            if let corner = places.corners.first(where: { hits($0.label) }) { return .padLabel(corner.index) }
            guard !coversSliders else { return nil }
            if hits(colourWay(model)) { return .command(.colourWay) }
            return mixSliders.first { hits($0.track) }.map { .slider($0.slider) }
        }
        if case .comparison(let comparison) = dialog {
            let isOnPicture = comparison.manner == .divided && (hits(picture) || hits(caption))
            guard isOnPicture else { return easelTarget(model, hits) }
            // A zoomed picture is moved wherever the divider is not.
            let isBeside = hits(picture) && !isNear(column, dividerOf: comparison, model)
            return isBeside && !model.viewport.isWhole ? .panel(.picture) : .divider
        }
        if let button = buttons(model).first(where: { hits($0.rectangle) }) { return .command(button.command) }
        if let row = listRows(model).first(where: { hits($0.rectangle) }) { return .row(row.index) }
        if case .variations = dialog,
            let cell = variationCells(model).first(where: { hits($0.rectangle) })
        {
            return .variation(cell.index)
        }
        if case .styles = dialog {
            if hits(inTheMixTab) { return .tried(isAlone: false) }
            if hits(aloneTab) { return .tried(isAlone: true) }
        }
        if case .export(let form) = dialog {
            if let field = form.fields.first(where: { hits(exportField($0, form)) }) { return .field(field) }
        }
        return nil
    }

    /// Whether a column is near enough to the divider to take hold of it.
    private func isNear(_ column: Int, dividerOf comparison: Comparison, _ model: StudioModel) -> Bool {
        guard let picture = comparisonPictures(model).first else { return false }
        return abs(column - Self.column(of: comparison.divider, picture: picture)) < 2
    }

    private func easelTarget(_ model: StudioModel, _ hits: (CellRectangle?) -> Bool) -> Target? {
        for entry in entries(model) where hits(entry.rectangle) {
            if hits(entry.mute) { return .mute(entry.index) }
            if hits(entry.solo) { return .solo(entry.index) }
            if hits(entry.lock) { return .lock(entry.index) }
            return hits(entry.track) ? .slider(.weight(entry.index)) : .entry(entry.index)
        }
        if hits(addButton(model)) { return .command(.addStyle) }
        if hits(colourWay(model)) { return .command(.colourWay) }
        for slider in mixSliders where hits(slider.place) {
            return hits(slider.track) ? .slider(slider.slider) : .panel(slider.panel)
        }
        if hits(sliders) { return .panel(.strength) }
        if hits(palette) { return .panel(.palette) }
        if let button = momentButtons(model).first(where: { hits($0.rectangle) }) { return .command(button.command) }
        for place in moments(model) where hits(place.picture) || hits(place.label) {
            return hits(place.remove) ? .removeMoment(place.index) : .moment(place.index)
        }
        if hits(strip) { return .panel(.moments) }
        if hits(pasticheTab) { return .pastiche }
        if hits(originalTab) { return .original }
        return hits(picture) || hits(caption) ? .panel(.picture) : nil
    }

    /// The two words below the picture that say which is shown.
    var pasticheTab: CellRectangle? { caption?.dropping(left: 1).leading(10) }
    var originalTab: CellRectangle? { caption?.dropping(left: 12).leading(10) }

    /// The part of the message line that shows the export on its way.
    func exportProgress(_ model: StudioModel) -> CellRectangle? {
        model.exports.running == nil ? nil : message.dropping(right: 1).trailing(message.width * 3 / 5)
    }

    /// The button that cancels it.
    func exportCancel(_ model: StudioModel) -> CellRectangle? {
        exportProgress(model)?.trailing(DisplayWidth.of(model.keys.label(.cancelExport)) + " cancel".count)
    }
}
