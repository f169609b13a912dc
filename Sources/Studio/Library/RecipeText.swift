import Files
import StyleTransfer
import TOMLKit

/// The one place that knows how a recipe is written: presets hold it, and so do paintings.
extension Recipe {
    /// The recipe as lines of TOML, keys of the top level first; what follows has to be a table.
    var lines: [String] {
        var lines = ["strength = \(strength)"]
        if let stroke { lines.append("stroke = \(stroke)") }
        if keptColours.amount > 0 {
            // The way is always said: a file shall be painted as it was, whatever is usual later.
            lines.append("keep-colours = \(keptColours.amount)")
            lines.append(TOMLFile.line("keep-colours-by", keptColours.way.rawValue))
        }
        for part in parts {
            // Numbers are not the library's to write: Swift's shortest form of a float, 0.6, is TOML and reads back
            // exactly; the library would write 0.6000000238418579.
            lines += ["", "[[styles]]", TOMLFile.line("id", part.style), "weight = \(part.weight)"]
        }
        return lines
    }

    /// Reads what `lines` writes and a person may have changed: a missing strength or weight is 1. Files without kept colours, as they were once written, keep none.
    init(_ table: TOMLTable) throws(TOMLFile.Problem) {
        var parts: [Part] = []
        if let styles = table["styles"] {
            guard let array = styles.array else {
                throw TOMLFile.Problem(reason: "'styles' is not a list of [[styles]]")
            }
            for index in 0..<array.count {
                guard let style = array[index].table, let id = try style.text("id") else {
                    throw TOMLFile.Problem(reason: "a style of [[styles]] has no 'id'")
                }
                parts.append(Part(style: id, weight: try style.number("weight") ?? 1))
            }
        }
        self.init(
            parts: parts, strength: try table.number("strength") ?? 1, stroke: try table.number("stroke"),
            keptColours: KeptColours(
                amount: try table.number("keep-colours") ?? 0, by: try table.colourWay("keep-colours-by") ?? .place))
        do {
            try validate()
        } catch {
            throw TOMLFile.Problem(reason: error.description)
        }
    }
}

extension TOMLTable {
    fileprivate func colourWay(_ key: String) throws(TOMLFile.Problem) -> KeptColours.Way? {
        guard let name = try text(key) else { return nil }
        guard let way = KeptColours.Way(rawValue: name) else {
            let ways = KeptColours.Way.allCases.map(\.rawValue).joined(separator: " or ")
            throw TOMLFile.Problem(reason: "'\(key)' is '\(printable(name))', not \(ways)")
        }
        return way
    }
}
