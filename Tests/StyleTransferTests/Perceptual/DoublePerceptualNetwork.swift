import Networks
import StyleTransfer

/// The perceptual network's forward once more, in double precision throughout, so that differences of losses make
/// gradients.
struct DoublePerceptualNetwork {
    struct Map {
        let channels: Int
        let height: Int
        let width: Int
        var values: [Double]

        subscript(channel: Int, row: Int, column: Int) -> Double {
            values[(channel * height + row) * width + column]
        }

        func gram(_ first: Int, _ second: Int) -> Double {
            let pixels = height * width
            return (0..<pixels).reduce(0) { $0 + values[first * pixels + $1] * values[second * pixels + $1] }
                / Double(pixels)
        }
    }

    let weights: PerceptualWeights

    func features(of samples: [Double], width: Int, height: Int) -> [PerceptualLayer: Map] {
        var map = Map(channels: 3, height: height, width: width, values: samples)
        var results: [PerceptualLayer: Map] = [:]
        for convolution in weights.convolutions {
            if convolution.layer.stage > 1 && convolution.layer.convolution == 1 { map = Self.pooled(map) }
            map = Self.convolved(map, convolution.weights)
            results[convolution.layer] = map
        }
        return results
    }

    private static func make(
        _ channels: Int, _ height: Int, _ width: Int, _ value: (Int, Int, Int) -> Double
    ) -> Map {
        var values: [Double] = []
        for channel in 0..<channels {
            for row in 0..<height {
                for column in 0..<width { values.append(value(channel, row, column)) }
            }
        }
        return Map(channels: channels, height: height, width: width, values: values)
    }

    private static func pooled(_ map: Map) -> Map {
        make(map.channels, map.height / 2, map.width / 2) { channel, row, column in
            (0..<4).map { map[channel, 2 * row + $0 / 2, 2 * column + $0 % 2] }.reduce(-.infinity, max)
        }
    }

    private static func convolved(_ map: Map, _ weights: ConvolutionWeights) -> Map {
        make(weights.outputs, map.height, map.width) { output, row, column in
            var sum = Double(weights.bias[output])
            for input in 0..<weights.inputs {
                for tap in 0..<9 {
                    let weight = Double(weights.weight.values[(output * weights.inputs + input) * 9 + tap])
                    let source = reflectedIndex(row + tap / 3 - 1, count: map.height)
                    sum += weight * map[input, source, reflectedIndex(column + tap % 3 - 1, count: map.width)]
                }
            }
            return max(sum, 0)
        }
    }
}
