"""What is painted in a step: a function of the seed and the step alone, so that training can stop and go on."""

from dataclasses import dataclass

import torch
from torch import Tensor

from .data import Windows
from .rows import Rows
from .settings import Settings

LARGEST_SHIFT = 7
"""In pixels; the network works on a grid of 4."""
LARGEST_ZOOM = 0.03
LARGEST_NOISE = 4 / 255


@dataclass(frozen=True)
class Samples:
    """One batch. The first `partial` samples lie between the photograph and the mix; the last `twins` are painted
    twice."""

    photographs: Tensor
    windows: Windows
    styles: Tensor
    """Weights of the rows without strength, `[n, rows]`."""
    strength: Tensor
    partial: int
    twin_windows: Windows
    twin_scale: Tensor
    """The place u of a twin shows what the place `scale u + offset` of its sample shows, `[twins, 2]`."""
    twin_offset: Tensor
    twin_noise: Tensor
    """The noise's deviation, `[twins]`."""

    def to(self, device: torch.device) -> "Samples":
        def moved(value):
            return value.to(device) if isinstance(value, (Tensor, Windows)) else value

        return Samples(*(moved(value) for value in vars(self).values()))


def _generator(*numbers: int) -> torch.Generator:
    seed = 0
    for number in numbers:
        seed = (seed * 6364136223846793005 + number + 1442695040888963407) % 2**63
    return torch.Generator().manual_seed(seed)


def _count(share: float, of: int, generator: torch.Generator) -> int:
    """A share of a batch: fixed in large batches, right in the mean in small ones."""
    exact = share * of
    if exact >= 2 or exact == 0:
        return round(exact)
    return int(exact + torch.rand((), generator=generator).item())


def _rows_in_turn(settings: Settings, rows: Rows, step: int) -> list[int]:
    """Rows of styles for a batch, so that each row comes once in every turn, in a new order."""
    chosen = []
    for position in range(step * settings.batch, (step + 1) * settings.batch):
        turn, place = divmod(position, rows.original)
        chosen.append(int(torch.randperm(rows.original, generator=_generator(settings.seed, 1, turn))[place]))
    return chosen


def _style_mix(first: int, settings: Settings, rows: Rows, generator: torch.Generator) -> Tensor:
    """Weights of the rows for one sample that begins with the given row."""
    sizes = len(rows.strokes)
    style, stroke = divmod(first, sizes)
    mixed, between = torch.rand(2, generator=generator).tolist()
    styles, weights = torch.tensor([style]), torch.ones(1)
    if mixed < settings.mix_share and len(rows.styles) > 1:
        count = min(int(torch.randint(2, 5, (), generator=generator)), len(rows.styles))
        others = torch.randperm(len(rows.styles) - 1, generator=generator)[:count - 1]
        styles = torch.cat([styles, others + (others >= style)])
        weights = -torch.rand(count, generator=generator).clamp(min=1e-6).log()
        weights = weights / weights.sum()
    sharing = torch.zeros(sizes)
    sharing[stroke] = 1
    if between < settings.between_share and sizes > 1:
        below = min(stroke, sizes - 2)
        sharing = torch.zeros(sizes)
        sharing[below + 1] = torch.rand((), generator=generator)
        sharing[below] = 1 - sharing[below + 1]
    result = torch.zeros(rows.count)
    for style, weight in zip(styles.tolist(), weights.tolist()):
        result[style * sizes:(style + 1) * sizes] += weight * sharing
    return result


def samples(settings: Settings, rows: Rows, photographs: int, side: int, step: int) -> Samples:
    """The batch of a step, from so many photographs of so many pixels."""
    generator, batch = _generator(settings.seed, 2, step), settings.batch

    def uniform(low: float, high: float, *shape: int) -> Tensor:
        return low + (high - low) * torch.rand(shape, generator=generator)

    natural = settings.crop / side
    half = uniform(0.75 * natural, min(1.0, 1.3 * natural), batch)
    windows = Windows(
        centre=uniform(-1, 1, batch, 2) * (1 - half[:, None]), half=half,
        mirror=torch.randint(0, 2, (batch,), generator=generator) * 2.0 - 1)

    partial = _count(settings.strength_share, batch, generator)
    strength = torch.ones(batch)
    # A third at the photograph itself, so that the row "original" is learnt well.
    strength[:partial] = (uniform(-0.5, 1, partial)).clamp(min=0)

    twins = min(_count(settings.twin_share, batch, generator), batch - partial)
    of = slice(batch - twins, batch)
    # Whole pixels for half of them: nothing is resampled there, so that blur is no way to be coherent.
    zoom = torch.where(uniform(0, 1, twins) < 0.5, 1.0, uniform(1 - LARGEST_ZOOM, 1 + LARGEST_ZOOM, twins))
    shift = torch.randint(-LARGEST_SHIFT, LARGEST_SHIFT + 1, (twins, 2), generator=generator)
    scale, offset = zoom[:, None].repeat(1, 2), 2 * shift / settings.crop
    seen = windows[of]
    towards = torch.stack([seen.mirror, torch.ones(twins)], 1)
    return Samples(
        photographs=torch.randint(photographs, (batch,), generator=generator), windows=windows,
        styles=torch.stack([
            _style_mix(first, settings, rows, generator) for first in _rows_in_turn(settings, rows, step)]),
        strength=strength, partial=partial,
        twin_windows=Windows(seen.centre + seen.half[:, None] * towards * offset, seen.half * zoom, seen.mirror),
        twin_scale=scale, twin_offset=offset, twin_noise=uniform(0, LARGEST_NOISE, twins))
