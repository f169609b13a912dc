import Kernels

/// The Gram matrix of features: products of channels, in the mean over all pixels.
///
/// Pixels are summed in runs that do not depend on the number of threads, and so are the same to the last bit for any.
package final class GramProduct: Layer {
    /// So many runs that threads are done at about the same time, so few that their sums take little memory.
    private static let runs = 16
    /// What the kernel sums in registers.
    private static let granularity = 128

    package let units: Int
    private let features: RectifiedFeatures
    private let pixelsPerUnit: Int
    private let size: Int
    private let sums: KernelMemory

    package init(of features: RectifiedFeatures, on engine: Engine) throws(EngineError) {
        self.features = features
        let (map, step) = (features.map, Self.granularity)
        let pixels = map.height * map.width
        pixelsPerUnit = max(1, ((pixels + Self.runs - 1) / Self.runs + step - 1) / step) * step
        units = (pixels + pixelsPerUnit - 1) / pixelsPerUnit
        size = gram_size(map.blocks)
        sums = try KernelMemory(count: units * size)
        try engine.reserve(gram_scratch(map.blocks))
    }

    package var unitCost: Int { pixelsPerUnit * size }

    package var operations: Int? {
        let map = features.map
        return map.height * map.width * map.channels * (map.channels + 1)
    }

    package func run(on engine: Engine, units: Range<Int>) {
        let layer = GramLayer(
            input: features.map.view, activation: features.activation, sums: sums.values,
            pixels_per_unit: pixelsPerUnit, scratch: engine.scratch.values,
            scratch_per_thread: engine.scratchPerThread)
        engine.run(engine.kernels.gram_sums, layer, units: units)
    }

    /// The matrix of the last run, `[channels, channels]`. The runs of pixels are summed in double precision.
    package var matrix: Tensor {
        let (channels, count) = (features.map.channels, Double(features.map.height * features.map.width))
        let block = ChannelBlock.count
        var matrix = Tensor(shape: [channels, channels])
        matrix.values.withUnsafeMutableBufferPointer { values in
            var pair = 0
            for top in stride(from: 0, to: channels, by: block) {
                for left in stride(from: top, to: channels, by: block) {
                    for row in top..<min(top + block, channels) {
                        for column in left..<min(left + block, channels) {
                            let place = (pair * block + row - top) * block + column - left
                            var sum = 0.0
                            for unit in 0..<units { sum += Double(sums.values[unit * size + place]) }
                            let mean = Float(sum / count)
                            values[row * channels + column] = mean
                            values[column * channels + row] = mean
                        }
                    }
                    pair += 1
                }
            }
        }
        return matrix
    }
}
