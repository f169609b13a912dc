import Foundation
import Imaging
import Studio
import StyleTransfer
import TerminalGraphics
import Testing

/// The studio in a real terminal, and what a person sees there.
@Suite(.serialized)
struct StudioInTerminalsTests {
    private static let columns = 132
    private static let rows = 42

    @Test(
        .enabled(if: VirtualDisplay.isAvailable(for: .xterm), "needs Xvfb, xterm, xdotool and ImageMagick's import"))
    func paintsThreeStylesInXterm() throws {
        try paintsThreeStyles(in: .xterm)
    }

    @Test(
        .enabled(if: VirtualDisplay.isAvailable(for: .mlterm), "needs Xvfb, mlterm, xdotool and ImageMagick's import"))
    func paintsThreeStylesInMlterm() throws {
        try paintsThreeStyles(in: .mlterm)
    }

    @Test(
        .enabled(if: VirtualDisplay.isAvailable(for: .kitty), "needs Xvfb, kitty, xdotool and ImageMagick's import"))
    func paintsThreeStylesInKitty() throws {
        try paintsThreeStyles(in: .kitty)
    }

    private func paintsThreeStyles(in terminal: GraphicalTerminal) throws {
        let folder = try TemporaryFolder()
        let photograph = try ShippedPhotograph.path("summer-palace.jpg")
        let expected = try ExpectedPastiche(photograph: photograph)
        let parts: [Recipe.Part] = [
            .init(style: "starry-night", weight: 0.55), .init(style: "great-wave", weight: 0.35),
            .init(style: "udnie", weight: 0.2),
        ]
        let mix = parts.map { "\($0.style)=\($0.weight)" }.joined(separator: ",")
        let display = try VirtualDisplay(folder: folder)
        try display.open(terminal, columns: Self.columns, rows: Self.rows, [photograph, "--mix", mix])

        try waitUntil("the pastiche of three styles") {
            try likeness(display, in: terminal, expected, to: Recipe(parts: parts)) > 22
        }
        // The first slider, one step to the right.
        try display.press("Right")
        var moved = parts
        moved[0].weight = 0.6
        try display.press("Down", "Down", "9")
        moved[2].weight = 0.9
        try waitUntil("the pastiche after moving sliders") {
            let picture = try shown(display.screenshot(), in: terminal)
            let likeness = try expected.likeness(of: picture, to: Recipe(parts: moved))
            return try likeness > 22 && likeness > expected.likeness(of: picture, to: Recipe(parts: parts)) + 3
        }
        let picture = try shown(try display.screenshot(), in: terminal)
        #expect(colourfulness(picture) > 0.05)
        if terminal == .xterm, let path = ProcessInfo.processInfo.environment["PASTICHE_SCREENSHOT"] {
            let screenshot = try display.screenshot()
            try screenshot.write(to: path, as: PictureEncoding(path: path), replacingExisting: true)
        }
        // A dialog hides the picture wholly, and the picture comes back.
        try display.press("question")
        try waitUntil("the help") { colourfulness(try shown(display.screenshot(), in: terminal)) < 0.05 }
        try display.press("Escape")
        try waitUntil("the pastiche after the help") {
            try likeness(display, in: terminal, expected, to: Recipe(parts: moved)) > 22
        }
        try display.press("q")
        try waitUntil("the end") { display.hasEnded }
    }

    private func likeness(
        _ display: VirtualDisplay, in terminal: GraphicalTerminal, _ expected: ExpectedPastiche, to recipe: Recipe
    ) throws -> Double {
        try expected.likeness(of: try shown(display.screenshot(), in: terminal), to: recipe)
    }

    /// The part of a screenshot in which the picture lies.
    private func shown(_ screenshot: Picture, in terminal: GraphicalTerminal) throws -> Picture {
        let border = terminal.border
        let window = TerminalCapabilities.Size(width: Self.columns, height: Self.rows)
        var capabilities = TerminalCapabilities()
        capabilities.graphics = terminal.graphics
        capabilities.cell = .init(
            width: (screenshot.width - 2 * border) / Self.columns,
            height: (screenshot.height - 2 * border) / Self.rows)
        let model = StudioModel(styles: [], window: window, capabilities: capabilities, folder: "/")
        let photograph = try Picture.size(ofFile: ShippedPhotograph.path("summer-palace.jpg"))
        let placement = try #require(
            capabilities.placement(
                of: .init(width: photograph.width, height: photograph.height), in: Layout(model).easel,
                terminal: window))
        return screenshot.cropped(
            row: border + placement.cells.row * capabilities.cell.height,
            column: border + placement.cells.column * capabilities.cell.width,
            width: placement.pixels.width, height: placement.pixels.height)
    }

    /// The mean distance between a pixel's strongest and weakest channel.
    private func colourfulness(_ picture: Picture) -> Float {
        let count = picture.pixelCount
        let sum = (0..<count).reduce(Float(0)) { sum, index in
            let channels = (0..<3).map { picture.samples[$0 * count + index] }
            return sum + (channels.max() ?? 0) - (channels.min() ?? 0)
        }
        return sum / Float(count)
    }
}
