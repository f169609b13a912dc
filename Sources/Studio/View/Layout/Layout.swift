import Files
import TerminalGraphics

/// Where everything is: the one source for drawing and for the mouse.
package struct Layout: Equatable {
    package typealias Size = TerminalCapabilities.Size

    /// The smallest window that the studio is drawn in.
    package static let minimum = Size(width: 60, height: 20)
    /// From this width on, a list leaves the palette visible beside it.
    static let roomyWidth = 100

    let keys: KeyMap
    package let window: Size
    package let header: CellRectangle
    package let palette: CellRectangle
    /// The sliders of the whole mix, below the palette.
    package let sliders: CellRectangle
    package let mixSliders: [MixSlider]
    /// The picture when no dialog takes room from it; what is painted has this size.
    package let easel: CellRectangle
    /// Where the picture is shown now; nil if a dialog lies over it.
    package let picture: CellRectangle?
    /// The line below the picture; nil with it.
    package let caption: CellRectangle?
    /// The pinned moments below the picture; nil while they are hidden or a dialog lies there.
    package let strip: CellRectangle?
    package let message: CellRectangle
    package let hints: CellRectangle
    package let dialog: CellRectangle?
    /// Whether the dialog lies over the palette too, and over the sliders of the whole mix.
    package let coversPalette: Bool
    package let coversSliders: Bool
    /// From this height on, the pad leaves the sliders of the whole mix in view.
    private static let padHeight = 24

    package init(_ model: StudioModel) {
        keys = model.keys
        window = model.window
        let width = max(window.width, Self.minimum.width)
        let height = max(window.height, Self.minimum.height)
        let left = (width * 2 / 5).clamped(to: 26...36)
        let body = CellRectangle(row: 1, column: 0, width: width, height: height - 3)
        header = CellRectangle(row: 0, column: 0, width: width, height: 1)
        message = CellRectangle(row: height - 2, column: 0, width: width, height: 1)
        hints = CellRectangle(row: height - 1, column: 0, width: width, height: 1)
        let isRoomy = height >= Self.roomyHeight
        let slidersHeight = Self.slidersHeight(isRoomy: isRoomy, hasStrokes: model.strokes != nil)
        palette = CellRectangle(row: 1, column: 0, width: left, height: body.height - slidersHeight)
        sliders = CellRectangle(row: 1 + palette.height, column: 0, width: left, height: slidersHeight)
        mixSliders = Self.mixSliders(in: sliders, isRoomy: isRoomy, hasStrokes: model.strokes != nil)
        let right = CellRectangle(row: 1, column: left, width: width - left, height: body.height)
        let stripHeight = model.strip.isShown ? Self.stripHeight(body: body.height) : 0
        easel = CellRectangle(
            row: 1, column: left + 1, width: right.width - 2, height: right.height - 1 - stripHeight)
        let below = CellRectangle(
            row: easel.row + easel.height, column: easel.column, width: easel.width, height: 1 + stripHeight)
        let shownStrip = model.strip.isShown ? below.dropping(top: 1) : nil

        switch model.dialog.map({ DialogHeight($0, model: model, width: right.width - 1) }) {
        case nil:
            dialog = nil
            coversPalette = false
            coversSliders = false
            picture = easel
            caption = below.line(0)
            strip = shownStrip
        case .beside?:
            coversPalette = true
            coversSliders = height < Self.padHeight
            dialog = CellRectangle(
                row: body.row, column: 0, width: left, height: coversSliders ? body.height : palette.height)
            picture = easel
            caption = below.line(0)
            strip = shownStrip
        case .nothing?:
            dialog = nil
            coversPalette = false
            coversSliders = false
            picture = easel
            caption = below.line(0)
            strip = shownStrip
        case .all:
            coversPalette = width < Self.roomyWidth
            coversSliders = coversPalette
            dialog = coversPalette ? body : right.dropping(left: 1)
            picture = nil
            caption = nil
            strip = nil
        case .left:
            coversPalette = true
            coversSliders = true
            dialog = CellRectangle(row: 1, column: 0, width: left, height: body.height)
            picture = easel
            caption = below.line(0)
            strip = shownStrip
        case .rows(let rows):
            let rows = min(rows, right.height)
            coversPalette = false
            coversSliders = false
            dialog = CellRectangle(
                row: right.row + right.height - rows, column: right.column + 1, width: right.width - 1, height: rows)
            let above = right.height - rows
            picture =
                above < 3
                ? nil : CellRectangle(row: easel.row, column: easel.column, width: easel.width, height: above)
            caption = nil
            strip = nil
        }
    }

    /// Whether the dialog lies in the palette's place and leaves the picture in sight.
    var isDialogOnTheLeft: Bool { coversPalette && dialog?.width == palette.width }

    package var isTooSmall: Bool {
        window.width < Self.minimum.width || window.height < Self.minimum.height
    }
}

/// How much room a dialog takes.
private enum DialogHeight {
    /// The whole left side, so that the picture stays.
    case left
    /// The whole right side.
    case all
    /// The place of the palette, so that the picture stays.
    case beside
    /// It is drawn where the picture is.
    case nothing
    /// The lower part of the right side.
    case rows(Int)

    init(_ dialog: Dialog, model: StudioModel, width: Int) {
        switch dialog {
        case .styles: self = .left
        case .photographs, .presets, .exports, .help, .messages, .variations: self = .all
        case .tour: self = .rows(10)
        case .menu, .themes: self = .rows((model.window.height / 2).clamped(to: 12...16))
        case .pad: self = .beside
        case .comparison: self = .nothing
        case .export: self = .rows(model.strokes == nil ? 10 : 11)
        case .savePreset: self = .rows(7)
        case .confirmQuit: self = .rows(5)
        case .resume: self = .rows(4 + ResumeView.lines)
        case .message: self = .rows(4 + Layout.messageLines(model, width: width - 4).count)
        }
    }
}

extension Layout {
    /// The message of `Dialog.message` in lines.
    static func messageLines(_ model: StudioModel, width: Int) -> [String] {
        printable(model.message?.text ?? "There is no message.").wrapped(to: width)
    }

    /// The room inside the dialog's border.
    var dialogInside: CellRectangle? { dialog?.inset(rows: 1, columns: 2) }
}

extension CellRectangle {
    func inset(rows: Int, columns: Int) -> CellRectangle {
        CellRectangle(
            row: row + rows, column: column + columns, width: max(0, width - 2 * columns),
            height: max(0, height - 2 * rows))
    }

    /// One row of the rectangle, counted from its top.
    func line(_ index: Int) -> CellRectangle {
        CellRectangle(row: row + index, column: column, width: width, height: 1)
    }

    /// The rectangle without some of its first and last rows and columns.
    func dropping(top: Int = 0, bottom: Int = 0, left: Int = 0, right: Int = 0) -> CellRectangle {
        CellRectangle(
            row: row + top, column: column + left, width: max(0, width - left - right),
            height: max(0, height - top - bottom))
    }

    /// The last columns of the rectangle.
    func trailing(_ columns: Int) -> CellRectangle {
        dropping(left: max(0, width - columns))
    }

    /// The first columns of the rectangle.
    func leading(_ columns: Int) -> CellRectangle {
        dropping(right: max(0, width - columns))
    }
}
