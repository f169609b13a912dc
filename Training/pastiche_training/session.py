"""What the commands have in common: the device, the data on it, and checkpoints."""

import argparse
from dataclasses import dataclass
import os
from pathlib import Path

import torch
from torch import Tensor

from .data import Photographs, read_samples
from .losses import StyleTargets
from .perceptual import PerceptualNetwork
from .rows import Rows
from .settings import Settings
from .works import read_works


def choose_device(threads: int | None = None) -> torch.device:
    """The GPU if there is one."""
    if threads:
        torch.set_num_threads(threads)
    if not torch.cuda.is_available():
        return torch.device("cpu")
    # Features come from 16-bit floats, which TF32 holds exactly; sums stay in 32 bits.
    torch.backends.cuda.matmul.allow_tf32 = True
    torch.backends.cudnn.benchmark = True
    return torch.device("cuda")


@dataclass
class Session:
    """The data that every network of a run learns from."""

    rows: Rows
    photographs: Photographs
    perceptual: PerceptualNetwork
    targets: StyleTargets
    device: torch.device

    @staticmethod
    def open(data: Path, settings: Settings, device: torch.device, photographs: int | None = None) -> "Session":
        rows = Rows(settings.styles, settings.strokes)
        perceptual = read_perceptual(data, device)
        return Session(
            rows=rows, photographs=Photographs.read(data / "photographs", device, photographs),
            perceptual=perceptual, targets=read_targets(data, rows, perceptual, device), device=device)


def read_perceptual(data: Path, device: torch.device) -> PerceptualNetwork:
    return PerceptualNetwork.read(data / "perceptual").to(device, memory_format=torch.channels_last).eval()


def read_work(data: Path, source: str, stroke: int, device: torch.device) -> Tensor:
    """A work at a stroke size, `[1, 3, h, w]`: the size is its short side."""
    return read_samples(data / "works" / source, stroke, device)


def read_targets(data: Path, rows: Rows, perceptual: PerceptualNetwork, device: torch.device) -> StyleTargets:
    works = read_works(list(rows.styles))
    return StyleTargets.of_works(
        perceptual, [read_work(data, work.source, stroke, device) for work in works for stroke in rows.strokes])


def chosen_styles(text: str | None) -> tuple[str, ...]:
    """Ids divided by commas, a number of works from the head of the list, or all of it."""
    works = read_works()
    if not text:
        return tuple(work.id for work in works)
    if text.isdigit():
        return tuple(work.id for work in works[:int(text)])
    return tuple(work.id for work in read_works(text.split(",")))


def add_common_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("data", type=Path, help="the folder that pastiche_training.pack made")
    parser.add_argument("-o", "--output", type=Path, required=True)
    parser.add_argument("--threads", type=int, help="of the processor")


def save_atomically(state: dict, path: Path) -> None:
    """Writes beside the file, then takes its place: what was there stays whole until the new one is."""
    beside = path.with_name(path.name + ".new")
    with open(beside, "wb") as file:
        torch.save(state, file)
        file.flush()
        os.fsync(file.fileno())
    os.replace(beside, path)
