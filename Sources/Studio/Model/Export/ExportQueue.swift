/// An export in the queue.
public struct ExportJob: Sendable, Equatable {
    public enum State: Sendable, Equatable {
        case waiting
        /// `share` is 0...1; `isEnding` says that it was told to end and has not yet.
        case running(share: Double, secondsLeft: Double?, isEnding: Bool)
        case finished
        case cancelled
        case failed(String)
    }

    public let request: ExportRequest
    public internal(set) var state = State.waiting

    public var isRunning: Bool { if case .running = state { true } else { false } }
    /// Whether something is still to come of it.
    public var isOpen: Bool { isRunning || state == .waiting }
    /// The file's name without its folder.
    public var name: String { request.path.split(separator: "/").last.map(String.init) ?? request.path }
}

/// Exports, painted one after the other while the studio goes on.
public struct ExportQueue: Sendable, Equatable {
    /// In the order in which they are painted. Those that are done stay until new ones come to an idle queue.
    public private(set) var jobs: [ExportJob] = []
    private var count = 0

    /// Whether something is being painted or waits for it.
    public var isBusy: Bool { jobs.contains(where: \.isOpen) }
    public var running: ExportJob? { jobs.first(where: \.isRunning) }
    public var openCount: Int { jobs.count(where: \.isOpen) }
    public var finishedCount: Int { jobs.count { $0.state == .finished } }
    public var failedCount: Int { jobs.count { if case .failed = $0.state { true } else { false } } }

    /// Which one runs, counted from 1; 0 if none does.
    public var position: Int { jobs.firstIndex(where: \.isRunning).map { $0 + 1 } ?? 0 }

    /// Seconds until all are done, if those that wait take as long as the one that runs; nil while nobody knows.
    public var secondsLeft: Double? {
        guard case .running(let share, let left?, _)? = running?.state, share < 1 else { return nil }
        return left + left / (1 - share) * Double(jobs.count { $0.state == .waiting })
    }

    /// Puts the exports of a plan at the end.
    mutating func add(_ outputs: ExportOutputs, _ plan: ExportPlan) {
        if !isBusy { jobs = [] }
        for output in outputs.outputs {
            count += 1
            jobs.append(ExportJob(request: ExportRequest(number: count, output, plan)))
        }
    }

    /// Begins the next export if none is running.
    mutating func next() -> ExportRequest? {
        guard running == nil, let index = jobs.firstIndex(where: { $0.state == .waiting }) else { return nil }
        jobs[index].state = .running(share: 0, secondsLeft: nil, isEnding: false)
        return jobs[index].request
    }

    mutating func progress(job number: Int, share: Double, secondsLeft: Double?) {
        guard let index = index(of: number), case .running(_, _, let isEnding) = jobs[index].state else { return }
        let share = share.isNaN ? 0 : share.clamped(to: 0...1)
        jobs[index].state = .running(share: share, secondsLeft: secondsLeft, isEnding: isEnding)
    }

    /// Notes how a running export ended.
    ///
    /// - Returns: the export, or nil if none of that number is running.
    mutating func end(job number: Int, as state: ExportJob.State) -> ExportJob? {
        guard let index = index(of: number), jobs[index].isRunning else { return nil }
        jobs[index].state = state
        return jobs[index]
    }

    /// Takes one that waits out of the row, or tells a running one to end.
    ///
    /// - Returns: whether it is running and the program has to be told.
    mutating func cancel(job number: Int) -> Bool {
        guard let index = index(of: number) else { return false }
        switch jobs[index].state {
        case .waiting:
            jobs[index].state = .cancelled
            return false
        case .running(let share, let secondsLeft, isEnding: false):
            jobs[index].state = .running(share: share, secondsLeft: secondsLeft, isEnding: true)
            return true
        default: return false
        }
    }

    private func index(of number: Int) -> Int? {
        jobs.firstIndex { $0.request.number == number }
    }
}
