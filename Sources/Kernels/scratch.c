// How much memory the kernels need beside their inputs and outputs.
#include "gradients.h"
#include "layers.h"
#include "scratch.h"

ptrdiff_t moments_size(ptrdiff_t output_blocks) {
    return (3 * output_blocks + 1) * KernelBlock;
}

ptrdiff_t winograd_scratch(ptrdiff_t input_blocks, ptrdiff_t output_blocks, ptrdiff_t tiles_per_run) {
    return KernelWinogradPoints
        * (winograd_point_stride(input_blocks, tiles_per_run) + winograd_point_stride(output_blocks, tiles_per_run));
}

ptrdiff_t upsampling_scratch(ptrdiff_t input_blocks, ptrdiff_t output_blocks) {
    return UPSAMPLING_DIFFERENCES * upsampling_difference_stride(input_blocks)
        + UPSAMPLING_PRODUCTS * upsampling_product_stride(output_blocks);
}

ptrdiff_t convolution_scratch(ptrdiff_t input_blocks, ptrdiff_t padded_width, ptrdiff_t kernel_height) {
    return convolution_segments_size(input_blocks, kernel_height)
        + kernel_height * convolution_row_size(input_blocks, padded_width);
}

ptrdiff_t picture_scratch(
    ptrdiff_t input_blocks, ptrdiff_t padded_width, ptrdiff_t kernel_height, ptrdiff_t output_blocks,
    ptrdiff_t output_width
) {
    return convolution_scratch(input_blocks, padded_width, kernel_height)
        + (output_blocks * KernelBlock + PICTURE_COLOURS) * (output_width + KernelBlock);
}

ptrdiff_t stem_scratch(ptrdiff_t output_blocks) {
    return STEM_ROWS * STEM_ROW + KernelWinogradPoints * (STEM_POINT + stem_product_stride(output_blocks));
}

ptrdiff_t gram_size(ptrdiff_t blocks) {
    return blocks * (blocks + 1) / 2 * KernelBlock * KernelBlock;
}

ptrdiff_t gram_scratch(ptrdiff_t blocks) {
    return blocks * GRAM_PIXELS * KernelBlock;
}

ptrdiff_t gram_gradient_scratch(ptrdiff_t blocks) {
    return 2 * GRAM_GRADIENT_PIXELS * winograd_tile_stride(blocks);
}
