// Layouts of scratch memory, shared by the kernels and by those who allocate for them. All in floats;
// operands in bf16 lie in the same places of an array of their own type and use half of its memory.
//
// Rows of products are a block longer than they need to be: without that, rows of 64 channels lie at
// distances of powers of two and push each other out of the first-level cache.
#pragma once

#include "layers.h"

enum {
    UPSAMPLING_DIFFERENCES = 6,
    UPSAMPLING_PRODUCTS = 9,
    PICTURE_COLOURS = 3,
    /// The most patches of a stem that are worked on together: as many as the second-level cache has room for.
    STEM_PATCHES = 48,
    /// The rows of the picture that a row of patches sees.
    STEM_ROWS = KernelStemPatch + KernelStemSide - 1,
    /// One of these rows, interleaved, and what a vector reads behind it.
    STEM_ROW = ((STEM_PATCHES * KernelStemPatch + KernelStemSide - 1) * PICTURE_COLOURS / KernelBlock + 2) * KernelBlock,
    /// The places from which a transform's rows, three apart, begin.
    STEM_OFFSETS = 5,
    STEM_PATCH = STEM_OFFSETS * KernelBlock,
    /// From one point to the next.
    STEM_POINT = STEM_PATCHES * STEM_PATCH + 2 * KernelBlock,
    /// Pixels whose products are summed in registers, one pair of blocks after the other: two of these runs stay in the
    /// first-level cache.
    GRAM_PIXELS = 128,
    /// Pixels that a Gram matrix's gradient is multiplied with together.
    GRAM_GRADIENT_PIXELS = 48,
};

/// From one tile to the next, within a point.
static inline ptrdiff_t winograd_tile_stride(ptrdiff_t blocks) {
    return (blocks + 1) * KernelBlock;
}

/// From one point to the next.
static inline ptrdiff_t winograd_point_stride(ptrdiff_t blocks, ptrdiff_t tiles) {
    return tiles * winograd_tile_stride(blocks) + 2 * KernelBlock;
}

/// From one column to the next, of differences and of products.
static inline ptrdiff_t upsampling_column_stride(ptrdiff_t blocks) {
    return (blocks + 1) * KernelBlock;
}

static inline ptrdiff_t upsampling_difference_stride(ptrdiff_t blocks) {
    return (KernelUpsamplingColumns + 1) * upsampling_column_stride(blocks);
}

static inline ptrdiff_t upsampling_product_stride(ptrdiff_t blocks) {
    return KernelUpsamplingColumns * upsampling_column_stride(blocks);
}

/// Where the rows of the input lie, one number for each row of the kernel and each block.
static inline ptrdiff_t convolution_segments_size(ptrdiff_t blocks, ptrdiff_t kernel_height) {
    ptrdiff_t segments = kernel_height * (blocks > 0 ? blocks : 1);
    ptrdiff_t floats = segments * (ptrdiff_t)(sizeof(ptrdiff_t) / sizeof(float));
    return (floats + KernelBlock - 1) / KernelBlock * KernelBlock;
}

/// One padded row of all channels.
static inline ptrdiff_t convolution_row_size(ptrdiff_t blocks, ptrdiff_t padded_width) {
    return blocks > 0 ? blocks * padded_width * KernelBlock : (padded_width * 3 / KernelBlock + 1) * KernelBlock;
}

/// From one point to the next, of a stem's products.
static inline ptrdiff_t stem_product_stride(ptrdiff_t blocks) {
    return STEM_PATCHES * winograd_tile_stride(blocks) + 2 * KernelBlock;
}
