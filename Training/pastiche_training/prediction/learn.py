"""Teaches the predictor, with the style network as it is.

    python -m pastiche_training.prediction.learn DATA PAINTINGS NETWORK PERCEPTUAL -o OUT --minutes 40

NETWORK is a trained style network, PERCEPTUAL the small perceptual network that the program has. First the predictor
learns the rows that the network has for its own works, seen in parts, mirrored and in other sizes; then what any
picture's row paints is judged by the large perceptual network, as when styles are trained. Every fifth painting is
held out. Writes checkpoint.pt, predictor.safetensors and log.csv, and goes on where it ended.
"""

import argparse
import csv
from dataclasses import dataclass
from pathlib import Path
import time

import torch
from torch import Tensor

from ..data import Photographs, read_picture
from ..distillation.distil import learning_rate
from ..distillation.pictures import paintings, windows
from ..distillation.student import Student, load_student
from ..losses import content_loss, gram
from ..network import StyleNetwork, load, load_metadata
from ..perceptual import CONTENT_LAYER, STYLE_LAYERS, PerceptualNetwork
from ..rows import Rows
from ..session import add_common_options, choose_device, read_perceptual, save_atomically
from ..train import Schedule, add_computing_options, add_schedule_options
from ..works import read_works
from .predictor import Predictor, save_predictor, statistics
from .rowvectors import painted, row_vectors

SIZES = (160, 640)
"""Short sides at which pictures are seen as styles, from the finest strokes to the broadest."""
SEEN = 192
"""The side of the part that is seen in a step."""
PHOTOGRAPHS_AS_STYLES = 0.2
GRADIENT_LIMIT = 5.0
LOSSES = ("rows", "content", "style")


@dataclass
class Pool:
    """Pictures to see as styles."""

    paintings: list[Tensor]
    """Bytes `[3, h, w]`, short side at most the largest of `SIZES`."""
    photographs: Photographs

    def part(self, picture: Tensor, size: float, generator: torch.Generator) -> Tensor:
        """A random part of a picture seen at a short side, `[1, 3, SEEN, SEEN]`, now and then in other colours."""
        scale = size / min(picture.shape[-2:])
        side = min(SEEN / scale, min(picture.shape[-2:]))
        top, left = (int(torch.randint(max(1, int(extent - side) + 1), (), generator=generator))
                     for extent in picture.shape[-2:])
        part = picture[None, :, top:top + int(side), left:left + int(side)].float() / 255
        part = torch.nn.functional.interpolate(part, (SEEN, SEEN), mode="bilinear", antialias=True)
        if torch.rand((), generator=generator) < 0.5:
            part = part.flip(-1)
        if torch.rand((), generator=generator) < 0.4:
            part = part[:, torch.randperm(3, generator=generator)]
        return part.clamp(0, 1)

    def styles(self, count: int, generator: torch.Generator) -> Tensor:
        parts = []
        for _ in range(count):
            size = SIZES[0] * (SIZES[1] / SIZES[0]) ** float(torch.rand((), generator=generator))
            if torch.rand((), generator=generator) < PHOTOGRAPHS_AS_STYLES:
                picture = self.photographs.squares[int(torch.randint(len(self.photographs), (), generator=generator))]
            else:
                picture = self.paintings[int(torch.randint(len(self.paintings), (), generator=generator))]
            parts.append(self.part(picture, size, generator))
        return torch.cat(parts)


class Teacher:
    """What judges the predictor."""

    def __init__(self, network: StyleNetwork, large: PerceptualNetwork, student: Student, half: bool):
        self.network, self.large, self.student, self.half = network, large, student, half
        for parameter in network.parameters():
            parameter.requires_grad_(False)

    def losses(self, vectors: Tensor, photographs: Tensor, styles: Tensor) -> tuple[Tensor, Tensor]:
        """Content and style losses `[n]` of photographs painted with rows."""
        with torch.autocast(photographs.device.type, torch.bfloat16, enabled=self.half):
            pictures = painted(self.network, photographs, vectors).float()
            features = self.large(pictures)
            with torch.no_grad():
                content, wanted = self.large.content(photographs), self.large(styles)
        style = sum(
            (gram(features[name]) - gram(wanted[name])).square().sum((1, 2)) / gram(wanted[name]).square().sum((1, 2))
            for name in STYLE_LAYERS)
        return content_loss(features[CONTENT_LAYER], content), style


def known_rows(network: StyleNetwork, rows: Rows, data: Path) -> list[tuple[Tensor, int, Tensor]]:
    """The library's works with stroke sizes and rows."""
    vectors, result = row_vectors(network), []
    for index, work in enumerate(read_works(list(rows.styles))):
        picture = read_picture(data / "works" / work.source, SIZES[1])
        for place, stroke in enumerate(rows.strokes):
            result.append((picture, stroke, vectors[index * len(rows.strokes) + place]))
    return result


def run(predictor: Predictor, teacher: Teacher, pool: Pool, known: list[tuple[Tensor, int, Tensor]],
        schedule: Schedule, state: dict, options: argparse.Namespace) -> None:
    optimiser = torch.optim.Adam(predictor.parameters(), lr=options.learning_rate)
    steps = 0
    if state:
        steps = state["steps"]
        optimiser.load_state_dict(state["optimiser"])
    saved, sums = time.monotonic(), {}

    def keep() -> None:
        save_atomically({
            "steps": steps, "predictor": predictor.state_dict(), "optimiser": optimiser.state_dict(),
            "seconds": schedule.seconds}, options.output / "checkpoint.pt")
        save_predictor(predictor, options.output / "predictor.safetensors", {"steps": str(steps)})

    with open(options.output / "log.csv", "a", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        while not schedule.stops(steps):
            generator, progress = torch.Generator().manual_seed(steps), schedule.progress(steps)
            for group in optimiser.param_groups:
                group["lr"] = learning_rate(options.learning_rate, steps, progress)
            chosen = [known[int(index)] for index in torch.randint(len(known), (8,), generator=generator)]
            seen = torch.cat([pool.part(picture, stroke, generator) for picture, stroke, _ in chosen])
            rows = (predictor(statistics(teacher.student, seen)) - torch.stack([row for *_, row in chosen]))
            rows = rows.square().mean()
            total, said = rows, {"rows": rows.item()}
            if progress >= options.painting_from:
                styles = pool.styles(options.batch, generator)
                indices = torch.randint(len(pool.photographs), (options.batch,), generator=generator)
                natural = options.crop / pool.photographs.squares.shape[-1]
                photographs = pool.photographs.cut(indices, windows(options.batch, natural, generator), options.crop)
                content, style = teacher.losses(predictor(statistics(teacher.student, styles)), photographs, styles)
                # A style far from all others must not drown the rest.
                total = options.rows_weight * rows + (content + options.style_weight * style.sqrt()).mean()
                said |= {"content": content.mean().item(), "style": style.mean().item()}
            optimiser.zero_grad(set_to_none=True)
            total.backward()
            torch.nn.utils.clip_grad_norm_(predictor.parameters(), GRADIENT_LIMIT)
            optimiser.step()
            steps += 1
            for name, value in said.items():
                sums.setdefault(name, []).append(value)
            if steps % options.log_every == 0:
                means = {name: sum(values) / len(values) for name, values in sums.items()}
                writer.writerow([steps, round(schedule.seconds), *(f"{means.get(name, 0):.4f}" for name in LOSSES)])
                file.flush()
                print(steps, f"{schedule.seconds:.0f} s", *(f"{name} {value:.4f}" for name, value in means.items()),
                      flush=True)
                sums = {}
            if time.monotonic() - saved > 60 * options.save_every:
                keep()
                saved = time.monotonic()
    keep()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    add_common_options(parser)
    parser.add_argument("paintings", type=Path, help="a folder of paintings")
    parser.add_argument("network", type=Path, help="a trained style network")
    parser.add_argument("perceptual", type=Path, help="the small perceptual network")
    add_schedule_options(parser, save_every=3)
    add_computing_options(parser)
    parser.add_argument("--crop", type=int, default=128)
    parser.add_argument("--batch", type=int, default=4)
    parser.add_argument("--learning-rate", type=float, default=1e-3)
    parser.add_argument("--style-weight", type=float, default=4)
    parser.add_argument("--rows-weight", type=float, default=1)
    parser.add_argument("--painting-from", type=float, default=0.05, help="share of the training on known rows alone")
    options = parser.parse_args()
    if not (options.minutes or options.steps):
        parser.error("say for how long: --minutes or --steps")
    options.output.mkdir(parents=True, exist_ok=True)
    device = choose_device(options.threads)
    half = device.type == "cuda" if options.half is None else options.half
    network = load(options.network).to(device).eval()
    rows = Rows.of(load_metadata(options.network))
    student = load_student(options.perceptual).to(device)
    teacher = Teacher(network, read_perceptual(options.data, device), student, half)
    pool = Pool(
        [read_picture(path, SIZES[1]) for path in paintings(options.paintings)[0]],
        Photographs.read(options.data / "photographs", device, options.photographs))
    known = known_rows(network, rows, options.data)
    generator = torch.Generator().manual_seed(1)
    seen = torch.cat([statistics(student, pool.styles(8, generator)) for _ in range(16)])
    vectors = row_vectors(network)
    predictor = Predictor(seen.shape[1], vectors.shape[1]).to(device)
    predictor.begin(seen, vectors[:rows.original])
    checkpoint, state = options.output / "checkpoint.pt", {}
    if checkpoint.exists():
        state = torch.load(checkpoint, map_location=device, weights_only=True)
        predictor.load_state_dict(state["predictor"])
    schedule = Schedule(options.steps, options.minutes, options.stop_after, state.get("seconds", 0.0))
    run(predictor, teacher, pool, known, schedule, state, options)


if __name__ == "__main__":
    main()
