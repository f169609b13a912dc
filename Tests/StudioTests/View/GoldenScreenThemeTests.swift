import Files
import Foundation
import Studio
import TerminalGraphics
import Testing

/// Screens in the colours of themes: what the text records of `GoldenScreenTests` do not show.
@Suite struct GoldenScreenThemeTests {
    /// Keys that lead to a panel.
    static let panels = [
        "", "a", "a/oil", "p", "f", "w", "e", "?", "M", ":", ":choose th\r", "b", "v", "|", ":tour\r", "!",
    ]

    /// Runs of cells that look the same, beside records in `Screens/Themed`. `PASTICHE_RECORD_SCREENS=1` records anew.
    @Test(arguments: ["gesso", "charcoal"], GoldenScreenTests.sizes)
    func looksAsRecorded(name: String, size: (Int, Int)) throws {
        for (panel, keys) in [("easel", "mk"), ("tour", ":tour\r"), ("error", "")] {
            var easel = try Easel.furnished(width: size.0, height: size.1)
            try type(keys, &easel)
            if panel == "error" { easel.send(.troubled(message: "cannot write the file; choose another place")) }
            let text = try record(easel.draw(), in: shipped.theme(named: name))
            let file = "Themed/\(panel)-\(name)-\(size.0)x\(size.1).txt"
            if ProcessInfo.processInfo.environment["PASTICHE_RECORD_SCREENS"] != nil {
                let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
                try FileManager.default.createDirectory(
                    at: folder.appendingPathComponent("Screens/Themed"), withIntermediateDirectories: true)
                try Data(text.utf8).write(to: folder.appendingPathComponent("Screens/" + file))
                continue
            }
            let stored = try #require(Bundle.module.url(forResource: "Screens/" + file, withExtension: nil), "\(file)")
            #expect(try String(contentsOf: stored, encoding: .utf8) == text, "\(file)")
        }
    }

    /// Whatever lies on the screen can be read, in every theme and in however few colours.
    @Test(arguments: panels) func everythingCanBeRead(keys: String) throws {
        let themes = try shipped.names.map { try shipped.theme(named: $0) }
        for (width, height) in GoldenScreenTests.sizes {
            var easel = try Easel.furnished(width: width, height: height)
            easel.send(.troubled(message: "cannot write the file; choose another place"))
            try type(keys, &easel)
            let styles = Set(easel.draw().cells.joined().filter { $0.text != " " && !$0.isCovered }.map(\.style))
            #expect(styles.count > 3)
            for theme in themes {
                for style in styles {
                    for count in [8, 16, 256, 1 << 24] {
                        let contrast = try contrast(of: theme.appearance(of: style), style.role, count)
                        let least = [.border, .track, .dim, .slider].contains(style.role) ? 1.4 : 3
                        #expect(contrast >= least, "\(style.role) in \(count) colours of \(theme.name)")
                    }
                }
            }
        }
    }

    /// Without colours, what matters still differs from what does not.
    @Test func thePlainThemeTellsApartWhatMatters() {
        let plain = Theme.plain
        func look(_ role: TextStyle.Role) -> Theme.Appearance { plain.appearance(of: TextStyle(role)) }
        #expect(look(.selection) != look(.text))
        #expect(look(.accent) != look(.text))
        #expect(look(.error) != look(.text))
        #expect(look(.key) != look(.text))
    }

    private var shipped: ThemeLibrary {
        ThemeLibrary(directories: UserDirectories(environment: ["HOME": "/nowhere"]))
    }

    private func type(_ keys: String, _ easel: inout Easel) throws {
        for character in keys { character == "\r" ? easel.press(.enter) : easel.press(.character(character)) }
    }

    private func contrast(of look: Theme.Appearance, _ role: TextStyle.Role, _ count: Int) throws -> Double {
        let front = try #require(look.foreground)
        let back = try #require(look.background)
        guard count <= 16 else { return front.contrast(with: back) }
        let index = ColourIndex.nearest(to: front, on: back, contrast: role.contrast, count: count)
        return ColourIndex.colour(index).contrast(
            with: ColourIndex.colour(ColourIndex.nearest(to: back, count: count)))
    }

    /// One line for each run: row, columns, text, and how it looks.
    private func record(_ screen: RecordingScreen, in theme: Theme) -> String {
        var lines: [String] = []
        for (row, cells) in screen.cells.enumerated() {
            var column = 0
            while column < cells.count {
                let look = theme.appearance(of: cells[column].style)
                let isCovered = cells[column].isCovered
                let end =
                    cells[column...].firstIndex {
                        theme.appearance(of: $0.style) != look || $0.isCovered != isCovered
                    } ?? cells.count
                let text = cells[column..<end].map(\.text).joined()
                if isCovered {
                    lines.append("\(row) \(column)-\(end - 1) picture")
                } else if text.contains(where: { $0 != " " }) || look.background != theme.appearances[.text]?.background
                {
                    lines.append("\(row) \(column)-\(end - 1) \(describe(look)) |\(text)|")
                }
                column = end
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func describe(_ look: Theme.Appearance) -> String {
        func name(_ colour: Theme.Colour?) -> String {
            colour.map { String(format: "#%02x%02x%02x", $0.red, $0.green, $0.blue) } ?? "-"
        }
        return name(look.foreground) + "/" + name(look.background) + (look.isBold ? " bold" : "")
            + (look.isReversed ? " reversed" : "")
    }
}
