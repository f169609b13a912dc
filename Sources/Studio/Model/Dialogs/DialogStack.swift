/// Dialogs lie over each other: help and the menu over any of them, a form over the list that it came from.
extension StudioModel {
    /// All that are open, the one in front last.
    var openDialogs: [Dialog] { covered + (dialog.map { [$0] } ?? []) }

    /// Lays a dialog over what is open, which comes back when it closes.
    mutating func cover(with front: Dialog) {
        if let dialog { covered.append(dialog) }
        dialog = front
    }

    mutating func closeDialog() {
        dialog = covered.popLast()
    }

    /// Closes dialogs wherever they lie.
    mutating func closeDialogs(where isUnwanted: (Dialog) -> Bool) {
        covered = openDialogs.filter { !isUnwanted($0) }
        dialog = covered.popLast()
    }

    /// Changes the dialogs that are open, also those that others lie over: what they wait for comes at any time.
    mutating func changeDialogs(_ change: (inout Dialog) -> Void) {
        for index in covered.indices { change(&covered[index]) }
        guard var front = dialog else { return }
        change(&front)
        dialog = front
    }
}
