import Files
import StyleTransfer

extension StudioModel {
    mutating func openExportForm() -> [Effect] {
        guard let photograph else {
            return say(.warning, "There is no photograph yet; \(keys.label(.openPhotograph)) opens one.")
        }
        guard export == nil else {
            return say(.warning, "An export is running; \(keys.label(.cancelExport)) cancels it.")
        }
        dialog = .export(ExportForm(path: exportPath(for: photograph.path)))
        return []
    }

    /// Beside the photograph, or in the working folder for one that ships: `holiday.jpg` becomes
    /// `holiday-pastiche.png`.
    package func exportPath(for photograph: String) -> String {
        let name = photograph.split(separator: "/").last ?? "picture"
        let stem = name.lastIndex(of: ".").map { $0 > name.startIndex ? name[..<$0] : name } ?? name
        let home = Files.folder(of: photograph)
        let folder = home == shippedPhotographs ? self.folder : home
        return (folder == "." ? "" : folder == "/" ? "/" : folder + "/") + stem + "-pastiche.png"
    }

    mutating func perform(_ command: Command, in form: ExportForm) -> [Effect] {
        var form = form
        switch command {
        case .confirm: return beginExport(form)
        case .nextField: form.moveField(by: 1)
        case .previousField: form.moveField(by: -1)
        case .decline where form.asksToReplace: form.asksToReplace = false
        case .close:
            closeDialog()
            return []
        default: break
        }
        dialog = .export(form)
        return []
    }

    private mutating func beginExport(_ form: ExportForm) -> [Effect] {
        let path = form.path.trimmed
        guard !path.isEmpty else { return say(.warning, "The picture needs a file name.") }
        var longSide: Int?
        switch form.size {
        case .original: break
        case .screen: longSide = previewSize.map { max($0.width, $0.height) }
        case .number:
            let range = ExportForm.longSideRange
            guard let number = Int(form.longSide.trimmed), range.contains(number) else {
                return say(
                    .warning, "The long side is a number of pixels from \(range.lowerBound) to \(range.upperBound).")
            }
            longSide = number
        }
        let request = ExportRequest(
            recipe: recipe, path: path, longSide: longSide, replacing: form.asksToReplace)
        export = Export(path: path, form: form)
        message = nil
        closeDialog()
        return [.export(request)]
    }

    mutating func cancelExport() -> [Effect] {
        guard export != nil else { return [] }
        export?.isCancelled = true
        message = nil
        return [.cancelExport]
    }

    mutating func handleExport(_ event: Event) -> [Effect] {
        guard let form = export?.form else { return [] }
        switch event {
        case .exportProgressed(let share, let secondsLeft):
            export?.share = share.isNaN ? 0 : share.clamped(to: 0...1)
            export?.secondsLeft = secondsLeft
            return []
        case .exportFinished(let path):
            endExport()
            return say(.information, "Exported \(path)")
        case .exportCancelled:
            endExport()
            return say(.information, "The export was cancelled; nothing was written.")
        case .exportExists:
            endExport()
            showAgain(form, asksToReplace: true)
            return []
        case .exportFailed(let message):
            endExport()
            showAgain(form, asksToReplace: false)
            return say(.error, message)
        default: return []
        }
    }

    private mutating func endExport() {
        export = nil
        if dialog == .confirmQuit { closeDialog() }
    }

    /// Brings the form back with what was typed. Another dialog that was opened meanwhile keeps its place
    /// unless there is a question to be answered.
    private mutating func showAgain(_ form: ExportForm, asksToReplace: Bool) {
        guard dialog == nil || asksToReplace else { return }
        var form = form
        form.asksToReplace = asksToReplace
        covered = nil
        dialog = .export(form)
    }
}
