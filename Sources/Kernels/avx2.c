// The kernels for processors with AVX2 and fused multiply-add: 16 registers of 8 floats.
#if defined(__x86_64__)
#include "gradients.h"
#include "kernel_sets.h"
#include "layers.h"
#include "scratch.h"

#pragma clang attribute push(__attribute__((target("avx2,fma"))), apply_to = function)

#define LANES 8
#define PANEL_BLOCKS 1
#define TILE_COLUMNS(blocks) 6
#define KERNEL_SET avx2_kernels
#include "templates/all.h"

#pragma clang attribute pop
#endif
