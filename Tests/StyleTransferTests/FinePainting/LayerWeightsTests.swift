import StyleTransfer
import Testing

@Suite struct LayerWeightsTests {
    @Test func theWrittenFormIsRead() throws {
        let weights = try LayerWeights(parsing: "relu1_1=0.5, relu3_1,relu4_1 = 2e0")
        #expect(weights.weights.map(\.layer) == [layer(1, 1), layer(3, 1), layer(4, 1)])
        #expect(weights.weights.map(\.weight) == [0.5, 1, 2])
        #expect(try LayerWeights(parsing: weights.description) == weights)
        #expect(weights != .standard)
        #expect(try LayerWeights(parsing: "relu1_1=1,relu2_1=1,relu3_1=1,relu4_1=1") == .standard)
    }

    @Test(arguments: [
        ("", FineError.layerName("")), ("conv1_1=1", .layerName("conv1_1")), ("relu1_1=1,", .layerName("")),
        ("relu1_1=-1", .layerWeight(layer(1, 1), text: "-1")), ("relu1_1=nan", .layerWeight(layer(1, 1), text: "nan")),
        ("relu1_1=", .layerWeight(layer(1, 1), text: "")), ("relu1_1=0x1", .layerWeight(layer(1, 1), text: "0x1")),
        ("relu2_1=1e400", .layerWeight(layer(2, 1), text: "1e400")), ("relu1_1,relu1_1", .repeatedLayer(layer(1, 1))),
    ])
    func mistakesAreNamed(text: String, error: FineError) {
        #expect(throws: error) { try LayerWeights(parsing: text) }
    }
}
