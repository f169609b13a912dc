#pragma once

#include "failure.h"

// Encodes one PNG to memory, in this order: create, start, write_rows..., finish, destroy.
// After a call that returned false only destroy is allowed.
typedef struct cpng_writer {
    png_structp png;
    png_infop info;
    // The file so far; belongs to the writer.
    uint8_t *bytes;
    size_t count;
    size_t capacity;
    cpng_failure failure;
} cpng_writer;

static inline void cpng_writer_accept(png_structp png, png_bytep source, size_t length) {
    cpng_writer *writer = (cpng_writer *)png_get_io_ptr(png);
    if (length > writer->capacity - writer->count) {
        size_t capacity = 2 * writer->capacity + length + 4096;
        uint8_t *bytes = (uint8_t *)realloc(writer->bytes, capacity);
        if (!bytes) png_error(png, "out of memory");
        writer->bytes = bytes;
        writer->capacity = capacity;
    }
    memcpy(writer->bytes + writer->count, source, length);
    writer->count += length;
}

static inline void cpng_writer_flush(png_structp png) { (void)png; }

static inline void cpng_writer_destroy(cpng_writer *writer) {
    if (!writer) return;
    if (writer->png) png_destroy_write_struct(&writer->png, &writer->info);
    free(writer->bytes);
    free(writer);
}

// NULL when memory is short.
static inline cpng_writer *cpng_writer_create(void) {
    cpng_writer *writer = (cpng_writer *)calloc(1, sizeof *writer);
    if (!writer) return NULL;
    writer->png = png_create_write_struct(PNG_LIBPNG_VER_STRING, &writer->failure, cpng_on_error, cpng_on_warning);
    if (writer->png) writer->info = png_create_info_struct(writer->png);
    if (!writer->info) {
        cpng_writer_destroy(writer);
        return NULL;
    }
    return writer;
}

// Writes the header of an RGB or RGBA picture, marked as sRGB. `bit_depth` is 8 or 16; `density` is in pixels per
// metre, 0 to leave it out. `text`, UTF-8, goes uncompressed under the keyword, NULL to leave it out.
static inline bool cpng_writer_start(
    cpng_writer *writer, uint32_t width, uint32_t height, int bit_depth, bool has_alpha, int compression,
    uint32_t density, const char *keyword, const char *text
) {
    if (setjmp(png_jmpbuf(writer->png))) return false;
    png_set_write_fn(writer->png, writer, cpng_writer_accept, cpng_writer_flush);
    png_set_user_limits(writer->png, PNG_UINT_31_MAX, PNG_UINT_31_MAX);
    png_set_compression_level(writer->png, compression);
    png_set_IHDR(
        writer->png, writer->info, width, height, bit_depth, has_alpha ? PNG_COLOR_TYPE_RGB_ALPHA : PNG_COLOR_TYPE_RGB,
        PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    png_set_sRGB(writer->png, writer->info, PNG_sRGB_INTENT_PERCEPTUAL);
    if (density > 0) png_set_pHYs(writer->png, writer->info, density, density, PNG_RESOLUTION_METER);
    if (text) {
        png_text chunk = {.compression = PNG_ITXT_COMPRESSION_NONE, .key = (png_charp)keyword, .text = (png_charp)text};
        png_set_text(writer->png, writer->info, &chunk, 1);
    }
    png_write_info(writer->png, writer->info);
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
    if (bit_depth == 16) png_set_swap(writer->png);
#endif
    return true;
}

// Encodes `count` rows that lie `row_bytes` apart; 16-bit samples in the machine's byte order.
static inline bool cpng_writer_write_rows(cpng_writer *writer, const uint8_t *rows, size_t row_bytes, uint32_t count) {
    if (setjmp(png_jmpbuf(writer->png))) return false;
    for (uint32_t row = 0; row < count; row++) png_write_row(writer->png, rows + row * row_bytes);
    return true;
}

static inline bool cpng_writer_finish(cpng_writer *writer) {
    if (setjmp(png_jmpbuf(writer->png))) return false;
    png_write_end(writer->png, NULL);
    return true;
}

static inline const char *cpng_writer_reason(const cpng_writer *writer) { return writer->failure.reason; }
