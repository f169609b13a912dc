import Networks

/// How the feature maps of one picture lie in memory. Sizes are in floats.
///
/// Of the maps at the picture's full size, the encoder's first and the last of a decoder that upsamples twice, large
/// pictures hold only some rows at a time. Their layers then run twice: once for the statistics of the whole map, once
/// together with the layer that reads it. The pictures are the same to the last bit; it takes about a quarter longer,
/// and small pictures, the live ones first of all, keep their maps whole.
struct StyleNetworkLayout {
    /// Which maps of full size are held whole.
    enum FullSizeMaps {
        /// Those of pictures with at most `wholeMapPixels` pixels.
        case bySize
        case whole
        case inParts(rowsAtOnce: Int)
    }

    /// The most pixels of a picture whose full-size maps are held whole.
    static let wholeMapPixels = 1 << 22

    /// The picture's size, padded.
    let height: Int
    let width: Int
    /// How many rows of a full-size map are computed at a time; nil if all maps are whole.
    let rowsAtOnce: Int?
    private let architecture: StyleNetworkArchitecture

    init(
        _ architecture: StyleNetworkArchitecture, width: Int, height: Int, threads: Int,
        fullSizeMaps: FullSizeMaps = .bySize
    ) {
        self.architecture = architecture
        (self.width, self.height) = StyleNetworkArchitecture.paddedSize(width: width, height: height)
        switch fullSizeMaps {
        case .whole: rowsAtOnce = nil
        case .inParts(let rows): rowsAtOnce = rows
        // 16 rows are one unit of the encoder's second layer.
        case .bySize: rowsAtOnce = width * height > Self.wholeMapPixels ? 16 * max(4, threads) : nil
        }
    }

    /// The content features; every map of the residual blocks has the same size.
    var features: Int { size(architecture.featureWidth, dividedBy: StyleNetworkArchitecture.reduction) }

    /// The encoder's maps before the content features.
    var encoder: Int {
        let widths = architecture.encoderWidths
        return FeatureMap.size(channels: widths[0], height: firstRowsHeld, width: width)
            + size(widths[1], dividedBy: 2)
    }

    /// What the residual blocks, and after them the decoder, need beside the sum that they work on.
    var frame: Int {
        let upsampling = architecture.upsampling
        var decoder = 0
        for (index, layer) in upsampling.enumerated() {
            let divisor = 2 >> index
            decoder += FeatureMap.size(
                channels: layer.outputs, height: upsampledRowsHeld(divisor: divisor), width: width / divisor)
        }
        return max(2 * features, decoder)
    }

    /// All maps of a picture that is painted once.
    var once: Int { features + max(encoder, frame) }

    /// What a frame needs that is painted again and again, beside the content features and the first residual
    /// convolution, which it keeps.
    var liveFrame: Int { features + frame }

    /// All maps of a session.
    var session: Int { features + max(encoder, features + liveFrame) }

    /// The rows that the encoder's first map holds.
    var firstRowsHeld: Int { rowsHeld(before: architecture.encoder[1]) }

    /// The rows that one of the decoder's maps holds.
    ///
    /// - Parameter divisor: how much smaller than the picture the map is.
    func upsampledRowsHeld(divisor: Int) -> Int {
        divisor == 1 ? rowsHeld(before: architecture.output) : height / divisor
    }

    private func rowsHeld(before reader: StyleNetworkArchitecture.Convolution) -> Int {
        guard let rowsAtOnce else { return height }
        return min(height, InterleavedLayers.rowsHeld(rowsAtOnce: rowsAtOnce, kernel: reader.kernel))
    }

    private func size(_ channels: Int, dividedBy divisor: Int) -> Int {
        FeatureMap.size(channels: channels, height: height / divisor, width: width / divisor)
    }
}
