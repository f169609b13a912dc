import Kernels

/// Channels lie in blocks.
package enum ChannelBlock {
    /// Channels of a block.
    package static let count = KernelBlock

    /// The blocks that hold a number of channels.
    package static func blocks(_ channels: Int) -> Int {
        (channels + count - 1) / count
    }

    /// Channels with those that fill up the last block.
    package static func padded(_ channels: Int) -> Int {
        blocks(channels) * count
    }
}
