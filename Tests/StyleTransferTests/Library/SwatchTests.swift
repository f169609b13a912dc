import Imaging
import Photographs
import StyleTransfer
import Testing

@Suite struct SwatchTests {
    private let library: StyleLibrary

    init() throws {
        library = try StyleLibrary.shipped()
    }

    @Test func everyStyleHasItsOwnSwatch() throws {
        let swatches = try library.styles.map { try library.swatch(of: $0) }
        for (index, swatch) in swatches.enumerated() {
            #expect(swatch.width == StyleLibrary.swatchSide && swatch.height == StyleLibrary.swatchSide)
            for other in swatches[..<index] { #expect(swatch.meanAbsoluteError(to: other) > 0.02) }
        }
    }

    @Test func swatchesAreWhatTheNetworkPaints() throws {
        let photograph = try Picture.read(path: try #require(Photographs.first))
        for id in ["starry-night", "kiss"] {
            let style = try #require(library.style(id))
            let painted = try library.paintSwatch(of: style, from: photograph)
            #expect(try library.swatch(of: style).peakSignalToNoiseRatio(to: painted) > 40)
        }
    }
}
