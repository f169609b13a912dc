/// Draws the studio: a function of the model, and of nothing else.
public enum StudioView {
    /// Draws the whole window between `clear` and `show`; both are the caller's to call.
    public static func draw(_ model: StudioModel, on screen: any Screen) {
        screen.draw("Pastiche", row: 0, column: 1, style: TextStyle(.title))
    }
}
