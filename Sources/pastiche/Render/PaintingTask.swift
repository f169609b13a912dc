import Imaging
import StyleTransfer

/// How a command's photographs are painted, the same for all of them.
struct PaintingTask {
    let recipe: Recipe
    let library: StyleLibrary
    /// The long side of the paintings in pixels; nil for each photograph's own.
    let longSide: Int?
    let threads: Int
    let precision: Precision

    /// Paints a photograph that was read and encodes the painting.
    ///
    /// - Parameters:
    ///   - bytes: the content of the photograph's file.
    ///   - name: what errors call it.
    ///   - progress: if it answers false, `PaintingError.cancelled` is thrown.
    func paint(
        _ bytes: [UInt8], name: String, as encoding: PictureEncoding, progress: (TaskProgress) -> Bool
    ) throws -> [UInt8] {
        let begin = ContinuousClock.now
        var remaining = RemainingTime()
        let photograph = try Picture.decode(bytes, name: name)
        let painting = try PictureExport.paint(
            consume photograph, recipe, longSide: longSide, library: library, threads: threads, precision: precision
        ) { share in
            progress(remaining.progress(share: share, after: (ContinuousClock.now - begin) / .seconds(1)))
        }
        return try painting.encoded(as: encoding)
    }
}
