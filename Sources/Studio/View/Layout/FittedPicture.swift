import TerminalGraphics

extension Layout {
    /// The cells that the photograph takes in a rectangle, centred; all of them while there is none.
    func fitted(_ model: StudioModel, in rectangle: CellRectangle) -> CellRectangle {
        guard let photograph = model.photograph, rectangle.width > 0, rectangle.height > 0 else { return rectangle }
        let shape = Size(width: photograph.width, height: photograph.height)
        return model.capabilities.placement(of: shape, in: rectangle, terminal: window)?.cells ?? rectangle
    }
}
