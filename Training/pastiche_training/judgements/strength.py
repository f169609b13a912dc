"""Whether strength leads evenly from the photograph to the painting."""

from dataclasses import dataclass

import torch
from torch import Tensor

from ..strength import PHOTOGRAPH_ENDS, crossfaded, led_back
from .judge import AT_ONCE, Judge, broken_steps, table

STEPS = 11
ENDS = (PHOTOGRAPH_ENDS, 0.5, 0.3)
"""Where the photograph's share ends: as the program has it, and sooner."""


@dataclass
class Way:
    """What was measured along the way to one style, in the mean over the photographs."""

    content: Tensor
    style: Tensor
    largest_step: float
    exact: bool


def measured_way(judge: Judge, style: str, photographs: int, ends: float) -> Way:
    strength = torch.linspace(0, 1, STEPS, device=judge.device)
    mix = judge.rows.mix({style: 1})[None].to(judge.device)
    way = Way(torch.zeros(STEPS), torch.zeros(STEPS), 0.0, True)
    for photograph in judge.photographs[:photographs].split(1):
        pictures = torch.cat([
            crossfaded(led_back(
                judge.network, photograph.expand(len(part), -1, -1, -1), mix.expand(len(part), -1), part,
                judge.rows.original), photograph, part, ends)
            for part in strength.split(AT_ONCE)])
        content, matrices = judge.measure(pictures, photograph)
        way.content += content.cpu() / photographs
        way.style += judge.style_distance(matrices, mix.expand(STEPS, -1)).cpu() / photographs
        moved = (pictures[1:] - pictures[:-1]).abs().mean(dim=(1, 2, 3)) / (pictures[-1] - pictures[0]).abs().mean()
        way.largest_step = max(way.largest_step, float(moved.max()))
        way.exact = way.exact and torch.equal(pictures[:1], photograph)
    return way


def judge_strength(judge: Judge, photographs: int) -> list[str]:
    lines = []
    for ends in ENDS:
        ways = [measured_way(judge, style, photographs, ends) for style in judge.rows.styles]
        steps = (STEPS - 1) * len(ways)
        content = sum(broken_steps(way.content, True) for way in ways)
        style = sum(broken_steps(way.style, False) for way in ways)
        largest, name = max((way.largest_step, name) for way, name in zip(ways, judge.rows.styles))
        lines.append([
            f"{ends}", f"{content} ({100 * content / steps:.1f} %)", f"{style} ({100 * style / steps:.1f} %)",
            f"{sum(way.largest_step for way in ways) / len(ways):.3f}",
            f"{largest:.3f} ({name})",
            "yes" if all(way.exact for way in ways) else "NO"])
    return [
        f"Each style in {STEPS} steps on {photographs} photographs; a step that does not raise the content loss, or "
        "does not lower the style loss, is wrong. Steps are measured as a share of the whole way.", "",
        *table(["photograph ends at", "content: wrong steps", "style: wrong steps", "mean largest step",
                "largest step", "0 is the photograph"], lines)]
