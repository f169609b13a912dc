"""Paints a photograph with a network that `pastiche styles bake` made: the program's picture, in PyTorch.

    python -m pastiche_training.paint evening.safetensors holiday.jpg -o painted.png

Writes a PNG of 16 bits. Strengths below 1 and kept colours, which take from the photograph, follow the network.
"""

import argparse
from dataclasses import dataclass
from pathlib import Path
import struct
import zlib

import numpy
import torch
from torch import Tensor

from .colours import with_colours_of
from .data import read_picture
from .network import StyleNetwork, load, load_metadata
from .oklab import with_colours_by_place
from .strength import painting_share

FORMAT, VERSION = "pastiche-baked-network", "1"
LUMA = torch.tensor([0.2126, 0.7152, 0.0722])[:, None, None]


@dataclass(frozen=True)
class Afterwards:
    """What follows the network, as the file's metadata has it."""

    strength: float = 1.0
    keep_colours: float = 0.0
    by: str = "place"

    @staticmethod
    def of(metadata: dict[str, str], path: Path) -> "Afterwards":
        """Raises `SystemExit` if the file is no baked network of this version."""
        if metadata.get("format") != FORMAT:
            raise SystemExit(f"{path} is no network that pastiche baked; make one with `pastiche styles bake`")
        if metadata.get("version") != VERSION:
            raise SystemExit(f"{path} has version {metadata.get('version')}, this script reads {VERSION}")
        return Afterwards(
            float(metadata["strength"]), float(metadata.get("keep-colours", 0)), metadata.get("keep-colours-by", "place"))


def faded(pictures: Tensor, part: float) -> Tensor:
    """Colours beyond 0...1 led towards the grey of their luma, by a part of the way back into the range."""
    luma = (LUMA * pictures).sum(dim=-3, keepdim=True).clamp(0, 1)
    most, least = pictures.amax(dim=-3, keepdim=True), pictures.amin(dim=-3, keepdim=True)
    above = torch.where(most > 1, (1 - luma) / (most - luma).clamp(min=1e-6), torch.ones_like(most))
    below = torch.where(least < 0, luma / (luma - least).clamp(min=1e-6), torch.ones_like(least))
    return luma + (1 - part * (1 - torch.minimum(above, below))) * (pictures - luma)


@torch.no_grad()
def paint(network: StyleNetwork, photograph: Tensor, afterwards: Afterwards = Afterwards()) -> Tensor:
    """The pastiche of `[n, 3, h, w]` in 0...1 with a network of one row."""
    count = photograph.shape[0]
    painted = network(photograph, torch.ones(count, 1))
    overall = afterwards.keep_colours if afterwards.by == "overall" else 0.0
    leading = 1 - min(1.0, afterwards.strength) * (1 - overall)
    if leading > 0 or afterwards.strength < 1:
        moved = with_colours_of(painted, photograph, torch.full((count,), leading))
        share = painting_share(torch.tensor(afterwards.strength))
        painted = faded(share * moved + (1 - share) * photograph, overall).clamp(0, 1)
    if afterwards.by == "place" and afterwards.keep_colours > 0:
        painted = with_colours_by_place(painted, photograph, afterwards.keep_colours)
    return painted.clamp(0, 1)


def write_png(picture: Tensor, path: Path) -> None:
    """A picture `[3, h, w]` in 0...1 with 16 bits for each sample, which Pillow cannot write."""
    samples = (picture.permute(1, 2, 0).double().numpy() * 65535 + 0.5).astype(">u2")
    height, width, _ = samples.shape
    rows = numpy.concatenate([numpy.zeros((height, 1), numpy.uint8), samples.reshape(height, -1).view(numpy.uint8)], 1)

    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    header = struct.pack(">IIBBBBB", width, height, 16, 2, 0, 0, 0)
    path.write_bytes(
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows.tobytes())) + chunk(b"IEND", b""))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("network", type=Path, help="what `pastiche styles bake` wrote")
    parser.add_argument("photograph", type=Path)
    parser.add_argument("-o", "--output", type=Path, required=True, help="a PNG of 16 bits")
    options = parser.parse_args()
    afterwards = Afterwards.of(load_metadata(options.network), options.network)
    photograph = read_picture(options.photograph)[None].float() / 255
    write_png(paint(load(options.network).eval(), photograph, afterwards)[0], options.output)


if __name__ == "__main__":
    main()
