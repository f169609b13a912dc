import Files
import Foundation
import Studio
import Testing

@Suite struct ThemeTests {
    static let shipped = ["charcoal", "gesso", "nocturne", "umber"]

    private var library: ThemeLibrary {
        ThemeLibrary(directories: UserDirectories(environment: ["HOME": "/nowhere"]))
    }

    @Test func fourShip() {
        #expect(library.names == Self.shipped)
    }

    @Test(arguments: shipped) func everyRoleCanBeRead(name: String) throws {
        let theme = try library.theme(named: name)
        #expect(!theme.summary.isEmpty)
        for role in TextStyle.Role.allCases {
            let look = try #require(theme.appearances[role], "\(name) lacks \(role)")
            let front = try #require(look.foreground)
            let back = try #require(look.background)
            let least: Double =
                switch role {
                case .border, .track: 1.4
                case .slider, .dim: 3
                default: 4.5
                }
            #expect(contrast(front, back) >= least, "\(role) of \(name)")
        }
    }

    @Test func theUsersThemeAndChoiceWin() throws {
        let folder = try TemporaryFolder()
        let directories = UserDirectories(environment: ["XDG_CONFIG_HOME": folder.path, "HOME": "/nowhere"])
        #expect(try ThemeLibrary(directories: directories).theme().name == "umber")
        try makeFolder(directories.themes)
        try folder.write("theme = \"mine\"", "pastiche/config.toml")
        #expect(throws: ThemeError.self) { try ThemeLibrary(directories: directories).theme() }
        try folder.write("[roles]\ntext = { foreground = \"#010203\" }", "pastiche/themes/mine.toml")
        let theme = try ThemeLibrary(directories: directories).theme()
        #expect(theme.appearance(of: TextStyle(.dim)).foreground == Theme.Colour(red: 1, green: 2, blue: 3))
        #expect(try ThemeLibrary(directories: directories).theme(named: "gesso").name == "gesso")
        try folder.write("theme = 3", "pastiche/config.toml")
        #expect(throws: ThemeError.self) { try ThemeLibrary(directories: directories).theme() }
    }

    @Test(arguments: [
        ("roles = 3", "'roles' is not a table"), ("[roles]\ncanvas = {}", "'canvas' is no role"),
        ("[roles]\ntext = '#ffffff'", "'text' is not a table"),
        ("[roles]\ntext = { foreground = 'red' }", "'foreground' is not a colour"),
        ("[roles]\ntext = { foreground = '#12345' }", "'foreground' is not a colour"),
        ("[roles]\ntext = { foreground = '#+12345' }", "'foreground' is not a colour"),
        ("[roles]\ntext = { foreground = 7 }", "'foreground' is not text"),
        ("[roles]\ntext = { bold = 'yes' }", "'bold' is not true or false"),
        ("[roles]\ntext = { colour = '#ffffff' }", "'colour' is none of"), ("background = '#fff'", "'background'"),
        ("summary = ", "line 1"),
    ]) func mistakesAreNamed(text: String, reason: String) throws {
        let folder = try TemporaryFolder()
        try folder.write(text, "mine.toml")
        let error = #expect(throws: ThemeError.self) {
            try ThemeLibrary(folders: [folder.path]).theme(named: "mine")
        }
        let description = try #require(error).description
        #expect(description.contains(reason), "\(description)")
        #expect(description.contains("mine.toml"))
        #expect(!description.contains("\n"))
    }

    @Test func unknownThemesAreAnsweredWithTheKnown() {
        #expect(throws: ThemeError.unknown(name: "umbre", known: Self.shipped)) { try library.theme(named: "umbre") }
        #expect(throws: ThemeError.self) { try library.theme(named: "../umber") }
    }

    @Test func theStylesOwnWeightCountsToo() {
        #expect(Theme.plain.appearance(of: TextStyle(.selection)).isReversed)
        #expect(!Theme.plain.appearance(of: TextStyle(.selection, isReversed: true)).isReversed)
        #expect(Theme.plain.appearance(of: TextStyle(.text, isBold: true)).isBold)
    }

    /// Contrast after WCAG 2: 1 to 21.
    private func contrast(_ left: Theme.Colour, _ right: Theme.Colour) -> Double {
        func luminance(_ colour: Theme.Colour) -> Double {
            let linear = [colour.red, colour.green, colour.blue].map { channel -> Double in
                let value = Double(channel) / 255
                return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
            }
            return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
        }
        let (a, b) = (luminance(left), luminance(right))
        return (max(a, b) + 0.05) / (min(a, b) + 0.05)
    }
}
