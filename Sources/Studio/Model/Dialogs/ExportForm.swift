import Imaging
import StyleTransfer

/// Saying what is exported, how large, and where it goes.
public struct ExportForm: Sendable, Equatable {
    public enum Field: Sendable, CaseIterable { case path, source, size, amount, strokes, format, quality, recipe }
    public enum SizeChoice: Sendable, CaseIterable { case original, screen, print, number }

    /// How broad the strokes become where the export is larger than the picture on the easel.
    public enum Strokes: Sendable {
        /// They cover as much of the picture, as far as the styles have learnt such strokes.
        case asSeen
        /// They have as many pixels, and show more of the photograph.
        case fine
    }

    /// What is known of where the exports will go.
    public enum Outlook: Sendable, Equatable {
        /// Nothing yet.
        case unknown
        case outputs(ExportOutputs)
        /// The plan cannot be carried out; a line for the user.
        case problem(String)
    }

    /// The longest side that can be asked for; a square of it has the most pixels that pictures may have.
    static let longSideRange = 16...10_000

    /// The template of the path.
    public internal(set) var path: TextField
    /// Whether all photographs of the folder are painted.
    public internal(set) var isWholeFolder = false
    public internal(set) var size = SizeChoice.original
    /// The long side in pixels, for `SizeChoice.number`.
    public internal(set) var longSide = TextField("2000")
    /// The sheet or the centimetres, for `SizeChoice.print`.
    public internal(set) var print = TextField("A4")
    public internal(set) var strokes = Strokes.asSeen
    /// Whether there are stroke sizes to choose from.
    var hasStrokes = false
    public internal(set) var format = PictureFormat.png
    public internal(set) var quality = TextField("92")
    public internal(set) var carriesRecipe = true
    public internal(set) var field = Field.path
    /// The plan that `outlook` is about.
    var planned: ExportPlan?
    public internal(set) var outlook = Outlook.unknown
    /// Whether files are there already, and the user is asked whether to replace them.
    public internal(set) var asksToReplace = false
    /// Whether the exports begin as soon as it is known where they go.
    var isConfirmed = false

    init(path: String) {
        self.path = TextField(path)
    }

    /// A new form with the choices of an earlier one.
    init(path: String, like earlier: ExportForm) {
        self.init(path: path)
        size = earlier.size
        longSide = earlier.longSide
        print = earlier.print
        strokes = earlier.strokes
        format = earlier.format
        quality = earlier.quality
        carriesRecipe = earlier.carriesRecipe
    }

    /// The fields that can take keys now.
    var fields: [Field] {
        Field.allCases.filter { field in
            switch field {
            case .amount: size == .print || size == .number
            case .strokes: hasStrokes
            case .quality: format == .jpeg
            default: true
            }
        }
    }

    mutating func moveField(by step: Int) {
        let fields = fields
        guard let index = fields.firstIndex(of: field) else { return }
        field = fields[(index + step + fields.count) % fields.count]
    }

    /// Whether a field is chosen from a few words; the others are typed into.
    static func isChoice(_ field: Field) -> Bool {
        switch field {
        case .path, .amount, .quality: false
        case .source, .size, .strokes, .format, .recipe: true
        }
    }

    /// Takes the next or previous word of the field.
    mutating func choose(by step: Int) {
        switch field {
        case .source: isWholeFolder.toggle()
        case .size:
            let choices = SizeChoice.allCases
            guard let index = choices.firstIndex(of: size) else { return }
            size = choices[(index + step + choices.count) % choices.count]
        case .strokes: strokes = strokes == .asSeen ? .fine : .asSeen
        case .format: setFormat(format == .png ? .jpeg : .png)
        case .recipe: carriesRecipe.toggle()
        case .path, .amount, .quality: break
        }
    }

    /// Changes the text of the field that has the keys.
    mutating func edit(_ change: (inout TextField) -> Void) {
        switch field {
        case .path:
            change(&path)
            // An ending that is typed says the format.
            if let typed = PictureFormat(path: path.text) { format = typed }
        case .amount where size == .print: change(&print)
        case .amount: change(&longSide)
        case .quality: change(&quality)
        case .source, .size, .strokes, .format, .recipe: break
        }
    }

    private mutating func setFormat(_ new: PictureFormat) {
        format = new
        if let typed = PictureFormat(path: path.text), typed != new, let dot = path.text.lastIndex(of: ".") {
            path = TextField(String(path.text[..<dot]))
        }
    }
}
