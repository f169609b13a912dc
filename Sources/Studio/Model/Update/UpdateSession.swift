import StyleTransfer

/// The work is kept while it is done, and an earlier session can go on.
extension StudioModel {
    /// How long a change waits until it is kept; changes meanwhile are kept with it.
    private static let autosaveMilliseconds = 1500

    /// The work as it is kept.
    package var session: Session {
        Session(
            photograph: history.photograph, palette: palette, past: history.past, future: history.future,
            moments: strip.moments, lastNumber: strip.lastNumber)
    }

    /// From here on the work is kept; a session that was cut off is looked for.
    package mutating func keepSession() -> [Effect] {
        keepsSession = true
        notedSession = session
        return [.findSession]
    }

    /// Notes whether there is something new to be kept.
    mutating func noteWork() -> [Effect] {
        guard keepsSession else { return [] }
        let session = session
        guard session != notedSession else { return [] }
        notedSession = session
        guard !isAutosaveDue else { return [] }
        isAutosaveDue = true
        return [.wake(.autosave, milliseconds: Self.autosaveMilliseconds)]
    }

    mutating func autosave() -> [Effect] {
        isAutosaveDue = false
        return [.saveSession(session)]
    }

    /// A session did not end in order: shall it go on? The question lies over what is open.
    mutating func offer(_ offer: SessionOffer) -> [Effect] {
        cover(with: .resume(offer))
        return []
    }

    mutating func perform(_ command: Command, on offer: SessionOffer) -> [Effect] {
        closeDialog()
        guard command == .confirm else {
            let way = keys.label(.restoreSession)
            return [.declineSession] + say(.information, "The session of \(offer.time) is kept; \(way) brings it back.")
        }
        let effects = goOn(with: offer.session)
        return [.acceptSession] + effects + say(.information, "Going on from \(offer.time).")
    }

    /// The last session was asked for: what is on the palette now is a step back, its moments join the strip.
    mutating func sessionRestored(_ offer: SessionOffer) -> [Effect] {
        let effects = goOn(with: offer.session)
        return effects
            + say(.information, "Restored the session of \(offer.time); \(keys.label(.undo)) undoes it.")
    }

    private mutating func goOn(with session: Session) -> [Effect] {
        let session = session.limited(to: Set(styles.map(\.id)))
        if history.past.isEmpty && palette.entries.isEmpty {
            // Nothing was done yet: the session goes on as if it had never ended.
            history.past = session.past
            history.future = session.future
            history.photograph = session.photograph ?? history.photograph
            palette = session.palette
            painting.rest()
        } else {
            edit(to: session.palette, photograph: session.photograph ?? history.photograph)
        }
        strip.add(session.moments)
        strip.lastNumber = max(strip.lastNumber, session.lastNumber)
        focus = ListSelection()
        panel = .palette
        return openPhotographOfHistory()
    }
}
