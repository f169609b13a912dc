"""Whether the way from one style to another leads through mixes of both."""

import torch

from .judge import Judge, broken_steps

STEPS = 11


def judge_mixing(judge: Judge, pairs: int, photographs: int, seed: int = 7) -> list[str]:
    generator = torch.Generator().manual_seed(seed)
    styles, broken, worst, steps = judge.rows.styles, 0, 0.0, 0
    for _ in range(pairs):
        first, second = torch.randperm(len(styles), generator=generator)[:2].tolist()
        ends = [judge.rows.mix({styles[index]: 1}) for index in (first, second)]
        mixes = torch.stack([torch.lerp(ends[0], ends[1], step / (STEPS - 1)) for step in range(STEPS)])
        distances = torch.zeros(2, STEPS)
        for photograph in judge.photographs[:photographs].split(1):
            _, matrices = judge.measure(judge.paint(photograph, mixes), photograph)
            for end in (0, 1):
                distances[end] += judge.style_distance(matrices, ends[end][None].expand(STEPS, -1)).cpu()
        for end, rising in ((0, True), (1, False)):
            broken += broken_steps(distances[end], rising)
            steps += STEPS - 1
            worst = max(worst, float(distances[end].max() / distances[end][[0, -1]].max()))
    return [
        f"{pairs} random pairs in {STEPS} steps on {photographs} photographs: {broken} of {steps} steps "
        f"({100 * broken / steps:.1f} %) go the wrong way; the worst step has {worst:.3f} times the style loss of the "
        "worse end."]
