import StyleTransfer

/// The size of a print: a sheet by its name, or centimetres.
struct PrintSize: Equatable {
    /// Fine enough for a picture that is held in the hand.
    static let dotsPerInch = 300
    static let hint = "A4, A5, 20 cm or 10x15"

    /// Millimetres.
    var longSide: Double
    /// Nil where only the long side counts.
    var shortSide: Double?

    /// Reads `A4`, `20 cm`, `20`, `10x15`, `10 × 15 cm`; nil for anything else.
    init?(_ text: String) {
        var words = text.lowercased().filter { !$0.isWhitespace }
        let sheets = ["a3": (420.0, 297.0), "a4": (297, 210), "a5": (210, 148), "a6": (148, 105)]
        if let sheet = sheets[words] {
            (longSide, shortSide) = (sheet.0, sheet.1)
            return
        }
        if words.hasSuffix("cm") { words.removeLast(2) }
        let sides = words.replacing(",", with: ".").split(omittingEmptySubsequences: false) { $0 == "x" || $0 == "×" }
        let numbers = sides.compactMap { $0.allSatisfy { "0123456789.".contains($0) } ? Double($0) : nil }
        guard numbers.count == sides.count, numbers.count <= 2, numbers.allSatisfy({ (1...1000).contains($0) }),
            let largest = numbers.max()
        else { return nil }
        longSide = largest * 10
        shortSide = numbers.count == 2 ? (numbers.min() ?? largest) * 10 : nil
    }

    /// In pixels.
    var size: ExportSize {
        func pixels(_ millimetres: Double) -> Int {
            max(1, Int((millimetres / 25.4 * Double(Self.dotsPerInch)).rounded()))
        }
        return shortSide.map { .within(longSide: pixels(longSide), shortSide: pixels($0)) }
            ?? .longSide(pixels(longSide))
    }
}
