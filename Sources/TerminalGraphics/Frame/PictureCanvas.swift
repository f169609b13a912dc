/// One place on a terminal and what pictures were sent there.
public struct PictureCanvas: Sendable {
    private var blocks = BlockCanvas()
    /// The picture that the terminal shows here, if it knows pictures by numbers.
    private var shown: Shown?
    /// One that was shown before and may still be seen.
    private var leaving: Shown?

    private struct Shown {
        var number: UInt32
        var passage: KittyPassage
    }

    public init() {}

    /// Appends what makes the terminal show a picture here, and no more of it than is needed.
    ///
    /// - Parameter number: for a terminal that knows pictures by numbers; one that no picture had before.
    public mutating func show(_ picture: TerminalPicture, number: UInt32 = 1, into output: inout [UInt8]) {
        let before = shown
        shown = nil
        if !picture.blocks.isEmpty {
            show(picture.blocks, into: &output)
        } else {
            blocks.forget()
            if let numbered = picture.numbered {
                show(picture.bytes, numbered, number: number, into: &output)
            } else {
                output.append(contentsOf: picture.bytes)
            }
        }
        // After the new one, so that there is no moment without a picture.
        remove(leaving, from: &output)
        leaving = nil
        if before?.passage == .tmux, shown != nil {
            // tmux may still have to send the placeholders of the new one.
            leaving = before
        } else {
            remove(before, from: &output)
        }
    }

    /// The cells were wiped or written over: the next picture is sent whole.
    public mutating func forget() {
        blocks.forget()
    }

    /// Appends what takes a picture away that would lie over text; one that text writes over needs nothing.
    public mutating func clear(into output: inout [UInt8]) {
        forget()
        for picture in [leaving, shown] { remove(picture, from: &output) }
        leaving = nil
        shown = nil
    }

    private func remove(_ picture: Shown?, from output: inout [UInt8]) {
        guard let picture else { return }
        KittyEncoder.remove(number: picture.number, by: picture.passage, from: &output)
    }

    private mutating func show(
        _ bytes: [UInt8], _ numbered: TerminalPicture.Numbered, number: UInt32, into output: inout [UInt8]
    ) {
        let (cells, passage) = (numbered.cells, numbered.passage)
        let number = passage == .tmux ? KittyPlaceholders.number(number) : number
        FrameComposer(isSynchronised: false).compose(row: cells.row, column: cells.column, into: &output) {
            KittyEncoder.begin(number: number, by: passage, into: &$0)
            $0.append(contentsOf: bytes)
            if passage == .tmux { KittyPlaceholders.append(number, over: cells, to: &$0) }
        }
        shown = Shown(number: number, passage: passage)
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
