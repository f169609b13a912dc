#pragma once

#include "kernel_set.h"

extern const KernelSet portable_kernels;
#if defined(__x86_64__)
extern const KernelSet avx2_kernels;
extern const KernelSet avx512_kernels;
extern const ProductKernels avx512_brain_float_kernels;
#endif
