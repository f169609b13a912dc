/// Saying where the picture goes and how large it is.
public struct ExportForm: Sendable, Equatable {
    public enum Field: Sendable, CaseIterable { case path, size, longSide }
    public enum SizeChoice: Sendable, CaseIterable { case original, screen, number }

    /// The longest side that can be asked for; a square of it has the most pixels that pictures may have.
    static let longSideRange = 16...10_000

    public internal(set) var path: TextField
    public internal(set) var size = SizeChoice.original
    /// The long side in pixels, for `SizeChoice.number`.
    public internal(set) var longSide = TextField("2000")
    public internal(set) var field = Field.path
    /// Whether the file is there, and the user is asked whether to replace it.
    public internal(set) var asksToReplace = false

    init(path: String) {
        self.path = TextField(path)
    }

    mutating func chooseSize(by step: Int) {
        let choices = SizeChoice.allCases
        guard let index = choices.firstIndex(of: size) else { return }
        size = choices[(index + step + choices.count) % choices.count]
    }

    mutating func moveField(by step: Int) {
        guard let index = fields.firstIndex(of: field) else { return }
        field = fields[(index + step + fields.count) % fields.count]
    }

    /// The fields that can take keys now.
    var fields: [Field] { size == .number ? Field.allCases : [.path, .size] }
}
