// The lightness of a painting with the hue and chroma of the photograph.
#pragma once

#include "colours.h"
#include "oklab.h"

/// The colours between the greys of some pixels, at 0, and the pixels themselves, at 1: all of one lightness and one hue.
/// Linear light is a cubic polynomial of the place on the way.
typedef struct ChromaRay {
    Vector grey;
    Colours linear;
    Colours square;
    Colours cube;
} ChromaRay;

INLINE ChromaRay chroma_ray(ConeRoots roots, Vector lightness) {
    const Vector longer = roots.longer - lightness;
    const Vector middle = roots.middle - lightness;
    const Vector shorter = roots.shorter - lightness;
    const Vector first = 3 * lightness * lightness, second = 3 * lightness;
    return (ChromaRay){
        lightness * lightness * lightness,
        light_of_cones(first * longer, first * middle, first * shorter),
        light_of_cones(second * longer * longer, second * middle * middle, second * shorter * shorter),
        light_of_cones(longer * longer * longer, middle * middle * middle, shorter * shorter * shorter),
    };
}

INLINE Colours light_on_ray(const ChromaRay *ray, Vector place) {
    return (Colours){
        ray->grey + place * (ray->linear.red + place * (ray->square.red + place * ray->cube.red)),
        ray->grey + place * (ray->linear.green + place * (ray->square.green + place * ray->cube.green)),
        ray->grey + place * (ray->linear.blue + place * (ray->square.blue + place * ray->cube.blue)),
    };
}

/// The light that is furthest from grey and that a screen shows: the way's end, or where it leaves what screens show.
/// Intervals are halved eight times, and the last one is cut by a chord.
NOINLINE Colours shown_light(ConeRoots roots, Vector lightness) {
    const ChromaRay ray = chroma_ray(roots, lightness);
    Vector inner = splat(0), outer = splat(1);
    Vector inner_excess = excess_of(light_on_ray(&ray, inner)), outer_excess = excess_of(light_on_ray(&ray, outer));
    const IntegerVector is_whole = outer_excess <= 0;
    for (int step = 0; step < 8; step++) {
        const Vector place = 0.5f * (inner + outer);
        const Vector excess = excess_of(light_on_ray(&ray, place));
        const IntegerVector is_shown = excess <= 0;
        inner = chosen(is_shown, place, inner);
        inner_excess = chosen(is_shown, excess, inner_excess);
        outer = chosen(is_shown, outer, place);
        outer_excess = chosen(is_shown, outer_excess, excess);
    }
    // Greys have no way to go: where both ends are equally far, the cut would be at no number.
    const Vector way = inner_excess - outer_excess;
    const Vector part = chosen(way < 0, clamped(inner_excess / way), splat(0));
    return light_on_ray(&ray, chosen(is_whole, splat(1), inner + (outer - inner) * part));
}

static void lightness_transfer_unit(const void *description, ptrdiff_t unit, ptrdiff_t thread) {
    const LightnessTransferLayer *layer = description;
    const ptrdiff_t plane = layer->pixels, first = unit * layer->pixels_per_unit;
    const ptrdiff_t end = smaller(first + layer->pixels_per_unit, plane);
    const float amount = layer->amount, rest = 1 - amount;
    for (ptrdiff_t pixel = first; pixel < end; pixel += LANES) {
        const ptrdiff_t count = end - pixel;
        const ConeRoots painted = cone_roots(colours_load(layer->painting + pixel, plane, count));
        const ConeRoots original = cone_roots(colours_load(layer->photograph + pixel, plane, count));
        const Vector kept = lightness(painted);
        const Vector shift = amount * (kept - lightness(original));
        const ConeRoots roots = {
            rest * painted.longer + amount * original.longer + shift,
            rest * painted.middle + amount * original.middle + shift,
            rest * painted.shorter + amount * original.shorter + shift,
        };
        Colours light = light_of_cones(
            roots.longer * roots.longer * roots.longer, roots.middle * roots.middle * roots.middle,
            roots.shorter * roots.shorter * roots.shorter);
        if (__builtin_reduce_max(excess_of(light)) > 0) light = shown_light(roots, kept);
        const Colours result = {encoded_light(light.red), encoded_light(light.green), encoded_light(light.blue)};
        colours_store(layer->painting + pixel, plane, count, result);
    }
}
