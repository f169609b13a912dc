// Winograd's minimal filtering F(4x4, 3x3) (Lavin and Gray 2015): a tile of 6x6 inputs, transformed, times transformed
// weights, transformed back, gives 4x4 outputs with 36 products for each pair of channels instead of 144.
//
// The interpolation points are 0, +-2/3, +-3/2 and infinity: half the rounding error of the textbook's 0, +-1, +-2.
// As 2/3 * 3/2 = 1, some factors of the general transforms vanish.
#pragma once

enum {
    TILE_INPUTS = 6,
    TILE_OUTPUTS = 4,
};

#define POINT_A (2.0f / 3.0f)
#define POINT_B (3.0f / 2.0f)

/// One dimension of the input's transform, from `values[0], values[stride]...` to `points`.
INLINE void transform_input(const Vector *values, const int stride, Vector *points) {
    const Vector d0 = values[0], d1 = values[stride], d2 = values[2 * stride];
    const Vector d3 = values[3 * stride], d4 = values[4 * stride], d5 = values[5 * stride];
    const Vector even_a = d4 - POINT_B * POINT_B * d2, odd_a = d3 - POINT_B * POINT_B * d1;
    const Vector even_b = d4 - POINT_A * POINT_A * d2, odd_b = d3 - POINT_A * POINT_A * d1;
    const float squares = POINT_A * POINT_A + POINT_B * POINT_B;
    points[0] = d0 + (d4 - squares * d2);
    points[1] = even_a + POINT_A * odd_a;
    points[2] = even_a - POINT_A * odd_a;
    points[3] = even_b + POINT_B * odd_b;
    points[4] = even_b - POINT_B * odd_b;
    points[5] = d1 + (d5 - squares * d3);
}

/// One dimension of the output's transform, from `points[0], points[stride]...` to `values`.
INLINE void transform_output(const Vector *points, const int stride, Vector *values) {
    const Vector sum_a = points[stride] + points[2 * stride], difference_a = points[stride] - points[2 * stride];
    const Vector sum_b = points[3 * stride] + points[4 * stride];
    const Vector difference_b = points[3 * stride] - points[4 * stride];
    values[0] = points[0] + sum_a + sum_b;
    values[1] = POINT_A * difference_a + POINT_B * difference_b;
    values[2] = POINT_A * POINT_A * sum_a + POINT_B * POINT_B * sum_b;
    values[3] = points[5 * stride] + POINT_A * POINT_A * POINT_A * difference_a
        + POINT_B * POINT_B * POINT_B * difference_b;
}

/// The columns of a tile's points, `stride` apart from each other, transformed; `transform_output` makes each row of what
/// comes out, TILE_INPUTS wide, a row of values.
INLINE void transform_output_columns(const float *points, const ptrdiff_t stride, Vector *rows) {
    UNROLL for (int x = 0; x < TILE_INPUTS; x++) {
        Vector column[TILE_INPUTS], values[TILE_OUTPUTS];
        UNROLL for (int y = 0; y < TILE_INPUTS; y++) column[y] = load(points + (y * TILE_INPUTS + x) * stride);
        transform_output(column, 1, values);
        UNROLL for (int y = 0; y < TILE_OUTPUTS; y++) rows[y * TILE_INPUTS + x] = values[y];
    }
}

/// Where tiles lie that are worked on together, and the scratch memory for them.
typedef struct TileRun {
    ptrdiff_t first;
    ptrdiff_t count;
    ptrdiff_t tiles_across;
    Operand *inputs;
    ptrdiff_t input_point;
    ptrdiff_t input_tile;
    float *outputs;
    ptrdiff_t output_point;
    ptrdiff_t output_tile;
} TileRun;

/// Transforms the input of all tiles of a run into `run->inputs`, [point][tile][channel].
INLINE void transform_active_inputs(const WinogradLayer *layer, const TileRun *run, const bool active) {
    const FeatureMapView input = layer->input;
    for (ptrdiff_t vector = 0; vector < input.blocks * PARTS; vector++) {
        const float *plane = input.values + vector / PARTS * input.rows_held * input.width * KernelBlock
            + vector % PARTS * LANES;
        const Activation activation = activation_at(layer->activation, vector * LANES);
        for (ptrdiff_t index = 0; index < run->count; index++) {
            const ptrdiff_t tile = run->first + index;
            const int32_t *rows = layer->rows + tile / run->tiles_across * TILE_OUTPUTS;
            const int32_t *columns = layer->columns + tile % run->tiles_across * TILE_OUTPUTS;
            Vector across[TILE_INPUTS * TILE_INPUTS];
            UNROLL for (int y = 0; y < TILE_INPUTS; y++) {
                const float *row = plane + rows[y] * input.width * KernelBlock;
                Vector values[TILE_INPUTS];
                UNROLL for (int x = 0; x < TILE_INPUTS; x++) {
                    values[x] = load_active(row + columns[x] * KernelBlock, activation, active);
                }
                transform_input(values, 1, across + y * TILE_INPUTS);
            }
            Operand *points = run->inputs + index * run->input_tile + vector * LANES;
            UNROLL for (int x = 0; x < TILE_INPUTS; x++) {
                Vector down[TILE_INPUTS];
                transform_input(across + x, TILE_INPUTS, down);
                UNROLL for (int y = 0; y < TILE_INPUTS; y++) {
                    store_operands(points + (y * TILE_INPUTS + x) * run->input_point, down[y]);
                }
            }
        }
    }
}

static void transform_inputs(const WinogradLayer *layer, const TileRun *run) {
    if (layer->activation.scale) {
        transform_active_inputs(layer, run, true);
    } else {
        transform_active_inputs(layer, run, false);
    }
}

/// The products of all points of a run.
static void multiply_points(const WinogradLayer *layer, const TileRun *run) {
    const ptrdiff_t inputs = layer->input.blocks, outputs = layer->output.blocks;
    const ptrdiff_t whole[1] = {0};
    for (ptrdiff_t point = 0; point < KernelWinogradPoints; point++) {
        const Product product = {
            .weights = (const Operand *)layer->weights + point * inputs * outputs * KernelBlock * KernelBlock,
            .input = run->inputs + point * run->input_point,
            .segments = whole,
            .segment_count = 1,
            .segment_length = inputs * KernelBlock,
            .input_stride = run->input_tile,
            .output = run->outputs + point * run->output_point,
            .output_stride = run->output_tile,
            .block_stride = KernelBlock,
        };
        multiply_all(product, outputs, run->count);
    }
}

/// Transforms `run->outputs`, [point][tile][channel], into the output and its moments.
INLINE void transform_outputs(const WinogradLayer *layer, const TileRun *run, float *unit) {
    const FeatureMapView output = layer->output;
    ptrdiff_t pixels = 0;
    for (ptrdiff_t vector = 0; vector < output.blocks * PARTS; vector++) {
        float *plane = output.values + vector / PARTS * output.height * output.width * KernelBlock
            + vector % PARTS * LANES;
        Moments moments = moments_around(splat(0));
        pixels = 0;
        for (ptrdiff_t index = 0; index < run->count; index++) {
            const float *points = run->outputs + index * run->output_tile + vector * LANES;
            Vector down[TILE_OUTPUTS * TILE_INPUTS];
            transform_output_columns(points, run->output_point, down);
            const ptrdiff_t tile = run->first + index;
            const ptrdiff_t top = tile / run->tiles_across * TILE_OUTPUTS;
            const ptrdiff_t left = tile % run->tiles_across * TILE_OUTPUTS;
            const ptrdiff_t height = smaller(TILE_OUTPUTS, output.height - top);
            const ptrdiff_t width = smaller(TILE_OUTPUTS, output.width - left);
            pixels += height * width;
            UNROLL for (int y = 0; y < TILE_OUTPUTS; y++) {
                if (y >= height) break;
                float *row = plane + ((top + y) * output.width + left) * KernelBlock;
                Vector values[TILE_OUTPUTS];
                transform_output(down + y * TILE_INPUTS, 1, values);
                if (y == 0 && index == 0) moments = moments_around(values[0]);
                UNROLL for (int x = 0; x < TILE_OUTPUTS; x++) {
                    if (x >= width) break;
                    store(row + x * KernelBlock, values[x]);
                    moments_add(&moments, values[x]);
                }
            }
        }
        moments_store(&moments, unit, output.blocks, vector * LANES);
    }
    moments_store_count(unit, output.blocks, pixels);
}

INLINE ptrdiff_t tiles_across(const WinogradLayer *layer) {
    return (layer->input.width + TILE_OUTPUTS - 1) / TILE_OUTPUTS;
}

/// At most `tiles_per_run` tiles from `first` on, and where they are worked on in the scratch memory of a thread.
INLINE TileRun tile_run(const WinogradLayer *layer, ptrdiff_t first, ptrdiff_t end, ptrdiff_t thread) {
    const ptrdiff_t inputs = layer->input.blocks, outputs = layer->output.blocks;
    float *scratch = layer->scratch + thread * layer->scratch_per_thread;
    TileRun run = {
        .first = first,
        .count = smaller(layer->tiles_per_run, end - first),
        .tiles_across = tiles_across(layer),
        .inputs = (Operand *)scratch,
        .input_point = winograd_point_stride(inputs, layer->tiles_per_run),
        .input_tile = winograd_tile_stride(inputs),
        .output_point = winograd_point_stride(outputs, layer->tiles_per_run),
        .output_tile = winograd_tile_stride(outputs),
    };
    run.outputs = scratch + KernelWinogradPoints * run.input_point;
    return run;
}

/// A unit's tiles.
INLINE TileRun unit_run(const WinogradLayer *layer, ptrdiff_t unit, ptrdiff_t thread) {
    const ptrdiff_t down = (layer->input.height + TILE_OUTPUTS - 1) / TILE_OUTPUTS;
    return tile_run(layer, unit * layer->tiles_per_run, tiles_across(layer) * down, thread);
}

static void winograd_inputs_unit(const void *description, ptrdiff_t unit, ptrdiff_t thread) {
    const WinogradLayer *layer = description;
    const TileRun run = unit_run(layer, unit, thread);
    transform_inputs(layer, &run);
}

static void winograd_products_unit(const void *description, ptrdiff_t unit, ptrdiff_t thread) {
    const WinogradLayer *layer = description;
    const TileRun run = unit_run(layer, unit, thread);
    multiply_points(layer, &run);
}

static void winograd_outputs_unit(const void *description, ptrdiff_t unit, ptrdiff_t thread) {
    const WinogradLayer *layer = description;
    const TileRun run = unit_run(layer, unit, thread);
    transform_outputs(layer, &run, layer->moments + unit * moments_size(layer->output.blocks));
}

static void winograd_unit(const void *description, ptrdiff_t unit, ptrdiff_t thread) {
    winograd_inputs_unit(description, unit, thread);
    winograd_products_unit(description, unit, thread);
    winograd_outputs_unit(description, unit, thread);
}
