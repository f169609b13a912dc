import Files
import Networks

extension DoctorReport {
    /// The report for people.
    var text: String {
        TwoColumns(sections: [
            .init(title: "Terminal", lines: terminal.lines),
            .init(title: "Processor", lines: processor.lines),
            .init(title: "Style library", lines: libraryLines),
            .init(
                title: "Folders",
                lines: [
                    ("presets", folders.presets), ("themes", folders.themes),
                    ("configuration", folders.configuration), ("log", folders.log),
                ]),
            .init(title: "Program", lines: [("pastiche", version), ("system", system)]),
        ]).text
    }

    private var libraryLines: [TwoColumns.Line] {
        guard let library else { return [("problem", libraryProblem ?? "it cannot be read")] }
        return [("styles", "\(library.styles)"), ("network", library.network), ("folder", library.folder)]
    }
}

extension TerminalReport {
    fileprivate var lines: [TwoColumns.Line] {
        var lines: [TwoColumns.Line] = []
        if isTerminal {
            lines.append(("name", name ?? (answers ? "it does not say" : "it did not answer")))
            lines.append(("size", size))
            lines.append(("cell", cell.pixels))
        } else {
            lines.append(("name", "not a terminal: standard input or output leads elsewhere"))
        }
        lines.append(("graphics", "\(graphics): \(graphicsReason)"))
        lines.append(("pictures", pictures.joined(separator: ", ")))
        lines.append(("sixel", sixelText))
        lines.append(("colours", colours > 256 ? "16 million" : colours > 1 ? "\(colours)" : "none"))
        lines.append(("symbols", symbols))
        lines.append(("synchronised", synchronisedOutput ? "yes: frames appear whole" : "no"))
        lines += quirks.map { ("minds", $0) }
        return lines
    }

    private var size: String {
        guard let cells else { return "unknown" }
        return "\(cells.width) x \(cells.height) cells" + (pixels.map { ", \($0.pixels)" } ?? "")
    }

    private var sixelText: String {
        guard sixel else { return "no" }
        return "\(sixelRegisters) colours" + (sixelLimit.map { ", at most \($0.pixels)" } ?? "")
    }
}

extension TerminalReport.Size {
    fileprivate var pixels: String { "\(width) x \(height) pixels" }
}

extension ProcessorReport {
    fileprivate var lines: [TwoColumns.Line] {
        [
            ("cores", "\(cores)"),
            ("instructions", instructionSets.joined(separator: ", ")),
            ("kernels", isForced ? "\(kernels): PASTICHE_KERNELS asks for it" : "\(kernels): the best that it has"),
            ("live frames", "\(livePrecision): \(livePrecisionReason)"),
        ]
    }

    private var livePrecisionReason: String {
        if isLivePrecisionForced { return "PASTICHE_PRECISION asks for it" }
        return livePrecision == Precision.brainFloat.rawValue
            ? "the kernels multiply it faster; files are painted in \(Precision.single.rawValue)"
            : "the kernels have nothing faster"
    }
}
