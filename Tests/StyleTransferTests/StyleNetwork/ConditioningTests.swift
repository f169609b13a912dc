import Networks
import StyleTransfer
import Testing

@Suite struct ConditioningTests {
    private let architecture = StyleNetworkArchitecture(
        encoderWidths: [2, 3, 2], residualBlocks: 1, decoder: .pixelShuffle(width: 3), outputKernel: 3, rows: 4)
    private let weights: StyleNetworkWeights

    /// Gamma of row r, parameter p (of seven) is `10 r + p`, beta its negative.
    init() throws {
        var tensors = StyleNetworkFixtures.tensors(of: architecture)
        for norm in architecture.conditionedNorms {
            let gamma = (0..<4).flatMap { row in norm.range.map { Float(10 * row + $0) } }
            tensors[norm.name + ".gamma"] = Tensor(shape: [4, norm.range.count], values: gamma)
            tensors[norm.name + ".beta"] = Tensor(shape: [4, norm.range.count], values: gamma.map { -$0 })
        }
        weights = try StyleNetworkWeights(tensors: tensors, file: "a")
    }

    @Test func oneRow() throws {
        let conditioning = try weights.conditioning(rows: [(row: 2, weight: 1)])
        #expect(conditioning.gamma == [20, 21, 22, 23, 24, 25, 26])
        #expect(conditioning.beta == [-20, -21, -22, -23, -24, -25, -26])
        #expect(conditioning.ranges == [0..<2, 2..<4, 4..<7])
        #expect(conditioning.gamma(norm: 1) == [22, 23])
        #expect(conditioning.beta(norm: 2) == [-24, -25, -26])
    }

    @Test func rowsMixLinearly() throws {
        let conditioning = try weights.conditioning(
            rows: [(row: 0, weight: 0.5), (row: 1, weight: 0.25), (row: 3, weight: 0.25)])
        #expect(conditioning.gamma == [10, 11, 12, 13, 14, 15, 16])
    }

    @Test func weightsAreUsedAsTheyAre() throws {
        let beyond = try weights.conditioning(rows: [(row: 1, weight: 1.5), (row: 3, weight: -0.5)])
        #expect(beyond.gamma == [0, 1, 2, 3, 4, 5, 6])
        #expect(try weights.conditioning(rows: [(row: 1, weight: 2)]).gamma.first == 20)
        #expect(try weights.conditioning(rows: []).gamma == [Float](repeating: 0, count: 7))
    }

    @Test func mixingIntoAConditioningReplacesItInItsPlace() throws {
        var conditioning = Conditioning(for: architecture)
        #expect(conditioning.gamma == [Float](repeating: 1, count: 7))
        #expect(conditioning.beta == [Float](repeating: 0, count: 7))
        let place = conditioning.gamma.withUnsafeBufferPointer { UInt(bitPattern: $0.baseAddress) }
        for row in 0..<4 {
            try weights.mix(rows: [(row: row, weight: 1)], into: &conditioning)
            #expect(try conditioning == weights.conditioning(rows: [(row: row, weight: 1)]))
            #expect(conditioning.gamma.withUnsafeBufferPointer { UInt(bitPattern: $0.baseAddress) } == place)
        }
    }

    @Test func aConditioningOfAnotherNetworkIsReplaced() throws {
        var conditioning = Conditioning(
            for: StyleNetworkArchitecture(
                encoderWidths: [1, 1, 1], residualBlocks: 0, decoder: .pixelShuffle(width: 1), outputKernel: 1, rows: 1)
        )
        try weights.mix(rows: [(row: 3, weight: 1)], into: &conditioning)
        #expect(try conditioning == weights.conditioning(rows: [(row: 3, weight: 1)]))
    }

    @Test func aRowThatDoesNotExistLeavesTheConditioningAlone() throws {
        var conditioning = try weights.conditioning(rows: [(row: 1, weight: 1)])
        let before = conditioning
        #expect(throws: StyleNetworkError.self) {
            try weights.mix(rows: [(row: 0, weight: 1), (row: 4, weight: 1)], into: &conditioning)
        }
        #expect(conditioning == before)
    }
}
