import Networks

/// The style network in its plainest form: slow, without state, in double precision inside every layer.
/// The fast engine is held against it.
package struct ReferenceStyleNetwork {
    package let weights: StyleNetworkWeights
    package let method: ConvolutionMethod

    package init(_ weights: StyleNetworkWeights, method: ConvolutionMethod = .sums) {
        self.weights = weights
        self.method = method
    }

    /// Paints a photograph.
    ///
    /// Sizes that are no multiples of 4 are mirrored at the right and bottom up to the next one and the result is
    /// cropped; the mirroring repeats as often as needed, so that even a single pixel can be painted.
    /// - Parameters:
    ///   - photograph: `[3, height, width]`, sRGB in 0...1.
    ///   - conditioning: a mix of this network's rows.
    /// - Returns: the pastiche, `[3, height, width]` in 0...1.
    package func paint(_ photograph: Tensor, conditioning: Conditioning) -> Tensor {
        decode(encode(photograph), conditioning: conditioning)
            .cropped(height: photograph.shape[1], width: photograph.shape[2])
    }

    /// The content features of a photograph, the same for all styles: `[channel, ceil(height / 4), ceil(width / 4)]`.
    package func encode(_ photograph: Tensor) -> Tensor {
        let (height, width) = (photograph.shape[1], photograph.shape[2])
        let padded = StyleNetworkArchitecture.paddedSize(width: width, height: height)
        let picture = photograph.reflectionPadded(
            top: 0, left: 0, bottom: padded.height - height, right: padded.width - width)
        return weights.encoder.reduce(picture) { features, stage in
            features.convolved(
                NormalisedConvolution(
                    stage.convolution, stride: stage.stride, gamma: stage.gamma[...], beta: stage.beta[...]),
                method: method
            ).rectified()
        }
    }

    /// The picture that content features become, four times their width and height.
    package func decode(_ content: Tensor, conditioning: Conditioning) -> Tensor {
        var norm = 0
        func conditioned(_ convolution: ConvolutionWeights) -> NormalisedConvolution {
            defer { norm += 1 }
            return NormalisedConvolution(
                convolution, gamma: conditioning.gamma(norm: norm), beta: conditioning.beta(norm: norm))
        }

        var features = content
        for block in weights.residual {
            features = features.residualBlock(conditioned(block.first), conditioned(block.second), method: method)
        }
        for convolution in weights.upsampling {
            features = features.upsampledNearest(factor: 2).convolved(conditioned(convolution), method: method)
                .rectified()
        }
        let output = features.convolved(weights.output, method: method)
        return switch weights.architecture.decoder {
        case .pixelShuffle: output.pixelShuffled(factor: StyleNetworkArchitecture.shuffleFactor).sigmoid()
        case .upsampled: output.sigmoid()
        }
    }
}
