// All kernels, compiled for the instruction set of the file that includes this. It defines
//
//   LANES                 floats of a vector register
//   PANEL_BLOCKS          the widest panel of output channels of the inner loop, in blocks of 16
//   TILE_COLUMNS(blocks)  columns that the inner loop computes together, so that all sums stay in registers
//   KERNEL_SET            the name of the table
#pragma once

#include "vector.h"

#include "multiply.h"

#include "addition.h"
#include "convolution.h"
#include "peak.h"
#include "picture.h"
#include "upsampling.h"
#include "winograd.h"

const KernelSet KERNEL_SET = {
    .panel_blocks = PANEL_BLOCKS,
    .winograd = winograd_unit,
    .upsampling = upsampling_unit,
    .convolution = convolution_unit,
    .pixel_shuffle_picture = pixel_shuffle_unit,
    .wide_kernel_picture = wide_kernel_unit,
    .normalised_activation = normalised_activation_unit,
    .residual_addition = residual_addition_unit,
    .measurement =
        {
            .winograd_inputs = winograd_inputs_unit,
            .winograd_products = winograd_products_unit,
            .winograd_outputs = winograd_outputs_unit,
            .upsampling_products = upsampling_products_unit,
            .multiply_add_peak = multiply_add_peak,
        },
};
