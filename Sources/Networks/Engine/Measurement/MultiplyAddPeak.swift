import Kernels

extension InstructionSet {
    /// Multiplies and adds in registers, as fast as one core can.
    ///
    /// - Parameters:
    ///   - rounds: about a dozen operations of a whole register each.
    ///   - precision: of what is multiplied.
    /// - Returns: the number of operations, a multiplication and an addition counted as two.
    package func multiplyAndAdd(rounds: Int, precision: Precision = .single) throws(EngineError) -> Int {
        let peak = try productKernels(precision).measurement.multiply_add_peak
        let sink = try KernelMemory(count: ChannelBlock.count)
        // Factors below 1, so that the sums neither overflow nor vanish.
        for lane in 0..<ChannelBlock.count { sink.values[lane] = 0.5 + Float(lane) / 64 }
        return peak?(rounds, sink.values) ?? 0
    }
}
