"""Photographs and works: held as bytes on the training device, cut there.

The folder that `pack` makes holds `photographs/`, `works/`, `perceptual/` and `evaluation/`.
"""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import numpy
from PIL import Image, ImageOps
import torch
from torch import Tensor
from torch.nn import functional


def read_picture(path: Path, short_side: int | None = None) -> Tensor:
    """A picture as bytes `[3, h, w]`, resized to a short side if one is given."""
    with Image.open(path) as image:
        image = ImageOps.exif_transpose(image).convert("RGB")
        if short_side:
            scale = short_side / min(image.size)
            size = tuple(max(1, round(side * scale)) for side in image.size)
            image = image.resize(size, Image.Resampling.LANCZOS)
        return torch.from_numpy(numpy.array(image)).permute(2, 0, 1).contiguous()


def square(picture: Tensor) -> Tensor:
    """The middle square of a picture `[..., h, w]`."""
    height, width = picture.shape[-2:]
    side = min(height, width)
    top, left = (height - side) // 2, (width - side) // 2
    return picture[..., top:top + side, left:left + side]


def read_samples(path: Path, short_side: int | None, device: torch.device) -> Tensor:
    """A picture as samples 0...1, `[1, 3, h, w]`."""
    return read_picture(path, short_side)[None].to(device).float() / 255


@dataclass(frozen=True)
class Windows:
    """Square parts of square pictures, in coordinates -1...1: centres `[n, 2]` (x, y), half sides `[n]`, and
    1 or -1 for those that are mirrored, `[n]`."""

    centre: Tensor
    half: Tensor
    mirror: Tensor

    def to(self, device: torch.device) -> "Windows":
        return Windows(self.centre.to(device), self.half.to(device), self.mirror.to(device))

    def __getitem__(self, part: slice) -> "Windows":
        return Windows(self.centre[part], self.half[part], self.mirror[part])


def resampled(pictures: Tensor, scale: Tensor, offset: Tensor, side: int) -> Tensor:
    """The pictures seen through windows: the place u of the result, -1...1, shows the place `scale u + offset`.

    `scale` and `offset` are `[n, 2]` (x, y). Beyond the border the pictures are mirrored.
    """
    theta = torch.zeros(pictures.shape[0], 2, 3, device=pictures.device)
    theta[:, 0, 0], theta[:, 1, 1], theta[:, :, 2] = scale[:, 0], scale[:, 1], offset
    grid = functional.affine_grid(theta, [pictures.shape[0], 3, side, side], align_corners=False)
    return functional.grid_sample(pictures, grid, mode="bilinear", padding_mode="reflection", align_corners=False)


class Photographs:
    """Every photograph as the two squares at the ends of its long side, bytes `[n, 3, side, side]`."""

    def __init__(self, squares: Tensor):
        self.squares = squares

    @staticmethod
    def read(folder: Path, device: torch.device, count: int | None = None, side: int = 272) -> "Photographs":
        paths = sorted(path for path in folder.glob("*") if path.suffix in (".jpg", ".webp"))[:count]
        if not paths:
            raise SystemExit(f"{folder} holds no photographs")

        def squares(path: Path) -> Tensor:
            picture = read_picture(path, side)
            return torch.stack([picture[:, :side, :side], picture[:, -side:, -side:]])

        with ThreadPoolExecutor() as pool:
            return Photographs(torch.cat(list(pool.map(squares, paths))).to(device))

    def __len__(self) -> int:
        return self.squares.shape[0]

    def cut(self, indices: Tensor, windows: Windows, side: int) -> Tensor:
        """Parts of photographs at `side` pixels, samples 0...1."""
        pictures = self.squares[indices].float() / 255
        mirrored = torch.stack([windows.half * windows.mirror, windows.half], 1)
        return resampled(pictures, mirrored, windows.centre, side)
