import Files
import Networks
import Testing

@Suite struct PrecisionTests {
    @Test func singleIsSupportedWhereverTheKernelsAre() {
        for set in InstructionSet.allCases {
            #expect(Precision.single.isSupported(by: set) == set.isSupported)
            #expect(!Precision.brainFloat.isSupported(by: set) || set.isSupported)
        }
        #expect(!Precision.brainFloat.isSupported(by: .portable))
    }

    @Test func theFastestIsLiveUnlessTheEnvironmentChooses() throws {
        let name = Precision.environmentVariable
        for set in InstructionSet.allCases where set.isSupported {
            let fastest = Precision.brainFloat.isSupported(by: set) ? Precision.brainFloat : .single
            #expect(try Precision.live(on: set, environment: [:]) == fastest)
            #expect(try Precision.live(on: set, environment: [name: ""]) == fastest)
            for precision in Precision.allCases {
                let environment = [name: precision.rawValue]
                if precision.isSupported(by: set) {
                    #expect(try Precision.live(on: set, environment: environment) == precision)
                } else {
                    #expect(throws: EngineError.unsupportedPrecision(precision, set)) {
                        try Precision.live(on: set, environment: environment)
                    }
                }
            }
        }
    }

    @Test func layersOfAPrecisionThatIsNotThereAreRefused() throws {
        var generator = SeededGenerator(seed: 25)
        let weights = EngineFixtures.weights(16, 16, kernel: 3, using: &generator)
        let map = try FeatureMap(channels: 16, height: 4, width: 4)
        let engine = try Engine(instructionSet: .portable, threads: 1)
        #expect(throws: EngineError.unsupportedPrecision(.brainFloat, .portable)) {
            try WinogradConvolution(
                map, weights: .winograd(weights, for: .portable, precision: .brainFloat), to: map, on: engine)
        }
    }

    @Test func unknownNamesAreRefused() {
        #expect(throws: EngineError.unknownPrecision("half")) {
            try Precision.live(on: .portable, environment: [Precision.environmentVariable: "half"])
        }
    }

    @Test func errorsSayWhatToDo() {
        #expect(
            EngineError.unknownPrecision("half").description
                == "PASTICHE_PRECISION names the unknown precision half; use fp32, bf16, or unset it")
        #expect(
            EngineError.unsupportedPrecision(.brainFloat, .avx2).description
                == "the kernels avx2 cannot compute in bf16 on this processor; use fp32, or unset PASTICHE_PRECISION")
        #expect(EngineError.unknownPrecision("half").exitStatus == .configuration)
        #expect(EngineError.unsupportedPrecision(.brainFloat, .avx2).exitStatus == .configuration)
    }

    @Test func weightsAreRoundedToTheNearest() {
        let values: [(Float, UInt16)] = [
            (0, 0x0000), (1, 0x3F80), (-2, 0xC000), (0.1, 0x3DCD), (-0.3, 0xBE9A),
            // Half way: to the even one, down and up.
            (1 + 0x1p-8, 0x3F80), (1 + 3 * 0x1p-8, 0x3F82), (1 + 0x1p-8 + 0x1p-23, 0x3F81),
        ]
        for (value, pattern) in values { #expect(value.brainFloatPattern == pattern, "\(value)") }
        var generator = SeededGenerator(seed: 26)
        for _ in 0..<1000 {
            let value = Float.random(in: -4...4, using: &generator)
            #expect(Float(bitPattern: UInt32(value.brainFloatPattern) << 16) == value.roundedToBrainFloat)
        }
    }
}
