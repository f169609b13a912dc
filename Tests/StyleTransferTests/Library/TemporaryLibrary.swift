import Files
import Foundation
import StyleTransfer

/// A library in a folder of its own: the shipped network with a catalogue that a test writes.
final class TemporaryLibrary {
    let folder: String
    var cataloguePath: String { folder + "/catalogue.json" }

    init(catalogue: String, network: Bool = true) throws {
        folder = NSTemporaryDirectory() + "pastiche-library-" + UUID().uuidString
        try makeFolder(folder)
        try writeAtomically(Array(catalogue.utf8), to: cataloguePath)
        if network {
            let shipped = try StyleLibrary.shipped().folder
            try FileManager.default.createSymbolicLink(
                atPath: folder + "/network.safetensors",
                withDestinationPath: shipped + "/network.safetensors")
        }
    }

    deinit {
        try? FileManager.default.removeItem(atPath: folder)
    }

    /// A catalogue of two styles with some of its text replaced.
    static func catalogue(replacing text: String = "", with replacement: String = "") -> String {
        let valid = """
            {"version": 1, "network": "network.safetensors", "stroke": 320,
             "original": [{"stroke": 320, "row": 11}],
             "styles": [
              {"id": "one", "title": "One", "artist": "A", "year": "1900", "medium": "oil",
               "licence": "public domain", "swatch": "swatches/one.png",
               "rows": [{"stroke": 200, "row": 0}, {"stroke": 400, "row": 1}]},
              {"id": "two", "title": "Two", "artist": "B", "year": "1901", "medium": "oil",
               "licence": "public domain", "swatch": "swatches/two.png",
               "rows": [{"stroke": 320, "row": 2}]}
             ]}
            """
        return text.isEmpty ? valid : valid.replacingOccurrences(of: text, with: replacement)
    }
}
