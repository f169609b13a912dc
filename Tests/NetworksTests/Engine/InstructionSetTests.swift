import Files
import Networks
import Testing

@Suite struct InstructionSetTests {
    @Test func theBestIsSupported() {
        #expect(InstructionSet.best.isSupported)
        #expect(InstructionSet.portable.isSupported)
    }

    @Test func theEnvironmentChooses() throws {
        let name = InstructionSet.environmentVariable
        #expect(try InstructionSet.chosen(environment: [:]) == .best)
        #expect(try InstructionSet.chosen(environment: [name: ""]) == .best)
        #expect(try InstructionSet.chosen(environment: [name: "portable"]) == .portable)
        for set in InstructionSet.allCases where !set.isSupported {
            #expect(throws: EngineError.unsupportedInstructionSet(set)) {
                try InstructionSet.chosen(environment: [name: set.rawValue])
            }
        }
    }

    @Test func unknownNamesAreRefused() {
        #expect(throws: EngineError.unknownInstructionSet("sse9")) {
            try InstructionSet.chosen(environment: [InstructionSet.environmentVariable: "sse9"])
        }
    }

    @Test func errorsSayWhatToDo() {
        #expect(
            EngineError.unknownInstructionSet("sse9").description
                == "PASTICHE_KERNELS names the unknown kernels sse9; use avx512, avx2, portable, or unset it")
        #expect(EngineError.unknownInstructionSet("sse9").exitStatus == .configuration)
        #expect(
            EngineError.unsupportedInstructionSet(.avx512).description
                == "this processor cannot run the kernels avx512; unset PASTICHE_KERNELS or set it to "
                + InstructionSet.best.rawValue)
        #expect(
            EngineError.outOfMemory(bytes: 3 << 30).description
                == "cannot paint: 3072 MiB of memory are not to be had; choose a smaller size")
        #expect(EngineError.outOfMemory(bytes: 1).exitStatus == .systemError)
    }
}
