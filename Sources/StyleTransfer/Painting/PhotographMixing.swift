import Imaging
import Networks

/// What of a photograph comes into its painting: its colours and the photograph itself below strength 1, and the
/// colours that a recipe keeps.
struct PhotographMixing {
    private let curve: StrengthCurve
    private let kept: KeptColours

    /// - Parameter recipe: valid.
    init(of recipe: Recipe) {
        curve = StrengthCurve(strength: recipe.strength)
        kept = recipe.keptColours
    }

    /// Whether the painting needs no photograph beside it.
    var isPaintingAlone: Bool { curve.painting == 1 && leading == 0 && kept.amount == 0 }

    /// How far the painting's colours are led, all together, to the photograph's: by a strength below 1, and where a
    /// recipe keeps them overall.
    private var leading: Float { 1 - curve.colours * (1 - kept.amount(by: .overall)) }

    /// - Parameters:
    ///   - photograph: of the painting's size.
    ///   - colours: the photograph's.
    ///   - painting: changed in place.
    func mix(_ photograph: Picture, colours: ColourStatistics, into painting: inout Picture, on engine: Engine) {
        if leading > 0 || curve.painting < 1 {
            let width = painting.width
            painting.samples.withUnsafeMutableBufferPointer { samples in
                let painted = ColourStatistics(UnsafeBufferPointer(samples), width: width)
                let map = ColourMap(from: painted, to: colours).partly(Double(leading))
                photograph.samples.withUnsafeBufferPointer { original in
                    map.blend(samples, with: original, share: curve.painting, fading: kept.amount(by: .overall))
                }
            }
        }
        let amount = kept.amount(by: .place)
        if amount > 0 {
            LightnessTransfer(amount: amount).apply(to: &painting.samples, from: photograph.samples, on: engine)
        }
    }
}

extension ColourStatistics {
    init(_ picture: Picture) {
        self = picture.samples.withUnsafeBufferPointer { ColourStatistics($0, width: picture.width) }
    }
}
