#include "memory.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#ifdef __linux__
#include <sys/mman.h>
#endif

enum {
    LINE = 64,
    LARGE_PAGE = 2 << 20,
};

static size_t rounded(size_t bytes, size_t unit) {
    return (bytes + unit - 1) / unit * unit;
}

static size_t bytes_of(ptrdiff_t count) {
    return rounded((size_t)(count > 0 ? count : 1) * sizeof(float), LINE);
}

#ifdef __linux__

/// Large pages straight from the system, which clears them: clearing them here once more would take half as long again.
static float *map_large_pages(size_t bytes) {
    const size_t size = rounded(bytes, LARGE_PAGE), reserved = size + LARGE_PAGE;
    char *begin = mmap(NULL, reserved, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (begin == MAP_FAILED) return NULL;
    char *memory = (char *)rounded((uintptr_t)begin, LARGE_PAGE);
    char *end = memory + size;
    if (memory > begin) (void)munmap(begin, (size_t)(memory - begin));
    if (begin + reserved > end) (void)munmap(end, (size_t)(begin + reserved - end));
    // Only advice: a refusal costs time, not correctness.
    (void)madvise(memory, size, MADV_HUGEPAGE);
#ifdef MADV_POPULATE_WRITE
    if (madvise(memory, size, MADV_POPULATE_WRITE) == 0) return (float *)memory;
#endif
    memset(memory, 0, bytes);
    return (float *)memory;
}

#endif

float *kernel_memory_allocate(ptrdiff_t count) {
    const size_t bytes = bytes_of(count);
#ifdef __linux__
    if (bytes >= LARGE_PAGE) return map_large_pages(bytes);
#endif
    void *memory = NULL;
    if (posix_memalign(&memory, LINE, bytes) != 0) return NULL;
    memset(memory, 0, bytes);
    return memory;
}

void kernel_memory_release(float *memory, ptrdiff_t kept, ptrdiff_t count) {
#ifdef __linux__
    const size_t bytes = bytes_of(count), begin = rounded(bytes_of(kept), LARGE_PAGE), end = rounded(bytes, LARGE_PAGE);
    if (bytes >= LARGE_PAGE && begin < end) (void)madvise((char *)memory + begin, end - begin, MADV_DONTNEED);
#endif
}

void kernel_memory_free(float *memory, ptrdiff_t count) {
#ifdef __linux__
    const size_t bytes = bytes_of(count);
    if (bytes >= LARGE_PAGE) {
        if (memory != NULL) (void)munmap(memory, rounded(bytes, LARGE_PAGE));
        return;
    }
#endif
    free(memory);
}
