import Imaging
import Networks
import StyleTransfer
import Testing

/// Pictures that are painted once, in parts or whole, against a session's: not a bit may differ.
@Suite struct RepaintingTests {
    static let instructionSets = InstructionSet.allCases.filter(\.isSupported)
    private static let sizes = [(1, 1), (5, 3), (90, 61), (37, 203), (151, 330)]

    @Test(arguments: instructionSets, ["shipped", "upsampled", "pixel-shuffle", "without-blocks"])
    func paintsWhatASessionPaints(set: InstructionSet, network: String) throws {
        let weights = try StyleNetworkFixtures.network(of: network)
        let prepared = try PreparedStyleNetwork(weights, instructionSet: set)
        let conditioning = try weights.conditioning(rows: [(row: 0, weight: 1)])
        for (width, height) in Self.sizes {
            let photograph = TestPictures.waves(width: width, height: height)
            for precision in Precision.allCases where precision.isSupported(by: set) {
                var expected = photograph
                try StyleNetworkSession(network: prepared, photograph: photograph, threads: 1, precision: precision)
                    .paint(conditioning, into: &expected)
                for (rowsAtOnce, threads) in [(nil, 2), (1, 1), (1, 3), (64, 2)] {
                    var picture = photograph
                    try prepared.repaint(
                        &picture, as: conditioning, threads: threads, precision: precision, rowsAtOnce: rowsAtOnce)
                    #expect(picture == expected, "\(width) \(height) \(rowsAtOnce ?? 0) \(precision)")
                }
            }
        }
    }

    @Test func progressGrowsAndCancelsFromTheFirstLayerOn() throws {
        let weights = try StyleNetworkFixtures.shippedNetwork()
        let network = try PreparedStyleNetwork(weights)
        let conditioning = try weights.conditioning(rows: [(row: 1, weight: 1)])
        let photograph = TestPictures.waves(width: 64, height: 200)
        for rowsAtOnce in [nil, 1] {
            var shares: [Double] = []
            var picture = photograph
            try network.repaint(&picture, as: conditioning, threads: 2, rowsAtOnce: rowsAtOnce) {
                shares.append($0)
                return true
            }
            #expect(shares == shares.sorted())
            #expect(shares.first == 0 && shares.last == 1)
            // The encoder alone is nearly half of the work.
            #expect(shares.count { 0 < $0 && $0 < 0.5 } >= 2)
            for stop in shares.indices {
                var calls = 0
                #expect(throws: PaintingError.cancelled) {
                    try network.repaint(&picture, as: conditioning, threads: 2, rowsAtOnce: rowsAtOnce) { _ in
                        calls += 1
                        return calls <= stop
                    }
                }
                #expect(calls == stop + 1)
            }
        }
    }

    @Test func paintsInPlace() throws {
        let weights = try StyleNetworkFixtures.network(of: "pixel-shuffle")
        var picture = TestPictures.waves(width: 21, height: 14)
        picture.alpha = (0..<21 * 14).map { Float($0 % 5) / 4 }
        let (opacity, kept) = (picture.alpha, picture.samples.map { $0 })
        let before = picture.samples.withUnsafeBufferPointer(\.baseAddress)
        try PreparedStyleNetwork(weights).repaint(&picture, as: weights.conditioning(rows: [(row: 0, weight: 1)]))
        #expect(picture.samples.withUnsafeBufferPointer(\.baseAddress) == before)
        #expect(picture.alpha == opacity)
        #expect(picture.samples != kept)
    }

    @Test func largePicturesTakeLittleMemory() throws {
        let network = try PreparedStyleNetwork(StyleNetworkFixtures.shippedNetwork())
        let pixels = 4000 * 3000
        let memory = network.repaintingMemory(width: 4000, height: 3000, threads: 2)
        // The content features and the largest map beside them, and some rows of the encoder's first.
        #expect(memory >= 72 * pixels && memory < 78 * pixels)
        #expect(network.sessionMemory(width: 4000, height: 3000, threads: 2) == 120 * pixels)
        // Up to 4 megapixels all maps are whole.
        #expect(network.repaintingMemory(width: 2048, height: 2048, threads: 2) == 200 << 22)
    }
}
