#include "thread_pool.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>

enum {
    /// How often a thread looks for news before it sleeps: some ten microseconds, the pause between two layers.
    SPINS = 2000,
};

struct ThreadPool {
    pthread_mutex_t lock;
    /// Signalled when a run begins or the pool ends.
    pthread_cond_t begun;
    /// Signalled when the last thread has left a run.
    pthread_cond_t left;
    ptrdiff_t threads;
    pthread_t *workers;
    /// Numbers the workers as they start.
    ptrdiff_t started;

    // The run under way; written under the lock while nobody takes part.
    LayerKernel kernel;
    const void *layer;
    ptrdiff_t end;
    _Atomic ptrdiff_t next;
    /// Whether workers may still join the run.
    bool open;
    bool ending;
    /// Counts the runs. Changed under the lock; read without, to spin.
    _Atomic unsigned run;
    /// The workers that take part. Changed under the lock; read without, to spin.
    _Atomic ptrdiff_t busy;
};

static inline void pause_briefly(void) {
#if defined(__x86_64__)
    __builtin_ia32_pause();
#elif defined(__aarch64__)
    __asm__ volatile("yield");
#endif
}

static void work(ThreadPool *pool, ptrdiff_t thread) {
    for (;;) {
        ptrdiff_t unit = atomic_fetch_add_explicit(&pool->next, 1, memory_order_relaxed);
        if (unit >= pool->end) return;
        pool->kernel(pool->layer, unit, thread);
    }
}

static void *worker(void *argument) {
    ThreadPool *pool = argument;
    pthread_mutex_lock(&pool->lock);
    const ptrdiff_t thread = ++pool->started;
    unsigned seen = 0;
    while (!pool->ending) {
        if (pool->run == seen) {
            pthread_mutex_unlock(&pool->lock);
            for (int spin = 0; spin < SPINS && atomic_load_explicit(&pool->run, memory_order_relaxed) == seen; spin++) {
                pause_briefly();
            }
            pthread_mutex_lock(&pool->lock);
            while (pool->run == seen && !pool->ending) pthread_cond_wait(&pool->begun, &pool->lock);
        }
        seen = pool->run;
        // A worker that comes late finds the run closed and does not hold up the others.
        if (!pool->open) continue;
        pool->busy++;
        pthread_mutex_unlock(&pool->lock);
        work(pool, thread);
        pthread_mutex_lock(&pool->lock);
        if (--pool->busy == 0) pthread_cond_signal(&pool->left);
    }
    pthread_mutex_unlock(&pool->lock);
    return NULL;
}

ThreadPool *thread_pool_create(ptrdiff_t threads) {
    ThreadPool *pool = calloc(1, sizeof *pool);
    if (pool == NULL) return NULL;
    pool->workers = calloc((size_t)threads, sizeof *pool->workers);
    if (pool->workers == NULL) {
        free(pool);
        return NULL;
    }
    pthread_mutex_init(&pool->lock, NULL);
    pthread_cond_init(&pool->begun, NULL);
    pthread_cond_init(&pool->left, NULL);
    pool->threads = 1;
    for (ptrdiff_t index = 1; index < threads; index++) {
        if (pthread_create(&pool->workers[index - 1], NULL, worker, pool) != 0) {
            thread_pool_destroy(pool);
            return NULL;
        }
        pool->threads++;
    }
    return pool;
}

void thread_pool_destroy(ThreadPool *pool) {
    pthread_mutex_lock(&pool->lock);
    pool->ending = true;
    pthread_cond_broadcast(&pool->begun);
    pthread_mutex_unlock(&pool->lock);
    for (ptrdiff_t index = 0; index < pool->threads - 1; index++) pthread_join(pool->workers[index], NULL);
    pthread_cond_destroy(&pool->left);
    pthread_cond_destroy(&pool->begun);
    pthread_mutex_destroy(&pool->lock);
    free(pool->workers);
    free(pool);
}

void thread_pool_run(ThreadPool *pool, LayerKernel kernel, const void *layer, ptrdiff_t first, ptrdiff_t count) {
    if (pool->threads == 1 || count == 1) {
        for (ptrdiff_t unit = first; unit < first + count; unit++) kernel(layer, unit, 0);
        return;
    }
    pthread_mutex_lock(&pool->lock);
    pool->kernel = kernel;
    pool->layer = layer;
    pool->end = first + count;
    pool->next = first;
    pool->open = true;
    pool->run++;
    pthread_cond_broadcast(&pool->begun);
    pthread_mutex_unlock(&pool->lock);
    work(pool, 0);
    for (int spin = 0; spin < SPINS && atomic_load_explicit(&pool->busy, memory_order_relaxed) > 0; spin++) {
        pause_briefly();
    }
    pthread_mutex_lock(&pool->lock);
    pool->open = false;
    while (pool->busy > 0) pthread_cond_wait(&pool->left, &pool->lock);
    pthread_mutex_unlock(&pool->lock);
}
