import Networks
import StyleTransfer
import Testing

@Suite struct StyleNetworkArchitectureTests {
    @Test func theShippedNetwork() throws {
        let architecture = try StyleNetworkFixtures.shippedNetwork().architecture
        #expect(architecture.encoderWidths == [24, 48, 96])
        #expect(architecture.inputKernel == 9)
        #expect(architecture.residualBlocks == 5)
        #expect(architecture.decoder == .pixelShuffle(width: 48))
        #expect(architecture.outputKernel == 3)
        #expect(architecture.rows == 3 * 16 + 1)
        #expect(architecture.conditionedNorms.last?.name == "decoder.norm")
        #expect(architecture.conditionedNorms.last?.range == 960..<1008)
    }

    @Test(arguments: [
        StyleNetworkArchitecture(
            encoderWidths: [24, 48, 96], residualBlocks: 5, decoder: .pixelShuffle(width: 48), outputKernel: 3, rows: 24
        ),
        StyleNetworkArchitecture(
            encoderWidths: [32, 64, 128], residualBlocks: 12, decoder: .upsampled(first: 64, second: 32),
            outputKernel: 9, rows: 1),
        StyleNetworkArchitecture(
            encoderWidths: [1, 2, 3], inputKernel: 3, residualBlocks: 0, decoder: .pixelShuffle(width: 5),
            outputKernel: 1, rows: 2),
    ])
    func theTensorsSayWhatNetworkTheyAre(architecture: StyleNetworkArchitecture) throws {
        let tensors = StyleNetworkFixtures.tensors(of: architecture)
        #expect(try StyleNetworkArchitecture(tensors: tensors, file: "a") == architecture)
    }

    @Test func theOrderOfTensorsDoesNotMatter() throws {
        let architecture = StyleNetworkArchitecture(
            encoderWidths: [2, 3, 4], residualBlocks: 2, decoder: .upsampled(first: 3, second: 2), outputKernel: 3,
            rows: 2)
        let ordered = StyleNetworkFixtures.tensors(of: architecture)
        var reversed = SafetensorsFile()
        for name in ordered.names.reversed() { reversed[name] = ordered[name] }
        #expect(try StyleNetworkArchitecture(tensors: reversed, file: "a") == architecture)
    }

    @Test func conditionedNormsAreInTheOrderOfPainting() {
        let architecture = StyleNetworkArchitecture(
            encoderWidths: [2, 3, 4], residualBlocks: 2, decoder: .upsampled(first: 3, second: 2), outputKernel: 3,
            rows: 2)
        #expect(
            architecture.conditionedNorms.map(\.name) == [
                "residual.0.norm1", "residual.0.norm2", "residual.1.norm1", "residual.1.norm2", "decoder.norm1",
                "decoder.norm2",
            ])
        #expect(architecture.conditionedNorms.map(\.range) == [0..<4, 4..<8, 8..<12, 12..<16, 16..<19, 19..<21])
    }

    @Test func picturesAreRoundedUpToMultiplesOfFour() {
        #expect(StyleNetworkArchitecture.paddedSize(width: 1, height: 4) == (4, 4))
        #expect(StyleNetworkArchitecture.paddedSize(width: 641, height: 480) == (644, 480))
    }
}
