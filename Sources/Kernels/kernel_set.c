#include "kernel_set.h"
#include "kernel_sets.h"

const KernelSet *kernel_set(KernelInstructionSet set) {
    switch (set) {
    case KernelInstructionSetPortable:
        return &portable_kernels;
#if defined(__x86_64__)
    // __builtin_cpu_supports also asks whether the system saves the wide registers.
    case KernelInstructionSetAVX2:
        return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") ? &avx2_kernels : NULL;
    case KernelInstructionSetAVX512:
        return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw")
                && __builtin_cpu_supports("avx512vl")
            ? &avx512_kernels
            : NULL;
#endif
    default:
        return NULL;
    }
}

const ProductKernels *brain_float_kernels(KernelInstructionSet set) {
#if defined(__x86_64__)
    if (set == KernelInstructionSetAVX512 && kernel_set(set) && __builtin_cpu_supports("avx512bf16")) {
        return &avx512_brain_float_kernels;
    }
#endif
    return NULL;
}
