// The way back through an instance normalisation, and from a picture to the map that it was shuffled of.
#pragma once

/// Where a unit's rows lie; of the vector's channels.
typedef struct NormalisationRows {
    ptrdiff_t block;
    ptrdiff_t first;
    ptrdiff_t end;
} NormalisationRows;

INLINE NormalisationRows normalisation_rows(const NormalisationGradientLayer *layer, ptrdiff_t unit) {
    const ptrdiff_t height = layer->features.height;
    const ptrdiff_t runs = (height + layer->rows_per_unit - 1) / layer->rows_per_unit;
    const ptrdiff_t first = unit % runs * layer->rows_per_unit;
    return (NormalisationRows){unit / runs, first, smaller(first + layer->rows_per_unit, height)};
}

/// The beginning of a row of a map.
INLINE const float *row_of(const FeatureMapView map, ptrdiff_t block, ptrdiff_t row) {
    return map.values + (block * map.height + row) * map.width * KernelBlock;
}

/// The same within a margin of one pixel.
INLINE float *row_inside(const FeatureMapView map, ptrdiff_t block, ptrdiff_t row) {
    return map.values + ((block * map.height + row + 1) * map.width + 1) * KernelBlock;
}

static void normalisation_sums_unit(const void *description, ptrdiff_t unit, ptrdiff_t thread) {
    const NormalisationGradientLayer *layer = description;
    const NormalisationRows rows = normalisation_rows(layer, unit);
    float *sums = layer->sums + unit * 2 * KernelBlock;
    UNROLL for (int part = 0; part < PARTS; part++) {
        const ptrdiff_t lane = part * LANES, channel = rows.block * KernelBlock + lane;
        const Vector mean = load(layer->mean + channel);
        Vector gradients = splat(0), products = splat(0);
        for (ptrdiff_t row = rows.first; row < rows.end; row++) {
            const float *features = row_of(layer->features, rows.block, row) + lane;
            const float *gradient = row_inside(layer->gradient, rows.block, row) + lane;
            // Summed for each row first: long sums of floats lose digits.
            Vector row_gradients = splat(0), row_products = splat(0);
            for (ptrdiff_t column = 0; column < layer->features.width; column++) {
                const Vector value = load(gradient + column * KernelBlock);
                row_gradients += value;
                row_products += value * (load(features + column * KernelBlock) - mean);
            }
            gradients += row_gradients;
            products += row_products;
        }
        store(sums + lane, gradients);
        store(sums + KernelBlock + lane, products * load(layer->inverse_deviation + channel));
    }
}

static void normalisation_gradient_unit(const void *description, ptrdiff_t unit, ptrdiff_t thread) {
    const NormalisationGradientLayer *layer = description;
    const NormalisationRows rows = normalisation_rows(layer, unit);
    UNROLL for (int part = 0; part < PARTS; part++) {
        const ptrdiff_t lane = part * LANES, channel = rows.block * KernelBlock + lane;
        const Vector scale = load(layer->scale + channel), mean = load(layer->mean + channel);
        const Vector mean_gradient = load(layer->mean_gradient + channel);
        // Of the normalised features: the distance from the mean over the deviation.
        const Vector factor = load(layer->mean_product + channel) * load(layer->inverse_deviation + channel);
        for (ptrdiff_t row = rows.first; row < rows.end; row++) {
            const float *features = row_of(layer->features, rows.block, row) + lane;
            const float *gradient = row_inside(layer->gradient, rows.block, row) + lane;
            float *output = row_inside(layer->output, rows.block, row) + lane;
            for (ptrdiff_t column = 0; column < layer->features.width; column++) {
                const Vector value = load(gradient + column * KernelBlock) - mean_gradient;
                const Vector distance = load(features + column * KernelBlock) - mean;
                store(output + column * KernelBlock, scale * (value - distance * factor));
            }
        }
    }
    for (ptrdiff_t row = rows.first; row < rows.end; row++) clear_margin(layer->output, rows.block, row);
}

static void shuffled_picture_gradient_unit(const void *description, ptrdiff_t unit, ptrdiff_t thread) {
    const ShuffledPictureGradientLayer *layer = description;
    const ptrdiff_t width = layer->output.width - 2;
    float *output = row_inside(layer->output, 0, unit);
    clear_pixels(output, width);
    for (ptrdiff_t line = 0; line < 2 * 3; line++) {
        const ptrdiff_t colour = line / 2, y = 2 * unit + line % 2;
        if (y >= layer->height) continue;
        const ptrdiff_t offset = (colour * layer->height + y) * layer->width;
        const float *picture = layer->planes + offset, *gradient = layer->gradient + offset;
        for (ptrdiff_t x = 0; x < smaller(layer->width, 2 * width); x++) {
            const float value = picture[x];
            output[x / 2 * KernelBlock + 2 * line + x % 2] = gradient[x] * value * (1 - value);
        }
    }
}
