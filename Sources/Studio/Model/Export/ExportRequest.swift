import StyleTransfer

/// A picture to be painted into a file.
public struct ExportRequest: Sendable, Equatable {
    /// Counts up; events carry it back.
    public var number: Int
    public var photograph: String
    public var recipe: Recipe
    /// Where to; the ending says the format.
    public var path: String
    public var size: ExportSize
    /// The long side at which the recipe's strokes look as they shall; nil paints them as they are.
    public var strokesSeenAt: Int?
    /// Of a JPEG, 1...100.
    public var quality: Int
    /// For printers; nil leaves it out.
    public var dotsPerInch: Int?
    /// Whether the file says how it was painted.
    public var carriesRecipe: Bool
    public var replacing: Bool

    init(number: Int, _ output: ExportOutputs.Output, _ plan: ExportPlan) {
        self.number = number
        photograph = output.photograph
        recipe = plan.recipe
        path = output.path
        size = plan.size
        strokesSeenAt = plan.strokesSeenAt
        quality = plan.quality
        dotsPerInch = plan.dotsPerInch
        carriesRecipe = plan.carriesRecipe
        replacing = plan.replacing
    }
}
