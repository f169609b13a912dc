import Networks
import StyleTransfer
import Testing

/// The reference network against PyTorch's.
@Suite struct ReferenceStyleNetworkTests {
    @Test(arguments: [
        ("shipped", "shipped-64x48"), ("shipped", "shipped-61x47"), ("shipped", "shipped-128x96"),
        ("shipped", "shipped-4x4"), ("shipped", "shipped-9x5"), ("shipped", "shipped-3x2"), ("shipped", "shipped-2x3"),
        ("shipped", "shipped-1x17"), ("shipped", "shipped-1x1"),
        ("upsampled", "upsampled-pictures"), ("pixel-shuffle", "pixel-shuffle-pictures"),
        ("without-blocks", "without-blocks-pictures"),
    ])
    func paintsWhatPyTorchPaints(network: String, pictures: String) throws {
        let reference = ReferenceStyleNetwork(try StyleNetworkFixtures.network(of: network))
        let pictures = try StyleNetworkFixtures.pictures(pictures)
        if let content = pictures.content {
            expectSamePicture(reference.encode(pictures.photograph), content, largest: 2e-5, mean: 2e-6)
        }
        for (mix, expected) in pictures.pastiches {
            let conditioning = try reference.weights.conditioning(rows: mix)
            let pastiche = reference.paint(pictures.photograph, conditioning: conditioning)
            expectSamePicture(pastiche, expected, largest: 2e-5, mean: 2e-6)
        }
    }

    /// Content features of two pixels: where they hardly differ, normalisation multiplies rounding by hundreds.
    @Test func paintsAlmostWhatPyTorchPaintsOnTwoPixelsOfFeatures() throws {
        let reference = ReferenceStyleNetwork(try StyleNetworkFixtures.shippedNetwork())
        let pictures = try StyleNetworkFixtures.pictures("shipped-5x1")
        for (mix, expected) in pictures.pastiches {
            let conditioning = try reference.weights.conditioning(rows: mix)
            let pastiche = reference.paint(pictures.photograph, conditioning: conditioning)
            expectSamePicture(pastiche, expected, largest: 1e-3, mean: 5e-4)
        }
    }

    @Test func everySmallSizeIsPainted() throws {
        let reference = ReferenceStyleNetwork(try StyleNetworkFixtures.network(of: "pixel-shuffle"))
        let conditioning = try reference.weights.conditioning(rows: [(row: 0, weight: 1)])
        for height in 1...6 {
            for width in 1...6 {
                let photograph = Tensor(
                    shape: [3, height, width], values: (0..<3 * height * width).map { Float($0 % 7) / 7 })
                let pastiche = reference.paint(photograph, conditioning: conditioning)
                #expect(pastiche.shape == photograph.shape)
                #expect(pastiche.values.allSatisfy { 0...1 ~= $0 })
            }
        }
    }
}
