import Files

extension RenderPlan {
    /// Refuses to write over a picture that the painting is made from, and two things to one place.
    ///
    /// - Parameter losses: where the table of losses goes, if anywhere.
    func check(styles: [StyleArgument], losses: String?) throws(PaintError) {
        for case .file(let output) in items.map(\.destination) {
            for style in styles {
                if let identity = FileIdentity(output), identity == FileIdentity(style.path) {
                    throw .overwritesStyle(path: output, picture: style.path)
                }
            }
            if output == losses { throw .overwritesPainting(path: output) }
        }
    }
}
