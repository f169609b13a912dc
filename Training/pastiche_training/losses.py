"""The losses, one number for each picture."""

from collections.abc import Mapping

import torch
from torch import Tensor

from .perceptual import STYLE_LAYERS, PerceptualNetwork

Grams = dict[str, Tensor]
"""A Gram matrix for each style layer and picture, `[n, c, c]`."""


def gram(features: Tensor) -> Tensor:
    """How often channels are active together, in the mean over all places: `[n, c, h, w]` to `[n, c, c]`."""
    with torch.autocast(features.device.type, enabled=False):
        flat = features.float().flatten(2)
        return flat @ flat.transpose(1, 2) / flat.shape[-1]


def grams(features: Mapping[str, Tensor]) -> Grams:
    return {layer: gram(features[layer]) for layer in STYLE_LAYERS}


def content_loss(painted: Tensor, photograph: Tensor) -> Tensor:
    """Mean squared difference of content features."""
    return (painted.float() - photograph.float()).square().mean(dim=(1, 2, 3))


def style_loss(painted: Grams, target: Grams, scale: Mapping[str, Tensor]) -> Tensor:
    """Squared distance of Gram matrices over `scale`, the style's own squared norm, summed over the layers.

    Divided so, a style of strong contrasts counts as much as a faint one, and each layer as much as another.
    """
    return sum((painted[layer] - target[layer]).square().sum(dim=(1, 2)) / scale[layer] for layer in STYLE_LAYERS)


def total_variation(pictures: Tensor) -> Tensor:
    """Mean squared difference of neighbouring pixels."""
    across = (pictures[..., 1:] - pictures[..., :-1]).square().mean(dim=(1, 2, 3))
    down = (pictures[..., 1:, :] - pictures[..., :-1, :]).square().mean(dim=(1, 2, 3))
    return across + down


def coherence_loss(first: Tensor, second: Tensor, inside: Tensor) -> Tensor:
    """Mean squared difference of two paintings of the same thing, where both show it.

    `inside` is 1 there and 0 elsewhere, `[n, 1, h, w]`.
    """
    difference = (first - second).square().mean(dim=1, keepdim=True) * inside
    return difference.sum(dim=(1, 2, 3)) / inside.sum(dim=(1, 2, 3)).clamp(min=1)


class StyleTargets:
    """The Gram matrices of every row of the network but "original", and their mixes."""

    def __init__(self, table: Grams):
        self.table = table
        self.scale = {layer: matrices.square().sum(dim=(1, 2)) for layer, matrices in table.items()}

    @staticmethod
    @torch.no_grad()
    def of_works(perceptual: PerceptualNetwork, pictures: list[Tensor]) -> "StyleTargets":
        """One row for each picture `[1, 3, h, w]`."""
        rows = [grams(perceptual(picture)) for picture in pictures]
        return StyleTargets({layer: torch.cat([row[layer] for row in rows]) for layer in STYLE_LAYERS})

    def mixed(self, mix: Tensor, photographs: Grams | None = None) -> tuple[Grams, dict[str, Tensor]]:
        """Targets and scales of mixes `[n, rows + 1]`, whose last column is the share of the photograph itself.

        `photographs` has the Gram matrices of the first pictures; the others have no share of theirs.
        """
        styles, share = mix[:, :-1], mix[:, -1]
        target, scale = {}, {}
        for layer, table in self.table.items():
            target[layer] = (styles @ table.flatten(1)).unflatten(1, table.shape[1:])
            scale[layer] = styles @ self.scale[layer]
            if photographs is not None:
                own = photographs[layer]
                count = own.shape[0]
                part = share[:count]
                added = torch.zeros_like(target[layer])
                added[:count] = part[:, None, None] * own
                target[layer] = target[layer] + added
                norm = torch.zeros_like(scale[layer])
                norm[:count] = part * own.square().sum(dim=(1, 2))
                scale[layer] = scale[layer] + norm
        return target, scale
