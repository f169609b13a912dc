// The end of the network's decoder by Winograd's minimal filtering: a convolution, its bias, a sigmoid, a pixel shuffle.
#pragma once

/// Copies a tile's values, [row][column][16], to where the pixel shuffle puts them.
INLINE void shuffle_tile(const WinogradPictureLayer *layer, ptrdiff_t top, ptrdiff_t left, const float *values) {
    const ptrdiff_t pairs = smaller(TILE_OUTPUTS, layer->width / 2 - left);
    for (ptrdiff_t line = 0; line < 2 * PICTURE_COLOURS; line++) {
        const ptrdiff_t colour = line / 2;
        for (ptrdiff_t row = 0; row < TILE_OUTPUTS; row++) {
            const ptrdiff_t y = 2 * (top + row) + line % 2;
            if (y >= layer->height) break;
            float *target = layer->planes + (colour * layer->height + y) * layer->width + 2 * left;
            const float *source = values + row * TILE_OUTPUTS * KernelBlock + 2 * line;
            if (pairs == TILE_OUTPUTS) {
                UNROLL for (int pair = 0; pair < TILE_OUTPUTS; pair++) {
                    __builtin_memcpy(target + 2 * pair, source + pair * KernelBlock, 2 * sizeof(float));
                }
                continue;
            }
            for (ptrdiff_t pair = 0; pair < pairs; pair++) {
                __builtin_memcpy(target + 2 * pair, source + pair * KernelBlock, 2 * sizeof(float));
            }
            // The left half of a pair in a picture of odd width.
            if (2 * (left + pairs) < layer->width) target[2 * pairs] = source[pairs * KernelBlock];
        }
    }
}

/// Transforms `run->outputs`, [point][tile][channel], into pixels.
INLINE void paint_tiles(const WinogradPictureLayer *layer, const TileRun *run) {
    for (ptrdiff_t index = 0; index < run->count; index++) {
        _Alignas(64) float values[TILE_OUTPUTS * TILE_OUTPUTS * KernelBlock];
        UNROLL for (int part = 0; part < PARTS; part++) {
            const Vector bias = load(layer->bias + part * LANES);
            Vector rows[TILE_OUTPUTS * TILE_INPUTS];
            transform_output_columns(
                run->outputs + index * run->output_tile + part * LANES, run->output_point, rows);
            UNROLL for (int y = 0; y < TILE_OUTPUTS; y++) {
                Vector row[TILE_OUTPUTS];
                transform_output(rows + y * TILE_INPUTS, 1, row);
                UNROLL for (int x = 0; x < TILE_OUTPUTS; x++) {
                    store(values + (y * TILE_OUTPUTS + x) * KernelBlock + part * LANES, sigmoid(row[x] + bias));
                }
            }
        }
        const ptrdiff_t tile = run->first + index;
        shuffle_tile(
            layer, tile / run->tiles_across * TILE_OUTPUTS, tile % run->tiles_across * TILE_OUTPUTS, values);
    }
}

static void winograd_picture_unit(const void *description, ptrdiff_t unit, ptrdiff_t thread) {
    const WinogradPictureLayer *layer = description;
    const WinogradLayer *convolution = &layer->convolution;
    const ptrdiff_t across = tiles_across(convolution), end = (unit + 1) * across;
    for (ptrdiff_t first = unit * across; first < end; first += convolution->tiles_per_run) {
        const TileRun run = tile_run(convolution, first, end, thread);
        transform_inputs(convolution, &run);
        multiply_points(convolution, &run);
        paint_tiles(layer, &run);
    }
}
