// What the inner loop multiplies: floats, or where OPERANDS is 2, bf16 in pairs.
//
// bf16 is a float's upper half: its range with 8 bits of precision. Two inputs and two weights are multiplied and both
// products added to a float in one instruction.
#pragma once

#if OPERANDS == 2

typedef uint16_t Operand;
/// Two operands of one lane.
typedef int32_t OperandPair __attribute__((may_alias));
/// Pairs of operands, one pair for each lane.
typedef __m512bh Operands;

/// Rounds to nearest. `address` is aligned to 32 bytes.
INLINE void store_operands(Operand *address, Vector value) {
    _mm256_store_si256((__m256i *)address, (__m256i)_mm512_cvtneps_pbh((__m512)value));
}

INLINE Operands load_operands(const Operand *address) {
    return (Operands)_mm512_load_si512(address);
}

/// The operands at `address` in every lane.
INLINE Operands splat_operands(const Operand *address) {
    return (Operands)_mm512_set1_epi32(*(const OperandPair *)address);
}

INLINE Vector multiply_add(Vector sum, Operands left, Operands right) {
    return (Vector)_mm512_dpbf16_ps((__m512)sum, left, right);
}

#else

typedef float Operand;
typedef Vector Operands;

INLINE void store_operands(Operand *address, Vector value) {
    store(address, value);
}

INLINE Operands load_operands(const Operand *address) {
    return load(address);
}

INLINE Operands splat_operands(const Operand *address) {
    return splat(*address);
}

INLINE Vector multiply_add(Vector sum, Operands left, Operands right) {
    return sum + left * right;
}

#endif
