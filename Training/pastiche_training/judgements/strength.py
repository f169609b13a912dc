"""Whether strength leads evenly from the photograph to the painting."""

import torch

from ..strength import painted_at
from .judge import AT_ONCE, Judge, broken_steps, table

STEPS = 11


def judge_strength(judge: Judge, photographs: int) -> list[str]:
    strength = torch.linspace(0, 1, STEPS, device=judge.device)
    lines, broken, steps, largest, exact = [], [0, 0], 0, 0.0, True
    for style in judge.rows.styles:
        mix = judge.rows.mix({style: 1})[None].to(judge.device)
        content, style_losses, shares = torch.zeros(STEPS), torch.zeros(STEPS), torch.zeros(STEPS - 1)
        for photograph in judge.photographs[:photographs].split(1):
            pictures = torch.cat([
                painted_at(
                    judge.network, photograph.expand(len(part), -1, -1, -1), mix.expand(len(part), -1), part,
                    judge.rows.original)
                for part in strength.split(AT_ONCE)])
            exact = exact and torch.equal(pictures[:1], photograph)
            contents, matrices = judge.measure(pictures, photograph)
            content += contents.cpu()
            style_losses += judge.style_distance(matrices, mix.expand(STEPS, -1)).cpu()
            moved = (pictures[1:] - pictures[:-1]).abs().mean(dim=(1, 2, 3)).cpu()
            shares = torch.maximum(shares, moved / (pictures[-1] - pictures[0]).abs().mean().cpu())
        wrong = [broken_steps(content, True), broken_steps(style_losses, False)]
        broken = [total + one for total, one in zip(broken, wrong)]
        steps += STEPS - 1
        largest = max(largest, float(shares.max()))
        lines.append([style, str(wrong[0]), str(wrong[1]), f"{shares.max():.3f}"])
    return [
        *table(["style", "content: wrong steps", "style: wrong steps", "largest step"], lines), "",
        f"Strength 0 is the photograph {'to the last bit' if exact else 'NOT exactly'}. Of {steps} steps {broken[0]} "
        f"({100 * broken[0] / steps:.1f} %) do not raise the content loss and {broken[1]} "
        f"({100 * broken[1] / steps:.1f} %) do not lower the style loss; the largest step takes {largest:.3f} of the "
        "way."]
