import Imaging
import StyleTransfer
import TOMLKit

extension PaintingRecord {
    /// The record as a painting's file has it: TOML, like a preset.
    public var text: String {
        var lines = ["# How this picture was painted; `pastiche open` restores it."]
        lines += ["version = \(Self.currentVersion)"] + recipe.lines
        if let photograph {
            lines += [
                "", "[photograph]", TOMLFile.line("path", photograph.path), "width = \(photograph.size.width)",
                "height = \(photograph.size.height)",
            ]
        }
        lines += ["", "[painting]", "long-side = \(longSide)"]
        return lines.joined(separator: "\n") + "\n"
    }

    /// Reads what `text` writes, but for the version, which says whether this can.
    init(_ file: TOMLFile) throws(TOMLFile.Problem) {
        var photograph: Photograph?
        if let table = file.table["photograph"]?.table, let path = try table.text("path"), path.hasPrefix("/") {
            let width = try table.wholeNumber("width") ?? 0
            let height = try table.wholeNumber("height") ?? 0
            photograph = Photograph(path: path, size: PictureSize(width: width, height: height))
        }
        let painting = file.table["painting"]?.table
        self.init(
            recipe: try Recipe(file.table), photograph: photograph,
            longSide: try painting?.wholeNumber("long-side") ?? 0)
    }
}
