// The kernels for processors with AVX-512: 32 registers of 16 floats.
#if defined(__x86_64__)
#include "gradients.h"
#include "kernel_sets.h"
#include "layers.h"
#include "scratch.h"

#pragma clang attribute push(__attribute__((target("avx512f,avx512bw,avx512vl,fma"))), apply_to = function)

#define LANES 16
#define PANEL_BLOCKS 4
#define TILE_COLUMNS(blocks) ((blocks) == 4 ? 6 : (blocks) == 1 ? 16 : 8)
#define KERNEL_SET avx512_kernels
#include "templates/all.h"

#pragma clang attribute pop
#endif
