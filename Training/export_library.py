#!/usr/bin/env python3
"""Makes a style library out of a trained network.

    Training/export_library.py NETWORK.safetensors NETWORK.json -o Styles/Library [--half] [--stroke 320]

NETWORK.json lists the network's rows under "styles": `row`, `slug`, and `stroke`, the short side in pixels at
which the row saw its work (--stroke where it says nothing). The slug "original" marks the rows that reproduce
the photograph. Rows with one slug are one style at several stroke sizes. What is known of the works stands in
works.csv beside this script. Writes catalogue.json and network.safetensors; `pastiche styles --paint-swatches`
then paints the swatches. Needs nothing but Python.
"""

import argparse
import csv
import json
import os
import struct
import sys

CATALOGUE_VERSION = 1
ORIGINAL = "original"


def read_weights(path):
    """The tensors of a safetensors file, in the order of the file: (name, type, shape, bytes)."""
    with open(path, "rb") as file:
        (length,) = struct.unpack("<Q", file.read(8))
        header = json.loads(file.read(length))
        data = file.read()
    header.pop("__metadata__", None)
    tensors = []
    for name, entry in sorted(header.items(), key=lambda item: item[1]["data_offsets"]):
        begin, end = entry["data_offsets"]
        tensors.append((name, entry["dtype"], entry["shape"], data[begin:end]))
    return tensors


def halved(tensor):
    """A tensor of 32-bit floats as 16-bit floats; others as they are."""
    name, kind, shape, data = tensor
    if kind != "F32":
        return tensor
    count = len(data) // 4
    return name, "F16", shape, struct.pack(f"<{count}e", *struct.unpack(f"<{count}f", data))


def weights_file(tensors):
    """The bytes of a safetensors file, its data aligned to 8 bytes."""
    header, offset = {}, 0
    for name, kind, shape, data in tensors:
        header[name] = {"dtype": kind, "shape": shape, "data_offsets": [offset, offset + len(data)]}
        offset += len(data)
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    return struct.pack("<Q", len(text)) + text + b"".join(data for *_, data in tensors)


def licence(work):
    if work["died"]:
        return f"public domain: {work['artist']} died in {work['died']}"
    return f"public domain: made {work['year']}"


def catalogue(description, works, stroke):
    rows, order = {}, []
    for entry in description["styles"]:
        slug = entry["slug"]
        if slug not in rows:
            rows[slug] = []
            order.append(slug)
        rows[slug].append({"stroke": entry.get("stroke", stroke), "row": entry["row"]})
    missing = [slug for slug in order if slug != ORIGINAL and slug not in works]
    if missing or ORIGINAL not in rows:
        sys.exit("works.csv lacks: " + ", ".join(missing) if missing else f'no row is called "{ORIGINAL}"')
    styles = []
    for slug in order:
        if slug == ORIGINAL:
            continue
        work = works[slug]
        styles.append(
            {
                "id": work["id"],
                "title": work["title"],
                "artist": work["artist"],
                "year": work["year"],
                "medium": work["medium"],
                "licence": licence(work),
                "swatch": f"swatches/{work['id']}.png",
                "rows": sorted(rows[slug], key=lambda row: row["stroke"]),
            }
        )
    return {
        "version": CATALOGUE_VERSION,
        "network": "network.safetensors",
        "stroke": stroke,
        "original": sorted(rows[ORIGINAL], key=lambda row: row["stroke"]),
        "styles": styles,
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("network", help="the trained weights, safetensors")
    parser.add_argument("description", help="what its rows are, JSON")
    parser.add_argument("-o", "--output", required=True, help="the library's folder")
    parser.add_argument("--works", default=os.path.join(os.path.dirname(os.path.abspath(__file__)), "works.csv"))
    parser.add_argument("--stroke", type=int, default=320, help="the stroke size that is painted by default")
    parser.add_argument("--half", action="store_true", help="store the weights as 16-bit floats")
    options = parser.parse_args()

    with open(options.works, newline="", encoding="utf-8") as file:
        works = {row["slug"]: row for row in csv.DictReader(file)}
    with open(options.description, encoding="utf-8") as file:
        description = json.load(file)
    tensors = read_weights(options.network)
    if options.half:
        tensors = [halved(tensor) for tensor in tensors]

    os.makedirs(options.output, exist_ok=True)
    text = json.dumps(catalogue(description, works, options.stroke), indent=2, ensure_ascii=False)
    with open(os.path.join(options.output, "catalogue.json"), "w", encoding="utf-8") as file:
        file.write(text + "\n")
    with open(os.path.join(options.output, "network.safetensors"), "wb") as file:
        file.write(weights_file(tensors))


if __name__ == "__main__":
    main()
