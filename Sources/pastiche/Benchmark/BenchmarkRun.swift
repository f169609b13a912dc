import Imaging
import Networks
import StyleTransfer
import TerminalGraphics

/// Times the parts of a live frame of one photograph at one size, as the studio goes through them.
struct BenchmarkRun {
    private let photograph: Picture
    private let library: StyleLibrary
    private let threads: Int
    private let seconds: Double
    /// Two mixes that differ as two positions of a slider do: a frame that equals the last would be too easy.
    private let recipes: [Recipe]

    init(photograph: Picture, library: StyleLibrary, width: Int, height: Int, threads: Int, seconds: Double) {
        self.photograph = photograph.filling(width: width, height: height)
        self.library = library
        self.threads = threads
        self.seconds = seconds
        recipes = [0.5, 0.6].map { weight in
            Recipe(
                parts: library.styles.prefix(3).enumerated().map { index, style in
                    Recipe.Part(style: style.id, weight: index == 0 ? weight : 0.3)
                })
        }
    }

    /// All parts that this machine has, in the order of `BenchmarkPart`.
    func parts() throws -> [BenchmarkReport.Part] {
        let set = try InstructionSet.chosen()
        var painters: [Precision: Painter] = [:]
        for precision in Precision.allCases where precision.isSupported(by: set) {
            painters[precision] = try Painter(
                photograph: photograph, library: library, threads: threads, precision: precision)
        }
        var pictures = [photograph, photograph]
        for (index, recipe) in recipes.enumerated() {
            try painters[.single]?.paint(recipe, into: &pictures[index])
        }
        return try BenchmarkPart.allCases.compactMap { part in
            guard let painter = painters[part.precision] else { return nil }
            return BenchmarkReport.Part(part, try measure(part, painter: painter, pictures: pictures))
        }
    }

    private func measure(_ part: BenchmarkPart, painter: Painter, pictures: [Picture]) throws -> Measurement {
        var turn = 0
        var pastiche = pictures[0]
        var content = TerminalPicture()
        var canvas = PictureCanvas()
        var bytes: [UInt8] = []
        func encode(_ picture: Picture, with encoder: inout PicturePainter, isSettled: Bool = false) throws {
            bytes.removeAll(keepingCapacity: true)
            try encoder.paint(picture, in: cells, isSettled: isSettled, into: &content)
            canvas.show(content, into: &bytes)
        }
        func measured(_ task: (_ turn: Int) throws -> Void) rethrows -> Measurement {
            try Measurement(seconds: seconds) {
                turn = 1 - turn
                try task(turn)
            }
        }

        var sixel = PicturePainter(capabilities: capabilities(.sixel))
        var blocks = PicturePainter(capabilities: capabilities(.blocks))
        switch part {
        case .prepare:
            return try measured { _ in
                _ = try Painter(photograph: photograph, library: library, threads: threads)
            }
        case .mix:
            let rows = library.styles.prefix(3).compactMap { $0.rows.first }.map { (row: $0.row, weight: Float(1) / 3) }
            var conditioning = Conditioning(for: library.weights.architecture)
            return try measured { _ in try library.weights.mix(rows: rows, into: &conditioning) }
        case .paint, .paintBrainFloat:
            return try measured { try painter.paint(recipes[$0], into: &pastiche) }
        case .paintKeepingColours:
            let keeping = recipes.map { recipe in
                var recipe = recipe
                recipe.keptColours = KeptColours(amount: 1)
                return recipe
            }
            return try measured { try painter.paint(keeping[$0], into: &pastiche) }
        case .cancel, .cancelBrainFloat:
            var cancelling = Cancelling(painter: painter, recipe: recipes[0])
            return try .collected(seconds: seconds) { try cancelling.run(into: &pastiche) }
        case .sixel:
            return try measured { try encode(pictures[$0], with: &sixel) }
        case .liveFrame, .liveFrameBrainFloat:
            return try measured {
                try painter.paint(recipes[$0], into: &pastiche)
                try encode(pastiche, with: &sixel)
            }
        case .writtenFrame, .writtenFrameBrainFloat:
            let terminal = try TerminalDrain()
            return try measured {
                try painter.paint(recipes[$0], into: &pastiche)
                try encode(pastiche, with: &sixel)
                try terminal.write(bytes)
            }
        case .blocks:
            return try measured { try encode(pictures[$0], with: &blocks) }
        case .settledSixel:
            return try measured { try encode(pictures[$0], with: &sixel, isSettled: true) }
        }
    }

    private var cells: CellRectangle {
        let cell = TerminalCapabilities().cell
        return CellRectangle(
            row: 0, column: 0, width: (photograph.width + cell.width - 1) / cell.width,
            height: (photograph.height + cell.height - 1) / cell.height)
    }

    private func capabilities(_ graphics: TerminalCapabilities.Graphics) -> TerminalCapabilities {
        var capabilities = TerminalCapabilities()
        capabilities.graphics = graphics
        capabilities.colours = .truecolour
        return capabilities
    }
}
