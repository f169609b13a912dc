import Files

/// Why the engine cannot start.
public enum EngineError: UserFacingError, Equatable {
    /// The environment names an instruction set that the engine does not know.
    case unknownInstructionSet(String)
    /// This machine cannot run the instruction set.
    case unsupportedInstructionSet(InstructionSet)
    /// The environment names a precision that the engine does not know.
    case unknownPrecision(String)
    /// This machine or the instruction set cannot compute in that precision.
    case unsupportedPrecision(Precision, InstructionSet)
    case outOfMemory(bytes: Int)
    /// The system refused to start threads.
    case noThreads(Int)

    public var description: String {
        switch self {
        case .unknownInstructionSet(let name):
            """
            \(InstructionSet.environmentVariable) names the unknown kernels \(printable(name)); \
            use \(InstructionSet.allCases.map(\.rawValue).joined(separator: ", ")), or unset it
            """
        case .unsupportedInstructionSet(let set):
            """
            this processor cannot run the kernels \(set.rawValue); \
            unset \(InstructionSet.environmentVariable) or set it to \(InstructionSet.best.rawValue)
            """
        case .unknownPrecision(let name):
            """
            \(Precision.environmentVariable) names the unknown precision \(printable(name)); \
            use \(Precision.allCases.map(\.rawValue).joined(separator: ", ")), or unset it
            """
        case .unsupportedPrecision(let precision, let set):
            """
            the kernels \(set.rawValue) cannot compute in \(precision.rawValue) on this processor; \
            use \(Precision.single.rawValue), or unset \(Precision.environmentVariable)
            """
        case .outOfMemory(let bytes):
            "cannot paint: \(max(1, bytes >> 20)) MiB of memory are not to be had; choose a smaller size"
        case .noThreads(let count):
            "cannot paint: the system refused to start \(count) threads; ask for fewer"
        }
    }

    public var exitStatus: ExitStatus {
        switch self {
        case .unknownInstructionSet, .unsupportedInstructionSet, .unknownPrecision, .unsupportedPrecision:
            .configuration
        case .outOfMemory, .noThreads: .systemError
        }
    }
}
