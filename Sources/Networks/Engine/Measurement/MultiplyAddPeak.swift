import Kernels

extension InstructionSet {
    /// Multiplies and adds in registers, as fast as one core can.
    ///
    /// - Parameter rounds: about a dozen operations of a whole register each.
    /// - Returns: the number of operations, a multiplication and an addition counted as two.
    package func multiplyAndAdd(rounds: Int) throws(EngineError) -> Int {
        let peak = try kernels().measurement.multiply_add_peak
        let sink = try KernelMemory(count: ChannelBlock.count)
        // Factors below 1, so that the sums neither overflow nor vanish.
        for lane in 0..<ChannelBlock.count { sink.values[lane] = 0.5 + Float(lane) / 64 }
        return peak?(rounds, sink.values) ?? 0
    }
}
