// 2x2 maximum pooling.
#pragma once

INLINE Vector larger(Vector first, Vector second) {
    const IntegerVector above = second > first;
    return (Vector)((above & (IntegerVector)second) | (~above & (IntegerVector)first));
}

INLINE void pool_row(const PoolingLayer *layer, ptrdiff_t block, ptrdiff_t row, const bool active) {
    const FeatureMapView input = layer->input, output = layer->output;
    const ptrdiff_t line = input.width * KernelBlock;
    UNROLL for (int part = 0; part < PARTS; part++) {
        const Activation activation = activation_at(layer->activation, block * KernelBlock + part * LANES);
        const float *source = input.values + (block * input.height + 2 * row) * line + part * LANES;
        float *target = output.values + (block * output.height + row) * output.width * KernelBlock + part * LANES;
        for (ptrdiff_t column = 0; column < output.width; column++, source += 2 * KernelBlock) {
            const Vector upper = larger(
                load_active(source, activation, active), load_active(source + KernelBlock, activation, active));
            const Vector lower = larger(
                load_active(source + line, activation, active),
                load_active(source + line + KernelBlock, activation, active));
            store(target + column * KernelBlock, larger(upper, lower));
        }
    }
}

static void maximum_pooling_unit(const void *description, ptrdiff_t unit, ptrdiff_t thread) {
    const PoolingLayer *layer = description;
    const ptrdiff_t rows = layer->output.height;
    if (layer->activation.scale) {
        pool_row(layer, unit / rows, unit % rows, true);
    } else {
        pool_row(layer, unit / rows, unit % rows, false);
    }
}
