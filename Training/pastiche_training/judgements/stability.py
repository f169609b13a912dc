"""How still a painting stands while the picture moves or is noisy."""

from pathlib import Path

import torch
from torch import Tensor

from ..data import read_samples
from .judge import Judge, table

NOISE = 2 / 255


def camera_shift(first: Tensor, second: Tensor) -> tuple[int, int]:
    """By how many pixels (down, right) the second frame's content lies further, by phase correlation."""
    height, width = first.shape[-2:]
    window = torch.hann_window(height, device=first.device)[:, None] * torch.hann_window(width, device=first.device)
    spectra = [torch.fft.fft2((frame.mean(dim=(0, 1)) - frame.mean()) * window) for frame in (second, first)]
    cross = spectra[0] * spectra[1].conj()
    peak = int(torch.fft.ifft2(cross / cross.abs().clamp(min=1e-9)).real.argmax())
    down, right = divmod(peak, width)
    return (down - height if down > height // 2 else down), (right - width if right > width // 2 else right)


def change(first: Tensor, second: Tensor, shift: tuple[int, int]) -> float:
    """Mean absolute difference of two pictures where both show the same, the second further by a shift."""
    def cut(picture: Tensor, down: int, right: int) -> Tensor:
        height, width = picture.shape[-2:]
        return picture[..., max(0, down):height + min(0, down), max(0, right):width + min(0, right)]

    return float((cut(second, *shift) - cut(first, -shift[0], -shift[1])).abs().mean())


def _measure(judge: Judge, frames: dict[str, list[Tensor]], mixes: Tensor) -> dict[str, float]:
    """Mean change between neighbouring frames of each video, and the response to noise."""
    result = {}
    for name, pictures in frames.items():
        painted = [judge.paint(picture, mixes) for picture in pictures]
        steps = [
            change(painted[index], painted[index + 1], camera_shift(pictures[index], pictures[index + 1]))
            for index in range(len(pictures) - 1)]
        result[name] = sum(steps) / len(steps)
    generator = torch.Generator().manual_seed(3)
    responses = []
    for photograph in judge.photographs.split(1):
        noise = torch.randn(photograph.shape, generator=generator).to(judge.device)
        noisy = (photograph + NOISE * noise).clamp(0, 1)
        responses.append(float((judge.paint(noisy, mixes) - judge.paint(photograph, mixes)).abs().mean()))
    result["noise"] = sum(responses) / len(responses)
    result["style loss"] = float(judge.content_and_style(mixes)[1].mean())
    return result


def judge_stability(judge: Judge, plain: Judge | None, data: Path, side: int, frames: int, styles: int) -> list[str]:
    """`plain` is a network that was trained without the coherence loss, of the same rows."""
    folders = sorted(path for path in (data / "evaluation" / "video").iterdir() if path.is_dir())
    pictures = {
        folder.name: [read_samples(path, side, judge.device) for path in sorted(folder.glob("*.jpg"))[:frames]]
        for folder in folders}
    mixes = judge.single_styles()
    mixes = mixes[[index * len(mixes) // styles for index in range(min(styles, len(mixes)))]]
    ours = _measure(judge, pictures, mixes)
    unpainted = {
        name: sum(change(a, b, camera_shift(a, b)) for a, b in zip(video, video[1:])) / (len(video) - 1)
        for name, video in pictures.items()}
    theirs = _measure(plain, pictures, mixes) if plain else {}
    lines = [
        [name, f"{unpainted[name]:.4f}" if name in unpainted else "", f"{value:.4f}",
         *([f"{theirs[name]:.4f}", f"{100 * (value / theirs[name] - 1):+.0f} %"] if plain else ["", ""])]
        for name, value in ours.items()]
    return table(["", "unpainted", "this network", "without the coherence loss", "difference"], lines)
