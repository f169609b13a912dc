// Memory as the kernels want it.
#pragma once

#include <stddef.h>

/// Allocates `count` floats, all zero, aligned to 64 bytes, with every page already present, in large
/// pages where the system has them. NULL when there is not enough memory. Free with `kernel_memory_free`.
float *kernel_memory_allocate(ptrdiff_t count);

/// Gives the system back what lies behind the first `kept` of `count` floats, as far as these are whole pages. What is
/// there afterwards holds anything, and takes memory again once it is written.
void kernel_memory_release(float *memory, ptrdiff_t kept, ptrdiff_t count);

/// Frees what `kernel_memory_allocate` gave for `count` floats; NULL is allowed.
void kernel_memory_free(float *memory, ptrdiff_t count);
