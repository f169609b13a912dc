// The kernels for processors that multiply pairs of bf16 (AVX-512 BF16). Panels are as wide as AVX-512's.
#if defined(__x86_64__)
#include <immintrin.h>

#include "gradients.h"
#include "kernel_sets.h"
#include "layers.h"
#include "scratch.h"

#pragma clang attribute push(__attribute__((target("avx512f,avx512bw,avx512vl,avx512bf16,fma"))), apply_to = function)

#define LANES 16
#define OPERANDS 2
#define PANEL_BLOCKS 4
#define TILE_COLUMNS(blocks) ((blocks) == 4 ? 6 : (blocks) == 1 ? 16 : 8)
#include "templates/products.h"

const ProductKernels avx512_brain_float_kernels = PRODUCT_KERNELS;

#pragma clang attribute pop
#endif
