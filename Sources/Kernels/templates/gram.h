// Sums of products of channels over pixels: what Gram matrices are made of.
#pragma once

enum {
    /// Rows of a pair of blocks that are summed together, so that all sums stay in registers.
    GRAM_ROWS = LANES == 16 ? 16 : 8,
};

/// Adds the products of two blocks, `count` pixels each, to [16][16] sums.
NOINLINE void add_gram_pair(const float *first, const float *second, ptrdiff_t count, float *sums) {
    for (int row = 0; row < KernelBlock; row += GRAM_ROWS) {
        for (int part = 0; part < PARTS; part++) {
            Vector products[GRAM_ROWS];
            UNROLL for (int index = 0; index < GRAM_ROWS; index++) products[index] = splat(0);
            for (ptrdiff_t pixel = 0; pixel < count; pixel++) {
                const Vector value = load(second + pixel * KernelBlock + part * LANES);
                UNROLL for (int index = 0; index < GRAM_ROWS; index++) {
                    products[index] += splat(first[pixel * KernelBlock + row + index]) * value;
                }
            }
            UNROLL for (int index = 0; index < GRAM_ROWS; index++) {
                float *sum = sums + (row + index) * KernelBlock + part * LANES;
                store(sum, load(sum) + products[index]);
            }
        }
    }
}

/// Writes what the activation makes of a run of pixels to [block][GRAM_PIXELS][16].
INLINE void activate_run(const GramLayer *layer, ptrdiff_t first, ptrdiff_t count, float *values) {
    const FeatureMapView input = layer->input;
    for (ptrdiff_t vector = 0; vector < input.blocks * PARTS; vector++) {
        const ptrdiff_t block = vector / PARTS, lane = vector % PARTS * LANES;
        const float *source = input.values + (block * input.height * input.width + first) * KernelBlock + lane;
        float *target = values + block * GRAM_PIXELS * KernelBlock + lane;
        const Activation activation = activation_at(layer->activation, vector * LANES);
        const bool active = layer->activation.scale != NULL;
        for (ptrdiff_t pixel = 0; pixel < count; pixel++) {
            store(target + pixel * KernelBlock, load_active(source + pixel * KernelBlock, activation, active));
        }
    }
}

static void gram_unit(const void *description, ptrdiff_t unit, ptrdiff_t thread) {
    const GramLayer *layer = description;
    const ptrdiff_t blocks = layer->input.blocks;
    const ptrdiff_t begin = unit * layer->pixels_per_unit;
    const ptrdiff_t end = smaller(begin + layer->pixels_per_unit, layer->input.height * layer->input.width);
    float *values = layer->scratch + thread * layer->scratch_per_thread;
    float *sums = layer->sums + unit * gram_size(blocks);
    __builtin_memset(sums, 0, (size_t)gram_size(blocks) * sizeof(float));
    for (ptrdiff_t first = begin; first < end; first += GRAM_PIXELS) {
        const ptrdiff_t count = smaller(GRAM_PIXELS, end - first);
        activate_run(layer, first, count, values);
        float *pair = sums;
        for (ptrdiff_t one = 0; one < blocks; one++) {
            for (ptrdiff_t other = one; other < blocks; other++, pair += KernelBlock * KernelBlock) {
                add_gram_pair(
                    values + one * GRAM_PIXELS * KernelBlock, values + other * GRAM_PIXELS * KernelBlock, count, pair);
            }
        }
    }
}
