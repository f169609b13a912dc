import Foundation
import Kernels

/// The processor's instructions that the engine's inner loops are compiled for.
public enum InstructionSet: String, Sendable, CaseIterable {
    case avx512
    case avx2
    /// What every processor has.
    case portable

    /// The environment variable that forces an instruction set, by its raw value.
    public static let environmentVariable = "PASTICHE_KERNELS"

    /// The fastest one that this machine supports.
    public static var best: InstructionSet {
        allCases.first(where: \.isSupported) ?? .portable
    }

    /// The one that `environmentVariable` names, or the best one where it is unset or empty.
    ///
    /// - Throws: `EngineError` if there is no such instruction set or this machine does not support it.
    public static func chosen(
        environment: [String: String] = ProcessInfo.processInfo.environment
    ) throws(EngineError) -> InstructionSet {
        guard let name = environment[environmentVariable], !name.isEmpty else { return best }
        guard let set = InstructionSet(rawValue: name) else { throw .unknownInstructionSet(name) }
        guard set.isSupported else { throw .unsupportedInstructionSet(set) }
        return set
    }

    /// Whether this processor has the instructions and the system lets programs use them.
    public var isSupported: Bool {
        kernel_set(kernelInstructionSet) != nil
    }

    /// The table of kernels, which lives as long as the program.
    func kernels() throws(EngineError) -> KernelSet {
        guard let kernels = kernel_set(kernelInstructionSet) else { throw .unsupportedInstructionSet(self) }
        return kernels.pointee
    }

    var kernelInstructionSet: KernelInstructionSet {
        switch self {
        case .avx512: KernelInstructionSetAVX512
        case .avx2: KernelInstructionSetAVX2
        case .portable: KernelInstructionSetPortable
        }
    }
}
