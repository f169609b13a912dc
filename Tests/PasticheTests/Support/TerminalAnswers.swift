/// Answers questions as a terminal does that shows sixel.
struct TerminalAnswers {
    var cellWidth = 8
    var cellHeight = 16
    /// The attributes in the answer to DA1; 4 is sixel.
    var attributes = "62;4;22"
    /// The end of what was written, in which a question may have begun.
    private var tail: [UInt8] = []

    init(attributes: String = "62;4;22") {
        self.attributes = attributes
    }

    private var table: [(question: String, answer: String)] {
        [
            ("\u{1B}[c", "\u{1B}[?\(attributes)c"),
            ("\u{1B}[5n", "\u{1B}[0n"),
            ("\u{1B}[>q", "\u{1B}P>|Test(1)\u{1B}\\"),
            ("\u{1B}[?2026$p", "\u{1B}[?2026;2$y"),
            ("\u{1B}[16t", "\u{1B}[6;\(cellHeight);\(cellWidth)t"),
            ("\u{1B}[?1;1;0S", "\u{1B}[?1;0;256S"),
        ]
    }

    /// The answers to the questions that end in these bytes, in their order.
    mutating func answers(to bytes: some Collection<UInt8>) -> [[UInt8]] {
        var found: [[UInt8]] = []
        let questions = table.map { (question: Array($0.question.utf8), answer: Array($0.answer.utf8)) }
        for byte in bytes {
            if byte == 0x1B { tail.removeAll(keepingCapacity: true) }
            // All questions are short; a picture is not one.
            guard tail.count < 16 else { continue }
            tail.append(byte)
            if let hit = questions.first(where: { $0.question == tail }) { found.append(hit.answer) }
        }
        return found
    }
}
