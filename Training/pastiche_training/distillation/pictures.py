"""What the small network learns on: photographs, paintings, and what lies between while a picture is being painted."""

from pathlib import Path

import torch
from torch import Tensor

from ..data import Photographs, Windows, read_picture

HELD_OUT = 5
"""Of so many paintings one is never learnt from: those judge."""


def paintings(folder: Path) -> tuple[list[Path], list[Path]]:
    """Paintings to learn from, and those that judge."""
    paths = sorted(path for path in folder.iterdir() if path.suffix in (".jpg", ".png", ".webp"))
    return [path for place, path in enumerate(paths) if place % HELD_OUT], paths[::HELD_OUT]


def read_paintings(paths: list[Path], device: torch.device, side: int = 512) -> Photographs:
    squares = []
    for path in paths:
        picture = read_picture(path, side)
        squares += [picture[:, :side, :side], picture[:, -side:, -side:]]
    return Photographs(torch.stack(squares).to(device))


def windows(count: int, natural: float, generator: torch.Generator) -> Windows:
    """Random parts, from three fifths of the natural size to twice that, as far as the picture goes."""
    half = natural * 0.6 * (3.3 ** torch.rand(count, generator=generator))
    half = half.clamp(max=1)
    centre = (2 * torch.rand(count, 2, generator=generator) - 1) * (1 - half[:, None])
    return Windows(centre, half, torch.randint(0, 2, (count,), generator=generator) * 2.0 - 1)


def batch(
    photographs: Photographs, painted: Photographs, count: int, crop: int, generator: torch.Generator
) -> Tensor:
    """`[count, 3, crop, crop]`: photographs, paintings, blends of both, some with noise or other colours."""

    def cut(source: Photographs, number: int) -> Tensor:
        indices = torch.randint(len(source), (number,), generator=generator)
        device = source.squares.device
        return source.cut(
            indices.to(device), windows(number, crop / source.squares.shape[-1], generator).to(device), crop)

    first = torch.cat([cut(photographs, count // 2), cut(painted, count - count // 2)])
    second = torch.cat([cut(painted, count // 2), cut(photographs, count - count // 2)])
    device = first.device

    def chosen(share: float) -> Tensor:
        return (torch.rand(count, 1, 1, 1, generator=generator) < share).float().to(device)

    def uniform(low: float, high: float, *shape: int) -> Tensor:
        return (low + (high - low) * torch.rand(shape, generator=generator)).to(device)

    pictures = first + chosen(0.3) * uniform(0, 0.6, count, 1, 1, 1) * (second - first)
    contrast = 1 + chosen(0.3) * (uniform(0.6, 1.5, count, 3, 1, 1) - 1)
    brightness = chosen(0.3) * uniform(-0.15, 0.15, count, 3, 1, 1)
    pictures = (pictures - 0.5) * contrast + 0.5 + brightness
    deviation = chosen(0.4) * uniform(0, 0.12, count, 1, 1, 1)
    noise = torch.randn(pictures.shape, generator=generator).to(device)
    return (pictures + deviation * noise).clamp(0, 1)
