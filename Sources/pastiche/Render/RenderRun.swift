import ArgumentParser
import Files
import Foundation
import StyleTransfer

/// Paints what a plan lists, one after the other, and says how it goes on standard error.
struct RenderRun {
    let plan: RenderPlan
    let painting: PaintingTask
    let isQuiet: Bool

    /// - Throws: the error of a single photograph. Of several, an error is reported and the rest goes on;
    ///   the first one's status is thrown at the end.
    func run() throws {
        guard plan.items.count > 1 else {
            for item in plan.items { try paint(item, count: nil) }
            return
        }
        let madeFolder = try plan.makeOutputFolder()
        defer {
            // Only an empty folder goes away: a run that painted nothing leaves nothing.
            if let madeFolder { rmdir(madeFolder) }
        }
        var painted = 0
        var failure: ExitStatus?
        for (index, item) in plan.items.enumerated() {
            do {
                try paint(item, count: (index + 1, plan.items.count))
                painted += 1
            } catch let error as any UserFacingError {
                report(error)
                failure = failure ?? error.exitStatus
            }
        }
        if !isQuiet {
            StandardStream.error.tryWrite("pastiche: painted \(painted) of \(plan.items.count) photographs\n")
        }
        if let failure { throw ExitCode(failure.rawValue) }
    }

    private func paint(_ item: RenderPlan.Item, count: (Int, Int)?) throws {
        let madeFolder = count == nil ? try plan.makeOutputFolder() : nil
        defer {
            if let madeFolder { rmdir(madeFolder) }
        }
        switch item.destination {
        case .standardOutput:
            // Signals end the program as ever while it waits for the other programs of a pipe.
            let bytes = try item.source.read()
            let painted = try Interruption.guarding { try encode(bytes, item: item, count: count, interruption: $0) }
            try StandardStream.output.write(painted)
        case .file(let path):
            try checkWritable(path, replacingExisting: plan.replacing)
            let bytes = try item.source.read()
            try Interruption.guarding { interruption in
                let painted = try encode(bytes, item: item, count: count, interruption: interruption)
                if interruption.isRequested { throw PaintingError.cancelled }
                try writeAtomically(painted, to: path, replacingExisting: plan.replacing)
            }
        }
    }

    private func encode(
        _ bytes: [UInt8], item: RenderPlan.Item, count: (Int, Int)?, interruption: Interruption
    ) throws -> [UInt8] {
        var line = ProgressLine(isQuiet: isQuiet)
        defer { line?.clear() }
        let title = item.source.name.split(separator: "/").last.map(String.init) ?? item.source.name
        return try painting.paint(
            bytes, name: item.source.name, path: item.source.path, as: item.encoding
        ) { progress in
            line?.show(progress, name: title, count: count)
            return !interruption.isRequested
        }
    }
}
