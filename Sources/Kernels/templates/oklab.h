// Colours of LANES pixels: the transfer function of sRGB, and Oklab (Ottosson 2020, "A perceptual color space for image
// processing"), without powers.
#pragma once

/// Red, green and blue.
typedef struct Colours {
    Vector red;
    Vector green;
    Vector blue;
} Colours;

/// Cube roots of the responses of the eye's cones, from which Oklab's axes are sums. The same number added to all three
/// changes the lightness by as much, and neither hue nor chroma.
typedef struct ConeRoots {
    Vector longer;
    Vector middle;
    Vector shorter;
} ConeRoots;

INLINE Vector chosen(IntegerVector mask, Vector first, Vector second) {
    return (Vector)((mask & (IntegerVector)first) | (~mask & (IntegerVector)second));
}

INLINE Vector greater(Vector first, Vector second) {
    return chosen(first > second, first, second);
}

INLINE Vector lesser(Vector first, Vector second) {
    return chosen(first < second, first, second);
}

INLINE Vector clamped(Vector value) {
    return lesser(greater(value, splat(0)), splat(1));
}

/// Pixels of three planes; beyond `count` they are black.
INLINE Colours colours_load(const float *address, ptrdiff_t plane, ptrdiff_t count) {
    if (count >= LANES) {
        return (Colours){load_anywhere(address), load_anywhere(address + plane), load_anywhere(address + 2 * plane)};
    }
    Colours colours = {splat(0), splat(0), splat(0)};
    const size_t size = (size_t)count * sizeof(float);
    __builtin_memcpy(&colours.red, address, size);
    __builtin_memcpy(&colours.green, address + plane, size);
    __builtin_memcpy(&colours.blue, address + 2 * plane, size);
    return colours;
}

INLINE void colours_store(float *address, ptrdiff_t plane, ptrdiff_t count, Colours colours) {
    const size_t size = (size_t)smaller(count, LANES) * sizeof(float);
    __builtin_memcpy(address, &colours.red, size);
    __builtin_memcpy(address + plane, &colours.green, size);
    __builtin_memcpy(address + 2 * plane, &colours.blue, size);
}

/// Cube roots of numbers of at least 0: a guess from the exponents, and two of Halley's steps, after which nothing is
/// left to gain in single precision.
INLINE Vector cube_root(Vector value) {
    // Keeps black away from what single precision cannot divide.
    value += 1e-24f;
    IntegerVector bits = (IntegerVector)value;
    // A third without a division: (1/4 + 1/16) (1 + 1/16) (1 + 1/256) ...
    bits = (bits >> 2) + (bits >> 4);
    bits += bits >> 4;
    bits += bits >> 8;
    Vector root = (Vector)(bits + 0x2a5137a0);
    UNROLL for (int step = 0; step < 2; step++) {
        const Vector cube = root * root * root;
        root *= (cube + 2 * value) / (2 * cube + value);
    }
    return root;
}

/// The linear light of a value as files hold it; to within 0.00002, measured in such values, a step of 16 bits.
INLINE Vector linear_light(Vector value) {
    value = clamped(value);
    // ((v + 0.055) / 1.055)^2.4 as the polynomial whose error shows least at its worst value.
    Vector power = splat(-0.087680355f);
    power = power * value + 0.32343632f;
    power = power * value - 0.5411782f;
    power = power * value + 0.77189356f;
    power = power * value + 0.49812442f;
    power = power * value + 0.034501255f;
    power = power * value + 0.00087161304f;
    return chosen(value <= 0.04045f, value * (1 / 12.92f), power);
}

/// Linear light as files hold it, within 0 ... 1; as exact as `linear_light`.
INLINE Vector encoded_light(Vector light) {
    light = clamped(light);
    // 1.055 x^(1 / 2.4) - 0.055 is nearly straight in the cube root of x, and a polynomial of it is short.
    const Vector root = cube_root(light);
    Vector power = splat(0.19105017f);
    power = power * root - 0.7910112f;
    power = power * root + 1.3920929f;
    power = power * root - 1.4158624f;
    power = power * root + 1.1218055f;
    power = power * root + 0.5641954f;
    power = power * root - 0.062259443f;
    return chosen(light <= 0.0031308f, light * 12.92f, clamped(power));
}

INLINE ConeRoots cone_roots(Colours colours) {
    const Vector red = linear_light(colours.red);
    const Vector green = linear_light(colours.green);
    const Vector blue = linear_light(colours.blue);
    return (ConeRoots){
        cube_root(0.41222147f * red + 0.53633254f * green + 0.051445993f * blue),
        cube_root(0.2119035f * red + 0.68069955f * green + 0.10739696f * blue),
        cube_root(0.08830246f * red + 0.28171884f * green + 0.6299787f * blue),
    };
}

/// Oklab's lightness: 0 is black, 1 white.
INLINE Vector lightness(ConeRoots roots) {
    return 0.21045426f * roots.longer + 0.79361779f * roots.middle - 0.004072047f * roots.shorter;
}

/// Linear red, green and blue from three numbers for each kind of cone.
INLINE Colours light_of_cones(Vector longer, Vector middle, Vector shorter) {
    return (Colours){
        4.0767417f * longer - 3.3077116f * middle + 0.23096993f * shorter,
        -1.268438f * longer + 2.6097574f * middle - 0.3413194f * shorter,
        -0.004196086f * longer - 0.7034186f * middle + 1.7076147f * shorter,
    };
}

/// How far linear light lies outside of what a screen shows, beyond what rounding does to colours of the edge; 0 or less
/// within.
INLINE Vector excess_of(Colours light) {
    const Vector most = greater(light.red, greater(light.green, light.blue));
    const Vector least = lesser(light.red, lesser(light.green, light.blue));
    return greater(most - 1, -least) - 3e-6f;
}
