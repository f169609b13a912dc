// All kernels in single precision, compiled for the instruction set of the file that includes this. It defines
//
//   KERNEL_SET            the name of the table
//
// and what products.h asks for.
#pragma once

#define OPERANDS 1
#include "products.h"

#include "addition.h"
#include "convolution.h"
#include "stem.h"

const KernelSet KERNEL_SET = {
    .panel_blocks = PANEL_BLOCKS,
    .products = PRODUCT_KERNELS,
    .convolution = convolution_unit,
    .stem = stem_unit,
    .normalised_activation = normalised_activation_unit,
    .residual_addition = residual_addition_unit,
};
