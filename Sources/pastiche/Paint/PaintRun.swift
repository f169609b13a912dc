import Files
import Foundation
import StyleTransfer

/// Paints what a plan names, says how it goes on standard error, and keeps what there is when a signal ends it.
struct PaintRun {
    let plan: RenderPlan
    let painting: FinePaintingTask
    /// Where the losses go; nil for nowhere.
    let losses: String?
    let isQuiet: Bool

    func run() throws {
        for item in plan.items { try paint(item) }
    }

    private func paint(_ item: RenderPlan.Item) throws {
        let madeFolder = try plan.makeOutputFolder()
        defer {
            // Only an empty folder goes away: a run that painted nothing leaves nothing.
            if let madeFolder { rmdir(madeFolder) }
        }
        if let losses { try checkWritable(losses, replacingExisting: plan.replacing) }
        switch item.destination {
        case .standardOutput:
            let bytes = try item.source.read()
            var result: FinePaintingTask.Result?
            do {
                try Interruption.guarding { result = try paint(bytes, item: item, interruption: $0) }
            } catch let signal as Interruption.Signalled {
                // Signals end the program as ever while it waits for the other programs of a pipe.
                if let result { try StandardStream.output.write(result.bytes) }
                throw signal
            }
            if let result { try StandardStream.output.write(result.bytes) }
        case .file(let path):
            try checkWritable(path, replacingExisting: plan.replacing)
            let bytes = try item.source.read()
            try Interruption.guarding { interruption in
                let result = try paint(bytes, item: item, interruption: interruption)
                try writeAtomically(result.bytes, to: path, replacingExisting: plan.replacing)
                sayIfUnfinished(result, path: path)
            }
        }
    }

    private func paint(
        _ bytes: [UInt8], item: RenderPlan.Item, interruption: Interruption
    ) throws -> FinePaintingTask.Result {
        var line = ProgressLine(isQuiet: isQuiet)
        defer { line?.clear() }
        let title = item.source.name.split(separator: "/").last.map(String.init) ?? item.source.name
        var table = LossTable()
        let result = try painting.paint(
            bytes, name: item.source.name, path: item.source.path, as: item.encoding
        ) { progress in
            if losses != nil { table.append(progress) }
            line?.show(progress.task, name: title, count: nil, note: progress.note)
            return !interruption.isRequested
        }
        if let losses { try writeAtomically(Array(table.text.utf8), to: losses, replacingExisting: plan.replacing) }
        return result
    }

    private func sayIfUnfinished(_ result: FinePaintingTask.Result, path: String) {
        guard !result.isComplete, !isQuiet else { return }
        StandardStream.error.tryWrite(
            "pastiche: interrupted: \(printable(path)) is the painting after \(result.iterations) "
                + "of \(painting.settings.iterations) iterations\n")
    }
}

extension FineProgress {
    /// A word on how it goes: the size that is being painted and what it costs.
    fileprivate var note: String {
        guard let losses else { return "" }
        return "\(size.width)x\(size.height)  loss \(losses.total.formatted(.number.precision(.significantDigits(4))))"
    }
}
