#pragma once

#include <png.h>
#include <setjmp.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// Why a call into libpng failed.
typedef struct cpng_failure {
    // The input ended before the picture did.
    bool truncated;
    // libpng's own words; empty while nothing has failed.
    char reason[160];
} cpng_failure;

// Replaces libpng's default, which prints to standard error.
static inline _Noreturn void cpng_on_error(png_structp png, png_const_charp reason) {
    cpng_failure *failure = (cpng_failure *)png_get_error_ptr(png);
    snprintf(failure->reason, sizeof failure->reason, "%s", reason);
    png_longjmp(png, 1);
}

// Replaces libpng's default, which prints to standard error. What libpng goes on after, we do too.
static inline void cpng_on_warning(png_structp png, png_const_charp reason) {
    (void)png;
    (void)reason;
}
