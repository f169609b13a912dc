// Convolution of feature maps and of the photograph, computed directly, row by row.
#pragma once

static void convolution_unit(const void *description, ptrdiff_t unit, ptrdiff_t thread) {
    const ConvolutionLayer *layer = description;
    const FeatureMapView output = layer->output;
    const ptrdiff_t plane = output.rows_held * output.width * KernelBlock;
    const ptrdiff_t first = unit * layer->rows_per_unit;
    const ptrdiff_t end = smaller(first + layer->rows_per_unit, output.height);
    float *moments_of_unit = layer->moments + unit * moments_size(output.blocks);
    RowRing ring = row_ring(layer, first, thread);
    for (ptrdiff_t row = first; row < end; row++) {
        advance(layer, &ring, row);
        float *values = output.values + row % output.rows_held * output.width * KernelBlock;
        convolve_row(layer, &ring, values, KernelBlock, plane);
        for (ptrdiff_t vector = 0; vector < output.blocks * PARTS; vector++) {
            const float *source = values + vector / PARTS * plane + vector % PARTS * LANES;
            Moments moments = row == first ? moments_around(load(source))
                                           : moments_load(moments_of_unit, output.blocks, vector * LANES);
            for (ptrdiff_t column = 0; column < output.width; column++) {
                moments_add(&moments, load(source + column * KernelBlock));
            }
            moments_store(&moments, moments_of_unit, output.blocks, vector * LANES);
        }
    }
    moments_store_count(moments_of_unit, output.blocks, (end - first) * output.width);
}
