import Files
import Foundation
import Studio
import StyleTransfer

/// One line on standard error that is rewritten as a long task goes on; silent unless that is a terminal.
struct ProgressLine {
    private let columns: Int
    private let isUnicode: Bool
    private let clock = ContinuousClock()
    private var shown: ContinuousClock.Instant?
    private var width = 0

    /// - Returns: nil where nobody would see it.
    init?(isQuiet: Bool, environment: [String: String] = ProcessInfo.processInfo.environment) {
        guard !isQuiet, let columns = StandardStream.error.columns else { return nil }
        self.columns = columns
        let locale = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
        isUnicode = locale.uppercased().contains("UTF-8") || locale.uppercased().contains("UTF8")
    }

    /// Shows how far a task is, at most ten times a second.
    ///
    /// - Parameters:
    ///   - name: what is being painted.
    ///   - count: which of how many it is; nil for a single one.
    ///   - note: a word more, where there is room.
    mutating func show(_ progress: TaskProgress, name: String, count: (Int, Int)?, note: String = "") {
        let now = clock.now
        if let shown, now - shown < .milliseconds(100), progress.share < 1 { return }
        shown = now
        write(line(progress, name: name, count: count, note: note))
    }

    /// Wipes the line, so that what is written next stands alone.
    mutating func clear() {
        guard width > 0 else { return }
        StandardStream.error.tryWrite("\r" + String(repeating: " ", count: width) + "\r")
        width = 0
        shown = nil
    }

    private mutating func write(_ line: String) {
        let now = DisplayWidth.of(line)
        // Spaces instead of an escape sequence wipe what a longer line left behind.
        StandardStream.error.tryWrite("\r" + line + String(repeating: " ", count: max(0, width - now)))
        width = now
    }

    private func line(_ progress: TaskProgress, name: String, count: (Int, Int)?, note: String) -> String {
        let percent = "\(Int(progress.share * 100))%"
        var tail = "  " + String(repeating: " ", count: 4 - percent.count) + percent
        if let left = timeLeft(progress.secondsLeft) { tail += "  " + left }
        if !note.isEmpty, columns >= 64 + note.count { tail += "  " + note }
        let head = count.map { "\($0.0)/\($0.1)  " } ?? ""
        // The last column stays free: some terminals wrap as soon as it is written.
        let room = columns - 1 - head.count - DisplayWidth.of(tail)
        let title = printable(name).truncated(to: max(0, min(32, room - 12)))
        let bar = max(0, min(40, room - DisplayWidth.of(title) - 2))
        guard bar >= 4 else { return String((head + percent).prefix(columns - 1)) }
        let done = Int((Double(bar) * progress.share).rounded())
        return head + title + "  " + String(repeating: isUnicode ? "█" : "#", count: done)
            + String(repeating: isUnicode ? "░" : ".", count: bar - done) + tail
    }
}
