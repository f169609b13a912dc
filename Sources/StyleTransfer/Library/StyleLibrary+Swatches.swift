import Files
import Imaging

extension StyleLibrary {
    /// The side of a swatch in pixels.
    public static let swatchSide = 192
    /// The side at which a swatch is painted: half as large again, so that its strokes are finer than its pixels.
    private static let paintedSide = 288

    /// Paints the picture that shows what a style looks like.
    ///
    /// - Parameters:
    ///   - style: painted alone, at strength 1 and the library's stroke size.
    ///   - photograph: its left (or top) square is painted; the first photograph that ships has its pavilion there,
    ///     with sky and trees.
    ///   - threads: 0 for all cores.
    /// - Returns: a square of `swatchSide` pixels.
    public func paintSwatch(of style: Style, from photograph: Picture, threads: Int = 0) throws -> Picture {
        let side = min(photograph.width, photograph.height)
        let square = photograph.cropped(row: 0, column: 0, width: side, height: side)
            .resized(width: Self.paintedSide, height: Self.paintedSide)
        let recipe = Recipe(parts: [Recipe.Part(style: style.id, weight: 1)])
        return try PictureExport.paint(square, recipe, library: self, threads: threads)
            .resized(width: Self.swatchSide, height: Self.swatchSide)
    }

    /// Paints the swatches of all styles into a copy of the library's folder, or into that folder itself.
    ///
    /// - Parameters:
    ///   - photograph: as in `paintSwatch`.
    ///   - folder: the library's folder; swatches that are there are replaced.
    ///   - painted: hears each file that was written.
    public func paintSwatches(
        from photograph: Picture, into folder: String, painted: (String) -> Void = { _ in }
    ) throws {
        for style in styles {
            let path = folder + "/" + style.swatch
            try makeFolder(Files.folder(of: path))
            try paintSwatch(of: style, from: photograph)
                .write(to: path, as: .png(bitDepth: 8), replacingExisting: true)
            painted(path)
        }
    }
}
