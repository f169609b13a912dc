"""Teaches a small network to see what the perceptual network sees.

    python -m pastiche_training.distillation.distil DATA PAINTINGS -o OUT --minutes 40

It begins with the channels of the large one that best stand for all. First features and Gram matrices, later also the gradients of style losses with respect to the picture, which is what
painting with the network needs. Every fifth painting is held out. Writes checkpoint.pt, perceptual.safetensors and
log.csv; the next run with the same output goes on where this one ended.
"""

import argparse
from collections.abc import Callable
import csv
from dataclasses import dataclass
from pathlib import Path
import time

import torch
from torch import Tensor

from ..data import Photographs
from ..losses import gram
from ..perceptual import STYLE_LAYERS, PerceptualNetwork
from ..session import add_common_options, choose_device, read_perceptual, save_atomically
from ..train import Schedule, add_computing_options, add_schedule_options
from .losses import cosines, feature_loss, gram_loss, style_gradients
from .pictures import batch, paintings, read_paintings
from .pruning import SHARED, begin_pruned
from .student import HEADS, Student, save_student

GRADIENT_LIMIT = 5.0
BEGUN_SHARE = 0.15
"""Of the learning rate, for what begins as a part of the large network."""
LOSSES = ("features", "grams", *(f"cosine {name}" for name in STYLE_LAYERS))


@dataclass
class Lesson:
    """What the large network says about a batch."""

    pictures: Tensor
    features: dict[str, Tensor]
    grams: dict[str, Tensor]
    targets: dict[str, Tensor]
    gradients: dict[str, Tensor] | None


class Distiller:
    def __init__(
        self, large: PerceptualNetwork, device: torch.device, rate: float, half: bool,
        student: Callable[[], Student] = Student,
    ):
        torch.manual_seed(1)
        self.large, self.half, self.device, self.rate = large, half, device, rate
        self.student = student().to(device, memory_format=torch.channels_last)
        self.optimiser = self._optimiser()
        self.steps = 0

    def begin(self, pictures: Tensor) -> None:
        begin_pruned(self.student, self.large, pictures)

    def _optimiser(self) -> torch.optim.Adam:
        """What begins as a part of the large network only has to settle; the rest has to learn."""
        begun = {"params": [], "share": BEGUN_SHARE}
        fresh = {"params": [], "share": 1.0}
        for name, parameter in self.student.named_parameters():
            part = name.removeprefix("heads.").split(".")[0].replace("relu", "conv")
            (begun if part in SHARED else fresh)["params"].append(parameter)
        return torch.optim.Adam([begun, fresh], lr=self.rate)

    def autocast(self):
        return torch.autocast(self.device.type, torch.bfloat16, enabled=self.half)

    def layers_now(self) -> tuple[str, ...]:
        """One layer's gradient at a time, in turn: each costs as much as all features."""
        return (STYLE_LAYERS[self.steps % len(STYLE_LAYERS)],)

    def lesson(self, pictures: Tensor, with_gradients: bool) -> Lesson:
        pictures = pictures.contiguous(memory_format=torch.channels_last).requires_grad_(with_gradients)
        with torch.set_grad_enabled(with_gradients), self.autocast():
            features = self.large.with_seconds(pictures)
        matrices = {name: gram(features[name].detach()) for name in STYLE_LAYERS}
        # Each picture's style is that of its neighbour.
        targets = {name: matrix.roll(1, 0) for name, matrix in matrices.items()}
        gradients = None
        if with_gradients:
            gradients = {
                name: each.detach()
                for name, each in style_gradients(pictures, features, targets, False, self.layers_now()).items()}
        return Lesson(
            pictures.detach(), {name: each.detach() for name, each in features.items()}, matrices, targets, gradients)

    def step(self, lesson: Lesson, rate: float) -> dict[str, float]:
        pictures = lesson.pictures.clone().requires_grad_(lesson.gradients is not None)
        with self.autocast():
            features = self.student(pictures, tuple(HEADS))
        parts = feature_loss(features, lesson.features)
        matrices = gram_loss({name: gram(features[name]) for name in STYLE_LAYERS}, lesson.grams)
        total, said = parts + matrices, {"features": parts.item(), "grams": matrices.item()}
        if lesson.gradients is not None:
            gradients = style_gradients(pictures, features, lesson.targets, True, self.layers_now())
            for name, gradient in gradients.items():
                cosine = cosines(gradient, lesson.gradients[name]).mean()
                total, said[f"cosine {name}"] = total + 1 - cosine, cosine.item()
        for group in self.optimiser.param_groups:
            group["lr"] = rate * group["share"]
        self.optimiser.zero_grad(set_to_none=True)
        total.backward()
        torch.nn.utils.clip_grad_norm_(self.student.parameters(), GRADIENT_LIMIT)
        self.optimiser.step()
        self.steps += 1
        return said

    def state(self) -> dict:
        return {
            "steps": self.steps, "student": self.student.state_dict(), "optimiser": self.optimiser.state_dict()}

    def restore(self, state: dict) -> None:
        self.steps = state["steps"]
        self.student.load_state_dict(state["student"])
        self.optimiser.load_state_dict(state["optimiser"])


def learning_rate(highest: float, step: int, progress: float) -> float:
    """Rises over the first steps, then falls along a cosine."""
    fall = 0.5 * (1 + torch.cos(torch.tensor(min(1.0, progress) * torch.pi)).item())
    return highest * min(1.0, (step + 1) / 50) * (0.01 + 0.99 * fall)


def run(distiller: Distiller, photographs: Photographs, painted: Photographs, schedule: Schedule,
        options: argparse.Namespace) -> None:
    output: Path = options.output
    saved, sums = time.monotonic(), {}

    def keep() -> None:
        save_atomically(distiller.state() | {"seconds": schedule.seconds}, output / "checkpoint.pt")
        save_student(distiller.student, output / "perceptual.safetensors", {
            "pastiche.kind": "perceptual network", "steps": str(distiller.steps)})

    with open(output / "log.csv", "a", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        if not file.tell():
            writer.writerow(["step", "seconds", *LOSSES])
        while not schedule.stops(distiller.steps):
            progress = schedule.progress(distiller.steps)
            generator = torch.Generator().manual_seed(distiller.steps)
            pictures = batch(photographs, painted, options.batch, options.crop, generator)
            if distiller.steps == 0:
                distiller.begin(torch.cat([pictures, *(
                    batch(photographs, painted, options.batch, options.crop, torch.Generator().manual_seed(-seed))
                    for seed in range(1, 4))]))
            lesson = distiller.lesson(pictures, progress >= options.gradients_from)
            said = distiller.step(lesson, learning_rate(distiller.rate, distiller.steps, progress))
            for name, value in said.items():
                sums.setdefault(name, []).append(value)
            if distiller.steps % options.log_every == 0:
                means = {name: sum(values) / len(values) for name, values in sums.items()}
                writer.writerow([distiller.steps, round(schedule.seconds), *(
                    f"{means[name]:.4f}" if name in means else "" for name in LOSSES)])
                file.flush()
                print(distiller.steps, f"{schedule.seconds:.0f} s", *(
                    f"{name} {value:.4f}" for name, value in means.items()), flush=True)
                sums = {}
            if time.monotonic() - saved > 60 * options.save_every:
                keep()
                saved = time.monotonic()
    keep()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    add_common_options(parser)
    parser.add_argument("paintings", type=Path, help="a folder of paintings")
    add_schedule_options(parser)
    add_computing_options(parser)
    parser.add_argument("--crop", type=int, default=96)
    parser.add_argument("--batch", type=int, default=8)
    parser.add_argument("--learning-rate", type=float, default=2e-3)
    parser.add_argument("--gradients-from", type=float, default=0.35, help="share of the training without gradients")
    options = parser.parse_args()
    if not (options.minutes or options.steps):
        parser.error("say for how long: --minutes or --steps")
    options.output.mkdir(parents=True, exist_ok=True)
    device = choose_device(options.threads)
    half = device.type == "cuda" if options.half is None else options.half
    distiller = Distiller(read_perceptual(options.data, device), device, options.learning_rate, half)
    checkpoint = options.output / "checkpoint.pt"
    before = 0.0
    if checkpoint.exists():
        state = torch.load(checkpoint, map_location=device, weights_only=True)
        distiller.restore(state)
        before = state["seconds"]
    photographs = Photographs.read(options.data / "photographs", device, options.photographs)
    painted = read_paintings(paintings(options.paintings)[0], device)
    schedule = Schedule(options.steps, options.minutes, options.stop_after, before)
    run(distiller, photographs, painted, schedule, options)


if __name__ == "__main__":
    main()
