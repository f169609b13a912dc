import Files

/// A recipe that cannot be painted as it stands.
public enum RecipeError: UserFacingError, Equatable {
    case namelessStyle
    case repeatedStyle(String)
    case weight(style: String, value: Float)
    case strength(Float)
    case stroke(Float)
    case keptColours(Float)

    public var description: String {
        switch self {
        case .namelessStyle:
            "a style of the recipe has no name; `pastiche styles` lists the names"
        case .repeatedStyle(let style):
            "the recipe names the style '\(printable(style))' twice; give it one weight"
        case .weight(let style, let value):
            "the weight of '\(printable(style))' is \(decimal(value)); a weight is a number of parts, 0 or more"
        case .strength(let value):
            "the strength is \(decimal(value)); it goes from 0 (the photograph) to 1.5"
        case .stroke(let value):
            "the stroke size is \(decimal(value)); it goes from 16 to 4096 pixels"
        case .keptColours(let value):
            "the part of the colours to keep is \(decimal(value)); it goes from 0 (the painting's) to 1 (the photograph's)"
        }
    }

    public var exitStatus: ExitStatus { .dataError }
}

/// The shortest decimal number that reads back as the value: `0.6`, `2`.
func decimal(_ value: Float) -> String {
    let text = "\(value)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
}
