import StyleTransfer
import TOMLKit

extension Preset {
    /// The preset as its file has it, in an order that reads well.
    package var text: String {
        var lines = ["version = \(Preset.currentVersion)", TOMLFile.line("name", name)]
        if let summary { lines.append(TOMLFile.line("summary", summary)) }
        return (lines + recipe.lines).joined(separator: "\n") + "\n"
    }

    /// Reads what `text` writes, but for the version, which says whether this can.
    init(_ file: TOMLFile) throws(TOMLFile.Problem) {
        guard let name = try file.table.text("name"), Preset.isName(name) else {
            throw TOMLFile.Problem(reason: "it has no usable 'name'")
        }
        self.init(name: name, summary: try file.table.text("summary"), recipe: try Recipe(file.table))
    }

    /// The longest name, in characters.
    static let nameLimit = 80

    /// Whether a preset can be called so: something to see, in one line, not too long.
    static func isName(_ name: String) -> Bool {
        name.count <= nameLimit && name.contains { !$0.isWhitespace }
            && !name.unicodeScalars.contains { $0.properties.generalCategory == .control }
    }
}
