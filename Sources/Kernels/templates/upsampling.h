// Nearest upsampling followed by a 3x3 convolution.
//
// In one dimension, the two outputs over pixel i see only x[i-1], x[i] and x[i+1]:
//
//   left  = w0 x[i-1] + (w1 + w2) x[i]  =  (w0 + w1 + w2) x[i] - w0 (x[i] - x[i-1])
//   right = (w0 + w1) x[i] + w2 x[i+1]  =  (w0 + w1 + w2) x[i] + w2 (x[i+1] - x[i])
//
// Three products for two outputs; in two dimensions nine for four, where the plain way needs 36. The mirrored border
// of the large picture is the repeated border of the small one. The signs are in the weights.
#pragma once

enum {
    /// The kinds of differences: of pixels, of columns, of rows (with the row above, with the row below), of both.
    VALUE,
    ACROSS,
    ABOVE,
    BELOW,
    ABOVE_ACROSS,
    BELOW_ACROSS,
};

/// A product's input: which differences, and whether those of the next column.
typedef struct UpsamplingTerm {
    int difference;
    int next;
} UpsamplingTerm;

/// Products in the order (rows: sum, first, last weight) x (columns: sum, first, last weight).
static const UpsamplingTerm upsampling_terms[UPSAMPLING_PRODUCTS] = {
    {VALUE, 0}, {ACROSS, 0}, {ACROSS, 1},
    {ABOVE, 0}, {ABOVE_ACROSS, 0}, {ABOVE_ACROSS, 1},
    {BELOW, 0}, {BELOW_ACROSS, 0}, {BELOW_ACROSS, 1},
};

/// Fills `differences`, [kind][column][channel], for `count` columns from `left` and the one behind them.
INLINE void upsampling_differences(
    const UpsamplingLayer *layer, ptrdiff_t row, ptrdiff_t left, ptrdiff_t count, Operand *differences, const bool active
) {
    const FeatureMapView input = layer->input;
    const ptrdiff_t column_stride = upsampling_column_stride(input.blocks);
    const ptrdiff_t stride = upsampling_difference_stride(input.blocks);
    const ptrdiff_t above = row > 0 ? row - 1 : 0, below = smaller(row + 1, input.height - 1);
    for (ptrdiff_t vector = 0; vector < input.blocks * PARTS; vector++) {
        const float *plane = input.values + vector / PARTS * input.height * input.width * KernelBlock
            + vector % PARTS * LANES;
        const float *top = plane + above * input.width * KernelBlock;
        const float *middle = plane + row * input.width * KernelBlock;
        const float *bottom = plane + below * input.width * KernelBlock;
        const Activation activation = activation_at(layer->activation, vector * LANES);
        const ptrdiff_t before = (left > 0 ? left - 1 : 0) * KernelBlock;
        Vector last = load_active(middle + before, activation, active);
        Vector last_above = last - load_active(top + before, activation, active);
        Vector last_below = load_active(bottom + before, activation, active) - last;
        Operand *output = differences + vector * LANES;
        for (ptrdiff_t index = 0; index <= count; index++, output += column_stride) {
            const ptrdiff_t column = smaller(left + index, input.width - 1) * KernelBlock;
            const Vector value = load_active(middle + column, activation, active);
            const Vector value_above = value - load_active(top + column, activation, active);
            const Vector value_below = load_active(bottom + column, activation, active) - value;
            store_operands(output + VALUE * stride, value);
            store_operands(output + ACROSS * stride, value - last);
            store_operands(output + ABOVE * stride, value_above);
            store_operands(output + BELOW * stride, value_below);
            store_operands(output + ABOVE_ACROSS * stride, value_above - last_above);
            store_operands(output + BELOW_ACROSS * stride, value_below - last_below);
            last = value;
            last_above = value_above;
            last_below = value_below;
        }
    }
}

/// Sums `products`, [product][column][channel], to four outputs each.
INLINE void upsampling_outputs(
    const UpsamplingLayer *layer, ptrdiff_t row, ptrdiff_t left, ptrdiff_t count, const float *products, float *unit
) {
    const FeatureMapView output = layer->output;
    const ptrdiff_t column_stride = upsampling_column_stride(output.blocks);
    const ptrdiff_t stride = upsampling_product_stride(output.blocks);
    for (ptrdiff_t vector = 0; vector < output.blocks * PARTS; vector++) {
        float *upper = output.values
            + ((vector / PARTS * output.rows_held + 2 * row % output.rows_held) * output.width + 2 * left) * KernelBlock
            + vector % PARTS * LANES;
        float *lower = upper + output.width * KernelBlock;
        Moments moments = moments_load(unit, output.blocks, vector * LANES);
        for (ptrdiff_t column = 0; column < count; column++) {
            Vector product[UPSAMPLING_PRODUCTS];
            UNROLL for (int index = 0; index < UPSAMPLING_PRODUCTS; index++) {
                product[index] = load(products + index * stride + column * column_stride + vector * LANES);
            }
            const Vector up = product[0] + product[3], down = product[0] + product[6];
            const Vector values[4] = {
                up + (product[1] + product[4]), up + (product[2] + product[5]),
                down + (product[1] + product[7]), down + (product[2] + product[8]),
            };
            if (left + column == 0) moments = moments_around(values[0]);
            store(upper + 2 * column * KernelBlock, values[0]);
            store(upper + (2 * column + 1) * KernelBlock, values[1]);
            store(lower + 2 * column * KernelBlock, values[2]);
            store(lower + (2 * column + 1) * KernelBlock, values[3]);
            UNROLL for (int index = 0; index < 4; index++) moments_add(&moments, values[index]);
        }
        moments_store(&moments, unit, output.blocks, vector * LANES);
    }
    moments_store_count(unit, output.blocks, 4 * (left + count));
}

/// The nine products of `count` columns.
INLINE void upsampling_multiply(
    const UpsamplingLayer *layer, const Operand *differences, float *products, ptrdiff_t count
) {
    const ptrdiff_t inputs = layer->input.blocks, outputs = layer->output.blocks;
    const ptrdiff_t input_column = upsampling_column_stride(inputs);
    const ptrdiff_t whole[1] = {0};
    for (int index = 0; index < UPSAMPLING_PRODUCTS; index++) {
        const UpsamplingTerm term = upsampling_terms[index];
        const Product product = {
            .weights = (const Operand *)layer->weights + index * inputs * outputs * KernelBlock * KernelBlock,
            .input = differences + term.difference * upsampling_difference_stride(inputs) + term.next * input_column,
            .segments = whole,
            .segment_count = 1,
            .segment_length = inputs * KernelBlock,
            .input_stride = input_column,
            .output = products + index * upsampling_product_stride(outputs),
            .output_stride = upsampling_column_stride(outputs),
            .block_stride = KernelBlock,
        };
        multiply_all(product, outputs, count);
    }
}

/// Where a thread keeps its differences; the products follow.
INLINE Operand *upsampling_scratch_of(const UpsamplingLayer *layer, ptrdiff_t thread) {
    return (Operand *)(layer->scratch + thread * layer->scratch_per_thread);
}

INLINE float *upsampling_products_behind(const UpsamplingLayer *layer, Operand *differences) {
    return (float *)differences + UPSAMPLING_DIFFERENCES * upsampling_difference_stride(layer->input.blocks);
}

static void upsampling_unit(const void *description, ptrdiff_t unit, ptrdiff_t thread) {
    const UpsamplingLayer *layer = description;
    Operand *differences = upsampling_scratch_of(layer, thread);
    float *products = upsampling_products_behind(layer, differences);
    float *moments = layer->moments + unit * moments_size(layer->output.blocks);
    for (ptrdiff_t left = 0; left < layer->input.width; left += KernelUpsamplingColumns) {
        const ptrdiff_t count = smaller(KernelUpsamplingColumns, layer->input.width - left);
        if (layer->activation.scale) {
            upsampling_differences(layer, unit, left, count, differences, true);
        } else {
            upsampling_differences(layer, unit, left, count, differences, false);
        }
        upsampling_multiply(layer, differences, products, count);
        upsampling_outputs(layer, unit, left, count, products, moments);
    }
}

/// The products of a unit alone, of whatever lies in the scratch memory.
static void upsampling_products_unit(const void *description, ptrdiff_t unit, ptrdiff_t thread) {
    const UpsamplingLayer *layer = description;
    Operand *differences = upsampling_scratch_of(layer, thread);
    for (ptrdiff_t left = 0; left < layer->input.width; left += KernelUpsamplingColumns) {
        const ptrdiff_t count = smaller(KernelUpsamplingColumns, layer->input.width - left);
        upsampling_multiply(layer, differences, upsampling_products_behind(layer, differences), count);
    }
}
