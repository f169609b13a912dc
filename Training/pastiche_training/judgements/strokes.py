"""Whether the stroke sizes differ, and whether there is a way between them."""

import math

import torch
from torch import Tensor

from .judge import Judge, broken_steps, table


def mean_frequency(pictures: Tensor) -> Tensor:
    """The mean frequency of brightness, in periods for each pixel, weighted by amplitude: `[n]`."""
    grey = pictures.mean(dim=1)
    height, width = grey.shape[-2:]
    window = torch.hann_window(height, device=grey.device)[:, None] * torch.hann_window(width, device=grey.device)
    amplitude = torch.fft.rfft2((grey - grey.mean(dim=(1, 2), keepdim=True)) * window).abs()
    down = torch.fft.fftfreq(height, device=grey.device)[:, None]
    across = torch.fft.rfftfreq(width, device=grey.device)
    frequency = (down.square() + across.square()).sqrt()
    return (amplitude * frequency).sum(dim=(1, 2)) / amplitude.sum(dim=(1, 2))


def judge_strokes(judge: Judge, photographs: int) -> list[str]:
    sizes = judge.rows.strokes
    if len(sizes) < 2:
        return ["The network has one stroke size."]
    between = [math.sqrt(a * b) for a, b in zip(sizes, sizes[1:])]
    strokes = sorted([*sizes, *between])
    frequency, distance, broken = torch.zeros(len(strokes)), torch.zeros(len(strokes), len(sizes)), [0, 0]
    for style in judge.rows.styles:
        mixes = torch.stack([judge.rows.mix({style: 1}, stroke) for stroke in strokes])
        own_frequency, own_distance = torch.zeros(len(strokes)), torch.zeros(len(strokes), len(sizes))
        for photograph in judge.photographs[:photographs].split(1):
            pictures = judge.paint(photograph, mixes)
            own_frequency += mean_frequency(pictures).cpu() / photographs
            _, matrices = judge.measure(pictures, photograph)
            for index, size in enumerate(sizes):
                target = judge.rows.mix({style: 1}, size)[None].expand(len(strokes), -1)
                own_distance[:, index] += judge.style_distance(matrices, target).cpu() / photographs
        broken[0] += broken_steps(own_frequency, False)
        broken[1] += broken_steps(own_distance[:, 0], True) + broken_steps(own_distance[:, -1], False)
        frequency += own_frequency / len(judge.rows.styles)
        distance += own_distance / len(judge.rows.styles)
    lines = [
        [f"{stroke:.0f}", f"{frequency[index]:.4f}", *(f"{value:.4f}" for value in distance[index])]
        for index, stroke in enumerate(strokes)]
    steps = (len(strokes) - 1) * len(judge.rows.styles)
    return [
        *table(["stroke size", "mean frequency", *(f"style loss to {size}" for size in sizes)], lines), "",
        f"Style by style, {broken[0]} of {steps} steps to a larger size do not lower the mean frequency, and "
        f"{broken[1]} of {2 * steps} do not lead away from the smallest or towards the largest size's style."]
