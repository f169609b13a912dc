import Files
import Imaging
import StyleTransfer

extension StudioModel {
    mutating func openExportForm() -> [Effect] {
        guard let photograph else {
            return say(.warning, "There is no photograph yet; \(keys.label(.openPhotograph)) opens one.")
        }
        let path = exportTemplate(for: photograph.path)
        var form = exportForm.map { ExportForm(path: path, like: $0) } ?? ExportForm(path: path)
        form.hasStrokes = strokes != nil
        dialog = .export(form)
        return []
    }

    /// Beside the photograph, or in the working folder for one that ships: `holiday.jpg` will become
    /// `holiday-pastiche.png`.
    package func exportTemplate(for photograph: String) -> String {
        let home = Files.folder(of: photograph)
        let folder = home == shippedPhotographs ? self.folder : home
        // Braces in a folder's name are no words.
        let plain = folder.contains { "{}".contains($0) } ? self.folder : folder
        return (plain == "." ? "" : plain == "/" ? "/" : plain + "/") + "{photo}-pastiche"
    }

    mutating func perform(_ command: Command, in form: ExportForm) -> [Effect] {
        var form = form
        var effects: [Effect] = []
        switch command {
        case .confirm:
            switch plan(form) {
            case .success(let plan):
                form.isConfirmed = true
                form.planned = plan
                effects = [.planExport(plan)]
            case .failure(let problem): effects = say(.warning, problem.reason)
            }
        case .less: form.choose(by: -1)
        case .more: form.choose(by: 1)
        case .nextField: form.moveField(by: 1)
        case .previousField: form.moveField(by: -1)
        case .decline where form.asksToReplace: form.asksToReplace = false
        case .close:
            closeDialog()
            return []
        default: break
        }
        dialog = .export(form)
        return effects
    }

    /// Asks where the exports would go, whenever the form asks for something else than before.
    mutating func planExport() -> [Effect] {
        guard case .export(var form) = dialog, !form.asksToReplace else { return [] }
        defer { dialog = .export(form) }
        switch plan(form) {
        case .failure(let problem):
            form.planned = nil
            form.outlook = .problem(problem.reason)
            return []
        case .success(let plan):
            guard plan != form.planned else { return [] }
            form.planned = plan
            form.outlook = .unknown
            form.isConfirmed = false
            return [.planExport(plan)]
        }
    }

    mutating func exportPlanned(_ plan: ExportPlan, _ outlook: ExportForm.Outlook) -> [Effect] {
        guard var form = openForm, form.planned == plan else { return [] }
        form.outlook = outlook
        let isConfirmed = form.isConfirmed
        form.isConfirmed = false
        change(to: form)
        guard isConfirmed else { return [] }
        switch outlook {
        case .unknown: return []
        case .problem(let problem): return say(.error, problem)
        case .outputs(let outputs):
            guard outputs.existing.isEmpty || plan.replacing else {
                form.asksToReplace = true
                change(to: form)
                return []
            }
            exports.add(outputs, plan)
            exportForm = form
            exportForm?.asksToReplace = false
            message = nil
            closeDialogs { if case .export = $0 { true } else { false } }
            return beginExport()
        }
    }

    /// The form, also while something lies over it.
    private var openForm: ExportForm? {
        for case .export(let form) in openDialogs { return form }
        return nil
    }

    private mutating func change(to form: ExportForm) {
        changeDialogs { if case .export = $0 { $0 = .export(form) } }
    }

    private mutating func beginExport() -> [Effect] {
        exports.next().map { [.export($0)] } ?? []
    }

    private func plan(_ form: ExportForm) -> Result<ExportPlan, ExportPlanProblem> {
        do throws(ExportPlanProblem) {
            return .success(try makePlan(form))
        } catch {
            return .failure(error)
        }
    }

    private func makePlan(_ form: ExportForm) throws(ExportPlanProblem) -> ExportPlan {
        let photograph = photograph?.path ?? ""
        let template: ExportTemplate
        do throws(ExportTemplate.Problem) {
            template = try ExportTemplate(parsing: form.path.trimmed)
        } catch {
            throw ExportPlanProblem(reason: error.reason)
        }
        if form.isWholeFolder && !template.tellsPhotographsApart {
            throw ExportPlanProblem(reason: "Many pictures need {photo} or {number} in their name.")
        }
        var quality = 92
        if form.format == .jpeg {
            guard let number = Int(form.quality.trimmed), (1...100).contains(number) else {
                throw ExportPlanProblem(reason: "The quality of a JPEG goes from 1 to 100.")
            }
            quality = number
        }
        return ExportPlan(
            source: form.isWholeFolder ? .folder(absolute(Files.folder(of: photograph))) : .photograph(photograph),
            template: template, format: form.format, quality: quality, size: try size(form),
            strokesSeenAt: strokesSeenAt(form.strokes),
            dotsPerInch: form.size == .print ? PrintSize.dotsPerInch : nil, recipe: recipe,
            carriesRecipe: form.carriesRecipe, replacing: form.asksToReplace)
    }

    private func size(_ form: ExportForm) throws(ExportPlanProblem) -> ExportSize {
        let range = ExportForm.longSideRange
        switch form.size {
        case .original: return .original
        case .screen: return previewSize.map { .longSide(max($0.width, $0.height)) } ?? .original
        case .print:
            guard let print = PrintSize(form.print.trimmed) else {
                throw ExportPlanProblem(reason: "A print is \(PrintSize.hint).")
            }
            guard (exportSize(print.size)?.longSide).map(range.contains) ?? false else {
                throw ExportPlanProblem(reason: "A print of that size would have more than \(range.upperBound) pixels.")
            }
            return print.size
        case .number:
            guard let number = Int(form.longSide.trimmed), range.contains(number) else {
                throw ExportPlanProblem(
                    reason: "The long side is a number of pixels from \(range.lowerBound) to \(range.upperBound).")
            }
            return .longSide(number)
        }
    }

    /// What a size comes to for the photograph on the easel.
    func exportSize(_ size: ExportSize) -> PictureSize? {
        guard let photograph else { return nil }
        let own = PictureSize(width: photograph.width, height: photograph.height)
        return size.longSide(of: own).map { own.fitted(longSide: $0, enlarging: true) } ?? own
    }

    /// What the form's size comes to; nil while it makes no sense.
    func exportSize(_ form: ExportForm) -> PictureSize? {
        (try? size(form)).flatMap(exportSize)
    }
}
