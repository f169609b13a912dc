"""Small data that every test can have."""

from pathlib import Path
import sys

import numpy
import pytest
import torch

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from pastiche_training.data import Photographs
from pastiche_training.losses import StyleTargets
from pastiche_training.perceptual import PerceptualNetwork
from pastiche_training.rows import Rows
from pastiche_training.session import Session
from pastiche_training.settings import Settings


def random_perceptual_network() -> PerceptualNetwork:
    """The perceptual network's shape, thin and with random weights."""
    source = numpy.random.default_rng(5)

    def weights(layers: list[tuple[str, int, int, int]]) -> dict[str, numpy.ndarray]:
        arrays = {}
        for name, inputs, outputs, kernel in layers:
            scale = (2 / (inputs * kernel * kernel)) ** 0.5
            arrays[f"{name}_w"] = scale * source.standard_normal((outputs, inputs, kernel, kernel), numpy.float32)
            arrays[f"{name}_b"] = 0.1 * source.standard_normal(outputs, numpy.float32)
        return arrays

    exact = [("conv0", 3, 3, 1), ("conv1_1", 3, 4, 3), ("conv1_2", 4, 4, 3), ("conv2_1", 4, 6, 3),
             ("conv2_2", 6, 6, 3), ("conv3_1", 6, 8, 3)]
    distilled = [("conv0", 3, 3, 1)]
    widths = {"1": (3, 4), "2": (4, 6), "3": (6, 8), "4": (8, 8)}
    for stage, count in (("1", 2), ("2", 2), ("3", 4), ("4", 1)):
        before, width = widths[stage]
        for index in range(count):
            distilled.append((f"conv{stage}{index + 1}", before if index == 0 else width, width, 3))
    distilled.append(("conv41_aux", 8, 10, 1))
    return PerceptualNetwork(weights(exact), weights(distilled))


@pytest.fixture
def perceptual() -> PerceptualNetwork:
    return random_perceptual_network()


@pytest.fixture
def rows() -> Rows:
    return Rows(("first", "second", "third"), (160, 320, 640))


@pytest.fixture
def settings() -> Settings:
    return Settings(network="small", styles=("first", "second", "third"), crop=48, batch=5, strength_share=0.4)


def pictures(count: int, side: int, seed: int) -> torch.Tensor:
    """Smooth random pictures, samples 0...1."""
    coarse = torch.rand(count, 3, 6, 6, generator=torch.Generator().manual_seed(seed))
    return torch.nn.functional.interpolate(coarse, size=(side, side), mode="bicubic").clamp(0, 1)


@pytest.fixture
def session(rows: Rows, perceptual: PerceptualNetwork) -> Session:
    targets = StyleTargets.of_works(perceptual, list(pictures(rows.original, 64, seed=1).split(1)))
    squares = (pictures(4, 68, seed=2) * 255).byte()
    return Session(rows, Photographs(squares), perceptual, targets, torch.device("cpu"))
