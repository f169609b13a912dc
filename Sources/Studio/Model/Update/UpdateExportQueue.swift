import Files

extension StudioModel {
    /// Gives up the one export that is open, or lets the user choose among several.
    mutating func cancelExport() -> [Effect] {
        guard exports.isBusy else { return [] }
        guard exports.openCount == 1, let job = exports.running else { return openExports() }
        message = nil
        return cancel(job.request.number)
    }

    mutating func openExports() -> [Effect] {
        guard !exports.jobs.isEmpty else {
            return say(.information, "Nothing was exported yet; \(keys.label(.export)) exports the picture.")
        }
        var list = FilteredList()
        list.selection.index = exports.jobs.firstIndex(where: \.isRunning) ?? 0
        dialog = .exports(ExportList(list: list))
        return []
    }

    mutating func performOnExports(_ command: Command) -> [Effect] {
        guard case .exports(let chooser) = dialog else { return [] }
        switch command {
        case .cancelAllExports:
            return exports.jobs.filter(\.isOpen).reversed().flatMap { cancel($0.request.number) }
        case .cancelExport, .choose:
            let rows = chooser.rows(of: exports.jobs)
            guard rows.indices.contains(chooser.list.selection.index) else { return [] }
            let job = rows[chooser.list.selection.index]
            return command == .choose ? tell(of: job) : cancel(job.request.number)
        default: return []
        }
    }

    /// Says what became of an export; what is too long for the line is shown in full.
    private mutating func tell(of job: ExportJob) -> [Effect] {
        switch job.state {
        case .waiting: return say(.information, "\(job.request.path) waits for those before it.")
        case .running: return say(.information, "\(job.request.path) is being painted.")
        case .cancelled: return say(.information, "\(job.request.path) was cancelled; nothing was written.")
        case .finished: return say(.information, "Exported \(job.request.path)")
        case .failed(let reason):
            cover(with: .message)
            return say(.error, reason)
        }
    }

    private mutating func cancel(_ number: Int) -> [Effect] {
        exports.cancel(job: number) ? [.cancelExport(job: number)] : []
    }

    mutating func handleExport(_ event: Event) -> [Effect] {
        let ended: ExportJob?
        switch event {
        case .exportProgressed(let number, let share, let secondsLeft):
            exports.progress(job: number, share: share, secondsLeft: secondsLeft)
            return []
        case .exportFinished(let number, _): ended = exports.end(job: number, as: .finished)
        case .exportCancelled(let number): ended = exports.end(job: number, as: .cancelled)
        case .exportFailed(let number, let message): ended = exports.end(job: number, as: .failed(message))
        default: return []
        }
        guard let ended else { return [] }
        if let next = exports.next() {
            // An error is said at once; good news wait for the last one.
            guard case .failed(let reason) = ended.state else { return [.export(next)] }
            return [.export(next)] + say(.error, reason)
        }
        closeDialogs { $0 == .confirmQuit }
        return exports.jobs.count == 1 ? tellLast(ended) : tellSum(ended)
    }

    private mutating func tellLast(_ job: ExportJob) -> [Effect] {
        switch job.state {
        case .finished: return say(.information, "Exported \(job.request.path)")
        case .cancelled: return say(.information, "The export was cancelled; nothing was written.")
        case .failed(let reason):
            // What was asked for comes back to be changed; another dialog that was opened meanwhile keeps its place.
            if dialog == nil, let exportForm {
                dialog = .export(exportForm)
            }
            return say(.error, reason)
        case .waiting, .running: return []
        }
    }

    private mutating func tellSum(_ last: ExportJob) -> [Effect] {
        let sum = "Exported \(exports.finishedCount) of \(exports.jobs.count) pictures"
        let place = " into \(Files.folder(of: last.request.path))"
        if exports.failedCount > 0 {
            return say(.error, sum + place + "; \(exports.failedCount) failed, \(keys.label(.showExports)) shows why.")
        }
        return say(.information, exports.finishedCount == 0 ? sum + "." : sum + place + ".")
    }
}
