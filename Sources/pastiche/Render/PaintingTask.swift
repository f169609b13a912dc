import Imaging
import StyleTransfer

/// How a command's photographs are painted, the same for all of them.
struct PaintingTask {
    let recipe: Recipe
    let library: StyleLibrary
    /// The long side of the paintings in pixels; nil for each photograph's own.
    let longSide: Int?
    let threads: Int

    /// Paints a photograph that was read and encodes the painting.
    ///
    /// - Parameters:
    ///   - bytes: the content of the photograph's file.
    ///   - name: what errors call it.
    ///   - progress: if it answers false, `PaintingError.cancelled` is thrown.
    func paint(
        _ bytes: [UInt8], name: String, as encoding: PictureEncoding, progress: (TaskProgress) -> Bool
    ) throws -> [UInt8] {
        var picture = try Picture.decode(bytes, name: name)
        if let longSide { picture = picture.fitted(longSide: longSide, enlarging: true) }
        let painter = try Painter(photograph: picture, library: library, threads: threads)
        try painter.paint(recipe, into: &picture) { progress(TaskProgress(share: $0)) }
        return try picture.encoded(as: encoding)
    }
}
