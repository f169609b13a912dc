"""How strength leads from the photograph to the mix, as the program paints it (docs/STRENGTH.md)."""

import torch
from torch import Tensor

from .colours import with_colours_of
from .network import StyleNetwork

PHOTOGRAPH_ENDS = 0.8
"""The strength from which on the photograph itself is no longer mixed in."""


def mix_at(strength: Tensor, styles: Tensor, original: int) -> Tensor:
    """Weights of rows `[n, rows]`: straight from the row "original" to a mix of styles."""
    mix = strength[:, None] * styles
    mix[:, original] += 1 - strength
    return mix


def painting_share(strength: Tensor, photograph_ends: float = PHOTOGRAPH_ENDS) -> Tensor:
    """The painting's share beside the photograph's."""
    rest = 1 - (strength / photograph_ends).clamp(max=1)
    return 1 - rest.square()


@torch.no_grad()
def led_back(
    network: StyleNetwork, photographs: Tensor, styles: Tensor, strength: Tensor, original: int
) -> Tensor:
    """Photographs `[n, 3, h, w]` painted at strengths `[n]` of mixes `[n, rows]`, with the part of their own colours
    that belongs to the strength."""
    painted = network(photographs, mix_at(strength, styles, original))
    return with_colours_of(painted, photographs, (1 - strength).clamp(min=0))


def crossfaded(
    painted: Tensor, photographs: Tensor, strength: Tensor, photograph_ends: float = PHOTOGRAPH_ENDS
) -> Tensor:
    """Paintings with the photographs' share mixed in; at strength 0 nothing but the photographs."""
    share = painting_share(strength, photograph_ends)[:, None, None, None]
    mixed = (share * painted + (1 - share) * photographs).clamp(0, 1)
    return torch.where(strength[:, None, None, None] == 0, photographs, mixed)


@torch.no_grad()
def painted_at(
    network: StyleNetwork, photographs: Tensor, styles: Tensor, strength: Tensor, original: int
) -> Tensor:
    """What the program shows of photographs at strengths of mixes."""
    return crossfaded(led_back(network, photographs, styles, strength, original), photographs, strength)
