import Files
import Networks
import StyleTransfer
import Testing

@Suite struct PerceptualWeightsTests {
    private static let numbers = [0, 2, 5, 7, 10, 12, 14, 16, 19]

    @Test func layersAreNamedAsInThePapers() {
        for name in ["relu1_1", "relu4_2", "relu12_3"] { #expect(PerceptualLayer(name)?.description == name) }
        for name in [
            "", "relu", "relu1", "relu1_", "relu_1", "relu0_1", "relu1_0", "conv1_1", "relu01_1", "relu+1_1",
            "relu1_1_1",
        ] {
            #expect(PerceptualLayer(name) == nil, "\(name)")
        }
        #expect(layer(1, 2) < layer(2, 1) && layer(3, 1) < layer(3, 4))
    }

    @Test func widthsAndDepthAreTheFiles() throws {
        var fixtures = PerceptualFixtures(seed: 21)
        let weights = try fixtures.weights(widths: [[4, 6], [5], [8, 3, 2, 7, 1]])
        #expect(
            weights.layers.map(\.description) == [
                "relu1_1", "relu1_2", "relu2_1", "relu3_1", "relu3_2", "relu3_3", "relu3_4", "relu3_5",
            ])
        #expect(weights.convolutions.map(\.weights.outputs) == [4, 6, 5, 8, 3, 2, 7, 1])
        #expect(weights.metrics.isEmpty)
    }

    /// ImageNet's mean and deviation are part of the first convolution, for every picture.
    @Test func torchvisionsNetworkReadsPlainSamples() throws {
        var fixtures = PerceptualFixtures(seed: 22)
        var file = fixtures.file(
            widths: [[4, 3], [3, 3], [3, 3, 3, 3], [2]], names: Self.numbers.map { "features.\($0)" })
        file["classifier.0.weight"] = Tensor(shape: [2, 3])
        let weights = try PerceptualWeights(tensors: file, file: "vgg19.safetensors")
        #expect(
            weights.layers.map(\.description) == [
                "relu1_1", "relu1_2", "relu2_1", "relu2_2", "relu3_1", "relu3_2", "relu3_3", "relu3_4", "relu4_1",
            ])
        let picture = Tensor(shape: [3, 4, 5], values: fixtures.samples(width: 5, height: 4))
        var normalised = picture
        let (mean, deviation): ([Float], [Float]) = ([0.485, 0.456, 0.406], [0.229, 0.224, 0.225])
        for index in normalised.values.indices {
            normalised.values[index] = (picture.values[index] - mean[index / 20]) / deviation[index / 20]
        }
        let first = ConvolutionWeights(
            weight: try #require(file["features.0.weight"]), bias: try #require(file["features.0.bias"]).values)
        let (expected, result) = (normalised.convolved(first), picture.convolved(weights.convolutions[0].weights))
        #expect(relativeDifference(result.values, expected.values.map(Double.init)) < 1e-5)
        #expect(weights.convolutions[1].weights.weight == file["features.2.weight"])
    }

    /// A tensor that is removed (no shape), or replaced, and what the error says then.
    private static let table: [(tensor: String, shape: [Int]?, reason: String)] = [
        ("conv1_1.weight", nil, "it has neither conv1_1.weight nor features.0.weight"),
        ("conv1_1.bias", nil, "it lacks conv1_1.bias"),
        ("conv1_2.weight", nil, "it lacks conv1_2.weight"),
        ("conv4_1.weight", [2, 2, 3, 3], "it lacks conv3_1.weight"),
        ("conv1_1.weight", [4, 4, 3, 3], "conv1_1.weight is [4, 4, 3, 3], not [channels, 3, 3, 3]"),
        ("conv1_2.weight", [4, 6, 5, 5], "conv1_2.weight is [4, 6, 5, 5], not [channels, 4, 3, 3]"),
        ("conv1_2.weight", [], "conv1_2.weight is [], not [channels, 4, 3, 3]"),
        ("conv1_3.weight", [0, 6, 3, 3], "conv1_3.weight is [0, 6, 3, 3], not [channels, 6, 3, 3]"),
        ("conv2_1.bias", [6], "conv2_1.bias is [6], not [5]"),
        ("relu1_2.head", [9, 5], "relu1_2.head is [9, 5], not [features, 6]"),
    ]

    @Test(arguments: table)
    func aFileThatIsNoNetworkIsExplained(tensor: String, shape: [Int]?, reason: String) {
        var fixtures = PerceptualFixtures(seed: 23)
        var file = fixtures.file(widths: [[4, 6, 2], [5]])
        file["relu1_2.head"] = fixtures.tensor([9, 6])
        file[tensor] = shape.map { Tensor(shape: $0, repeating: 1) }
        let error = #expect(throws: PerceptualError.self) {
            try PerceptualWeights(tensors: file, file: "mine.safetensors")
        }
        #expect(
            error?.description == "cannot use mine.safetensors as a perceptual network: \(reason); it must hold "
                + "VGG-19's convolutions, as conv1_1.weight or as torchvision's features.0.weight")
        #expect(error?.exitStatus == .dataError)
    }

    @Test func valuesMustBeFinite() {
        var fixtures = PerceptualFixtures(seed: 24)
        for name in ["conv1_1.weight", "conv1_2.bias", "relu1_1.head"] {
            var file = fixtures.file(widths: [[4, 6]])
            file["relu1_1.head"] = fixtures.tensor([2, 4])
            file[name]?.values[3] = .infinity
            #expect(throws: PerceptualError("mine", .notFinite(tensor: name))) {
                try PerceptualWeights(tensors: file, file: "mine")
            }
        }
    }

    /// VGG-16 and networks with batch normalisation have convolutions at other numbers.
    @Test func othersOfTorchvisionsNetworksAreToldApart() {
        var fixtures = PerceptualFixtures(seed: 25)
        let names = [0, 2, 5, 7, 10, 12, 14, 17].map { "features.\($0)" }
        let file = fixtures.file(widths: [[2, 2], [2, 2], [2, 2, 2], [2]], names: names)
        #expect(throws: PerceptualError("vgg16", .unexpectedTensor("features.17.weight"))) {
            try PerceptualWeights(tensors: file, file: "vgg16")
        }
        var gap = fixtures.file(widths: [[2, 2], [2]], names: ["features.0", "features.2", "features.5"])
        gap["features.2.weight"] = nil
        #expect(throws: PerceptualError("gap", .missingTensor("features.2.weight"))) {
            try PerceptualWeights(tensors: gap, file: "gap")
        }
    }
}
