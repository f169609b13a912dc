// Passes over the colours of pictures, in three planes: red, green, blue, as files hold them.
#pragma once

#include <stddef.h>

/// Gives a painting the photograph's hue and chroma in Oklab (Ottosson 2020) at every pixel, and keeps its lightness.
/// Where a screen cannot show so much chroma at that lightness, chroma is taken away until it can.
///
/// A unit is a run of pixels. Memory need not be aligned.
typedef struct LightnessTransferLayer {
    /// Changed in place, and within 0 ... 1 afterwards.
    float *painting;
    const float *photograph;
    /// Of a plane.
    ptrdiff_t pixels;
    ptrdiff_t pixels_per_unit;
    /// How far hue and chroma go from the painting's to the photograph's, 0 ... 1.
    float amount;
} LightnessTransferLayer;
