import Files
import Foundation
import Studio
import Testing

@Suite struct ThemeTests {
    static let shipped = ["charcoal", "enamel", "fauve", "gesso", "nocturne", "umber", "woodblock"]

    private var library: ThemeLibrary {
        ThemeLibrary(directories: UserDirectories(environment: ["HOME": "/nowhere"]))
    }

    @Test func sevenShip() {
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

    @Test func theUsersThemesCountToo() throws {
        let folder = try TemporaryFolder()
        let directories = UserDirectories(environment: ["XDG_CONFIG_HOME": folder.path, "HOME": "/nowhere"])
        let library = ThemeLibrary(directories: directories)
        #expect(try library.theme().name == "umber")
        try makeFolder(directories.themes)
        try folder.write("[roles]\ntext = { foreground = \"#010203\" }", "pastiche/themes/mine.toml")
        try folder.write("roles = 3", "pastiche/themes/broken.toml")
        let theme = try library.theme(named: "mine")
        #expect(theme.appearance(of: TextStyle(.dim)).foreground == Theme.Colour(red: 1, green: 2, blue: 3))
        let listing = library.all()
        #expect(listing.themes.map(\.name) == (Self.shipped + ["mine"]).sorted())
        #expect(listing.problems.count == 1)
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

    /// In sixteen and in eight colours too, whatever a theme's own become.
    @Test(arguments: shipped, [8, 16]) func everyRoleCanBeReadInFewColours(name: String, count: Int) throws {
        let theme = try library.theme(named: name)
        for role in TextStyle.Role.allCases {
            let look = try #require(theme.appearances[role])
            let front = try #require(look.foreground)
            let back = try #require(look.background)
            let ground = ColourIndex.colour(ColourIndex.nearest(to: back, count: count))
            let index = ColourIndex.nearest(to: front, on: back, contrast: role.contrast, count: count)
            #expect(index < count)
            let least = role.contrast > 4 ? 3.5 : 1.4
            #expect(contrast(ColourIndex.colour(index), ground) >= least, "\(role) of \(name)")
        }
    }

    @Test func highContrastIsHigh() throws {
        let theme = try library.theme(named: "enamel")
        for role in TextStyle.Role.allCases where role != .track {
            let look = try #require(theme.appearances[role])
            let (front, back) = (try #require(look.foreground), try #require(look.background))
            #expect(contrast(front, back) >= 7, "\(role)")
        }
    }

    @Test func monochromeHasNoHues() throws {
        for look in try library.theme(named: "charcoal").appearances.values {
            for colour in [look.foreground, look.background].compactMap({ $0 }) {
                #expect(colour.red == colour.green && colour.green == colour.blue)
            }
        }
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
