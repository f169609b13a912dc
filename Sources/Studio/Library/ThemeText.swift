import TOMLKit

extension Theme {
    /// Reads a theme: a `summary`, a `background` for all roles, and under `[roles]` how each one looks.
    init(name: String, _ file: TOMLFile) throws(TOMLFile.Problem) {
        let table = file.table
        let background = try table.colour("background")
        var appearances: [TextStyle.Role: Appearance] = [.text: Appearance(background: background)]
        if let value = table["roles"] {
            guard let roles = value.table else { throw TOMLFile.Problem(reason: "'roles' is not a table") }
            for key in roles.keys {
                guard let role = TextStyle.Role(rawValue: key) else {
                    let known = TextStyle.Role.allCases.map(\.rawValue).joined(separator: ", ")
                    throw TOMLFile.Problem(reason: "'\(key)' is no role; the roles are \(known)")
                }
                guard let look = roles[key]?.table else {
                    throw TOMLFile.Problem(reason: "'\(key)' is not a table like { foreground = \"#e2d8c8\" }")
                }
                appearances[role] = try Appearance(look, background: background)
            }
        }
        self.init(name: name, summary: try table.text("summary") ?? "", appearances: appearances)
    }
}

extension Theme.Appearance {
    fileprivate init(_ table: TOMLTable, background: Theme.Colour?) throws(TOMLFile.Problem) {
        let known = ["foreground", "background", "bold", "reversed"]
        if let key = table.keys.first(where: { !known.contains($0) }) {
            throw TOMLFile.Problem(reason: "'\(key)' is none of \(known.joined(separator: ", "))")
        }
        self.init(
            foreground: try table.colour("foreground"), background: try table.colour("background") ?? background,
            isBold: try table.flag("bold") ?? false, isReversed: try table.flag("reversed") ?? false)
    }
}

extension TOMLTable {
    fileprivate func colour(_ key: String) throws(TOMLFile.Problem) -> Theme.Colour? {
        guard let text = try text(key) else { return nil }
        guard let colour = Theme.Colour(text) else {
            throw TOMLFile.Problem(reason: "'\(key)' is not a colour like \"#e2d8c8\"")
        }
        return colour
    }
}
