// Threads that share the units of a layer.
#pragma once

#include "kernel_set.h"

/// A number of threads that wait for work; asleep, after a short spin, while there is none.
typedef struct ThreadPool ThreadPool;

/// Starts `threads - 1` threads: the caller of `thread_pool_run` is the remaining one. NULL when the
/// system refuses.
ThreadPool *thread_pool_create(ptrdiff_t threads);

/// Ends the threads. No run may be under way.
void thread_pool_destroy(ThreadPool *pool);

/// Computes units `first ..< first + count` of a layer and returns when all are done. Threads take the
/// next unit when they are free; `thread` of the kernel is 0 for the caller, below `threads` for all.
/// One thread at a time may call this.
void thread_pool_run(ThreadPool *pool, LayerKernel kernel, const void *layer, ptrdiff_t first, ptrdiff_t count);
