// The kernels for every processor: registers of 4 floats, as SSE2 and NEON have them.
#include "gradients.h"
#include "kernel_sets.h"
#include "layers.h"
#include "scratch.h"

#define LANES 4
#define PANEL_BLOCKS 1
#if defined(__aarch64__)
#define TILE_COLUMNS(blocks) 6
#else
// Three columns would leave no register of the sixteen for what an instruction of two operands overwrites.
#define TILE_COLUMNS(blocks) 2
#endif
#define KERNEL_SET portable_kernels
#include "templates/all.h"
