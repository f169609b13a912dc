import TerminalGraphics

/// The queue of exports: what is painted, what waits, what became of the rest.
enum ExportsView {
    static func draw(_ chooser: ExportList, _ model: StudioModel, _ layout: Layout, _ canvas: Canvas) {
        ListView.drawHead(chooser.list.filter, quiet: summary(model.exports), layout, canvas)
        let rows = chooser.rows(of: model.exports.jobs)
        for row in layout.listRows(model) {
            let job = rows[row.index]
            ListView.drawRow(
                job.state.sign + " " + job.name, text(of: job.state),
                isSelected: row.index == chooser.list.selection.index, row.rectangle, canvas)
        }
    }

    private static func summary(_ exports: ExportQueue) -> String {
        var parts = ["\(exports.finishedCount) of \(exports.jobs.count) done"]
        if exports.failedCount > 0 { parts.append("\(exports.failedCount) failed") }
        if let left = timeLeft(exports.secondsLeft) { parts.append(left) }
        return parts.joined(separator: " · ")
    }

    private static func text(of state: ExportJob.State) -> String {
        switch state {
        case .waiting: "waiting"
        case .running(_, _, isEnding: true): "cancelling"
        case .running(let share, let secondsLeft, _):
            "\(Int(share * 100)) %" + (timeLeft(secondsLeft).map { " · " + $0 } ?? "")
        case .finished: "done"
        case .cancelled: "cancelled"
        case .failed(let reason): reason
        }
    }
}

extension ExportJob.State {
    /// Says the state without colour.
    fileprivate var sign: String {
        switch self {
        case .waiting: "·"
        case .running: "▸"
        case .finished: "✓"
        case .cancelled: "–"
        case .failed: "✗"
        }
    }
}
