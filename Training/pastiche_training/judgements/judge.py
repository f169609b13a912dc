"""What all judgements need: a network, the photographs, and the losses that both are measured with."""

from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor

from ..data import read_samples, square
from ..losses import Grams, StyleTargets, content_loss, grams, style_loss
from ..network import StyleNetwork, load, load_metadata
from ..perceptual import CONTENT_LAYER, PerceptualNetwork
from ..rows import Rows
from ..session import read_perceptual, read_targets

AT_ONCE = 8
"""Pictures that go through a network together."""


@dataclass
class Judge:
    network: StyleNetwork
    rows: Rows
    perceptual: PerceptualNetwork
    targets: StyleTargets
    photographs: Tensor
    """The middle squares of the photographs for judging, `[n, 3, side, side]`."""
    device: torch.device

    @staticmethod
    def read(
        weights: Path, data: Path, device: torch.device, side: int, photographs: int | None = None,
        network: StyleNetwork | None = None, rows: Rows | None = None,
    ) -> "Judge":
        """Of a weight file, or of a network at hand."""
        network = (network or load(weights)).to(device).eval()
        rows = rows or Rows.of(load_metadata(weights))
        perceptual = read_perceptual(data, device)
        paths = sorted((data / "evaluation" / "photographs").glob("*.jpg"))[:photographs]
        pictures = torch.cat([square(read_samples(path, side, device)) for path in paths])
        return Judge(network, rows, perceptual, read_targets(data, rows, perceptual, device), pictures, device)

    @torch.no_grad()
    def paint(self, photograph: Tensor, mixes: Tensor) -> Tensor:
        """One photograph `[1, 3, h, w]` in each of the mixes `[n, rows]`; the encoder runs once."""
        height, width = photograph.shape[-2:]
        content = self.network.encode(photograph)
        pictures = [
            self.network.decode(content.expand(len(part), -1, -1, -1), part.to(self.device))
            for part in mixes.split(AT_ONCE)]
        return torch.cat(pictures)[..., :height, :width]

    @torch.no_grad()
    def measure(self, pictures: Tensor, photograph: Tensor) -> tuple[Tensor, Grams]:
        """Content losses `[n]` and Gram matrices of pictures that were made of one photograph."""
        content = self.perceptual.content(photograph)
        losses, matrices = [], []
        for part in pictures.split(AT_ONCE):
            features = self.perceptual(part)
            losses.append(content_loss(features[CONTENT_LAYER], content))
            matrices.append(grams(features))
        return torch.cat(losses), {layer: torch.cat([each[layer] for each in matrices]) for layer in matrices[0]}

    def style_distance(self, matrices: Grams, mixes: Tensor) -> Tensor:
        """Style losses `[n]` of Gram matrices to the targets of mixes `[n, rows]` or `[1, rows]`."""
        target, scale = self.targets.mixed(mixes.to(self.device))
        return style_loss(matrices, target, scale)

    @torch.no_grad()
    def content_and_style(self, mixes: Tensor) -> tuple[Tensor, Tensor]:
        """Content and style loss of each mix `[n, rows]`, in the mean over the photographs."""
        contents, styles = [], []
        for photograph in self.photographs.split(1):
            content, matrices = self.measure(self.paint(photograph, mixes), photograph)
            contents.append(content)
            styles.append(self.style_distance(matrices, mixes))
        return torch.stack(contents).mean(0).cpu(), torch.stack(styles).mean(0).cpu()

    def single_styles(self, stroke: float | None = None) -> Tensor:
        """The mixes that are one style alone, `[styles, rows]`."""
        return torch.stack([self.rows.mix({style: 1}, stroke) for style in self.rows.styles])


def table(head: list[str], lines: list[list[str]]) -> list[str]:
    """A Markdown table; the first column is text, the others are numbers."""
    return ["| " + " | ".join(head) + " |", "|---|" + "---:|" * (len(head) - 1)] + [
        "| " + " | ".join(line) + " |" for line in lines]


def broken_steps(values: Tensor, rising: bool) -> int:
    """How many neighbours of `[steps]` go the wrong way."""
    change = values[1:] - values[:-1]
    return int(((change if rising else -change) < 0).sum())
