// The inner loop of everything: output[column][channel] = sum over i of input[column][i] * weights[i][channel].
//
// A tile of columns and output channels is summed in registers: each input is broadcast to all lanes and multiplied
// with a panel of weights. The input need not be contiguous: it comes in segments, which lie anywhere. With pairs of
// operands, two positions are multiplied at once: [position / 2][channel of the panel][2] are the weights then.
#pragma once

enum {
    /// No tile has more columns.
    MOST_COLUMNS = 16,
};

typedef struct Product {
    /// One panel: [segment][position][channel of the panel]; of all panels, one after the other, for `multiply_all`.
    const Operand *weights;
    const Operand *input;
    /// Where each segment of column 0 begins, counted from `input`.
    const ptrdiff_t *segments;
    ptrdiff_t segment_count;
    /// A multiple of OPERANDS.
    ptrdiff_t segment_length;
    /// From one column to the next.
    ptrdiff_t input_stride;
    float *output;
    /// From one column to the next.
    ptrdiff_t output_stride;
    /// From one block of output channels to the next.
    ptrdiff_t block_stride;
} Product;

typedef void TileFunction(const Product *product, ptrdiff_t first_column);

INLINE void multiply_tile(const Product *product, ptrdiff_t first, const int blocks, const int columns) {
    Vector sums[MOST_COLUMNS][PANEL_BLOCKS * PARTS];
    const int vectors = blocks * PARTS;
    UNROLL for (int column = 0; column < columns; column++) {
        UNROLL for (int vector = 0; vector < vectors; vector++) sums[column][vector] = splat(0);
    }
    const ptrdiff_t stride = product->input_stride, length = product->segment_length;
    const Operand *weights = product->weights;
    for (ptrdiff_t segment = 0; segment < product->segment_count; segment++) {
        const Operand *input = product->input + product->segments[segment] + first * stride;
        for (ptrdiff_t position = 0; position < length; position += OPERANDS) {
            Operands weight[PANEL_BLOCKS * PARTS];
            UNROLL for (int vector = 0; vector < vectors; vector++) {
                weight[vector] = load_operands(weights + vector * LANES * OPERANDS);
            }
            UNROLL for (int column = 0; column < columns; column++) {
                const Operands value = splat_operands(input + column * stride + position);
                UNROLL for (int vector = 0; vector < vectors; vector++) {
                    sums[column][vector] = multiply_add(sums[column][vector], value, weight[vector]);
                }
            }
            weights += blocks * KernelBlock * OPERANDS;
        }
    }
    float *output = product->output + first * product->output_stride;
    const ptrdiff_t output_stride = product->output_stride, block_stride = product->block_stride;
    UNROLL for (int column = 0; column < columns; column++, output += output_stride) {
        UNROLL for (int block = 0; block < blocks; block++) {
            UNROLL for (int part = 0; part < PARTS; part++) {
                store(output + block * block_stride + part * LANES, sums[column][block * PARTS + part]);
            }
        }
    }
}

// One function for each size of tile, so that no column is computed for nothing.
#define TILE(blocks, columns)                                                              \
    NOINLINE void tile_##blocks##_##columns(const Product *product, ptrdiff_t first) {     \
        if (columns <= TILE_COLUMNS(blocks)) multiply_tile(product, first, blocks, columns); \
    }
#define TILES(blocks)                                                                              \
    TILE(blocks, 1) TILE(blocks, 2) TILE(blocks, 3) TILE(blocks, 4) TILE(blocks, 5) TILE(blocks, 6) \
    TILE(blocks, 7) TILE(blocks, 8) TILE(blocks, 9) TILE(blocks, 10) TILE(blocks, 11) TILE(blocks, 12) \
    TILE(blocks, 13) TILE(blocks, 14) TILE(blocks, 15) TILE(blocks, 16)
#define TILE_NAMES(blocks)                                                                            \
    {                                                                                                 \
        tile_##blocks##_1, tile_##blocks##_2, tile_##blocks##_3, tile_##blocks##_4, tile_##blocks##_5, \
        tile_##blocks##_6, tile_##blocks##_7, tile_##blocks##_8, tile_##blocks##_9, tile_##blocks##_10, \
        tile_##blocks##_11, tile_##blocks##_12, tile_##blocks##_13, tile_##blocks##_14,              \
        tile_##blocks##_15, tile_##blocks##_16                                                        \
    }

TILES(1)
#if PANEL_BLOCKS == 4
TILES(2)
TILES(3)
TILES(4)
#endif

/// [blocks - 1][columns - 1]
static TileFunction *const tile_functions[PANEL_BLOCKS][MOST_COLUMNS] = {
    TILE_NAMES(1),
#if PANEL_BLOCKS == 4
    TILE_NAMES(2),
    TILE_NAMES(3),
    TILE_NAMES(4),
#endif
};

/// Multiplies one panel of `blocks` blocks with columns `0 ..< columns`, in tiles of nearly equal size.
INLINE void multiply_panel(const Product *product, ptrdiff_t blocks, ptrdiff_t columns) {
    const ptrdiff_t widest = TILE_COLUMNS(blocks);
    const ptrdiff_t tiles = (columns + widest - 1) / widest;
    for (ptrdiff_t tile = 0, column = 0; tile < tiles; tile++) {
        ptrdiff_t end = columns * (tile + 1) / tiles;
        tile_functions[blocks - 1][end - column - 1](product, column);
        column = end;
    }
}

/// Multiplies all panels of `blocks` blocks of output channels with columns `0 ..< columns`.
NOINLINE void multiply_all(Product product, ptrdiff_t blocks, ptrdiff_t columns) {
    for (ptrdiff_t block = 0; block < blocks; block += PANEL_BLOCKS) {
        ptrdiff_t panel = smaller(PANEL_BLOCKS, blocks - block);
        multiply_panel(&product, panel, columns);
        product.weights += product.segment_count * product.segment_length * panel * KernelBlock;
        product.output += panel * product.block_stride;
    }
}
