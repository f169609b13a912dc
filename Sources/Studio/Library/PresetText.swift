import StyleTransfer
import TOMLKit

extension Preset {
    /// The preset as its file has it, in an order that reads well.
    package var text: String {
        var lines = ["version = \(Preset.currentVersion)", line("name", name)]
        if let summary { lines.append(line("summary", summary)) }
        lines.append("strength = \(recipe.strength)")
        if let stroke = recipe.stroke { lines.append("stroke = \(stroke)") }
        for part in recipe.parts {
            lines += ["", "[[styles]]", line("id", part.style), "weight = \(part.weight)"]
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// Reads what `text` writes, but for the version, which says whether this can; a missing strength is 1.
    init(_ file: TOMLFile) throws(TOMLFile.Problem) {
        let table = file.table
        guard let name = try table.text("name"), Preset.isName(name) else {
            throw TOMLFile.Problem(reason: "it has no usable 'name'")
        }
        var parts: [Recipe.Part] = []
        if let styles = table["styles"] {
            guard let array = styles.array else {
                throw TOMLFile.Problem(reason: "'styles' is not a list of [[styles]]")
            }
            for index in 0..<array.count {
                guard let style = array[index].table, let id = try style.text("id") else {
                    throw TOMLFile.Problem(reason: "a style of [[styles]] has no 'id'")
                }
                parts.append(Recipe.Part(style: id, weight: try style.number("weight") ?? 1))
            }
        }
        let recipe = Recipe(
            parts: parts, strength: try table.number("strength") ?? 1, stroke: try table.number("stroke"))
        do {
            try recipe.validate()
        } catch {
            throw TOMLFile.Problem(reason: error.description)
        }
        self.init(name: name, summary: try table.text("summary"), recipe: recipe)
    }

    /// The longest name, in characters.
    static let nameLimit = 80

    /// Whether a preset can be called so: something to see, in one line, not too long.
    static func isName(_ name: String) -> Bool {
        name.count <= nameLimit && name.contains { !$0.isWhitespace }
            && !name.unicodeScalars.contains { $0.properties.generalCategory == .control }
    }

    /// Text is the library's to quote. Numbers are not: Swift's shortest form of a float, 0.6, is TOML, and the
    /// library would write 0.6000000238418579.
    private func line(_ key: String, _ text: String) -> String {
        TOMLTable([key: text]).convert(options: .allowUnicodeStrings)
    }
}
