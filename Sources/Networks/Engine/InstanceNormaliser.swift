import Kernels

/// The instance normalisation behind a fast layer: collects the moments that the layer's units leave, and turns them
/// with gamma and beta into the scale and shift that the next layer applies as it reads.
///
/// A bias of the layer before cancels here and is left out there.
package final class InstanceNormaliser: ActivationSource {
    /// Added to the variance.
    static let epsilon = 1e-5

    let moments: UnsafeMutablePointer<Float>
    private let memory: KernelMemory
    private let channels: Int
    private let blocks: Int
    private let units: Int
    private let unitSize: Int
    private let scale: UnsafeMutablePointer<Float>
    private let shift: UnsafeMutablePointer<Float>
    /// Of the channels' values, for the way back.
    let mean: UnsafeMutablePointer<Float>
    let inverseDeviation: UnsafeMutablePointer<Float>

    /// - Parameters:
    ///   - channels: the channels of the layer's output.
    ///   - units: the layer's units.
    init(channels: Int, units: Int) throws(EngineError) {
        self.channels = channels
        self.units = units
        blocks = ChannelBlock.blocks(channels)
        unitSize = moments_size(blocks)
        let padded = ChannelBlock.padded(channels)
        memory = try KernelMemory(count: units * unitSize + 4 * padded)
        // Scale and shift of the channels that fill up the last block stay 0, and so do their values.
        scale = memory.values
        shift = scale + padded
        mean = shift + padded
        inverseDeviation = mean + padded
        moments = inverseDeviation + padded
    }

    package var activation: ChannelActivation { ChannelActivation(scale: scale, shift: shift) }

    /// Computes scale and shift from the moments of the layer's last run.
    ///
    /// - Parameters:
    ///   - gamma: the factors of this norm, at `range`.
    ///   - beta: the summands, likewise.
    /// - Complexity: channels times units of the layer; allocates nothing.
    package func update(gamma: [Float], beta: [Float], range: Range<Int>) {
        precondition(range.count == channels)
        for channel in 0..<channels {
            let (mean, variance) = statistics(of: channel)
            let deviation = (variance + Self.epsilon).squareRoot()
            let factor = Double(gamma[range.lowerBound + channel]) / deviation
            self.mean[channel] = Float(mean)
            inverseDeviation[channel] = Float(1 / deviation)
            scale[channel] = Float(factor)
            shift[channel] = Float(Double(beta[range.lowerBound + channel]) - mean * factor)
        }
    }

    /// Mean and biased variance over all units, by the pairwise formula of Chan, Golub and LeVeque (1979).
    private func statistics(of channel: Int) -> (mean: Double, variance: Double) {
        let row = blocks * ChannelBlock.count
        var (count, mean, squares) = (0.0, 0.0, 0.0)
        for unit in 0..<units {
            let part = moments + unit * unitSize
            let partCount = Double(part[3 * row])
            let sum = Double(part[row + channel])
            let partMean = Double(part[channel]) + sum / partCount
            let distance = partMean - mean
            let total = count + partCount
            squares +=
                max(0, Double(part[2 * row + channel]) - sum * sum / partCount)
                + distance * distance * count * partCount / total
            mean += distance * partCount / total
            count = total
        }
        return (mean, squares / count)
    }
}
