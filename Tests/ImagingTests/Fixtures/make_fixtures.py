"""Makes the picture files beside this script: python make_fixtures.py. Needs Pillow and libturbojpeg.

Every picture is 21 x 13 pixels of the formulas below, which the tests know as well. The PNGs are
written by hand, so that each kind is there whatever an image library offers.
"""

import ctypes
import ctypes.util
import io
import pathlib
import struct
import zlib

from PIL import Image

FOLDER = pathlib.Path(__file__).parent
WIDTH, HEIGHT = 21, 13
PIXELS = [(x, y) for y in range(HEIGHT) for x in range(WIDTH)]
GREY, RGB, PALETTE, GREY_ALPHA, RGB_ALPHA = 0, 2, 3, 4, 6
CHANNELS = {GREY: 1, RGB: 3, PALETTE: 1, GREY_ALPHA: 2, RGB_ALPHA: 4}


def sample(channel, x, y, depth):
    """The PNGs' samples: channel 0 red or grey, 1 green, 2 blue, 3 alpha."""
    return (x * (2731 + 601 * channel) + y * (977 + 1301 * channel) + 7919 * channel) % 65536 >> (16 - depth)


def smooth(channel, x, y):
    """The JPEGs' samples: slow ramps that survive the compression, different along every side."""
    return [40 + 9 * x, 30 + 15 * y, 220 - 4 * x - 8 * y][channel]


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def packed(rows, depth):
    """Scan lines without filter, samples packed from the high bits on."""
    result = b""
    for row in rows:
        bits = "".join(format(value, f"0{depth}b") for value in row)
        bits += "0" * (-len(bits) % 8)
        result += b"\0" + bytes(int(bits[i : i + 8], 2) for i in range(0, len(bits), 8))
    return result


ADAM7 = [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)]


def png(kind, depth, palette=None, transparency=None, interlaced=False, size=(WIDTH, HEIGHT), data=None, extra=b""):
    def pixel(x, y):
        channels = {GREY: [0], PALETTE: [0], RGB: [0, 1, 2], GREY_ALPHA: [0, 3], RGB_ALPHA: [0, 1, 2, 3]}[kind]
        return [sample(channel, x, y, depth) for channel in channels]

    def lines(x0, y0, dx, dy):
        rows = [[v for x in range(x0, WIDTH, dx) for v in pixel(x, y)] for y in range(y0, HEIGHT, dy)]
        return packed(rows, depth) if rows and rows[0] else b""

    if data is None:
        passes = ADAM7 if interlaced else [(0, 0, 1, 1)]
        data = zlib.compress(b"".join(lines(*p) for p in passes), 9)
    header = struct.pack(">IIBBBBB", *size, depth, kind, 0, 0, int(interlaced))
    result = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + extra
    if palette:
        result += chunk(b"PLTE", bytes(v for colour in palette for v in colour))
    if transparency is not None:
        result += chunk(b"tRNS", transparency)
    return result + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def colours(depth):
    """Palette entry i is (i * 5 + 1, 255 - i, i * 89) modulo 256."""
    return [((i * 5 + 1) % 256, 255 - i, i * 89 % 256) for i in range(2**depth)]


def make_pngs():
    for depth in [1, 2, 4, 8, 16]:
        yield f"grey-{depth}.png", png(GREY, depth)
    for depth in [1, 2, 4, 8]:
        yield f"palette-{depth}.png", png(PALETTE, depth, palette=colours(depth))
    for depth in [8, 16]:
        yield f"rgb-{depth}.png", png(RGB, depth)
        yield f"rgba-{depth}.png", png(RGB_ALPHA, depth)
        yield f"grey-alpha-{depth}.png", png(GREY_ALPHA, depth)
    # The colour of pixel (4, 3) is the transparent one.
    keys = {kind: struct.pack(f">{len(c)}H", *[sample(i, 4, 3, 8) for i in c]) for kind, c in [(GREY, [0]), (RGB, [0, 1, 2])]}
    yield "grey-8-keyed.png", png(GREY, 8, transparency=keys[GREY])
    yield "rgb-8-keyed.png", png(RGB, 8, transparency=keys[RGB])
    yield "rgb-16-keyed.png", png(RGB, 16, transparency=struct.pack(">3H", *[sample(i, 4, 3, 16) for i in range(3)]))
    # Entry i has opacity 16 * i for the first eight entries, the others are opaque.
    yield "palette-4-transparent.png", png(PALETTE, 4, palette=colours(4), transparency=bytes(16 * i for i in range(8)))
    yield "interlaced-grey-1.png", png(GREY, 1, interlaced=True)
    yield "interlaced-rgb-8.png", png(RGB, 8, interlaced=True)
    yield "interlaced-rgba-16.png", png(RGB_ALPHA, 16, interlaced=True)

    whole = png(RGB, 8)
    yield "damaged-truncated.png", whole[: len(whole) * 2 // 3]
    yield "damaged-without-end.png", whole[:-12]
    flipped = bytearray(whole)
    flipped[len(whole) // 2] ^= 0x55
    yield "damaged-checksum.png", bytes(flipped)
    yield "damaged-deflate.png", png(RGB, 8, data=b"\x78\xda" + bytes(range(200, 250)))
    yield "damaged-short-data.png", png(RGB, 8, data=zlib.compress(bytes(100)))
    yield "damaged-profile.png", png(RGB, 8, extra=chunk(b"iCCP", b"x\0\0" + zlib.compress(bytes(1 << 20))[:60]))
    yield "huge.png", png(RGB, 8, size=(60000, 60000), data=zlib.compress(bytes(1000)))
    yield "huge-16.png", png(RGB_ALPHA, 16, size=(0x7FFFFFFF, 0x7FFFFFFF), data=zlib.compress(bytes(1000)))
    yield "empty.png", b""
    yield "text.png", "This is a text, although it is called a picture.\n".encode()


def smooth_image():
    image = Image.new("RGB", (WIDTH, HEIGHT))
    image.putdata([tuple(smooth(c, x, y) for c in range(3)) for x, y in PIXELS])
    return image


def jpeg(image, **options):
    stream = io.BytesIO()
    image.save(stream, "JPEG", quality=95, subsampling=0, **options)
    return stream.getvalue()


def exif(orientation, order):
    """Orientation after another entry, so that the directory has to be searched."""
    entries = struct.pack(order + "HHIHH", 0x0100, 3, 1, WIDTH, 0) + struct.pack(order + "HHIHH", 0x0112, 3, 1, orientation, 0)
    mark = b"MM\0*" if order == ">" else b"II*\0"
    return b"Exif\0\0" + mark + struct.pack(order + "IH", 8, 2) + entries + bytes(4)


# How an upright picture has to be stored for each orientation.
STORED = {
    1: None,
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}


def without_segment(data, marker):
    position = 2
    while data[position + 1] != marker:
        position += 2 + int.from_bytes(data[position + 2 : position + 4], "big")
    end = position + 2 + int.from_bytes(data[position + 2 : position + 4], "big")
    return data[:position] + data[end:]


def ycck(inks):
    """TurboJPEG writes inks as YCCK with Adobe's segment."""
    library = ctypes.CDLL(ctypes.util.find_library("turbojpeg"))
    library.tjInitCompress.restype = ctypes.c_void_p
    output, count = ctypes.c_void_p(), ctypes.c_ulong()
    handle = ctypes.c_void_p(library.tjInitCompress())
    status = library.tjCompress2(
        handle, inks, WIDTH, 0, HEIGHT, 11, ctypes.byref(output), ctypes.byref(count), 0, 95, 0)
    assert status == 0
    return ctypes.string_at(output, count.value)


def make_jpegs():
    upright = smooth_image()
    yield "rgb.jpg", jpeg(upright)
    yield "progressive.jpg", jpeg(upright, progressive=True)
    yield "grey.jpg", jpeg(upright.getchannel(0))
    stream = io.BytesIO()
    upright.save(stream, "JPEG", quality=95, subsampling=2)
    yield "subsampled.jpg", stream.getvalue()

    # Black takes a tenth of the light, so the coloured inks leave a little more of it.
    light = 230
    ink = [tuple(smooth(c, x, y) * 255 // light for c in range(3)) + (light,) for x, y in PIXELS]
    inverted = bytes(v for pixel in ink for v in pixel)
    plain = bytes(255 - v for v in inverted)
    # Pillow inverts what it writes, and adds Adobe's segment.
    yield "cmyk-adobe.jpg", jpeg(Image.frombytes("CMYK", (WIDTH, HEIGHT), plain))
    yield "cmyk-plain.jpg", without_segment(jpeg(Image.frombytes("CMYK", (WIDTH, HEIGHT), inverted)), 0xEE)
    yield "ycck.jpg", ycck(inverted)

    for orientation, transposition in STORED.items():
        stored = upright if transposition is None else upright.transpose(transposition)
        order = ">" if orientation % 2 else "<"
        yield f"orientation-{orientation}.jpg", jpeg(stored, exif=exif(orientation, order))
    yield "orientation-wild.jpg", jpeg(upright, exif=b"Exif\0\0MM\0*" + b"\xff" * 40)

    whole = jpeg(upright)
    yield "damaged-truncated.jpg", whole[: len(whole) - 40]
    yield "damaged-progressive.jpg", jpeg(upright, progressive=True)[:-60]
    yield "damaged-header.jpg", whole[:100]
    start = whole.index(b"\xff\xda") + 14
    yield "damaged-pixels.jpg", whole[: start + 30] + b"\xff\xd3" * 4 + whole[start + 60 :]
    size = whole.index(b"\xff\xc0") + 5
    yield "huge.jpg", whole[:size] + struct.pack(">HH", 60000, 60000) + whole[size + 4 :]


for maker in (make_pngs, make_jpegs):
    for name, content in maker():
        (FOLDER / name).write_bytes(content)
