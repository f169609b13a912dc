// The stem, a 9x9 convolution of the photograph, by Winograd's F(4x4, 3x3) with a quarter of the products.
//
// Rows of the kernel that are three apart make a kernel of three rows on every third row of the picture, and columns
// likewise. So the kernel falls apart into 3x3 kernels of 3x3, and a patch of 12x12 outputs into 3x3 tiles of 4x4, each
// by the remainder of its rows and columns. The tile of remainder q needs for the kernel of remainder i the picture's
// rows q + i, q + i + 3 and so on: five transforms serve all nine pairs. In the interleaved picture, columns of
// neighbouring remainders lie side by side, so that the same holds across without any copying: 15 lanes are what five
// offsets have of three colours, and tile p reads nine of them from 3 * p on.
#pragma once

enum {
    /// Remainders of rows, of columns, of rows and columns of the kernel.
    STEM_STEP = 3,
    /// Lanes that a tile reads of one row of the kernel.
    STEM_TAPS = STEM_STEP * PICTURE_CHANNELS,
};

/// A run of patches and its scratch memory.
typedef struct PatchRun {
    ptrdiff_t top;
    ptrdiff_t left;
    ptrdiff_t count;
    /// The rows of the picture, interleaved.
    float *rows;
    /// [point][patch][offset of rows][offset of columns, colour].
    float *inputs;
    /// [point][patch][channel], of one tile of each patch.
    float *outputs;
} PatchRun;

/// Interleaves the rows of the picture that a run sees.
INLINE void interleave_rows(const StemLayer *layer, const PatchRun *run) {
    const ptrdiff_t columns = run->count * KernelStemPatch + KernelStemSide - 1;
    for (ptrdiff_t row = 0; row < STEM_ROWS; row++) {
        float *interleaved = run->rows + row * STEM_ROW;
        for (ptrdiff_t colour = 0; colour < PICTURE_CHANNELS; colour++) {
            const float *source = layer->planes
                + (colour * layer->height + layer->rows[run->top + row]) * layer->width;
            const int32_t *shown = layer->columns + run->left;
            for (ptrdiff_t column = 0; column < columns; column++) {
                interleaved[column * PICTURE_CHANNELS + colour] = source[shown[column]];
            }
        }
    }
}

/// Transforms all offsets of a run's patches.
INLINE void transform_patches(const PatchRun *run) {
    for (ptrdiff_t patch = 0; patch < run->count; patch++) {
        UNROLL for (int part = 0; part < PARTS; part++) {
            Vector across[STEM_ROWS][TILE_INPUTS];
            for (ptrdiff_t row = 0; row < STEM_ROWS; row++) {
                const float *source = run->rows + row * STEM_ROW + patch * KernelStemPatch * PICTURE_CHANNELS
                    + part * LANES;
                Vector values[TILE_INPUTS];
                UNROLL for (int x = 0; x < TILE_INPUTS; x++) {
                    values[x] = load_anywhere(source + x * STEM_STEP * PICTURE_CHANNELS);
                }
                transform_input(values, 1, across[row]);
            }
            float *points = run->inputs + patch * STEM_PATCH + part * LANES;
            for (ptrdiff_t offset = 0; offset < STEM_OFFSETS; offset++) {
                UNROLL for (int x = 0; x < TILE_INPUTS; x++) {
                    Vector down[TILE_INPUTS];
                    transform_input(&across[offset][x], STEM_STEP * TILE_INPUTS, down);
                    UNROLL for (int y = 0; y < TILE_INPUTS; y++) {
                        store(points + (y * TILE_INPUTS + x) * STEM_POINT + offset * KernelBlock, down[y]);
                    }
                }
            }
        }
    }
}

/// The products of the tiles at a remainder of rows and columns, one of each patch.
INLINE void multiply_patches(const StemLayer *layer, const PatchRun *run, ptrdiff_t row, ptrdiff_t column) {
    const ptrdiff_t blocks = layer->output.blocks;
    const ptrdiff_t segments[STEM_STEP] = {0, KernelBlock, 2 * KernelBlock};
    for (ptrdiff_t point = 0; point < KernelWinogradPoints; point++) {
        const Product product = {
            .weights = (const float *)layer->weights + point * STEM_STEP * STEM_TAPS * blocks * KernelBlock,
            .input = run->inputs + point * STEM_POINT + row * KernelBlock + column * PICTURE_CHANNELS,
            .segments = segments,
            .segment_count = STEM_STEP,
            .segment_length = STEM_TAPS,
            .input_stride = STEM_PATCH,
            .output = run->outputs + point * stem_product_stride(blocks),
            .output_stride = winograd_tile_stride(blocks),
            .block_stride = KernelBlock,
        };
        multiply_all(product, blocks, run->count);
    }
}

/// Transforms `run->outputs` into every third row and column of the output.
INLINE void transform_patch_outputs(
    const StemLayer *layer, const PatchRun *run, ptrdiff_t row, ptrdiff_t column, float *unit
) {
    const FeatureMapView output = layer->output;
    const ptrdiff_t top = run->top + row;
    const bool begins = run->left == 0 && row == 0 && column == 0;
    for (ptrdiff_t vector = 0; vector < output.blocks * PARTS; vector++) {
        float *plane = output.values + vector / PARTS * output.rows_held * output.width * KernelBlock
            + vector % PARTS * LANES;
        Moments moments = moments_load(unit, output.blocks, vector * LANES);
        for (ptrdiff_t patch = 0; patch < run->count; patch++) {
            Vector down[TILE_OUTPUTS * TILE_INPUTS];
            transform_output_columns(
                run->outputs + patch * winograd_tile_stride(output.blocks) + vector * LANES,
                stem_product_stride(output.blocks), down);
            const ptrdiff_t left = run->left + patch * KernelStemPatch + column;
            UNROLL for (int y = 0; y < TILE_OUTPUTS; y++) {
                const ptrdiff_t shown = top + y * STEM_STEP;
                if (shown >= output.height) break;
                float *values_of_row = plane + (shown % output.rows_held * output.width + left) * KernelBlock;
                Vector values[TILE_OUTPUTS];
                transform_output(down + y * TILE_INPUTS, 1, values);
                if (begins && y == 0 && patch == 0) moments = moments_around(values[0]);
                UNROLL for (int x = 0; x < TILE_OUTPUTS; x++) {
                    if (left + x * STEM_STEP >= output.width) break;
                    store(values_of_row + x * STEM_STEP * KernelBlock, values[x]);
                    moments_add(&moments, values[x]);
                }
            }
        }
        moments_store(&moments, unit, output.blocks, vector * LANES);
    }
}

static void stem_unit(const void *description, ptrdiff_t unit, ptrdiff_t thread) {
    const StemLayer *layer = description;
    const FeatureMapView output = layer->output;
    const ptrdiff_t patches = (output.width + KernelStemPatch - 1) / KernelStemPatch;
    float *scratch = layer->scratch + thread * layer->scratch_per_thread;
    float *moments = layer->moments + unit * moments_size(output.blocks);
    PatchRun run = {.top = unit * KernelStemPatch, .rows = scratch, .inputs = scratch + STEM_ROWS * STEM_ROW};
    run.outputs = run.inputs + KernelWinogradPoints * STEM_POINT;
    // Runs of nearly equal length.
    const ptrdiff_t runs = (patches + STEM_PATCHES - 1) / STEM_PATCHES;
    for (ptrdiff_t index = 0; index < runs; index++) {
        const ptrdiff_t first = patches * index / runs;
        run.left = first * KernelStemPatch;
        run.count = patches * (index + 1) / runs - first;
        interleave_rows(layer, &run);
        transform_patches(&run);
        for (ptrdiff_t row = 0; row < STEM_STEP; row++) {
            for (ptrdiff_t column = 0; column < STEM_STEP; column++) {
                multiply_patches(layer, &run, row, column);
                transform_patch_outputs(layer, &run, row, column, moments);
            }
        }
    }
    moments_store_count(moments, output.blocks, smaller(KernelStemPatch, output.height - run.top) * output.width);
}
