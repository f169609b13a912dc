// The gradient of a Gram matrix with respect to the features: a symmetric matrix times the channels of each pixel.
#pragma once

/// The operands of a run of a row's pixels, [pixel][channel].
INLINE void prepare_pixels(
    const GramGradientLayer *layer, ptrdiff_t row, ptrdiff_t first, ptrdiff_t count, Operand *operands, const bool active
) {
    const FeatureMapView input = layer->input;
    const ptrdiff_t stride = winograd_tile_stride(input.blocks);
    for (ptrdiff_t vector = 0; vector < input.blocks * PARTS; vector++) {
        const ptrdiff_t block = vector / PARTS, lane = vector % PARTS * LANES;
        const float *source = input.values + ((block * input.height + row) * input.width + first) * KernelBlock + lane;
        const Activation activation = activation_at(layer->activation, vector * LANES);
        for (ptrdiff_t pixel = 0; pixel < count; pixel++) {
            const Vector value = load_active(source + pixel * KernelBlock, activation, active);
            store_operands(operands + pixel * stride + vector * LANES, value);
        }
    }
}

/// Writes or adds products, [pixel][channel], to a run of the output's pixels.
INLINE void place_products(
    const GramGradientLayer *layer, ptrdiff_t row, ptrdiff_t first, ptrdiff_t count, const float *products,
    const bool adds
) {
    const FeatureMapView output = layer->output;
    const ptrdiff_t stride = winograd_tile_stride(output.blocks);
    for (ptrdiff_t vector = 0; vector < output.blocks * PARTS; vector++) {
        const ptrdiff_t block = vector / PARTS, lane = vector % PARTS * LANES;
        float *target = output.values + ((block * output.height + row + 1) * output.width + first + 1) * KernelBlock
            + lane;
        for (ptrdiff_t pixel = 0; pixel < count; pixel++) {
            const Vector product = load(products + pixel * stride + vector * LANES);
            float *place = target + pixel * KernelBlock;
            store(place, adds ? load(place) + product : product);
        }
    }
}

static void gram_gradient_unit(const void *description, ptrdiff_t unit, ptrdiff_t thread) {
    const GramGradientLayer *layer = description;
    const ptrdiff_t blocks = layer->input.blocks, stride = winograd_tile_stride(blocks);
    float *scratch = layer->scratch + thread * layer->scratch_per_thread;
    float *products = scratch + GRAM_GRADIENT_PIXELS * stride;
    const ptrdiff_t whole[1] = {0};
    const Product product = {
        .weights = layer->weights,
        .input = (Operand *)scratch,
        .segments = whole,
        .segment_count = 1,
        .segment_length = blocks * KernelBlock,
        .input_stride = stride,
        .output = products,
        .output_stride = stride,
        .block_stride = KernelBlock,
    };
    for (ptrdiff_t first = 0; first < layer->input.width; first += GRAM_GRADIENT_PIXELS) {
        const ptrdiff_t count = smaller(GRAM_GRADIENT_PIXELS, layer->input.width - first);
        if (layer->activation.scale) {
            prepare_pixels(layer, unit, first, count, (Operand *)scratch, true);
        } else {
            prepare_pixels(layer, unit, first, count, (Operand *)scratch, false);
        }
        multiply_all(product, blocks, count);
        if (layer->adds) {
            place_products(layer, unit, first, count, products, true);
        } else {
            place_products(layer, unit, first, count, products, false);
        }
    }
}
