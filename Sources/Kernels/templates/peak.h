// As many multiplications and additions of operands as the instruction set can do: what the kernels are measured by.
#pragma once

enum {
    /// Sums that do not wait for each other, with what they take from registers: more than any processor's two units need
    /// to hide the time that one operation takes.
    PEAK_SUMS = LANES == 16 ? 24 : 12,
};

/// Multiplies and adds in registers alone. Writes what comes out to the `KernelBlock` floats at `sink`, which hold the
/// factors before (bf16 when operands are), and returns the number of operations, a multiplication and an addition counted as two.
static ptrdiff_t multiply_add_peak(ptrdiff_t rounds, float *sink) {
    const Vector factor = load(sink), summand = splat(1);
    const Operands factors = splat_operands((const Operand *)sink);
    Vector sums[PEAK_SUMS];
    UNROLL for (int index = 0; index < PEAK_SUMS; index++) sums[index] = splat((float)index);
    for (ptrdiff_t round = 0; round < rounds; round++) {
        UNROLL for (int index = 0; index < PEAK_SUMS; index++) {
            sums[index] = OPERANDS == 1 ? sums[index] * factor + summand : multiply_add(sums[index], factors, factors);
        }
    }
    Vector total = splat(0);
    UNROLL for (int index = 0; index < PEAK_SUMS; index++) total += sums[index];
    store(sink, total);
    return rounds * PEAK_SUMS * LANES * OPERANDS * 2;
}
