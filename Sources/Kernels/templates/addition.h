// Passes over whole feature maps.
#pragma once

INLINE void elementwise_unit(const ElementwiseLayer *layer, ptrdiff_t unit, bool adds) {
    const ptrdiff_t units = (layer->pixels + layer->pixels_per_unit - 1) / layer->pixels_per_unit;
    const ptrdiff_t block = unit / units, first = unit % units * layer->pixels_per_unit;
    const ptrdiff_t count = smaller(layer->pixels_per_unit, layer->pixels - first);
    const ptrdiff_t offset = (block * layer->pixels + first) * KernelBlock;
    UNROLL for (int part = 0; part < PARTS; part++) {
        const Vector scale = load(layer->scale + block * KernelBlock + part * LANES);
        const Vector shift = load(layer->shift + block * KernelBlock + part * LANES);
        for (ptrdiff_t index = 0; index < count; index++) {
            const ptrdiff_t position = offset + index * KernelBlock + part * LANES;
            Vector value = load(layer->branch + position) * scale + shift;
            store(layer->destination + position, adds ? load(layer->source + position) + value : rectified(value));
        }
    }
}

static void normalised_activation_unit(const void *layer, ptrdiff_t unit, ptrdiff_t thread) {
    elementwise_unit(layer, unit, false);
}

static void residual_addition_unit(const void *layer, ptrdiff_t unit, ptrdiff_t thread) {
    elementwise_unit(layer, unit, true);
}
