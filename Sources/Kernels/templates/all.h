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
#include "folding.h"
#include "gram.h"
#include "normalisation_gradient.h"
#include "pooling.h"
#include "lightness_transfer.h"
#include "stem.h"

const KernelSet KERNEL_SET = {
    .panel_blocks = PANEL_BLOCKS,
    .products = PRODUCT_KERNELS,
    .convolution = convolution_unit,
    .stem = stem_unit,
    .normalised_activation = normalised_activation_unit,
    .residual_addition = residual_addition_unit,
    .maximum_pooling = maximum_pooling_unit,
    .gram_sums = gram_unit,
    .activation_gradient = activation_gradient_unit,
    .pooling_gradient = pooling_gradient_unit,
    .upsampling_gradient = upsampling_gradient_unit,
    .normalisation_sums = normalisation_sums_unit,
    .normalisation_gradient = normalisation_gradient_unit,
    .shuffled_picture_gradient = shuffled_picture_gradient_unit,
    .picture_gradient = picture_gradient_unit,
    .lightness_transfer = lightness_transfer_unit,
};
