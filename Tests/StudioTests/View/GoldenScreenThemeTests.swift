import Files
import Foundation
import Studio
import TerminalGraphics
import Testing

/// Screens in the colours of themes: what the text records of `GoldenScreenTests` do not show.
@Suite struct GoldenScreenThemeTests {
    /// Keys that lead to a panel.
    static let panels = [
        "", "mkg", "gkmjs", ".t", "zz", "a", "a/oil", "a:", "p", "f", "w", "e", "e\t", "?", "M", ":", ":choose th\r",
        "b", "b\t",
        "b:", "v", "|", "|zz", ":tour\r", "!",
    ]

    /// What the signs in the records of `GoldenScreenTests` look like in a light theme, a dark one, and without colours,
    /// beside records in `Screens/Themed`. `PASTICHE_RECORD_SCREENS=1` records anew.
    @Test(arguments: ["gesso", "charcoal", "plain"]) func looksAsRecorded(name: String) throws {
        let theme = name == "plain" ? Theme.plain : try shipped.theme(named: name)
        var styles: Set<TextStyle> = []
        for keys in Self.panels {
            var easel = try Easel.furnished(width: 120, height: 40)
            try type(keys, &easel)
            easel.send(.troubled(message: "cannot write the file; choose another place"))
            styles.formUnion(easel.draw().styles)
        }
        let lines = styles.map { style in
            "\(RecordingScreen.sign(of: style)) \(style.role.rawValue) \(describe(theme.appearance(of: style)))"
        }.sorted()
        let signs = styles.map(RecordingScreen.sign)
        #expect(Set(signs).count == signs.count, "two styles have one sign")
        let text = lines.joined(separator: "\n") + "\n"
        let file = "Themed/\(name).txt"
        if ProcessInfo.processInfo.environment["PASTICHE_RECORD_SCREENS"] != nil {
            let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            try FileManager.default.createDirectory(
                at: folder.appendingPathComponent("Screens/Themed"), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: folder.appendingPathComponent("Screens/" + file))
            return
        }
        let stored = try #require(Bundle.module.url(forResource: "Screens/" + file, withExtension: nil), "\(file)")
        #expect(try String(contentsOf: stored, encoding: .utf8) == text, "\(file)")
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
        for character in keys {
            switch character {
            case "\r": easel.press(.enter)
            case "\t": easel.press(.tab)
            default: easel.press(.character(character))
            }
        }
    }

    private func contrast(of look: Theme.Appearance, _ role: TextStyle.Role, _ count: Int) throws -> Double {
        let front = try #require(look.foreground)
        let back = try #require(look.background)
        guard count <= 16 else { return front.contrast(with: back) }
        let index = ColourIndex.nearest(to: front, on: back, contrast: role.contrast, count: count)
        return ColourIndex.colour(index).contrast(
            with: ColourIndex.colour(ColourIndex.nearest(to: back, count: count)))
    }

    private func describe(_ look: Theme.Appearance) -> String {
        func name(_ colour: Theme.Colour?) -> String {
            colour.map { String(format: "#%02x%02x%02x", $0.red, $0.green, $0.blue) } ?? "-"
        }
        return name(look.foreground) + "/" + name(look.background) + (look.isBold ? " bold" : "")
            + (look.isReversed ? " reversed" : "")
    }
}
