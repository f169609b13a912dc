#pragma once

#include "failure.h"

// Decodes one PNG from memory, in this order: create, read_header, start, read_rows..., finish, destroy.
// After a call that returned false only destroy is allowed.
typedef struct cpng_reader {
    png_structp png;
    png_infop info;
    const uint8_t *bytes;
    size_t count;
    size_t offset;
    cpng_failure failure;

    // Known after read_header.
    uint32_t width;
    uint32_t height;

    // Known after start: what read_rows delivers.
    uint32_t channels;   // 3 or 4
    uint32_t bit_depth;  // 8, or 16 in the machine's byte order
    size_t row_bytes;
    int passes;  // 1, or 7 for an interlaced picture
} cpng_reader;

static inline void cpng_reader_supply(png_structp png, png_bytep destination, size_t length) {
    cpng_reader *reader = (cpng_reader *)png_get_io_ptr(png);
    if (length > reader->count - reader->offset) {
        reader->failure.truncated = true;
        png_error(png, "the data ends early");
    }
    memcpy(destination, reader->bytes + reader->offset, length);
    reader->offset += length;
}

static inline void cpng_reader_destroy(cpng_reader *reader) {
    if (!reader) return;
    if (reader->png) png_destroy_read_struct(&reader->png, &reader->info, NULL);
    free(reader);
}

// NULL when memory is short. `bytes` must outlive the reader.
static inline cpng_reader *cpng_reader_create(const uint8_t *bytes, size_t count) {
    cpng_reader *reader = (cpng_reader *)calloc(1, sizeof *reader);
    if (!reader) return NULL;
    reader->bytes = bytes;
    reader->count = count;
    reader->png = png_create_read_struct(PNG_LIBPNG_VER_STRING, &reader->failure, cpng_on_error, cpng_on_warning);
    if (reader->png) reader->info = png_create_info_struct(reader->png);
    if (!reader->info) {
        cpng_reader_destroy(reader);
        return NULL;
    }
    return reader;
}

// Reads up to the first pixel data. Allocates nothing in proportion to the picture's size.
static inline bool cpng_reader_read_header(cpng_reader *reader) {
    if (setjmp(png_jmpbuf(reader->png))) return false;
    png_set_read_fn(reader->png, reader, cpng_reader_supply);
    // The caller has its own limit on pixels and says so in its own words.
    png_set_user_limits(reader->png, PNG_UINT_31_MAX, PNG_UINT_31_MAX);
    // Nothing but the pixels, palette and transparency is used: text, profiles and the rest are
    // skipped unread, so that a damaged or exploding one does no harm.
    png_set_keep_unknown_chunks(reader->png, PNG_HANDLE_CHUNK_NEVER, NULL, -1);
    png_read_info(reader->png, reader->info);
    reader->width = png_get_image_width(reader->png, reader->info);
    reader->height = png_get_image_height(reader->png, reader->info);
    return true;
}

// Asks for RGB or RGBA of 8 or 16 bits, whatever the file holds, and allocates libpng's row buffers.
static inline bool cpng_reader_start(cpng_reader *reader) {
    if (setjmp(png_jmpbuf(reader->png))) return false;
    png_set_expand(reader->png);
    png_set_gray_to_rgb(reader->png);
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
    png_set_swap(reader->png);
#endif
    reader->passes = png_set_interlace_handling(reader->png);
    png_read_update_info(reader->png, reader->info);
    reader->channels = png_get_channels(reader->png, reader->info);
    reader->bit_depth = png_get_bit_depth(reader->png, reader->info);
    reader->row_bytes = png_get_rowbytes(reader->png, reader->info);
    return true;
}

// Decodes the next `count` rows to `rows`, `row_bytes` apart. An interlaced picture must be asked for whole.
static inline bool cpng_reader_read_rows(cpng_reader *reader, uint8_t *rows, uint32_t count) {
    if (setjmp(png_jmpbuf(reader->png))) return false;
    for (int pass = 0; pass < reader->passes; pass++) {
        for (uint32_t row = 0; row < count; row++) {
            png_read_row(reader->png, rows + row * reader->row_bytes, NULL);
        }
    }
    return true;
}

// Reads what follows the last row, so that a file cut short there is noticed as well.
static inline bool cpng_reader_finish(cpng_reader *reader) {
    if (setjmp(png_jmpbuf(reader->png))) return false;
    png_read_end(reader->png, NULL);
    return true;
}

static inline bool cpng_reader_is_truncated(const cpng_reader *reader) { return reader->failure.truncated; }

static inline const char *cpng_reader_reason(const cpng_reader *reader) { return reader->failure.reason; }
