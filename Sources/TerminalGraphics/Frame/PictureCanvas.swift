/// One place on a terminal and what pictures were sent there.
public struct PictureCanvas: Sendable {
    private var blocks = BlockCanvas()
    /// The number of the picture that the terminal shows here, if it knows pictures by numbers.
    private var number: UInt32?

    public init() {}

    /// Appends what makes the terminal show a picture here, and no more of it than is needed.
    ///
    /// - Parameter number: for a terminal that knows pictures by numbers; one that no picture had before.
    public mutating func show(_ picture: TerminalPicture, number: UInt32 = 1, into output: inout [UInt8]) {
        let before = self.number
        self.number = nil
        if !picture.blocks.isEmpty {
            show(picture.blocks, into: &output)
        } else {
            blocks.forget()
            if let cells = picture.numbered {
                FrameComposer(isSynchronised: false).compose(row: cells.row, column: cells.column, into: &output) {
                    KittyEncoder.begin(number: number, into: &$0)
                    $0.append(contentsOf: picture.bytes)
                }
                self.number = number
            } else {
                output.append(contentsOf: picture.bytes)
            }
        }
        // After the new one, so that there is no moment without a picture.
        if let before, before != self.number { KittyEncoder.remove(number: before, from: &output) }
    }

    /// The cells were wiped or written over: the next picture is sent whole.
    public mutating func forget() {
        blocks.forget()
    }

    /// Appends what takes a picture away that would lie over text; one that text writes over needs nothing.
    public mutating func clear(into output: inout [UInt8]) {
        forget()
        if let number { KittyEncoder.remove(number: number, from: &output) }
        number = nil
    }

    private mutating func show(_ picture: BlockPicture, into output: inout [UInt8]) {
        let start = output.count
        output.append(contentsOf: FrameComposer.saveCursor)
        let empty = output.count
        blocks.show(picture, into: &output)
        if output.count == empty {
            output.removeLast(empty - start)
        } else {
            output.append(contentsOf: FrameComposer.restoreCursor)
        }
    }
}
