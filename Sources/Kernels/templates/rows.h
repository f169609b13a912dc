// The rows that direct convolutions read.
//
// The rows that a row of the output needs are kept in a ring, activated and with their border, each prepared once for
// each band. In such a row, the window of a column is contiguous: one segment of the product for each row of the
// kernel and each block of channels.
#pragma once

enum {
    /// Channels of a picture, interleaved where the stem reads them.
    PICTURE_CHANNELS = 3,
};

/// A band's scratch memory.
typedef struct RowRing {
    ptrdiff_t *segments;
    Operand *rows;
    ptrdiff_t row_size;
    /// The first padded row that is not prepared yet.
    ptrdiff_t next;
} RowRing;

INLINE RowRing row_ring(const ConvolutionLayer *layer, ptrdiff_t first_row, ptrdiff_t thread) {
    float *scratch = layer->scratch + thread * layer->scratch_per_thread;
    return (RowRing){
        .segments = (ptrdiff_t *)scratch,
        .rows = (Operand *)(scratch + convolution_segments_size(layer->input.blocks, layer->kernel_height)),
        .row_size = convolution_row_size(layer->input.blocks, layer->padded_width),
        .next = first_row * layer->stride,
    };
}

INLINE void prepare_map_row(const ConvolutionLayer *layer, ptrdiff_t row, Operand *prepared, const bool active) {
    const FeatureMapView input = layer->input;
    for (ptrdiff_t vector = 0; vector < input.blocks * PARTS; vector++) {
        const ptrdiff_t block = vector / PARTS, lane = vector % PARTS * LANES;
        const float *source = input.values
            + (block * input.rows_held + row % input.rows_held) * input.width * KernelBlock + lane;
        Operand *destination = prepared + block * layer->padded_width * KernelBlock + lane;
        const Activation activation = activation_at(layer->activation, vector * LANES);
        for (ptrdiff_t column = 0; column < layer->padded_width; column++) {
            const Vector value = load_active(source + layer->columns[column] * KernelBlock, activation, active);
            store_operands(destination + column * KernelBlock, value);
        }
    }
}

// Three channels make no pairs.
#if OPERANDS == 1
INLINE void prepare_picture_row(const ConvolutionLayer *layer, ptrdiff_t row, float *prepared) {
    const FeatureMapView input = layer->input;
    for (ptrdiff_t channel = 0; channel < PICTURE_CHANNELS; channel++) {
        const float *source = input.values + (channel * input.height + row) * input.width;
        for (ptrdiff_t column = 0; column < layer->padded_width; column++) {
            prepared[column * PICTURE_CHANNELS + channel] = source[layer->columns[column]];
        }
    }
}
#endif

/// Prepares what row `row` of the output needs and says where it lies.
NOINLINE void advance(const ConvolutionLayer *layer, RowRing *ring, ptrdiff_t row) {
    const ptrdiff_t top = row * layer->stride, blocks = layer->input.blocks;
    for (; ring->next < top + layer->kernel_height; ring->next++) {
        Operand *prepared = ring->rows + ring->next % layer->kernel_height * ring->row_size;
#if OPERANDS == 1
        if (blocks == 0) {
            prepare_picture_row(layer, layer->rows[ring->next], prepared);
            continue;
        }
#endif
        if (layer->activation.scale) {
            prepare_map_row(layer, layer->rows[ring->next], prepared, true);
        } else {
            prepare_map_row(layer, layer->rows[ring->next], prepared, false);
        }
    }
    ptrdiff_t *segment = ring->segments;
    for (ptrdiff_t index = 0; index < layer->kernel_height; index++) {
        const ptrdiff_t begin = (top + index) % layer->kernel_height * ring->row_size;
        for (ptrdiff_t block = 0; block < (blocks ? blocks : 1); block++) {
            *segment++ = begin + block * layer->padded_width * KernelBlock;
        }
    }
}

/// Computes one row of the output, for which the ring is prepared.
INLINE void convolve_row(
    const ConvolutionLayer *layer, const RowRing *ring, float *output, ptrdiff_t output_stride, ptrdiff_t block_stride
) {
    const ptrdiff_t blocks = layer->input.blocks, channels = blocks ? KernelBlock : PICTURE_CHANNELS;
    const Product product = {
        .weights = layer->weights,
        .input = ring->rows,
        .segments = ring->segments,
        .segment_count = layer->kernel_height * (blocks ? blocks : 1),
        .segment_length = layer->kernel_width * channels,
        .input_stride = layer->stride * channels,
        .output = output,
        .output_stride = output_stride,
        .block_stride = block_stride,
    };
    multiply_all(product, layer->output.blocks, layer->output.width);
}
