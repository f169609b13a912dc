import Foundation
import Networks

/// What the processor offers to the kernels.
struct ProcessorReport: Encodable {
    let cores: Int
    /// The instruction sets that the kernels are written for and this processor has, fastest first.
    let instructionSets: [String]
    /// The one that paints.
    let kernels: String
    /// Whether the environment chose it.
    let isForced: Bool

    /// - Throws: `EngineError` if the environment asks for kernels that are not to be had.
    init(environment: [String: String]) throws {
        cores = ProcessInfo.processInfo.activeProcessorCount
        instructionSets = InstructionSet.allCases.filter(\.isSupported).map(\.rawValue)
        kernels = try InstructionSet.chosen(environment: environment).rawValue
        isForced = !(environment[InstructionSet.environmentVariable] ?? "").isEmpty
    }
}
