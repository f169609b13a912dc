/// Looking at the exports and calling some of them off.
public struct ExportList: Sendable, Equatable {
    public internal(set) var list = FilteredList()

    /// The exports that the filter leaves.
    public func rows(of jobs: [ExportJob]) -> [ExportJob] {
        jobs.filter { list.filter.matches($0.name) }
    }
}
