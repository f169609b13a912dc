// The instruction sets and what each of them offers.
#pragma once

#include <stdbool.h>
#include <stddef.h>

/// Computes one unit of a layer.
///
/// Units of one layer are independent: they may run in any order and at the same time, provided
/// that calls that overlap in time have different `thread` numbers. What a unit computes does not
/// depend on the thread.
///
/// - layer: the description of the layer, of the type that the kernel's contract names
/// - unit: 0 ..< the layer's number of units
/// - thread: selects the part of the layer's scratch memory to work in
typedef void (*LayerKernel)(const void *layer, ptrdiff_t unit, ptrdiff_t thread);

/// What is only needed to find out how fast the kernels are.
typedef struct KernelMeasurement {
    /// The three steps of `winograd`, in this order.
    LayerKernel winograd_inputs;
    LayerKernel winograd_products;
    LayerKernel winograd_outputs;
    /// The multiplications of `upsampling`, which gives nothing of use.
    LayerKernel upsampling_products;
    /// Multiplies and adds as fast as one core can, and returns the number of operations. `sink` holds 16 factors and
    /// receives what comes out.
    ptrdiff_t (*multiply_add_peak)(ptrdiff_t rounds, float *sink);
} KernelMeasurement;

/// The kernels of what is painted again for every mix, at one precision.
typedef struct ProductKernels {
    /// Takes a `WinogradLayer`.
    LayerKernel winograd;
    /// Takes an `UpsamplingLayer`.
    LayerKernel upsampling;
    /// Takes a `PictureLayer` of 12 channels: four pixels of three colours.
    LayerKernel pixel_shuffle_picture;
    /// Takes a `WinogradPictureLayer`.
    LayerKernel winograd_picture;
    /// Takes a `PictureLayer` of three channels for each column of the kernel.
    LayerKernel wide_kernel_picture;
    /// Takes a `GramGradientLayer`.
    LayerKernel gram_gradient;
    KernelMeasurement measurement;
} ProductKernels;

/// The kernels of one instruction set. All sets compute the same, up to rounding.
typedef struct KernelSet {
    /// The widest panel of output channels, in blocks of 16, that weights are packed for.
    ptrdiff_t panel_blocks;
    /// In single precision.
    ProductKernels products;
    /// Takes a `ConvolutionLayer`.
    LayerKernel convolution;
    /// Takes a `StemLayer`.
    LayerKernel stem;
    /// Takes an `ElementwiseLayer`: destination = max(0, scale * branch + shift).
    LayerKernel normalised_activation;
    /// Takes an `ElementwiseLayer`: destination = source + scale * branch + shift.
    LayerKernel residual_addition;
    /// Takes a `PoolingLayer`.
    LayerKernel maximum_pooling;
    /// Takes a `GramLayer`.
    LayerKernel gram_sums;
    /// Takes an `ActivationGradientLayer` without pooling or upsampling.
    LayerKernel activation_gradient;
    /// Takes an `ActivationGradientLayer` with pooling.
    LayerKernel pooling_gradient;
    /// Takes an `ActivationGradientLayer` with nearest upsampling by two.
    LayerKernel upsampling_gradient;
    /// Takes a `NormalisationGradientLayer`, the first time.
    LayerKernel normalisation_sums;
    /// The second time.
    LayerKernel normalisation_gradient;
    /// Takes a `ShuffledPictureGradientLayer`.
    LayerKernel shuffled_picture_gradient;
    /// Takes a `PictureGradientLayer`.
    LayerKernel picture_gradient;
    /// Takes a `LightnessTransferLayer`.
    LayerKernel lightness_transfer;
} KernelSet;

/// The instruction sets that kernels are compiled for.
typedef enum KernelInstructionSet {
    KernelInstructionSetPortable,
    KernelInstructionSetAVX2,
    KernelInstructionSetAVX512,
} KernelInstructionSet;

/// The kernels of an instruction set; NULL where this processor or system cannot run them.
const KernelSet *kernel_set(KernelInstructionSet set);

/// The kernels of an instruction set that round inputs and weights of products to bf16, a float's upper half, and sum
/// the products in single precision; maps and moments stay floats. NULL where this processor or system has no such
/// instructions. Panels are as wide as those of the instruction set's other kernels.
const ProductKernels *brain_float_kernels(KernelInstructionSet set);
