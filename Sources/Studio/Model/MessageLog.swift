/// The messages of a session, to be read again.
public struct MessageLog: Sendable, Equatable {
    /// So many are kept.
    static let limit = 300

    /// The newest first.
    public private(set) var messages: [Message] = []

    mutating func add(_ message: Message) {
        messages.insert(message, at: 0)
        if messages.count > Self.limit { messages.removeLast() }
    }
}

/// A time on the user's clock.
public struct TimeOfDay: Sendable, Equatable {
    public var hour: Int
    public var minute: Int
    public var second: Int

    public init(hour: Int = 0, minute: Int = 0, second: Int = 0) {
        self.hour = hour
        self.minute = minute
        self.second = second
    }

    /// `07:05:00`.
    var text: String {
        [hour, minute, second].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
    }
}
