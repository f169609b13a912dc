import Files

/// A painting by optimisation that makes no sense as it stands.
public enum FineError: UserFacingError, Equatable {
    case iterations(Int)
    case sizes(Int)
    /// `of` names what counts: content, style, smoothness.
    case weight(of: String, value: Double)
    case nothingCounts
    case stroke(Float)
    case layerName(String)
    case repeatedLayer(PerceptualLayer)
    case layerWeight(PerceptualLayer, text: String)
    case noStyle
    case noWeight
    /// The pastiche was asked for, and the fast network knows none of the styles.
    case noPastiche
    case photographTooSmall(width: Int, height: Int, least: Int)
    /// The losses have no finite value.
    case undefined

    public var description: String {
        switch self {
        case .iterations(let count):
            "\(count) iterations were asked for; their number goes from 1 to \(FineSettings.iterationRange.upperBound)"
        case .sizes(let count):
            "\(count) sizes were asked for; a painting has at least 1"
        case .weight(let name, let value):
            "the weight of the \(name) is \(value); it is a number, 0 or more"
        case .nothingCounts:
            "neither content nor style has a weight: there is nothing to paint; give one of them a weight above 0"
        case .stroke(let value):
            "the stroke size is \(decimal(value)); it goes from 16 to 4096 pixels"
        case .layerName(let name):
            "no layer is called '\(printable(name))'; write layers with their weights, like relu1_1=1,relu2_1=0.5"
        case .repeatedLayer(let layer):
            "the layer \(layer) is named twice; give it one weight"
        case .layerWeight(let layer, let text):
            "the weight '\(printable(text))' of \(layer) is not a number, 0 or more"
        case .noStyle:
            "there is no style to paint in; name a picture"
        case .noWeight:
            "no style has a weight above 0: there is nothing to paint; give one of them a weight"
        case .noPastiche:
            "the painting cannot start from the pastiche: the fast network knows none of the styles; "
                + "say which style a picture shows, or start from the photograph"
        case .photographTooSmall(let width, let height, let least):
            "cannot paint \(width) x \(height) pixels: each side needs \(least); ask for a larger long side"
        case .undefined:
            "cannot paint: the losses have no finite value; choose smaller weights"
        }
    }

    public var exitStatus: ExitStatus {
        switch self {
        case .photographTooSmall, .undefined: .dataError
        default: .usage
        }
    }
}
