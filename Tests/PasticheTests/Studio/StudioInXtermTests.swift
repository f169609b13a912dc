import Foundation
import Imaging
import Studio
import StyleTransfer
import TerminalGraphics
import Testing

/// The studio in a real terminal, and what a person sees there.
struct StudioInXtermTests {
    private static let columns = 132
    private static let rows = 42

    @Test(.enabled(if: VirtualDisplay.isAvailable, "needs Xvfb, xterm, xdotool and ImageMagick's import"))
    func paintsThreeStylesInXterm() throws {
        let folder = try TemporaryFolder()
        let photograph = try ShippedPhotograph.path("summer-palace.jpg")
        let expected = try ExpectedPastiche(photograph: photograph)
        let parts: [Recipe.Part] = [
            .init(style: "starry-night", weight: 0.55), .init(style: "great-wave", weight: 0.35),
            .init(style: "udnie", weight: 0.2),
        ]
        let mix = parts.map { "\($0.style)=\($0.weight)" }.joined(separator: ",")
        let display = try VirtualDisplay(folder: folder)
        try display.open(columns: Self.columns, rows: Self.rows, [photograph, "--mix", mix])

        try waitUntil("the pastiche of three styles") {
            try likeness(display, expected, to: Recipe(parts: parts)) > 22
        }
        // The first slider, one step to the right.
        try display.press("Right")
        var moved = parts
        moved[0].weight = 0.6
        try display.press("Down", "Down", "9")
        moved[2].weight = 0.9
        try waitUntil("the pastiche after moving sliders") {
            let picture = try shown(display.screenshot())
            let likeness = try expected.likeness(of: picture, to: Recipe(parts: moved))
            return try likeness > 22 && likeness > expected.likeness(of: picture, to: Recipe(parts: parts)) + 3
        }
        let picture = try shown(try display.screenshot())
        #expect(colourfulness(picture) > 0.05)
        if let path = ProcessInfo.processInfo.environment["PASTICHE_SCREENSHOT"] {
            let screenshot = try display.screenshot()
            try screenshot.write(to: path, as: PictureEncoding(path: path), replacingExisting: true)
        }
        try display.press("q")
        try waitUntil("the end") { display.hasEnded }
    }

    private func likeness(
        _ display: VirtualDisplay, _ expected: ExpectedPastiche, to recipe: Recipe
    ) throws -> Double {
        try expected.likeness(of: try shown(display.screenshot()), to: recipe)
    }

    /// The part of a screenshot in which the picture lies.
    private func shown(_ screenshot: Picture) throws -> Picture {
        let border = 2
        let window = TerminalCapabilities.Size(width: Self.columns, height: Self.rows)
        var capabilities = TerminalCapabilities()
        capabilities.graphics = .sixel
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
