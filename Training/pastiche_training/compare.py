"""Trains several networks side by side on the same batches and prints how they compare.

    python -m pastiche_training.compare DATA -o OUT --minutes 8

Every network does a step before any does the next, so all have the same number of steps on the same pictures,
however long it runs. Settings that differ are written behind a name: `wide:coherence_weight=0`. Writes compare.md
and each network with a sheet of samples.
"""

import argparse
from dataclasses import replace
import time

import torch

from .judgements.judge import Judge, table
from .network import save
from .samples import samples
from .session import Session, add_common_options, choose_device
from .settings import NETWORKS, WEIGHTS, Settings
from .sheets import sample_sheet
from .train import Schedule, add_settings_options, learning_rate, settings_from
from .trainer import Trainer

ALL = ("wide", "wide-3-blocks", "medium", "small", "wide-9x9", "wide-upsampled", "wide-finished",
       "wide:coherence_weight=0", "wide:coherence_weight=30")


def variant(base: Settings, name: str) -> Settings:
    """The settings that `network:setting=number:...` stands for.

    Raises `SystemExit` if there is no such network or setting.
    """
    network, *changes = name.split(":")
    if network not in NETWORKS:
        raise SystemExit(f"there is no network called '{network}'; there are {', '.join(NETWORKS)}")
    numbers = {}
    for change in changes:
        setting, _, value = change.partition("=")
        if setting not in WEIGHTS:
            raise SystemExit(f"'{change}' is not one of {', '.join(WEIGHTS)} with a number")
        numbers[setting] = float(value)
    return replace(base, network=network, **numbers)


def file_name(name: str) -> str:
    return name.replace(":", "-").replace("=", "-")


def grid_pattern(pictures: torch.Tensor, period: int = 4) -> float:
    """How far the mean picture of a grid's cells is from flat, in 1/255: what strides and shuffles leave behind."""
    height, width = (side // period * period for side in pictures.shape[-2:])
    cells = pictures[..., :height, :width].unflatten(-1, (-1, period)).unflatten(-3, (-1, period))
    return 255 * float(cells.mean(dim=(-4, -2)).std(dim=(-2, -1), correction=0).mean())


def judged(judge: Judge, seconds: float, steps: int) -> list[str]:
    mixes = judge.single_styles()
    content, style = judge.content_and_style(mixes)
    pattern = [grid_pattern(judge.paint(photograph, mixes)) for photograph in judge.photographs.split(1)]
    parameters = sum(parameter.numel() for name, parameter in judge.network.named_parameters()
                     if not (name.endswith((".gamma", ".beta")) and parameter.ndim == 2))
    return [
        f"{judge.network.architecture.multiplications() / 1000:.1f}", f"{parameters / 1e6:.2f}",
        f"{content.mean():.3f}", f"{style.mean():.4f}", f"{style.max():.4f}", f"{sum(pattern) / len(pattern):.2f}",
        f"{1000 * seconds / max(1, steps):.0f}"]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    add_common_options(parser)
    add_settings_options(parser)
    parser.add_argument("--networks", default=",".join(ALL), help="names divided by commas")
    parser.add_argument("--minutes", type=float, help="of training, for all together")
    parser.add_argument("--steps", type=int)
    parser.add_argument("--side", type=int, default=256, help="of the photographs that they are judged on")
    parser.add_argument("--judged-photographs", type=int)
    options = parser.parse_args()
    if not (options.minutes or options.steps):
        parser.error("say for how long: --minutes or --steps")
    base = settings_from(options)
    variants = {name: variant(base, name) for name in options.networks.split(",")}

    options.output.mkdir(parents=True, exist_ok=True)
    device = choose_device(options.threads)
    session = Session.open(options.data, base, device, options.photographs)
    half = device.type == "cuda" if options.half is None else options.half
    trainers = {
        name: Trainer(settings, session.rows, session.targets, session.perceptual, device, half)
        for name, settings in variants.items()}

    first = next(iter(trainers.values()))
    schedule, seconds = Schedule(options.steps, options.minutes, None, 0.0), dict.fromkeys(trainers, 0.0)
    side, next_report = session.photographs.squares.shape[-1], 60.0
    while not schedule.stops(first.steps):
        rate = learning_rate(base, first.steps, schedule.progress(first.steps))
        seen = first.see(samples(base, session.rows, len(session.photographs), side, first.steps), session.photographs)
        for name, trainer in trainers.items():
            begin = time.monotonic()
            losses = trainer.step(seen, rate)
            if device.type == "cuda":
                torch.cuda.synchronize()
            seconds[name] += time.monotonic() - begin
            if schedule.seconds > next_report:
                print(f"{name}: step {trainer.steps}, total {float(losses['total']):.3f}", flush=True)
        if schedule.seconds > next_report:
            next_report += 60

    lines = []
    for name, trainer in trainers.items():
        network = trainer.averaged()
        path = options.output / f"{file_name(name)}.safetensors"
        save(network, path, session.rows.metadata(), torch.float16)
        judge = Judge.read(path, options.data, device, options.side, options.judged_photographs,
                           network, session.rows)
        lines.append([name, *judged(judge, seconds[name], trainer.steps)])
        sample_sheet(network, session.rows, options.data, device, 2).save(path.with_suffix(".jpg"), quality=92)
    head = ["network", "thousand multiplications a pixel", "million weights", "content", "style loss",
            "worst style", "grid pattern, 1/255", "ms a step"]
    text = "\n".join([
        f"{first.steps} steps of {base.batch} pictures of {base.crop} pixels, {len(base.styles)} styles.", "",
        *table(head, lines), ""])
    print(text)
    (options.output / "compare.md").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
