// The two ends of the network's decoder: a convolution, its bias, a sigmoid, and the result in the picture's planes.
#pragma once

/// The memory behind a ring's rows.
INLINE float *picture_row_scratch(const PictureLayer *layer, const RowRing *ring) {
    return (float *)ring->rows + layer->convolution.kernel_height * ring->row_size;
}

/// A convolution to 12 channels and a pixel shuffle: channel 4 * colour + 2 * y + x is the pixel at (y, x) of 2x2.
static void pixel_shuffle_unit(const void *description, ptrdiff_t unit, ptrdiff_t thread) {
    const PictureLayer *layer = description;
    const ConvolutionLayer *convolution = &layer->convolution;
    const ptrdiff_t width = convolution->output.width;
    const ptrdiff_t first = unit * convolution->rows_per_unit;
    const ptrdiff_t end = smaller(first + convolution->rows_per_unit, convolution->output.height);
    RowRing ring = row_ring(convolution, first, thread);
    float *pixels = picture_row_scratch(layer, &ring);
    for (ptrdiff_t row = first; row < end && 2 * row < layer->height; row++) {
        advance(convolution, &ring, row);
        convolve_row(convolution, &ring, pixels, KernelBlock, KernelBlock);
        UNROLL for (int part = 0; part < PARTS; part++) {
            const Vector bias = load(layer->bias + part * LANES);
            for (ptrdiff_t column = 0; column < width; column++) {
                float *values = pixels + column * KernelBlock + part * LANES;
                store(values, sigmoid(load(values) + bias));
            }
        }
        for (ptrdiff_t line = 0; line < 2 * PICTURE_COLOURS; line++) {
            const ptrdiff_t colour = line / 2, y = 2 * row + line % 2;
            if (y >= layer->height) continue;
            float *target = layer->planes + (colour * layer->height + y) * layer->width;
            const float *source = pixels + 2 * line;
            for (ptrdiff_t column = 0; column < layer->width / 2; column++) {
                target[2 * column] = source[column * KernelBlock];
                target[2 * column + 1] = source[column * KernelBlock + 1];
            }
            if (layer->width % 2) target[layer->width - 1] = source[layer->width / 2 * KernelBlock];
        }
    }
}

/// A convolution to three colours with a wide kernel. Three outputs would leave most lanes idle; so every column of
/// the kernel has outputs of its own, and a pixel is the sum along a diagonal.
static void wide_kernel_unit(const void *description, ptrdiff_t unit, ptrdiff_t thread) {
    const PictureLayer *layer = description;
    const ConvolutionLayer *convolution = &layer->convolution;
    const ptrdiff_t channels = convolution->output.blocks * KernelBlock;
    const ptrdiff_t first = unit * convolution->rows_per_unit;
    const ptrdiff_t end = smaller(first + convolution->rows_per_unit, smaller(convolution->output.height, layer->height));
    RowRing ring = row_ring(convolution, first, thread);
    float *spread = picture_row_scratch(layer, &ring);
    float *colours = spread + convolution->output.width * channels;
    const ptrdiff_t colour_stride = (layer->width + KernelBlock - 1) / KernelBlock * KernelBlock;
    for (ptrdiff_t row = first; row < end; row++) {
        advance(convolution, &ring, row);
        convolve_row(convolution, &ring, spread, channels, KernelBlock);
        for (ptrdiff_t column = 0; column < layer->width; column++) {
            for (ptrdiff_t colour = 0; colour < PICTURE_COLOURS; colour++) {
                float sum = layer->bias[colour];
                for (ptrdiff_t tap = 0; tap < layer->spread; tap++) {
                    sum += spread[(column + tap) * channels + tap * PICTURE_COLOURS + colour];
                }
                colours[colour * colour_stride + column] = sum;
            }
        }
        for (ptrdiff_t colour = 0; colour < PICTURE_COLOURS; colour++) {
            float *values = colours + colour * colour_stride;
            for (ptrdiff_t column = 0; column < colour_stride; column += LANES) {
                store(values + column, sigmoid(load(values + column)));
            }
            __builtin_memcpy(
                layer->planes + (colour * layer->height + row) * layer->width, values,
                (size_t)layer->width * sizeof(float));
        }
    }
}
