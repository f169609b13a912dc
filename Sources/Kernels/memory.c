#include "memory.h"

#include <stdlib.h>
#include <string.h>

#ifdef __linux__
#include <sys/mman.h>
#endif

enum {
    LINE = 64,
    LARGE_PAGE = 2 << 20,
};

float *kernel_memory_allocate(ptrdiff_t count) {
    size_t bytes = ((size_t)(count > 0 ? count : 1) * sizeof(float) + LINE - 1) / LINE * LINE;
    size_t alignment = bytes >= LARGE_PAGE ? LARGE_PAGE : LINE;
    void *memory = NULL;
    if (posix_memalign(&memory, alignment, bytes) != 0) return NULL;
#ifdef __linux__
    // Only advice: a refusal costs time, not correctness.
    if (bytes >= LARGE_PAGE) (void)madvise(memory, bytes / LARGE_PAGE * LARGE_PAGE, MADV_HUGEPAGE);
#endif
    memset(memory, 0, bytes);
    return memory;
}

void kernel_memory_free(float *memory) {
    free(memory);
}
