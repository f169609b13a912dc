/// One place on a terminal and what pictures were sent there.
public struct PictureCanvas: Sendable {
    private var blocks = BlockCanvas()

    public init() {}

    /// Appends what makes the terminal show a picture here, and no more of it than is needed.
    public mutating func show(_ picture: TerminalPicture, into output: inout [UInt8]) {
        if picture.blocks.isEmpty {
            blocks.forget()
            output.append(contentsOf: picture.bytes)
        } else {
            let start = output.count
            output.append(contentsOf: FrameComposer.saveCursor)
            let empty = output.count
            blocks.show(picture.blocks, into: &output)
            if output.count == empty {
                output.removeLast(empty - start)
            } else {
                output.append(contentsOf: FrameComposer.restoreCursor)
            }
        }
    }

    /// The cells were wiped or written over: the next picture is sent whole.
    public mutating func forget() {
        blocks.forget()
    }
}
