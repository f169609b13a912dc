/// One line for the user: what happened, or what went wrong and how to go on.
public struct Message: Sendable, Equatable {
    public enum Kind: Sendable { case information, warning, error }
    public var kind: Kind
    public var text: String
    /// Which message it is, counted from 1; a timer that clears it names it.
    public var number: Int
    public var time: TimeOfDay
}
