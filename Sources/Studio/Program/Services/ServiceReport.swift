import Files

/// What services leave in the loop's mailbox.
enum ServiceReport: Sendable {
    case event(Event)
    /// A picture for the board; the event, if any, tells the model about it.
    case picture(EncodedPicture, Event?)
}

/// An error as the studio shows it: one line.
func message(of error: any Error) -> String {
    if let error = error as? any UserFacingError { return error.description }
    return printable("\(error)")
}
