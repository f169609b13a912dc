import Foundation
import Kernels

/// In which numbers the products of a convolution are computed. Sums, feature maps, statistics and the encoder are in
/// single precision in any case.
public enum Precision: String, Sendable, CaseIterable {
    /// 32-bit floats.
    case single = "fp32"
    /// A float's upper half, with 8 bits of precision, on processors that multiply these twice as fast.
    case brainFloat = "bf16"

    /// The environment variable that forces the precision of live frames, by its raw value.
    public static let environmentVariable = "PASTICHE_PRECISION"

    /// The precision of live frames: the one that `environmentVariable` names, or the fastest one where it is unset
    /// or empty.
    ///
    /// - Throws: `EngineError` if there is no such precision or the instruction set does not have it.
    public static func live(
        on set: InstructionSet, environment: [String: String] = ProcessInfo.processInfo.environment
    ) throws(EngineError) -> Precision {
        guard let name = environment[environmentVariable], !name.isEmpty else {
            return brainFloat.isSupported(by: set) ? .brainFloat : .single
        }
        guard let precision = Precision(rawValue: name) else { throw .unknownPrecision(name) }
        try precision.check(on: set)
        return precision
    }

    /// Whether this processor has the instructions for it and kernels of that instruction set use them.
    public func isSupported(by set: InstructionSet) -> Bool {
        switch self {
        case .single: set.isSupported
        case .brainFloat: brain_float_kernels(set.kernelInstructionSet) != nil
        }
    }

    /// - Throws: `EngineError.unsupportedPrecision`.
    public func check(on set: InstructionSet) throws(EngineError) {
        guard isSupported(by: set) else { throw .unsupportedPrecision(self, set) }
    }

    /// Neighbouring inputs whose weights for one output lie side by side.
    var inputsOfProduct: Int {
        switch self {
        case .single: 1
        case .brainFloat: 2
        }
    }
}

extension InstructionSet {
    /// The kernels of products, which live as long as the program.
    func productKernels(_ precision: Precision) throws(EngineError) -> ProductKernels {
        switch precision {
        case .single: return try kernels().products
        case .brainFloat:
            guard let kernels = brain_float_kernels(kernelInstructionSet) else {
                throw .unsupportedPrecision(precision, self)
            }
            return kernels.pointee
        }
    }
}
