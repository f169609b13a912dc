import Networks

extension StyleNetworkWeights {
    /// What tells this network from others: a hash of everything but the rows of gamma and beta. A row belongs to the
    /// network that it was learnt with.
    ///
    /// FNV-1a in 64 bits over the bits of all numbers (Fowler, Noll and Vo), for telling apart, not against malice.
    /// - Complexity: all weights once; a millisecond or two for the network that ships.
    package var fingerprint: String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        func add(_ values: [Float]) {
            for value in values { hash = (hash ^ UInt64(value.bitPattern)) &* 0x100_0000_01B3 }
        }
        func add(_ convolution: ConvolutionWeights) {
            add(convolution.weight.shape.map { Float($0) })
            add(convolution.weight.values)
            add(convolution.bias)
        }
        for stage in encoder {
            add(stage.convolution)
            add(stage.gamma)
            add(stage.beta)
        }
        for block in residual {
            add(block.first)
            add(block.second)
        }
        upsampling.forEach(add)
        add(output)
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
