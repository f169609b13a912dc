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

/// Lets every value pass, and every gradient: 1 wherever a ReLU would look.
package final class OpenActivation: ActivationSource {
    private let memory: KernelMemory
    private let padded: Int

    package init(channels: Int) throws(EngineError) {
        padded = ChannelBlock.padded(channels)
        memory = try KernelMemory(count: 2 * padded)
        for index in padded..<2 * padded { memory.values[index] = 1 }
    }

    package var activation: ChannelActivation {
        ChannelActivation(scale: memory.values, shift: memory.values + padded)
    }
}

/// Features as a convolution without its bias gave them, and the scale, shift and ReLU through which they are read.
package struct RectifiedFeatures {
    package let map: FeatureMap
    package let source: any ActivationSource

    var activation: ChannelActivation { source.activation }

    /// - Parameter map: held whole.
    package init(_ map: FeatureMap, through source: any ActivationSource) {
        precondition(map.isWhole)
        self.map = map
        self.source = source
    }

    /// The features, `[channel, row, column]`.
    package var tensor: Tensor {
        var tensor = Tensor(shape: [map.channels, map.height, map.width])
        let (pixels, activation) = (map.height * map.width, activation)
        tensor.values.withUnsafeMutableBufferPointer { values in
            for channel in 0..<map.channels {
                let first = channel / ChannelBlock.count * pixels * ChannelBlock.count + channel % ChannelBlock.count
                let source = map.values + first
                let (scale, shift) = (activation.scale[channel], activation.shift[channel])
                for pixel in 0..<pixels {
                    values[channel * pixels + pixel] = max(source[pixel * ChannelBlock.count] * scale + shift, 0)
                }
            }
        }
        return tensor
    }
}
