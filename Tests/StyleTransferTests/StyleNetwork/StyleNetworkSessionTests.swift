import Files
import Imaging
import Networks
import Photographs
import StyleTransfer
import Testing

/// The fast network against PyTorch's and the reference's, on every instruction set of this machine.
@Suite struct StyleNetworkSessionTests {
    static let instructionSets = InstructionSet.allCases.filter(\.isSupported)

    @Test(
        arguments: instructionSets,
        [
            ("shipped", "shipped-64x48"), ("shipped", "shipped-61x47"), ("shipped", "shipped-128x96"),
            ("shipped", "shipped-4x4"), ("shipped", "shipped-9x5"), ("shipped", "shipped-3x2"),
            ("shipped", "shipped-2x3"), ("shipped", "shipped-1x17"), ("shipped", "shipped-1x1"),
            ("upsampled", "upsampled-pictures"), ("pixel-shuffle", "pixel-shuffle-pictures"),
            ("without-blocks", "without-blocks-pictures"),
        ])
    func paintsWhatPyTorchPaints(set: InstructionSet, fixture: (network: String, pictures: String)) throws {
        let weights = try StyleNetworkFixtures.network(of: fixture.network)
        let pictures = try StyleNetworkFixtures.pictures(fixture.pictures)
        for threads in 1...3 {
            let session = try StyleNetworkSession(
                weights: weights, photograph: Picture(pictures.photograph), threads: threads, instructionSet: set)
            for (mix, expected) in pictures.pastiches {
                let pastiche = try session.painted(weights.conditioning(rows: mix))
                expectSamePicture(pastiche.tensor, expected)
            }
        }
    }

    /// At real size: sums over a whole picture are where single precision would drift.
    @Test(arguments: instructionSets) func paintsAWholePhotographLikeTheReference(set: InstructionSet) throws {
        let weights = try StyleNetworkFixtures.shippedNetwork()
        let conditioning = try weights.conditioning(rows: [(row: 0, weight: 0.6), (row: 4, weight: 0.4)])
        let photograph = try Picture.read(path: #require(Photographs.first))
        let session = try StyleNetworkSession(weights: weights, photograph: photograph, instructionSet: set)
        let reference = ReferenceStyleNetwork(weights, method: .matrixProduct)
        expectSamePicture(
            try session.painted(conditioning).tensor, reference.paint(photograph.tensor, conditioning: conditioning))
    }

    @Test func paintsTheSameForAnyThreadsAgainAndAgain() throws {
        let network = try PreparedStyleNetwork(StyleNetworkFixtures.shippedNetwork())
        let weights = try StyleNetworkFixtures.shippedNetwork()
        let photograph = TestPictures.waves(width: 203, height: 151)
        let first = try weights.conditioning(rows: [(row: 0, weight: 1)])
        let second = try weights.conditioning(rows: [(row: 3, weight: 0.5), (row: 7, weight: 0.5)])
        let alone = try StyleNetworkSession(network: network, photograph: photograph, threads: 1).painted(first)
        for threads in 1...3 {
            let session = try StyleNetworkSession(network: network, photograph: photograph, threads: threads)
            #expect(session.threads == threads)
            #expect(try session.painted(first) == alone)
            #expect(try session.painted(second) != alone)
            #expect(try session.painted(first) == alone)
        }
    }

    @Test func keepsOpacityAndStorage() throws {
        let weights = try StyleNetworkFixtures.network(of: "pixel-shuffle")
        let photograph = TestPictures.waves(width: 21, height: 14)
        let session = try StyleNetworkSession(weights: weights, photograph: photograph)
        let opacity = (0..<21 * 14).map { Float($0 % 5) / 4 }
        var picture = Picture(
            width: 21, height: 14, samples: [Float](repeating: 2, count: 3 * 21 * 14), alpha: opacity)
        let before = picture.samples.withUnsafeBufferPointer(\.baseAddress)
        try session.paint(weights.conditioning(rows: [(row: 0, weight: 1)]), into: &picture)
        #expect(picture.samples.withUnsafeBufferPointer(\.baseAddress) == before)
        #expect(picture.alpha == opacity)
        #expect(picture.samples.allSatisfy { 0...1 ~= $0 })
    }

    @Test func sizesBeyondTheMachineAreRefused() throws {
        let network = try PreparedStyleNetwork(StyleNetworkFixtures.shippedNetwork())
        // 24 channels, in blocks of 16, at full size, 48 at half and 96 at a quarter of it: more than the frame's five
        // maps of 96.
        #expect(network.sessionMemory(width: 2048, height: 2048) == 4 * (32 + 12 + 6) * 2048 * 2048)
        #expect(network.sessionMemory(width: 1, height: 1) == network.sessionMemory(width: 4, height: 4))
        try network.checkMemory(floats: 1000, physical: 4000)
        #expect(throws: EngineError.outOfMemory(bytes: 4004)) {
            try network.checkMemory(floats: 1001, physical: 4000)
        }
    }

    @Test func progressGrowsAndCancels() throws {
        let weights = try StyleNetworkFixtures.shippedNetwork()
        let session = try StyleNetworkSession(
            weights: weights, photograph: TestPictures.waves(width: 64, height: 48), threads: 2)
        let conditioning = try weights.conditioning(rows: [(row: 1, weight: 1)])
        var picture = Picture(width: 1, height: 1)
        var shares: [Double] = []
        try session.paint(conditioning, into: &picture) {
            shares.append($0)
            return true
        }
        #expect(shares.count > 10)
        #expect(shares == shares.sorted())
        #expect(shares.first == 0 && shares.last == 1)
        let painted = picture
        for stop in shares.indices {
            var calls = 0
            #expect(throws: PaintingError.cancelled) {
                try session.paint(conditioning, into: &picture) { _ in
                    calls += 1
                    return calls <= stop
                }
            }
            #expect(calls == stop + 1)
        }
        try session.paint(conditioning, into: &picture)
        #expect(picture == painted)
    }

    @Test func everySmallSizeIsPaintedLikeTheReference() throws {
        let weights = try StyleNetworkFixtures.network(of: "upsampled")
        let network = try PreparedStyleNetwork(weights)
        let conditioning = try weights.conditioning(rows: [(row: 0, weight: 1)])
        for height in [1, 2, 3, 5, 11] {
            for width in [1, 2, 4, 7, 19] {
                let photograph = TestPictures.waves(width: width, height: height)
                let session = try StyleNetworkSession(network: network, photograph: photograph)
                let expected = ReferenceStyleNetwork(weights).paint(photograph.tensor, conditioning: conditioning)
                expectSamePicture(try session.painted(conditioning).tensor, expected, largest: 1e-3, mean: 1e-4)
            }
        }
    }
}

extension Picture {
    fileprivate init(_ tensor: Tensor) {
        self.init(width: tensor.shape[2], height: tensor.shape[1], samples: tensor.values)
    }

    fileprivate var tensor: Tensor { Tensor(shape: [3, height, width], values: samples) }
}

extension StyleNetworkSession {
    fileprivate func painted(_ conditioning: Conditioning) throws -> Picture {
        var picture = Picture(width: width, height: height)
        try paint(conditioning, into: &picture)
        return picture
    }
}
