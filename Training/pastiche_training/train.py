"""Trains a network, or goes on with one.

    python -m pastiche_training.train DATA -o OUT --minutes 9

The learning rate falls along a cosine to the end of the schedule, `--minutes` of training or `--steps`, whichever
comes first; `--stop-after` ends this run earlier, and the next run with the same output goes on where it ended.
Writes checkpoint.pt, network.safetensors (the running mean of the network), log.csv and samples.jpg.
"""

import argparse
import csv
import math
from pathlib import Path
import time

from safetensors.torch import load_file
import torch

from .network import load_metadata, save
from .rows import METADATA_KEY, Rows
from .samples import samples
from .session import Session, add_common_options, choose_device, chosen_styles, save_atomically
from .settings import NETWORKS, Settings
from .sheets import sample_sheet
from .trainer import Trainer

WARM_UP = 100
LAST_RATE = 0.01
LOSSES = ("total", "content", "style", "variation", "reconstruction", "coherence")


def learning_rate(settings: Settings, step: int, progress: float) -> float:
    """Rises over the first steps, then falls along a cosine to a hundredth."""
    fall = 0.5 * (1 + math.cos(math.pi * min(1.0, progress)))
    return settings.learning_rate * min(1.0, (step + 1) / WARM_UP) * (LAST_RATE + (1 - LAST_RATE) * fall)


class Schedule:
    """How far training is, by steps or by time, which ever is further."""

    def __init__(self, steps: int | None, minutes: float | None, stop_after: float | None, seconds_before: float):
        self.steps, self.minutes, self.stop_after = steps, minutes, stop_after
        self.before, self.begin = seconds_before, time.monotonic()

    @property
    def seconds(self) -> float:
        return self.before + time.monotonic() - self.begin

    def progress(self, step: int) -> float:
        by_steps = step / self.steps if self.steps else 0.0
        by_time = self.seconds / (60 * self.minutes) if self.minutes else 0.0
        return max(by_steps, by_time)

    def stops(self, step: int) -> bool:
        halted = self.stop_after is not None and time.monotonic() - self.begin >= 60 * self.stop_after
        return halted or self.progress(step) >= 1


class Log:
    """Means of the losses since the last line, one line every so many steps."""

    def __init__(self, path: Path, every: int):
        self.every, self.sums, self.counts = every, {}, {}
        fresh = not path.exists()
        self.file = open(path, "a", newline="", encoding="utf-8")
        self.writer = csv.writer(self.file, lineterminator="\n")
        if fresh:
            self.writer.writerow(["step", "seconds", "learning_rate", *LOSSES])

    def add(self, losses: dict[str, torch.Tensor], step: int, seconds: float, rate: float) -> None:
        for name, value in losses.items():
            self.sums[name] = self.sums.get(name, 0) + value
            self.counts[name] = self.counts.get(name, 0) + 1
        if step % self.every:
            return
        means = [float(self.sums[name] / self.counts[name]) if name in self.sums else math.nan for name in LOSSES]
        self.writer.writerow([step, round(seconds), f"{rate:.2e}", *(f"{mean:.5f}" for mean in means)])
        self.file.flush()
        print(f"step {step} {seconds:.0f} s  " + "  ".join(
            f"{name} {mean:.4f}" for name, mean in zip(LOSSES, means)), flush=True)
        self.sums, self.counts = {}, {}


def compact(state: dict) -> dict:
    """A checkpoint of little more than half the size: Adam's moments in 16 bits."""
    moments = {
        key: {name: value.bfloat16() if name.startswith("exp_avg") else value for name, value in entry.items()}
        for key, entry in state["optimiser"]["state"].items()}
    return state | {"optimiser": state["optimiser"] | {"state": moments}}


def run(trainer: Trainer, session: Session, schedule: Schedule, options: argparse.Namespace) -> None:
    output: Path = options.output
    log = Log(output / "log.csv", options.log_every)
    saved = time.monotonic()

    def keep() -> None:
        state = trainer.state() | {"seconds": schedule.seconds}
        save_atomically(compact(state) if options.compact else state, output / "checkpoint.pt")
        save(trainer.averaged(), output / "network.safetensors", session.rows.metadata())

    side = session.photographs.squares.shape[-1]
    while not schedule.stops(trainer.steps):
        rate = learning_rate(trainer.settings, trainer.steps, schedule.progress(trainer.steps))
        seen = trainer.see(
            samples(trainer.settings, session.rows, len(session.photographs), side, trainer.steps),
            session.photographs)
        log.add(trainer.step(seen, rate), trainer.steps, schedule.seconds, rate)
        if time.monotonic() - saved > 60 * options.save_every:
            keep()
            saved = time.monotonic()
    keep()
    sample_sheet(trainer.averaged(), session.rows, options.data, session.device).save(
        output / "samples.jpg", quality=92)


def settings_from(options: argparse.Namespace) -> Settings:
    given = {
        name: getattr(options, name) for name in ("network", "crop", "batch", "learning_rate", "seed", "style_weight",
                                                  "coherence_weight") if getattr(options, name) is not None}
    strokes = {"strokes": tuple(int(size) for size in options.strokes.split(","))} if options.strokes else {}
    return Settings(styles=chosen_styles(options.styles), **given, **strokes)


def add_schedule_options(parser: argparse.ArgumentParser, save_every: float = 2) -> None:
    """How long, and how often something is kept and said."""
    parser.add_argument("--minutes", type=float, help="of training in all")
    parser.add_argument("--steps", type=int, help="of training in all")
    parser.add_argument("--stop-after", type=float, help="minutes after which this run ends")
    parser.add_argument("--save-every", type=float, default=save_every, help="minutes between checkpoints")
    parser.add_argument("--log-every", type=int, default=50, help="steps between lines of the log")


def add_computing_options(parser: argparse.ArgumentParser) -> None:
    """From how many photographs, and in which numbers."""
    parser.add_argument("--photographs", type=int, help="only the first so many")
    parser.add_argument("--half", action=argparse.BooleanOptionalAction, default=None,
                        help="multiply in 16-bit floats (default: on a GPU)")


def add_settings_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--network", choices=NETWORKS)
    parser.add_argument("--styles", help="ids divided by commas, or a number of works (default: all of works.csv)")
    parser.add_argument("--strokes", help="stroke sizes divided by commas (default: 160,320,640)")
    parser.add_argument("--crop", type=int)
    parser.add_argument("--batch", type=int)
    parser.add_argument("--learning-rate", type=float)
    parser.add_argument("--style-weight", type=float)
    parser.add_argument("--coherence-weight", type=float)
    parser.add_argument("--seed", type=int)
    add_computing_options(parser)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    add_common_options(parser)
    add_settings_options(parser)
    add_schedule_options(parser)
    parser.add_argument("--begin-with", type=Path, help="take over what fits of a finished network, which may be narrower")
    parser.add_argument("--compile", action="store_true", help="use torch.compile; falls back if it fails")
    parser.add_argument("--compact", action="store_true", help="store Adam's moments in 16 bits")
    options = parser.parse_args()
    if not (options.minutes or options.steps):
        parser.error("say for how long: --minutes or --steps")

    options.output.mkdir(parents=True, exist_ok=True)
    device = choose_device(options.threads)
    checkpoint = options.output / "checkpoint.pt"
    state = torch.load(checkpoint, map_location=device, weights_only=True) if checkpoint.exists() else None
    settings = Settings.of(state["settings"]) if state else settings_from(options)
    session = Session.open(options.data, settings, device, options.photographs)
    half = device.type == "cuda" if options.half is None else options.half

    def trainer(compiled: bool) -> Trainer:
        made = Trainer(settings, session.rows, session.targets, session.perceptual, device, half, compiled)
        if state:
            made.restore(state)
        elif options.begin_with:
            metadata = load_metadata(options.begin_with)
            rows = Rows.of(metadata) if METADATA_KEY in metadata else None
            made.begin_with(load_file(options.begin_with), rows)
        return made

    made = trainer(options.compile)
    if options.compile:
        made = checked(made, trainer, session)
    schedule = Schedule(options.steps, options.minutes, options.stop_after, state["seconds"] if state else 0.0)
    run(made, session, schedule, options)


def checked(compiled: Trainer, trainer, session: Session) -> Trainer:
    """A trainer that was not stepped yet: compiled if a step succeeds, plain otherwise."""
    try:
        side = session.photographs.squares.shape[-1]
        seen = compiled.see(
            samples(compiled.settings, session.rows, len(session.photographs), side, compiled.steps),
            session.photographs)
        compiled.losses(seen)["content"].mean().backward()
        return compiled
    except Exception as error:  # Whatever the compiler stumbles over, training goes on without it.
        print(f"torch.compile failed, going on without: {str(error).splitlines()[:1]}", flush=True)
        return trainer(False)


if __name__ == "__main__":
    main()
