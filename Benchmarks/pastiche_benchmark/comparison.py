"""The table of engines: whole network and interactive part at several sizes."""

from dataclasses import dataclass
from pathlib import Path
import sys

import numpy

from . import graph
from .engines import EngineError, Engine, pastiche, pastiche_ready, peer
from .timing import Times, in_turns

REFERENCE = ("ONNX Runtime", "fp32")
OURS = ("Pastiche", "fp32")


@dataclass(frozen=True)
class Contender:
    engine: str
    precision: str
    keeps_first: bool = False
    """Whether the first residual convolution, which no style has touched, is kept as Pastiche keeps it."""

    @property
    def title(self) -> str:
        return self.engine + (", first convolution kept" if self.keeps_first else "")


WHOLE = [
    Contender("ONNX Runtime", "fp32"), Contender("OpenVINO", "fp32"), Contender("Pastiche", "fp32"),
    Contender("OpenVINO", "bf16"), Contender("Pastiche", "bf16"),
]
INTERACTIVE = WHOLE + [
    Contender("ONNX Runtime", "fp32", True), Contender("OpenVINO", "fp32", True), Contender("OpenVINO", "bf16", True),
]


@dataclass
class Row:
    part: str
    side: int
    contender: Contender
    times: Times
    memory: float | None
    errors: tuple[float, float, float, float]
    """Greatest and mean difference from ONNX Runtime in fp32, then from Pastiche in fp32."""


class Inputs:
    """Graphs and raw inputs of one size, made when first needed."""

    def __init__(self, folder: Path, program: Path, tensors, mix: dict[int, float], side: int, threads: int):
        self.folder, self.tensors, self.mix, self.side, self.threads = folder, tensors, mix, side, threads
        with pastiche(program, threads) as engine:
            engine.ask(f"photograph {side} {side} {self.raw('photograph')}")
        for part, inputs, output in (("encoder", ["photograph"], "content"), ("first", ["content"], "branch")):
            with self.peer(part, inputs, *REFERENCE) as engine:
                engine.run(1)
                engine.ask(f"write {self.raw(output)}")

    def raw(self, name: str) -> Path:
        return self.folder / f"{name}-{self.side}.raw"

    def peer(self, part: str, inputs: list[str], name: str, precision: str) -> Engine:
        path = self.folder / f"{part}-{self.side}.onnx"
        if not path.exists():
            graph.write(path, self.tensors, self.mix, part, self.side)
        return peer(name, precision, path, self.threads, [self.raw(input) for input in inputs])


def compare(
    folder: Path, program: Path, tensors, mix: dict[int, float], sides: list[int], threads: int, turns: int
) -> list[Row]:
    """All rows of the table, size by size, all engines in turns."""
    rows = []
    for side in sides:
        inputs = Inputs(folder, program, tensors, mix, side, threads)
        for part, contenders in (("whole", WHOLE), ("interactive", INTERACTIVE)):
            print(f"{part}, {side} x {side} ...", file=sys.stderr)
            rows += rows_of(part, contenders, inputs, program, mix, turns)
    return rows


def rows_of(
    part: str, contenders: list[Contender], inputs: Inputs, program: Path, mix: dict[int, float], turns: int
) -> list[Row]:
    engines: dict[Contender, Engine] = {}
    try:
        for contender in contenders:
            try:
                engines[contender] = start(part, contender, inputs, program, mix)
            except EngineError:
                # Without kernels for this precision on this processor, there is no such row.
                continue
        times = in_turns(engines, turns)
        pictures = {}
        for contender, engine in engines.items():
            path = inputs.raw("picture")
            engine.ask(f"write {path}")
            pictures[contender] = numpy.fromfile(path, numpy.float32)
        reference, ours = (pictures[Contender(*key)] for key in (REFERENCE, OURS))
        return [
            Row(part, inputs.side, contender, times[contender], engine.peak_memory(),
                errors(pictures[contender], reference) + errors(pictures[contender], ours))
            for contender, engine in engines.items()
        ]
    finally:
        for engine in engines.values():
            engine.close()


def start(part: str, contender: Contender, inputs: Inputs, program: Path, mix: dict[int, float]) -> Engine:
    if contender.engine == "Pastiche":
        return pastiche_ready(program, inputs.threads, part, contender.precision, inputs.side, mix)
    if part == "whole":
        return inputs.peer(part, ["photograph"], contender.engine, contender.precision)
    if contender.keeps_first:
        return inputs.peer("behind-first", ["content", "branch"], contender.engine, contender.precision)
    return inputs.peer(part, ["content"], contender.engine, contender.precision)


def errors(picture: numpy.ndarray, reference: numpy.ndarray) -> tuple[float, float]:
    """Greatest and mean difference of two pictures with values in 0...1."""
    difference = numpy.abs(picture.astype(numpy.float64) - reference)
    return float(difference.max()), float(difference.mean())
