import Foundation
import StyleTransfer

/// A session as its file has it. Machines write it, but people can read it: JSON with names that say what they are.
struct SessionText: Codable {
    /// The version that this program writes; later ones are left alone.
    static let currentVersion = 1
    /// Steps of the history that are kept.
    static let steps = 500

    struct Entry: Codable {
        var style: String
        var weight: Int
        var muted: Bool?
        var soloed: Bool?
        var locked: Bool?
    }

    struct Mix: Codable {
        var strength: Int
        var stroke: Float?
        /// Missing in sessions of old, and where no colours are kept.
        var keptColours: Int?
        var colourWay: String?
        var styles: [Entry]
    }

    struct Pinned: Codable {
        var number: Int
        var time: String
        var photograph: String?
        var mix: Mix
    }

    struct Step: Codable {
        var photograph: String?
        var mix: Mix
        var removed: Pinned?
        var removedFrom: Int?
    }

    /// What tells a session of this version from one of another.
    struct Version: Decodable {
        var version: Int
    }

    var version = Self.currentVersion
    /// Whether the user ended it.
    var ended: Bool
    var photograph: String?
    var mix: Mix
    var moments: [Pinned]
    var lastMoment: Int
    var past: [Step]
    var future: [Step]

    init(_ session: Session, ended: Bool) {
        self.ended = ended
        photograph = session.photograph
        mix = Mix(session.palette)
        moments = session.moments.map(Pinned.init)
        lastMoment = session.lastNumber
        past = session.past.suffix(Self.steps).map(Step.init)
        future = session.future.suffix(Self.steps).map(Step.init)
    }

    /// What the studio can use of it: weights in their ranges, every style and every number once.
    var session: Session {
        var numbers: Set<Int> = []
        let moments = moments.map(\.moment).filter { numbers.insert($0.number).inserted }
        return Session(
            photograph: photograph, palette: mix.palette, past: past.map(\.step), future: future.map(\.step),
            moments: moments, lastNumber: max(lastMoment, numbers.max() ?? 0))
    }
}

extension SessionText.Mix {
    fileprivate init(_ palette: Palette) {
        strength = palette.strength
        stroke = palette.stroke
        keptColours = palette.keptColours == 0 ? nil : palette.keptColours
        colourWay = palette.colourWay == Palette().colourWay ? nil : palette.colourWay.rawValue
        styles = palette.entries.map { entry in
            SessionText.Entry(
                style: entry.style, weight: entry.weight, muted: entry.isMuted ? true : nil,
                soloed: entry.isSoloed ? true : nil, locked: entry.isLocked ? true : nil)
        }
    }

    fileprivate var palette: Palette {
        var palette = Palette()
        var seen: Set<String> = []
        for style in styles where seen.insert(style.style).inserted {
            var entry = Palette.Entry(style: style.style, weight: style.weight.clamped(to: Palette.weightRange))
            entry.isMuted = style.muted ?? false
            entry.isSoloed = style.soloed ?? false
            entry.isLocked = style.locked ?? false
            palette.entries.append(entry)
        }
        palette.strength = strength.clamped(to: Palette.strengthRange)
        palette.stroke = stroke
        palette.keptColours = (keptColours ?? 0).clamped(to: Palette.keptColoursRange)
        palette.colourWay = colourWay.flatMap(KeptColours.Way.init) ?? palette.colourWay
        // A stroke that cannot be painted is left to the library.
        if (try? palette.recipe.validate()) == nil { palette.stroke = nil }
        return palette
    }
}

extension SessionText.Pinned {
    fileprivate init(_ moment: Moment) {
        number = moment.number
        time = moment.time
        photograph = moment.photograph
        mix = SessionText.Mix(moment.palette)
    }

    fileprivate var moment: Moment {
        Moment(number: number, time: time, photograph: photograph, palette: mix.palette)
    }
}

extension SessionText.Step {
    fileprivate init(_ step: History.Step) {
        photograph = step.photograph
        mix = SessionText.Mix(step.palette)
        removed = step.removed.map { SessionText.Pinned($0.moment) }
        removedFrom = step.removed?.index
    }

    fileprivate var step: History.Step {
        History.Step(
            palette: mix.palette, photograph: photograph,
            removed: removed.map { .init(moment: $0.moment, index: removedFrom ?? 0) })
    }
}
