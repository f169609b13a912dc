import ArgumentParser
import Files

/// Says what this computer offers.
struct DoctorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Show what this terminal and processor can do, and which path will be taken.",
        discussion: """
            Run it in the terminal in question: it is asked what it can show. PASTICHE_GRAPHICS (auto, sixel, \
            blocks), PASTICHE_COLOURS (truecolour, 256, 16, mono), PASTICHE_KERNELS and PASTICHE_PRECISION (fp32, bf16) \
            choose for it.
            """)

    @Flag(help: "Write JSON for other programs.")
    var json = false

    func run() throws {
        // The terminal is in raw mode while it is asked: no signal may leave it there.
        let report = try Interruption.guarding { _ in try DoctorReport() }
        if json {
            try writeJSON(report)
        } else {
            try StandardStream.output.write(report.text)
        }
    }
}
