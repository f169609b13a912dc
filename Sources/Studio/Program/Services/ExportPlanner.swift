import Dispatch
import Files
import Foundation
import Synchronization

/// Finds out where exports would go, off the loop's thread; of plans that come while it looks, only the newest counts.
package final class ExportPlanner: Sendable {
    private let mailbox: Mailbox<ServiceReport>
    private let queue = DispatchQueue(label: "pastiche.plan", qos: .userInitiated)
    private let newest = Mutex<ExportPlan?>(nil)

    init(mailbox: Mailbox<ServiceReport>) {
        self.mailbox = mailbox
    }

    func look(at plan: ExportPlan) {
        newest.withLock { $0 = plan }
        queue.async { [self] in
            guard let plan = newest.withLock({ $0.take() }) else { return }
            mailbox.post(.event(.exportPlanned(plan, Self.outlook(of: plan, day: .now))))
        }
    }

    func stop() {
        queue.sync {}
    }

    package static func outlook(of plan: ExportPlan, day: Date) -> ExportForm.Outlook {
        do {
            let photographs: [String]
            switch plan.source {
            case .photograph(let path): photographs = [path]
            case .folder(let path):
                photographs = try FolderListing(of: path).photographs.map { path == "/" ? "/" + $0 : path + "/" + $0 }
            }
            let fields = Calendar(identifier: .gregorian).dateComponents([.year, .month, .day], from: day)
            let date = String(format: "%04d-%02d-%02d", fields.year ?? 0, fields.month ?? 0, fields.day ?? 0)
            var outputs = try plan.outputs(photographs: photographs, date: date) { exists(expanded($0)) }
            // No shell has seen what was typed into the form.
            outputs.outputs = outputs.outputs.map { .init(photograph: $0.photograph, path: expanded($0.path)) }
            outputs.existing = outputs.existing.map(expanded)
            // What stands in the way is said before hours of work, not after.
            if let first = outputs.outputs.first(where: { !outputs.existing.contains($0.path) }) {
                try checkWritable(first.path, replacingExisting: plan.replacing)
            }
            return .outputs(outputs)
        } catch let problem as ExportPlanProblem {
            return .problem(problem.reason)
        } catch {
            return .problem(message(of: error))
        }
    }

    private static func expanded(_ path: String) -> String {
        path.hasPrefix("~") ? NSString(string: path).expandingTildeInPath : path
    }

    private static func exists(_ path: String) -> Bool {
        access(path, F_OK) == 0
    }
}
