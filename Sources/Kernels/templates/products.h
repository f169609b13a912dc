// The kernels that exist at more than one precision. The file that includes this defines
//
//   LANES                 floats of a vector register
//   OPERANDS              operands of a lane in one product: 1 float or 2 bf16
//   PANEL_BLOCKS          the widest panel of output channels of the inner loop, in blocks of 16
//   TILE_COLUMNS(blocks)  columns that the inner loop computes together, so that all sums stay in registers
#pragma once

#include "vector.h"

#include "operand.h"

#include "multiply.h"

#include "rows.h"

#include "gram_gradient.h"
#include "peak.h"
#include "picture.h"
#include "upsampling.h"
#include "winograd.h"
#include "winograd_picture.h"

#define PRODUCT_KERNELS                                  \
    {                                                    \
        .winograd = winograd_unit,                       \
        .upsampling = upsampling_unit,                   \
        .pixel_shuffle_picture = pixel_shuffle_unit,     \
        .winograd_picture = winograd_picture_unit,       \
        .wide_kernel_picture = wide_kernel_unit,         \
        .gram_gradient = gram_gradient_unit,             \
        .measurement = {                                 \
            .winograd_inputs = winograd_inputs_unit,     \
            .winograd_products = winograd_products_unit, \
            .winograd_outputs = winograd_outputs_unit,   \
            .upsampling_products =                       \
                upsampling_products_unit,                \
            .multiply_add_peak = multiply_add_peak,      \
        },                                               \
    }
