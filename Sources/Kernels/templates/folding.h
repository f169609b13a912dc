// The way back through a mirrored border, pooling or upsampling, and a ReLU.
#pragma once

/// The rows of a padded gradient that one row of the map receives: its own, and those of the border that show it.
typedef struct FoldedRow {
    /// Where the left border of each begins; of the vector's channels.
    const float *rows[3];
    int count;
    ptrdiff_t width;
    ptrdiff_t before;
    ptrdiff_t behind;
} FoldedRow;

INLINE FoldedRow folded_row(const PaddedGradient *gradient, ptrdiff_t block, ptrdiff_t lane, ptrdiff_t row) {
    const FeatureMapView map = gradient->map;
    FoldedRow folded = {
        .width = map.width - 2, .before = gradient->column_before, .behind = gradient->column_behind};
    if (map.values == NULL) return folded;
    const ptrdiff_t line = map.width * KernelBlock;
    const float *top = map.values + block * map.height * line + lane;
    folded.rows[folded.count++] = top + (row + 1) * line;
    if (row == gradient->row_before) folded.rows[folded.count++] = top;
    if (row == gradient->row_behind) folded.rows[folded.count++] = top + (map.height - 1) * line;
    return folded;
}

INLINE Vector folded_value(const FoldedRow *folded, ptrdiff_t column) {
    Vector sum = splat(0);
    for (int index = 0; index < folded->count; index++) {
        const float *row = folded->rows[index];
        sum += load(row + (column + 1) * KernelBlock);
        if (column == folded->before) sum += load(row);
        if (column == folded->behind) sum += load(row + (folded->width + 1) * KernelBlock);
    }
    return sum;
}

INLINE void clear_pixels(float *values, ptrdiff_t count) {
    __builtin_memset(values, 0, (size_t)(count * KernelBlock) * sizeof(float));
}

/// Zeros around one row of a block of a map with a margin, and above the first and below the last one.
INLINE void clear_margin(const FeatureMapView output, ptrdiff_t block, ptrdiff_t row) {
    const ptrdiff_t line = output.width * KernelBlock;
    float *top = output.values + block * output.height * line;
    clear_pixels(top + (row + 1) * line, 1);
    clear_pixels(top + (row + 2) * line - KernelBlock, 1);
    if (row == 0) clear_pixels(top, output.width);
    if (row == output.height - 3) clear_pixels(top + (output.height - 1) * line, output.width);
}

/// One row of a block of the features, and where its gradient goes; of the vector's channels.
typedef struct GradientRow {
    const float *features;
    float *output;
    Activation activation;
    bool adds;
} GradientRow;

INLINE GradientRow gradient_row(const ActivationGradientLayer *layer, ptrdiff_t block, ptrdiff_t lane, ptrdiff_t row) {
    const FeatureMapView features = layer->features, output = layer->output;
    return (GradientRow){
        .features = features.values + (block * features.height + row) * features.width * KernelBlock + lane,
        .output = output.values + ((block * output.height + row + 1) * output.width + 1) * KernelBlock + lane,
        .activation = activation_at(layer->activation, block * KernelBlock + lane),
        .adds = layer->adds,
    };
}

INLINE Vector feature(const GradientRow *row, ptrdiff_t column) {
    return load(row->features + column * KernelBlock) * row->activation.scale + row->activation.shift;
}

/// Passes a gradient on where the ReLU did so with a feature.
INLINE void pass_back(const GradientRow *row, ptrdiff_t column, Vector feature, Vector gradient) {
    float *place = row->output + column * KernelBlock;
    if (row->adds) gradient += load(place);
    store(place, (Vector)((IntegerVector)gradient & (feature > 0)));
}

static void activation_gradient_unit(const void *description, ptrdiff_t unit, ptrdiff_t thread) {
    const ActivationGradientLayer *layer = description;
    const ptrdiff_t block = unit / layer->features.height, index = unit % layer->features.height;
    UNROLL for (int part = 0; part < PARTS; part++) {
        const FoldedRow folded = folded_row(&layer->gradient, block, part * LANES, index);
        const GradientRow row = gradient_row(layer, block, part * LANES, index);
        for (ptrdiff_t column = 0; column < layer->features.width; column++) {
            pass_back(&row, column, feature(&row, column), folded_value(&folded, column));
        }
    }
    clear_margin(layer->output, block, index);
}

/// The whole gradient of a pooled value goes to the largest of the four; of equal ones to the first.
INLINE void pass_back_pooled(const GradientRow *upper, const GradientRow *lower, ptrdiff_t column, Vector gradient) {
    const Vector a = feature(upper, column), b = feature(upper, column + 1);
    const Vector c = feature(lower, column), d = feature(lower, column + 1);
    const IntegerVector first = (a >= b) & (a >= c) & (a >= d);
    const IntegerVector second = ~first & (b >= c) & (b >= d);
    const IntegerVector third = ~first & ~second & (c >= d);
    pass_back(upper, column, a, (Vector)((IntegerVector)gradient & first));
    pass_back(upper, column + 1, b, (Vector)((IntegerVector)gradient & second));
    pass_back(lower, column, c, (Vector)((IntegerVector)gradient & third));
    pass_back(lower, column + 1, d, (Vector)((IntegerVector)gradient & ~(first | second | third)));
}

static void pooling_gradient_unit(const void *description, ptrdiff_t unit, ptrdiff_t thread) {
    const ActivationGradientLayer *layer = description;
    const ptrdiff_t height = layer->features.height, width = layer->features.width;
    const ptrdiff_t pairs = (height + 1) / 2, block = unit / pairs, index = unit % pairs;
    const bool pooled = 2 * index + 1 < height;
    UNROLL for (int part = 0; part < PARTS; part++) {
        const GradientRow upper = gradient_row(layer, block, part * LANES, 2 * index);
        // What was left out of the pooling receives nothing from it.
        ptrdiff_t column = 0;
        if (pooled) {
            const GradientRow lower = gradient_row(layer, block, part * LANES, 2 * index + 1);
            const FoldedRow folded = folded_row(&layer->gradient, block, part * LANES, index);
            for (; column + 1 < width; column += 2) {
                pass_back_pooled(&upper, &lower, column, folded_value(&folded, column / 2));
            }
            if (column < width) pass_back(&lower, column, feature(&lower, column), splat(0));
        }
        for (; column < width; column++) pass_back(&upper, column, feature(&upper, column), splat(0));
    }
    clear_margin(layer->output, block, 2 * index);
    if (pooled) clear_margin(layer->output, block, 2 * index + 1);
}

/// A value receives what its four copies do.
static void upsampling_gradient_unit(const void *description, ptrdiff_t unit, ptrdiff_t thread) {
    const ActivationGradientLayer *layer = description;
    const ptrdiff_t block = unit / layer->features.height, index = unit % layer->features.height;
    UNROLL for (int part = 0; part < PARTS; part++) {
        const FoldedRow upper = folded_row(&layer->gradient, block, part * LANES, 2 * index);
        const FoldedRow lower = folded_row(&layer->gradient, block, part * LANES, 2 * index + 1);
        const GradientRow row = gradient_row(layer, block, part * LANES, index);
        for (ptrdiff_t column = 0; column < layer->features.width; column++) {
            const Vector above = folded_value(&upper, 2 * column) + folded_value(&upper, 2 * column + 1);
            const Vector below = folded_value(&lower, 2 * column) + folded_value(&lower, 2 * column + 1);
            pass_back(&row, column, feature(&row, column), above + below);
        }
    }
    clear_margin(layer->output, block, index);
}

static void picture_gradient_unit(const void *description, ptrdiff_t unit, ptrdiff_t thread) {
    const PictureGradientLayer *layer = description;
    const FoldedRow folded = folded_row(&layer->gradient, 0, 0, unit);
    for (ptrdiff_t column = 0; column < layer->width; column++) {
        // Three colours are fewer than any vector has lanes.
        const Vector value = folded_value(&folded, column);
        for (ptrdiff_t colour = 0; colour < 3; colour++) {
            layer->planes[(colour * layer->height + unit) * layer->width + column] = value[colour];
        }
    }
}
