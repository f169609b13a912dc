"""Measurements of the program itself: frames, mixes, sizes, start."""

import json
from pathlib import Path
import subprocess
import time

from .engines import pastiche, pastiche_ready, rows_of
from .timing import Times, in_turns

FRAMES = ["256x256", "512x384", "1024x1024"]
LAYERS = ["512x512", "1024x1024"]
STARTS = 25


def frames(program: Path, threads: int, seconds: float) -> dict[str, dict]:
    """The parts of a live frame, by size and name."""
    command = [str(program), "benchmark", "--json", "--threads", str(threads), "--seconds", str(seconds)]
    for size in FRAMES:
        command += ["--size", size]
    report = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    return {
        f"{size['width']}x{size['height']}": {part["name"]: part for part in size["parts"]} for size in report["sizes"]
    }


def kernels(program: Path, seconds: float) -> list[dict]:
    """Every kernel's share of the peak, for each instruction set."""
    command = [str(program), "benchmark", "--kernels", "--json", "--seconds", str(seconds)]
    return json.loads(subprocess.run(command, check=True, capture_output=True).stdout)


def layers(program: Path, seconds: float) -> list[dict]:
    """Every layer in its place, for each size and precision."""
    command = [str(program), "benchmark", "--layers", "--json", "--seconds", str(seconds)]
    for size in LAYERS:
        command += ["--size", size]
    return json.loads(subprocess.run(command, check=True, capture_output=True).stdout)


def latency(program: Path, threads: int) -> dict[str, dict]:
    """From a key to what it changes on a pseudo-terminal, by what is waited for."""
    command = [str(program), "benchmark", "--latency", "--json", "--threads", str(threads)]
    report = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    return {"first changed byte": report["firstByte"], "whole first picture": report["picture"]}


def mixes(program: Path, threads: int, turns: int) -> dict[str, Times]:
    """A frame of 512 x 512 in a mix of one style and of eight, in turns within one process: the same memory."""
    mixes = {"1 style": {0: 1}, "8 styles": {row: 0.125 for row in range(8)}}
    times = {name: Times() for name in mixes}
    with pastiche_ready(program, threads, "interactive", "fp32", 512, mixes["1 style"]) as engine:
        # Short turns and many: what is looked for is less than a frame differs from the next.
        for _ in range(20 * turns):
            for name, mix in mixes.items():
                engine.ask(f"mix {rows_of(mix)}")
                times[name].values += engine.run(2)
    return times


def sizes(program: Path, threads: int, mix: dict[int, float], turns: int) -> dict[str, Times]:
    """The whole network at one megapixel and at four."""
    engines = {
        name: pastiche_ready(program, threads, "whole", "fp32", side, mix)
        for name, side in (("1 megapixel", 1024), ("4 megapixels", 2048))
    }
    try:
        return in_turns(engines, turns)
    finally:
        for engine in engines.values():
            engine.close()


def starts(program: Path, folder: Path, threads: int) -> Times:
    """`pastiche render` of a photograph of 256 x 256, from the start of the process to its end."""
    photograph, painting = folder / "photograph.png", folder / "painting.png"
    with pastiche(program, threads) as engine:
        engine.ask(f"photograph 256 256 {photograph}")
    command = [str(program), "render", str(photograph), "--output", str(painting), "--force", "--quiet",
               "--mix", "starry-night=0.6,great-wave=0.4", "--threads", str(threads)]
    times = []
    for _ in range(STARTS):
        begin = time.perf_counter()
        subprocess.run(command, check=True)
        times.append(1e3 * (time.perf_counter() - begin))
    return Times(times[1:])
