"""Makes a style library of a trained network: weights, catalogue, swatches.

    python -m pastiche_training.export OUT/network.safetensors PHOTOGRAPH -o LIBRARY

Only the rows of the styles that are shown go into the library: those that works.csv calls "main", or --styles.
Weights become 16-bit floats; how much that changes the swatches is printed, and more than --limit is an error.
"""

import argparse
import json
from pathlib import Path

from PIL import Image
import torch
from torch import Tensor

from .data import read_picture
from .network import Architecture, StyleNetwork, load, load_metadata, save
from .rows import Rows
from .sheets import painted, to_image
from .works import Work, read_works

VERSION = 1
SWATCH_SIDE, PAINTED_SIDE = 192, 288


def with_styles(network: StyleNetwork, rows: Rows, styles: tuple[str, ...]) -> tuple[StyleNetwork, Rows]:
    """The network with the rows of some styles alone."""
    kept = Rows(styles, rows.strokes)
    count = len(rows.strokes)
    chosen = [rows.styles.index(style) * count + stroke for style in styles for stroke in range(count)]
    chosen.append(rows.original)
    tensors = {
        name: tensor[chosen] if name.endswith((".gamma", ".beta")) and tensor.ndim == 2 else tensor
        for name, tensor in network.state_dict().items()}
    smaller = StyleNetwork(Architecture.of(tensors))
    smaller.load_state_dict(tensors)
    return smaller, kept


def catalogue(works: list[Work], rows: Rows, stroke: int) -> dict:
    """The library's table of contents; Styles/Library/README.md describes it."""
    def entry(work: Work) -> dict:
        begin = rows.styles.index(work.id) * len(rows.strokes)
        return {
            "id": work.id, "title": work.title, "artist": work.artist, "year": work.year, "medium": work.medium,
            "licence": work.licence, "swatch": f"swatches/{work.id}.png",
            "rows": [{"stroke": size, "row": begin + index} for index, size in enumerate(rows.strokes)]}

    return {
        "version": VERSION, "network": "network.safetensors", "stroke": stroke,
        "original": [{"stroke": stroke, "row": rows.original}], "styles": [entry(work) for work in works]}


def swatch_photograph(path: Path) -> Tensor:
    """The square at the beginning of a photograph, `[1, 3, side, side]`."""
    picture = read_picture(path)
    side = min(picture.shape[-2:])
    square = Image.fromarray(picture[:, :side, :side].permute(1, 2, 0).numpy())
    small = to_tensor(square.resize((PAINTED_SIDE, PAINTED_SIDE), Image.Resampling.LANCZOS))
    return small[None]


def to_tensor(image: Image.Image) -> Tensor:
    data = torch.frombuffer(bytearray(image.tobytes()), dtype=torch.uint8)
    return data.reshape(image.height, image.width, 3).permute(2, 0, 1).float() / 255


def export(
    network: StyleNetwork, rows: Rows, works: list[Work], photograph: Tensor, output: Path, stroke: int,
    dtype: torch.dtype,
) -> float:
    """Writes the library; returns the mean difference that the rounded weights make, in 0...1."""
    network, rows = with_styles(network, rows, tuple(work.id for work in works))
    (output / "swatches").mkdir(parents=True, exist_ok=True)
    save(network, output / "network.safetensors", rows.metadata(), dtype)
    text = json.dumps(catalogue(works, rows, stroke), indent=2, ensure_ascii=False)
    (output / "catalogue.json").write_text(text + "\n", encoding="utf-8")
    rounded, difference = load(output / "network.safetensors"), 0.0
    for work in works:
        mix = rows.mix({work.id: 1}, stroke)
        picture, exact = painted(rounded, photograph, mix), painted(network, photograph, mix)
        difference += float((picture - exact).abs().mean()) / len(works)
        swatch = to_image(picture).resize((SWATCH_SIDE, SWATCH_SIDE), Image.Resampling.LANCZOS)
        swatch.save(output / "swatches" / f"{work.id}.png", optimize=True)
    return difference


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("weights", type=Path, help="what training wrote")
    parser.add_argument("photograph", type=Path, help="what the swatches are painted from")
    parser.add_argument("-o", "--output", type=Path, required=True, help="the library's folder")
    parser.add_argument("--styles", help="ids divided by commas, in the order in which they are shown")
    parser.add_argument("--stroke", type=int, default=320, help="the stroke size that is painted by default")
    parser.add_argument("--single", action="store_true", help="keep 32-bit floats")
    parser.add_argument("--limit", type=float, default=1.0, help="largest mean difference of 16-bit floats, in 1/255")
    options = parser.parse_args()

    rows = Rows.of(load_metadata(options.weights))
    works = read_works(options.styles.split(",") if options.styles else None)
    if not options.styles:
        works = [work for work in works if work.place == "main" and work.id in rows.styles]
    if missing := [work.id for work in works if work.id not in rows.styles]:
        parser.error(f"the network has no rows for {', '.join(missing)}")
    if options.stroke not in rows.strokes:
        parser.error(f"the network knows the stroke sizes {', '.join(map(str, rows.strokes))}")
    difference = export(
        load(options.weights), rows, works, swatch_photograph(options.photograph), options.output, options.stroke,
        torch.float32 if options.single else torch.float16)
    size = sum(path.stat().st_size for path in options.output.rglob("*") if path.is_file())
    print(f"{options.output}: {len(works)} styles, {size / 2**20:.1f} MiB; rounding the weights changes the swatches "
          f"by {255 * difference:.3f}/255 in the mean")
    if 255 * difference > options.limit:
        raise SystemExit("that is too much; export with --single")


if __name__ == "__main__":
    main()
