// The layers, as plain descriptions: sizes and borrowed memory.
//
// All memory is aligned to 64 bytes. Feature maps hold channels in blocks of 16: [block][row][column][16].
// Channels that fill up the last block are zero, in the maps as in the weights.
//
// Weights are floats, or bf16 for the kernels of `brain_float_kernels`. These read inputs in pairs: where the layouts
// below say [input][output channel of the panel], bf16 lie as [input / 2][output channel of the panel][input % 2].
#pragma once

#include <stddef.h>
#include <stdint.h>

enum {
    /// Channels of a block.
    KernelBlock = 16,
    /// The points of a Winograd tile: 6 x 6 inputs, which give 4 x 4 outputs.
    KernelWinogradPoints = 36,
    /// Low-resolution columns that an upsampling layer treats at a time.
    KernelUpsamplingColumns = 48,
};

/// A feature map.
typedef struct FeatureMapView {
    float *values;
    ptrdiff_t blocks;
    ptrdiff_t height;
    ptrdiff_t width;
    /// The rows of a block that are in memory at a time, an even number or all: row r lies in place r % rows_held. All
    /// layers write maps that are not held whole but Winograd's, and convolutions read them.
    ptrdiff_t rows_held;
} FeatureMapView;

/// What happens to the values of a feature map as they are read: max(0, scale * value + shift), with one
/// scale and one shift for each channel; nothing where `scale` is NULL.
typedef struct ChannelActivation {
    const float *scale;
    const float *shift;
} ChannelActivation;

/// The floats that a unit writes about its part of an output: for each channel an origin, then for each channel the sum
/// of the distances from it, then of their squares; then, alone in a last block, the number of values of a channel.
ptrdiff_t moments_size(ptrdiff_t output_blocks);

/// A 3x3 convolution of stride 1 by Winograd's F(4x4, 3x3).
///
/// A unit is a run of tiles, in rows of ceil(width / 4) tiles from the top.
typedef struct WinogradLayer {
    FeatureMapView input;
    /// As high and wide as `input`.
    FeatureMapView output;
    ChannelActivation activation;
    /// For each row of the padded input (-1 ..< 4 * rows of tiles + 1), the place of the row of `input` that it shows.
    const int32_t *rows;
    /// The same for columns.
    const int32_t *columns;
    /// [point][panel of output channels][input channel][output channel of the panel].
    const void *weights;
    /// Receives the moments of the output: `moments_size` floats for each unit.
    float *moments;
    ptrdiff_t tiles_per_run;
    float *scratch;
    /// Floats of scratch memory for each thread: at least `winograd_scratch`.
    ptrdiff_t scratch_per_thread;
} WinogradLayer;

ptrdiff_t winograd_scratch(ptrdiff_t input_blocks, ptrdiff_t output_blocks, ptrdiff_t tiles_per_run);

/// Nearest upsampling x2 followed by a 3x3 convolution with reflection padding, as nine products for each
/// pixel of the input.
///
/// A unit is a row of the input.
typedef struct UpsamplingLayer {
    FeatureMapView input;
    /// Twice as high and wide as `input`.
    FeatureMapView output;
    ChannelActivation activation;
    /// [product][panel of output channels][input channel][output channel of the panel].
    const void *weights;
    /// Receives the moments of the output: `moments_size` floats for each unit.
    float *moments;
    float *scratch;
    /// Floats of scratch memory for each thread: at least `upsampling_scratch`.
    ptrdiff_t scratch_per_thread;
} UpsamplingLayer;

ptrdiff_t upsampling_scratch(ptrdiff_t input_blocks, ptrdiff_t output_blocks);

/// A convolution of any kernel and stride, computed directly.
///
/// A unit is a band of rows of the output.
typedef struct ConvolutionLayer {
    /// The input. For a picture, `values` are its three planes, as high and wide as it is, `blocks` is 0.
    FeatureMapView input;
    /// The output, or for a `PictureLayer` only its size.
    FeatureMapView output;
    /// Applies to feature maps only.
    ChannelActivation activation;
    /// For each row of the padded input, the row of `input` that it shows.
    const int32_t *rows;
    /// The same for columns.
    const int32_t *columns;
    /// The number of columns of the padded input.
    ptrdiff_t padded_width;
    ptrdiff_t kernel_height;
    ptrdiff_t kernel_width;
    ptrdiff_t stride;
    /// [panel of output channels][kernel row][input block][kernel column][16][output channel of the panel];
    /// for a picture [panel][kernel row][kernel column][3][output channel of the panel].
    const void *weights;
    /// Receives the moments of the output, `moments_size` floats for each unit; unused by a `PictureLayer`.
    float *moments;
    ptrdiff_t rows_per_unit;
    float *scratch;
    /// Floats of scratch memory for each thread: at least `convolution_scratch`, for a `PictureLayer`
    /// `picture_scratch`.
    ptrdiff_t scratch_per_thread;
} ConvolutionLayer;

ptrdiff_t convolution_scratch(ptrdiff_t input_blocks, ptrdiff_t padded_width, ptrdiff_t kernel_height);

enum {
    /// The kernel of a Winograd stem.
    KernelStemSide = 9,
    /// Output rows and columns of a patch of a Winograd stem.
    KernelStemPatch = 12,
    /// Products of an output of a Winograd stem with one of its channels: 9 tiles of 36 points have 27 for 144 outputs.
    /// Rounded up.
    KernelStemProducts = 61,
};

/// A 9x9 convolution of a picture by Winograd's F(4x4, 3x3).
///
/// A unit is a row of patches of 12x12 outputs.
typedef struct StemLayer {
    /// Three planes of `height` rows and `width` columns.
    const float *planes;
    ptrdiff_t height;
    ptrdiff_t width;
    FeatureMapView output;
    /// For each row of the padded picture (-4 ..< 12 * rows of patches + 4), the row of the picture that it shows.
    const int32_t *rows;
    /// The same for columns.
    const int32_t *columns;
    /// [point][panel of output channels][row % 3][column % 3][colour][output channel of the panel], of the kernel's rows and
    /// columns that are 0, 3 and 6 more.
    const void *weights;
    /// Receives the moments of the output: `moments_size` floats for each unit.
    float *moments;
    float *scratch;
    /// Floats of scratch memory for each thread: at least `stem_scratch`.
    ptrdiff_t scratch_per_thread;
} StemLayer;

ptrdiff_t stem_scratch(ptrdiff_t output_blocks);

/// A convolution whose output, after adding the bias and a sigmoid, is a picture.
typedef struct PictureLayer {
    ConvolutionLayer convolution;
    /// One for each channel of the output, as many as its blocks hold.
    const float *bias;
    /// Columns of a kernel that is spread over the output channels, channel = kernel column * 3 + colour, so that
    /// `convolution` itself has a kernel one column wide and an output as wide as the padded input; 1 with pixel
    /// shuffle.
    ptrdiff_t spread;
    /// Three planes of `height` rows and `width` columns; what the layer would paint beyond them is dropped.
    float *planes;
    ptrdiff_t height;
    ptrdiff_t width;
} PictureLayer;

ptrdiff_t picture_scratch(
    ptrdiff_t input_blocks, ptrdiff_t padded_width, ptrdiff_t kernel_height, ptrdiff_t output_blocks,
    ptrdiff_t output_width);

/// A 3x3 convolution by `WinogradLayer`, whose output becomes, after adding the bias and a sigmoid, a picture by pixel
/// shuffle: channel 4 * colour + 2 * y + x is the pixel at (y, x) of 2x2.
///
/// A unit is a row of tiles, worked on in runs.
typedef struct WinogradPictureLayer {
    /// Of the output only the size counts, one block of channels; there are no moments.
    WinogradLayer convolution;
    /// One for each channel of the block.
    const float *bias;
    /// Three planes of `height` rows and `width` columns; what the layer would paint beyond them is dropped.
    float *planes;
    ptrdiff_t height;
    ptrdiff_t width;
} WinogradPictureLayer;

/// A pass over a feature map.
///
/// A unit is a run of pixels of one block: unit = block * units of a block + run.
typedef struct ElementwiseLayer {
    float *destination;
    /// Unused by activations. May be `destination`.
    const float *source;
    const float *branch;
    /// One for each channel.
    const float *scale;
    const float *shift;
    /// Pixels of a block.
    ptrdiff_t pixels;
    ptrdiff_t pixels_per_unit;
} ElementwiseLayer;
