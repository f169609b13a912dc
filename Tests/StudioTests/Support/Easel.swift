import Foundation
import Studio
import StyleTransfer
import TerminalGraphics

/// A studio without a program around it: events go in, effects and screens come out.
struct Easel {
    var model: StudioModel
    /// All effects so far.
    var effects: [Effect] = []
    /// Those of the last event.
    var latest: [Effect] = []

    init(width: Int = 80, height: Int = 24, keys: KeyMap = .standard) throws {
        var capabilities = TerminalCapabilities()
        capabilities.graphics = .sixel
        let styles = try Easel.styles(strokes: [160, 320, 640])
        model = StudioModel(
            styles: styles, strokes: StrokeScale(styles, usual: 320), window: .init(width: width, height: height),
            capabilities: capabilities,
            settings: Easel.settings(keys), folder: "/home/ada/pictures")
    }

    /// A studio with a photograph on the easel and three styles on the palette, all painted.
    static func furnished(width: Int = 80, height: Int = 24, keys: KeyMap = .standard) throws -> Easel {
        var easel = try Easel(width: width, height: height, keys: keys)
        easel.send(.photographOpened(path: "/home/ada/pictures/harbour.jpg", width: 640, height: 427))
        for presses in 0..<3 {
            easel.type("a")
            for _ in 0..<presses { easel.press(.right) }
            easel.press(.enter)
        }
        easel.paint()
        easel.send(.woken(.clearMessage(easel.model.message?.number ?? 0)))
        return easel
    }

    /// Two themes, and nothing to say at the start.
    static func settings(_ keys: KeyMap = .standard) -> StudioSettings {
        var settings = StudioSettings()
        settings.keys = keys
        settings.logPath = "/home/ada/.local/state/pastiche/pastiche.log"
        settings.themes = [
            Theme(name: "gesso", summary: "Light: a primed canvas", appearances: [:]),
            Theme(name: "umber", summary: "Dark: lamplight", appearances: [:]),
        ]
        return settings
    }

    mutating func send(_ event: Event) {
        latest = update(&model, event)
        effects += latest
    }

    mutating func press(_ code: TerminalInput.Key.Code, control: Bool = false, shift: Bool = false) {
        send(.input(.key(.init(code, control: control, shift: shift))))
    }

    mutating func type(_ text: String) {
        for character in text { press(.character(character)) }
    }

    mutating func mouse(_ action: TerminalInput.Mouse.Action, row: Int, column: Int) {
        send(.input(.mouse(.init(action, row: row, column: column))))
    }

    /// Answers the pending request, and those that follow from it.
    mutating func paint(milliseconds: Double = 80) {
        while let request = model.painting.pending {
            let frame = PaintedFrame(
                request: request.number, width: request.width, height: request.height,
                isCoarse: request.isCoarse, milliseconds: milliseconds)
            send(.painted(frame))
        }
    }

    /// Lets the newest motion come to rest.
    mutating func settle() {
        for case .wake(.settle(let motion), _) in effects.reversed() { return send(.woken(.settle(motion: motion))) }
    }

    /// The newest plan of exports that was asked about.
    var plan: ExportPlan? {
        effects.compactMap { if case .planExport(let plan) = $0 { plan } else { nil } }.last
    }

    /// Answers the newest plan as a disk with those files would.
    mutating func answerPlan(photographs: [String]? = nil, existing: Set<String> = []) throws {
        guard let plan else { return }
        var sources = photographs ?? []
        if case .photograph(let path) = plan.source { sources = [path] }
        let outputs = try plan.outputs(photographs: sources, date: "2026-11-22") { existing.contains($0) }
        send(.exportPlanned(plan, .outputs(outputs)))
    }

    /// The exports that were begun.
    var begunExports: [ExportRequest] {
        effects.compactMap { if case .export(let request) = $0 { request } else { nil } }
    }

    var requests: [PaintRequest] {
        effects.compactMap { if case .paint(let request) = $0 { request } else { nil } }
    }

    func draw() -> RecordingScreen {
        let screen = RecordingScreen(model.window)
        StudioView.draw(model, on: screen)
        return screen
    }

    static func styles(strokes: [Int] = [320]) throws -> [Style] {
        let works: [[String]] = [
            ["starry-night", "The Starry Night", "Vincent van Gogh", "1889", "oil on canvas"],
            ["great-wave", "The Great Wave off Kanagawa", "Katsushika Hokusai", "about 1831", "woodblock print"],
            ["scream", "The Scream", "Edvard Munch", "1893", "tempera and crayon on cardboard"],
            ["composition-vii", "Composition VII", "Wassily Kandinsky", "1913", "oil on canvas"],
            ["water-lilies", "Water Lilies", "Claude Monet", "1919", "oil on canvas"],
            ["la-calanque", "La Calanque", "Paul Signac", "1906", "oil on canvas"],
            ["reverie", "Reverie", "Alphonse Mucha", "1897", "colour lithograph"],
        ]
        let catalogue = works.enumerated().map { row, work in
            [
                "id": work[0], "title": work[1], "artist": work[2], "year": work[3], "medium": work[4],
                "licence": "public domain", "swatch": work[0] + ".png",
                "rows": strokes.enumerated().map { ["stroke": $1, "row": row * strokes.count + $0] },
            ] as [String: Any]
        }
        return try JSONDecoder().decode([Style].self, from: JSONSerialization.data(withJSONObject: catalogue))
    }
}
