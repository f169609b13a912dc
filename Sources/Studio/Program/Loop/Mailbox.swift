import Synchronization

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Where services leave what they have done; the loop collects it. Posting wakes the loop and never waits.
final class Mailbox<Message: Sendable>: Sendable {
    private let pipe: WakePipe
    private let messages = Mutex<[Message]>([])

    init() throws(StudioError) {
        pipe = try WakePipe()
    }

    /// For `poll`: readable when there are messages.
    var descriptor: Int32 { pipe.reading }

    func post(_ message: Message) {
        let isFirst = messages.withLock { messages in
            messages.append(message)
            return messages.count == 1
        }
        guard isFirst else { return }
        var byte: UInt8 = 0
        _ = write(pipe.writing, &byte, 1)
    }

    /// The messages in the order they were posted in.
    func collect() -> [Message] {
        _ = pipe.drain()
        return messages.withLock { messages in
            defer { messages = [] }
            return messages
        }
    }
}
