import Files

/// Styles and their weights as a command line writes them: `starry-night=0.6,great-wave=0.4`.
///
/// A style without a weight has one part. Weights are parts: `a=1,b=1` and `a,b` and `a=0.5,b=0.5` are one mix.
public struct Mix: Equatable, Sendable, CustomStringConvertible {
    public var parts: [Recipe.Part]

    public init(parts: [Recipe.Part]) {
        self.parts = parts
    }

    /// Reads the written form. Whether the styles exist is the library's to say (`StyleLibrary.check`).
    public init(parsing text: String) throws(MixError) {
        parts = []
        guard text.contains(where: { !$0.isWhitespace }) else { throw .empty }
        for piece in text.split(separator: ",", omittingEmptySubsequences: false) {
            let sides = piece.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let style = trimmed(sides[0])
            guard !style.isEmpty else { throw .namelessStyle(in: text) }
            guard !parts.contains(where: { $0.style == style }) else { throw .repeatedStyle(style) }
            let weight: Float
            if sides.count == 2 {
                let written = trimmed(sides[1])
                guard let value = number(written) else { throw .weight(style: style, text: written) }
                weight = value
            } else {
                weight = 1
            }
            parts.append(Recipe.Part(style: style, weight: weight))
        }
    }

    /// The written form, which `init(parsing:)` reads back exactly.
    public var description: String {
        parts.map { "\($0.style)=\(decimal($0.weight))" }.joined(separator: ",")
    }
}

/// A mix that was written wrongly.
public enum MixError: UserFacingError, Equatable {
    case empty
    case namelessStyle(in: String)
    case repeatedStyle(String)
    case weight(style: String, text: String)

    public var description: String {
        switch self {
        case .empty:
            "the mix is empty; write styles with their parts, like starry-night=0.6,great-wave=0.4"
        case .namelessStyle(let text):
            "the mix '\(printable(text))' lacks a style's name; write it like starry-night=0.6,great-wave=0.4"
        case .repeatedStyle(let style):
            "the mix names the style '\(printable(style))' twice; give it one weight"
        case .weight(let style, let text):
            "the weight '\(printable(text))' of '\(printable(style))' is not a number of parts, 0 or more"
        }
    }

    public var exitStatus: ExitStatus { .usage }
}

private func trimmed(_ text: Substring) -> String {
    var text = text
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
}

/// A finite decimal number of at least 0; `Float.init` alone would take `nan`, `infinity` and hexadecimals.
private func number(_ text: String) -> Float? {
    guard text.allSatisfy({ "0123456789.eE+-".contains($0) }), let value = Float(text) else { return nil }
    return value.isFinite && value >= 0 ? value : nil
}
