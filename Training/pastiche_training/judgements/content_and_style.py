"""Content and style loss, beside optimising the picture itself (Gatys et al. 2016) on the same loss."""

import torch
from torch import Tensor

from ..losses import content_loss, grams, style_loss
from ..perceptual import CONTENT_LAYER
from .judge import Judge, table

RATE = 0.02


def optimised(judge: Judge, photographs: Tensor, mixes: Tensor, weight: float, iterations: int) -> Tensor:
    """Pictures `[n, 3, h, w]` that Adam finds, from the photographs, for content + weight * style."""
    content = judge.perceptual.content(photographs)
    target, scale = judge.targets.mixed(mixes.to(judge.device))
    pictures = photographs.clone().requires_grad_()
    optimiser = torch.optim.Adam([pictures], lr=RATE)
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimiser, iterations, RATE / 20)
    for _ in range(iterations):
        optimiser.zero_grad()
        features = judge.perceptual(pictures)
        loss = content_loss(features[CONTENT_LAYER], content) + weight * style_loss(grams(features), target, scale)
        loss.sum().backward()
        optimiser.step()
        schedule.step()
        with torch.no_grad():
            pictures.clamp_(0, 1)
    return pictures.detach()


def judge_content_and_style(judge: Judge, weight: float, pairs: int, iterations: int) -> list[str]:
    """`pairs` styles, spread over the library, are also optimised, each on a photograph of its own turn."""
    mixes = judge.single_styles()
    content, style = judge.content_and_style(mixes)
    count, photographs = len(mixes), len(judge.photographs)
    chosen = sorted({index * count // pairs for index in range(pairs)}) if pairs else []
    compared: dict[int, list[str]] = {}
    ratios = []
    for begin in range(0, len(chosen), 4):
        part = chosen[begin:begin + 4]
        seen = judge.photographs[[index % photographs for index in part]]
        found = optimised(judge, seen, mixes[part], weight, iterations)
        for place, index in enumerate(part):
            photograph, mix = seen[place:place + 1], mixes[index:index + 1]
            numbers = []
            for picture in (judge.paint(photograph, mix), found[place:place + 1]):
                content_there, matrices = judge.measure(picture, photograph)
                numbers += [float(content_there), float(judge.style_distance(matrices, mix))]
            ours, theirs = numbers[0] + weight * numbers[1], numbers[2] + weight * numbers[3]
            ratios.append(ours / theirs)
            compared[index] = [*(f"{number:.3f}" for number in numbers), f"{ours / theirs:.2f}"]
    lines = [
        [name, f"{content[index]:.3f}", f"{style[index]:.4f}", *compared.get(index, [""] * 5)]
        for index, name in enumerate(judge.rows.styles)]
    lines.append(["mean", f"{content.mean():.3f}", f"{style.mean():.4f}", *[""] * 5])
    result = table(
        ["style", "content", "style loss", "pair: content", "style", "optimised: content", "style", "total, ratio"],
        lines)
    if ratios:
        above = sum(ratio > 1.5 for ratio in ratios)
        result += ["", f"Total loss (content + {weight:g} style) over the optimised picture's, {len(ratios)} pairs, "
                       f"{iterations} iterations of Adam: mean {sum(ratios) / len(ratios):.2f}, "
                       f"worst {max(ratios):.2f}; above 1.5: {above}."]
    return result
