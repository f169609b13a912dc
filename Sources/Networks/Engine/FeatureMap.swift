import Kernels

/// A feature map in the kernels' layout: channels in blocks of 16, `[block][row][column][16]`.
package final class FeatureMap {
    package let channels: Int
    package let height: Int
    package let width: Int
    /// The rows that are in memory at a time, an even number or all. Row `r` takes the place of row `r - rowsHeld`.
    package let rowsHeld: Int
    private let memory: KernelMemory
    private let offset: Int

    /// The floats that a feature map takes.
    package static func size(channels: Int, height: Int, width: Int) -> Int {
        ChannelBlock.padded(channels) * height * width
    }

    /// - Parameters:
    ///   - rowsHeld: nil for all.
    ///   - part: where the feature map may lie in memory that others use at other times: memory and the offset of the
    ///     first value, a multiple of 16; nil for memory of its own.
    package init(
        channels: Int, height: Int, width: Int, rowsHeld: Int? = nil,
        part: (memory: KernelMemory, offset: Int)? = nil
    ) throws(EngineError) {
        let rowsHeld = min(rowsHeld ?? height, height)
        precondition(rowsHeld == height || rowsHeld % 2 == 0)
        let size = Self.size(channels: channels, height: rowsHeld, width: width)
        self.rowsHeld = rowsHeld
        self.channels = channels
        self.height = height
        self.width = width
        if let part {
            precondition(part.offset % ChannelBlock.count == 0 && part.offset + size <= part.memory.count)
            (memory, offset) = part
        } else {
            (memory, offset) = (try KernelMemory(count: size), 0)
        }
    }

    /// The floats that this one takes.
    package var size: Int { Self.size(channels: channels, height: rowsHeld, width: width) }
    package var isWhole: Bool { rowsHeld == height }
    var blocks: Int { ChannelBlock.blocks(channels) }
    var values: UnsafeMutablePointer<Float> { memory.values + offset }
    var view: FeatureMapView {
        FeatureMapView(values: values, blocks: blocks, height: height, width: width, rows_held: rowsHeld)
    }

    /// The values of a map that is held whole, as `[channel, row, column]`; setting them leaves the channels that fill up the last block zero.
    package var tensor: Tensor {
        get {
            var tensor = Tensor(shape: [channels, height, width])
            for index in tensor.values.indices { tensor.values[index] = values[position(index)] }
            return tensor
        }
        set {
            precondition(newValue.shape == [channels, height, width])
            for (index, value) in newValue.values.enumerated() { values[position(index)] = value }
        }
    }

    /// The values of the channels that fill up the last block.
    package var fill: [Float] {
        (channels * height * width..<blocks * ChannelBlock.count * height * width).map { values[position($0)] }
    }

    /// Where a value of the tensor lies.
    private func position(_ index: Int) -> Int {
        let (channel, pixel) = index.quotientAndRemainder(dividingBy: height * width)
        return (channel / ChannelBlock.count * height * width + pixel) * ChannelBlock.count + channel
            % ChannelBlock.count
    }
}
