// What gradients need beside the layers themselves: pooling, Gram matrices, and the way back through a convolution's
// border and a ReLU. Memory is as layers.h has it.
//
// The gradient with respect to the input of a 3x3 convolution is a convolution too, of the output's gradient with the
// weights transposed and turned around. It is computed by the same kernel: the output's gradient lies in a map with a
// margin of one zero on every side, whose border repeats that margin; what comes out, as large as that map, is the
// gradient with respect to the input and its mirrored border. Folding adds the border to the pixels that it shows.
#pragma once

#include <stdbool.h>

#include "layers.h"

/// 2x2 maximum pooling of what an activation makes of a map.
///
/// A unit is a row of a block of the output: unit = block * rows + row.
typedef struct PoolingLayer {
    FeatureMapView input;
    ChannelActivation activation;
    /// Half as high and wide, rounded down.
    FeatureMapView output;
} PoolingLayer;

/// The sums over pixels of the products of each two channels, of what an activation makes of a map.
///
/// A unit is a run of pixels.
typedef struct GramLayer {
    FeatureMapView input;
    ChannelActivation activation;
    /// For each unit `gram_size` floats: for each pair of blocks, the second at least the first, the products of the first
    /// one's channels with the second one's, [16][16]. Pairs are in the order of the first one, then of the second.
    float *sums;
    ptrdiff_t pixels_per_unit;
    float *scratch;
    /// Floats of scratch memory for each thread: at least `gram_scratch`.
    ptrdiff_t scratch_per_thread;
} GramLayer;

ptrdiff_t gram_size(ptrdiff_t blocks);
ptrdiff_t gram_scratch(ptrdiff_t blocks);

/// A matrix times the channels of each pixel, of what an activation makes of a map.
///
/// A unit is a row.
typedef struct GramGradientLayer {
    FeatureMapView input;
    ChannelActivation activation;
    /// [panel of output channels][input channel][output channel of the panel].
    const void *weights;
    /// Two rows and columns larger than `input`: the margin is left as it is.
    FeatureMapView output;
    /// Whether the products are added to what is there.
    bool adds;
    float *scratch;
    /// Floats of scratch memory for each thread: at least `gram_gradient_scratch`.
    ptrdiff_t scratch_per_thread;
} GramGradientLayer;

ptrdiff_t gram_gradient_scratch(ptrdiff_t blocks);

/// A gradient with respect to a map and its mirrored border of one pixel, and which row and column of the map the border
/// shows on each side.
typedef struct PaddedGradient {
    /// Two rows and columns larger than the map. No gradient at all where `values` is NULL.
    FeatureMapView map;
    ptrdiff_t row_before;
    ptrdiff_t row_behind;
    ptrdiff_t column_before;
    ptrdiff_t column_behind;
} PaddedGradient;

/// The way back from the input of a convolution through a ReLU, or through pooling or upsampling and a ReLU.
///
/// A unit is a row of a block, with pooling two rows: unit = block * runs of rows + run.
typedef struct ActivationGradientLayer {
    /// With respect to what the ReLU gave, or what was pooled or upsampled of it.
    PaddedGradient gradient;
    /// Of what the ReLU was given, before `activation`, which it is a part of.
    FeatureMapView features;
    ChannelActivation activation;
    /// Two rows and columns larger than `features`: receives the gradient with respect to what the ReLU was given, and a
    /// margin of zeros.
    FeatureMapView output;
    /// Whether the output holds another gradient with respect to what the ReLU gave, to be added.
    bool adds;
} ActivationGradientLayer;

/// The way back through an instance normalisation. It goes over the maps twice: for sums over all pixels, then with them.
///
/// A unit is a run of rows of a block: unit = block * runs + run.
typedef struct NormalisationGradientLayer {
    /// What was normalised.
    FeatureMapView features;
    /// With respect to what came out: two rows and columns larger than `features`.
    FeatureMapView gradient;
    /// As large as `gradient`, which it may be: receives the gradient with respect to `features`, and a margin of zeros.
    FeatureMapView output;
    /// For each channel gamma over the deviation, the mean, and 1 over the deviation.
    const float *scale;
    const float *mean;
    const float *inverse_deviation;
    /// Receives, the first time, for each unit the sums of the gradient and of its products with the normalised features:
    /// [2][16].
    float *sums;
    /// Needed the second time: for each channel these sums over the number of pixels.
    const float *mean_gradient;
    const float *mean_product;
    ptrdiff_t rows_per_unit;
} NormalisationGradientLayer;

/// The way back from a picture through its sigmoid and the pixel shuffle.
///
/// A unit is a row of `output` within its margin.
typedef struct ShuffledPictureGradientLayer {
    /// The picture and the gradient with respect to it: three planes of `height` rows and `width` columns.
    const float *planes;
    const float *gradient;
    ptrdiff_t height;
    ptrdiff_t width;
    /// One block, with a margin of one pixel, which is left as it is: channel 4 * colour + 2 * y + x is the pixel at (y, x)
    /// of 2x2. What was painted beyond the picture receives zeros.
    FeatureMapView output;
} ShuffledPictureGradientLayer;

/// The gradient with respect to a picture.
///
/// A unit is a row.
typedef struct PictureGradientLayer {
    /// One block, whose first three channels are red, green and blue.
    PaddedGradient gradient;
    /// Receives three planes of `height` rows and `width` columns.
    float *planes;
    ptrdiff_t height;
    ptrdiff_t width;
} PictureGradientLayer;
