"""Oklab (Ottosson 2020), as the program keeps a photograph's colours with it (docs/COLOURS.md)."""

import torch
from torch import Tensor

TO_CONES = torch.tensor([
    [0.4122214708, 0.5363325363, 0.0514459929],
    [0.2119034982, 0.6806995451, 0.1073969566],
    [0.0883024619, 0.2817188376, 0.6299787005]], dtype=torch.float64)
TO_LAB = torch.tensor([
    [0.2104542553, 0.7936177850, -0.0040720468],
    [1.9779984951, -2.4285922050, 0.4505937099],
    [0.0259040371, 0.7827717662, -0.8086757660]], dtype=torch.float64)


def _transformed(matrix: Tensor, planes: Tensor) -> Tensor:
    return torch.einsum("ij,njhw->nihw", matrix, planes)


def oklab(pictures: Tensor) -> Tensor:
    """Lightness and the two axes of colour of pictures `[n, 3, h, w]` in 0...1."""
    pictures = pictures.double()
    light = torch.where(pictures <= 0.04045, pictures / 12.92, ((pictures.clamp(min=0) + 0.055) / 1.055) ** 2.4)
    return _transformed(TO_LAB, _transformed(TO_CONES, light) ** (1 / 3))


def linear_light(lab: Tensor) -> Tensor:
    """Red, green and blue; beyond 0...1 where no screen shows the colour."""
    return _transformed(TO_CONES.inverse(), _transformed(TO_LAB.inverse(), lab) ** 3)


def shown(lab: Tensor) -> Tensor:
    """Pictures of the colours, with as much of their chroma as a screen shows."""
    def is_shown(part: Tensor) -> Tensor:
        light = linear_light(torch.cat([lab[:, :1], part * lab[:, 1:]], dim=1))
        return ((light >= -3e-6) & (light <= 1 + 3e-6)).all(dim=1, keepdim=True)

    inner, outer = torch.zeros_like(lab[:, :1]), torch.ones_like(lab[:, :1])
    whole = is_shown(outer)
    for _ in range(24):
        middle = (inner + outer) / 2
        inside = is_shown(middle)
        inner, outer = torch.where(inside, middle, inner), torch.where(inside, outer, middle)
    part = torch.where(whole, torch.ones_like(inner), inner)
    light = linear_light(torch.cat([lab[:, :1], part * lab[:, 1:]], dim=1)).clamp(0, 1)
    return torch.where(light <= 0.0031308, 12.92 * light, 1.055 * light ** (1 / 2.4) - 0.055)


def with_colours_by_place(painted: Tensor, photographs: Tensor, amount: float) -> Tensor:
    """Paintings `[n, 3, h, w]` with the photographs' hue and chroma in every place and their own lightness."""
    lab = oklab(painted)
    lab[:, 1:] += amount * (oklab(photographs)[:, 1:] - lab[:, 1:])
    return shown(lab).to(painted.dtype)
