/// What a first start shows: how to get from a photograph to a painting, a card for each step.
enum Tour {
    struct Card: Equatable {
        var title: String
        var rows: [KeyHelp.Row]
    }

    static let count = 4

    /// The cards, with the user's keys.
    static func cards(_ keys: KeyMap) -> [Card] {
        func row(_ commands: [Command], _ summary: String) -> KeyHelp.Row {
            KeyHelp.Row(keys: commands.map { keys.label($0) }.joined(separator: " "), summary: summary)
        }
        return [
            Card(
                title: "Open a photograph",
                rows: [
                    row([.openPhotograph], "opens another one"), row([.toggleOriginal], "shows it unpainted"),
                ]),
            Card(
                title: "Add styles",
                rows: [
                    row([.addStyle], "adds a painter's style"), row([.removeStyle], "removes it again"),
                    row([.undo], "undoes whatever you did"),
                ]),
            Card(
                title: "Move sliders",
                rows: [
                    row([.up, .down], "choose a slider"), row([.less, .more], "move it: it repaints"),
                    row([.weaker, .stronger], "change the strength"),
                    KeyHelp.Row(keys: "mouse", summary: "does all of it too"),
                ]),
            Card(
                title: "Keep it",
                rows: [
                    row([.savePreset], "keeps the mix"), row([.export], "exports the picture"),
                    row([.openMenu], "finds any action"), row([.help], "shows all keys"),
                ]),
        ]
    }
}
