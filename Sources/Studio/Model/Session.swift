import StyleTransfer

/// What a studio keeps of its work, so that it can go on another time.
public struct Session: Sendable, Equatable {
    /// The photograph's path.
    public var photograph: String?
    public var palette: Palette
    public var past: [History.Step]
    public var future: [History.Step]
    public var moments: [Moment]
    /// The number of the moment that was pinned last.
    public var lastNumber: Int

    public init(
        photograph: String? = nil, palette: Palette = Palette(), past: [History.Step] = [],
        future: [History.Step] = [], moments: [Moment] = [], lastNumber: Int = 0
    ) {
        self.photograph = photograph
        self.palette = palette
        self.past = past
        self.future = future
        self.moments = moments
        self.lastNumber = lastNumber
    }

    /// Whether there is nothing in it that anybody made.
    public var isEmpty: Bool { palette.entries.isEmpty && moments.isEmpty && past.isEmpty && future.isEmpty }

    /// The session without styles that the library lacks.
    func limited(to styles: Set<String>) -> Session {
        func limit(_ palette: inout Palette) { palette.entries.removeAll { !styles.contains($0.style) } }
        var session = self
        limit(&session.palette)
        for index in session.past.indices { limit(&session.past[index].palette) }
        for index in session.future.indices { limit(&session.future[index].palette) }
        for index in session.moments.indices { limit(&session.moments[index].palette) }
        return session
    }
}

/// An earlier session that the user can go on with.
public struct SessionOffer: Sendable, Equatable {
    public var session: Session
    /// When it was kept last: `14:05`, `yesterday, 14:05`.
    public var time: String

    public init(session: Session, time: String) {
        self.session = session
        self.time = time
    }
}
