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
    /// The precisions that the kernels have.
    let precisions: [String]
    /// The one of live frames.
    let livePrecision: String
    /// Whether the environment chose it.
    let isLivePrecisionForced: Bool

    /// - Throws: `EngineError` if the environment asks for kernels or a precision that are not to be had.
    init(environment: [String: String]) throws {
        cores = ProcessInfo.processInfo.activeProcessorCount
        instructionSets = InstructionSet.allCases.filter(\.isSupported).map(\.rawValue)
        let chosen = try InstructionSet.chosen(environment: environment)
        kernels = chosen.rawValue
        isForced = !(environment[InstructionSet.environmentVariable] ?? "").isEmpty
        precisions = Precision.allCases.filter { $0.isSupported(by: chosen) }.map(\.rawValue)
        livePrecision = try Precision.live(on: chosen, environment: environment).rawValue
        isLivePrecisionForced = !(environment[Precision.environmentVariable] ?? "").isEmpty
    }
}
