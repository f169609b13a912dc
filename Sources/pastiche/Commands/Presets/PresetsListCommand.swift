import ArgumentParser
import Files
import Studio
import StyleTransfer

/// Lists the presets.
struct PresetsListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the saved mixes.",
        discussion: "A file that is no preset is reported on standard error and set aside.")

    @Flag(help: "Write JSON for other programs.")
    var json = false

    func run() throws {
        let listing = try PresetStore().listSettingAside()
        if json {
            try writeJSON(listing.presets.map(Entry.init))
        } else if !listing.presets.isEmpty {
            try StandardStream.output.write(table(listing.presets).text)
        } else if listing.problems.isEmpty {
            StandardStream.error.tryWrite("No mixes are saved yet; the studio saves them.\n")
        }
        for problem in listing.problems { report(problem) }
    }

    private func table(_ presets: [Preset]) -> Table {
        var table = Table(heading: ["PRESET", "STRENGTH", "MIX", "SUMMARY"], alignments: [.left, .right])
        table.rows = presets.map { preset in
            let recipe = preset.recipe
            return [preset.name, "\(recipe.strength)", Mix(parts: recipe.parts).description, preset.summary ?? ""]
        }
        return table
    }

    /// A preset as other programs see it; these keys stay.
    private struct Entry: Encodable {
        struct Style: Encodable {
            let id: String
            let weight: Double
        }

        let name: String
        let summary: String?
        let strength: Double
        let stroke: Double?
        let keepColours: Double?
        let keepColoursBy: String?
        let styles: [Style]

        init(_ preset: Preset) {
            // The shortest decimals: 0.6, not 0.6000000238418579.
            func decimal(_ value: Float) -> Double { Double("\(value)") ?? Double(value) }
            name = preset.name
            summary = preset.summary
            strength = decimal(preset.recipe.strength)
            stroke = preset.recipe.stroke.map(decimal)
            let kept = preset.recipe.keptColours
            keepColours = kept.amount > 0 ? decimal(kept.amount) : nil
            keepColoursBy = kept.amount > 0 ? kept.way.rawValue : nil
            styles = preset.recipe.parts.map { Style(id: $0.style, weight: decimal($0.weight)) }
        }
    }
}
