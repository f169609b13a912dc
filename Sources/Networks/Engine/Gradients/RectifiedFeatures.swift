import Kernels

/// A bias and the ReLU behind it, which layers apply as they read what a convolution gave: relu(value + bias).
package final class RectifiedBias: ActivationSource {
    private let memory: KernelMemory
    private let padded: Int

    package init(_ bias: [Float]) throws(EngineError) {
        // Bias and values of the channels that fill up the last block are 0.
        padded = ChannelBlock.padded(bias.count)
        memory = try KernelMemory(count: 2 * padded)
        for index in 0..<padded { memory.values[index] = 1 }
        for (index, value) in bias.enumerated() { memory.values[padded + index] = value }
    }

    package var activation: ChannelActivation {
        ChannelActivation(scale: memory.values, shift: memory.values + padded)
    }
}

/// Features as a convolution without its bias gave them, and the bias and ReLU through which they are read.
package struct RectifiedFeatures {
    package let map: FeatureMap
    package let bias: RectifiedBias

    /// - Parameter map: held whole.
    package init(_ map: FeatureMap, bias: RectifiedBias) {
        precondition(map.isWhole)
        self.map = map
        self.bias = bias
    }

    /// The features, `[channel, row, column]`.
    package var tensor: Tensor {
        var tensor = Tensor(shape: [map.channels, map.height, map.width])
        let (pixels, activation) = (map.height * map.width, bias.activation)
        tensor.values.withUnsafeMutableBufferPointer { values in
            for channel in 0..<map.channels {
                let source =
                    map.values + channel / ChannelBlock.count * pixels * ChannelBlock.count
                    + channel % ChannelBlock.count
                let shift = activation.shift[channel]
                for pixel in 0..<pixels {
                    values[channel * pixels + pixel] = max(source[pixel * ChannelBlock.count] + shift, 0)
                }
            }
        }
        return tensor
    }
}
