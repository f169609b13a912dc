// Vectors of LANES floats, in the compiler's own extension: one source for AVX, SSE and NEON.
#pragma once

#include <stdint.h>

#define INLINE static inline __attribute__((always_inline))
#define NOINLINE static __attribute__((noinline))
#define UNROLL _Pragma("clang loop unroll(full)")

enum {
    /// Vectors of a block of channels.
    PARTS = KernelBlock / LANES,
};

typedef float Vector __attribute__((vector_size(4 * LANES), may_alias));
typedef int32_t IntegerVector __attribute__((vector_size(4 * LANES), may_alias));

/// `address` is aligned to the vector's size.
INLINE Vector load(const float *address) {
    return *(const Vector *)address;
}

INLINE Vector load_anywhere(const float *address) {
    Vector value;
    __builtin_memcpy(&value, address, sizeof value);
    return value;
}

INLINE void store(float *address, Vector value) {
    *(Vector *)address = value;
}

INLINE Vector splat(float value) {
    return value - (Vector){0};
}

INLINE Vector rectified(Vector value) {
    return (Vector)((IntegerVector)value & (value > 0));
}

INLINE ptrdiff_t smaller(ptrdiff_t first, ptrdiff_t second) {
    return first < second ? first : second;
}

/// A channel activation of the vector's channels.
typedef struct Activation {
    Vector scale;
    Vector shift;
} Activation;

INLINE Activation activation_at(ChannelActivation activation, ptrdiff_t channel) {
    if (activation.scale == NULL) return (Activation){splat(1), splat(0)};
    return (Activation){load(activation.scale + channel), load(activation.shift + channel)};
}

/// `active` is a constant where this is inlined, so that inner loops do not ask.
INLINE Vector load_active(const float *address, Activation activation, bool active) {
    Vector value = load(address);
    return active ? rectified(value * activation.scale + activation.shift) : value;
}

/// 1 / (1 + exp(-x)), to about 2 units in the last place of the result's range.
INLINE Vector sigmoid(Vector x) {
    // exp(-x) = 2^n * 2^f with n whole and f in -0.5 ... 0.5. Beyond +-80 the result is 0 or 1 anyway.
    const Vector limit = splat(80);
    IntegerVector above = x > limit, below = x < -limit;
    x = (Vector)((above & (IntegerVector)limit) | (below & (IntegerVector)-limit) | (~(above | below) & (IntegerVector)x));
    Vector power = x * -1.44269504f;
    // Adding and taking away 1.5 * 2^23 rounds to the nearest whole number.
    const Vector rounder = splat(12582912);
    Vector whole = (power + rounder) - rounder;
    Vector fraction = power - whole;
    // The Taylor series of 2^f.
    Vector value = splat(1.5403530e-4f);
    value = value * fraction + 1.3333558e-3f;
    value = value * fraction + 9.6181291e-3f;
    value = value * fraction + 5.5504109e-2f;
    value = value * fraction + 2.4022651e-1f;
    value = value * fraction + 6.9314718e-1f;
    value = value * fraction + 1.0f;
    IntegerVector exponent = (__builtin_convertvector(whole, IntegerVector) + 127) << 23;
    return 1.0f / (1.0f + value * (Vector)exponent);
}

/// Sums over the values of a channel, lane by lane: of their distances from an origin, which is one of the values, and of
/// the squares of those. Without the origin, the variance of a channel whose mean is large would drown in rounding.
typedef struct Moments {
    Vector origin;
    Vector sum;
    Vector squares;
} Moments;

INLINE Moments moments_around(Vector origin) {
    return (Moments){origin, splat(0), splat(0)};
}

INLINE void moments_add(Moments *moments, Vector value) {
    const Vector distance = value - moments->origin;
    moments->sum += distance;
    moments->squares += distance * distance;
}

/// Writes the moments of the vector's channels into a unit's part of a layer's `moments`.
INLINE void moments_store(const Moments *moments, float *unit, ptrdiff_t blocks, ptrdiff_t channel) {
    store(unit + channel, moments->origin);
    store(unit + blocks * KernelBlock + channel, moments->sum);
    store(unit + 2 * blocks * KernelBlock + channel, moments->squares);
}

INLINE Moments moments_load(const float *unit, ptrdiff_t blocks, ptrdiff_t channel) {
    return (Moments){
        load(unit + channel), load(unit + blocks * KernelBlock + channel),
        load(unit + 2 * blocks * KernelBlock + channel),
    };
}

/// Writes how many values a unit has seen of each channel.
INLINE void moments_store_count(float *unit, ptrdiff_t blocks, ptrdiff_t count) {
    unit[3 * blocks * KernelBlock] = (float)count;
}
