"""What the engine is meant to reach, and whether it does."""

from collections.abc import Callable
from dataclasses import dataclass

from .comparison import Contender, Row


@dataclass
class Target:
    """A ratio or a time, with the bound it should keep."""

    name: str
    value: float | None
    bound: float
    at_least: bool
    format: Callable[[float], str]

    @property
    def reached(self) -> bool | None:
        if self.value is None:
            return None
        return self.value >= self.bound if self.at_least else self.value <= self.bound

    @property
    def line(self) -> list[str]:
        bound = ("at least " if self.at_least else "at most ") + self.format(self.bound)
        mark = {None: "not measured", True: "reached", False: "NOT REACHED"}[self.reached]
        return [self.name, "" if self.value is None else self.format(self.value), bound, mark]


def times(value: float) -> str:
    return f"{value:.2f} times"


def milliseconds(value: float) -> str:
    return f"{value:.1f} ms"


def percent(value: float) -> str:
    return f"{100 * value:.1f} %"


def compared(rows: list[Row]) -> list[Target]:
    """How much faster Pastiche is, by the fastest runs: those that nothing disturbed."""
    fastest = {(row.part, row.side, row.contender): row.times.minimum for row in rows}

    def target(part: str, side: int, engine: str, precision: str, bound: float) -> Target:
        other = fastest.get((part, side, Contender(engine, precision)))
        ours = fastest.get((part, side, Contender("Pastiche", precision)))
        value = other / ours if other and ours else None
        name = f"{part} part" if part == "interactive" else "whole network"
        return Target(f"{name} against {engine} {precision}, {side}", value, bound, True, times)

    return [
        target("interactive", 256, "OpenVINO", "fp32", 3.0),
        target("interactive", 512, "OpenVINO", "fp32", 3.0),
        target("interactive", 256, "OpenVINO", "bf16", 2.5),
        target("interactive", 512, "OpenVINO", "bf16", 2.5),
        target("whole", 1024, "ONNX Runtime", "fp32", 2.5),
    ]


def of_kernels(reports: list[dict]) -> list[Target]:
    """Shares of the peak for each instruction set."""
    def title(report: dict) -> str:
        return f"Winograd multiply, share of the peak, {report['kernels']} {report['precision']}"

    return [
        Target(title(report), part["share"], 0.85, True, percent)
        for report in reports for part in report["parts"] if part["name"] == "Winograd, multiply"
    ]


def of_product(frames: dict[str, dict], mixes, sizes, starts) -> list[Target]:
    # The studio takes bf16 where the processor has it.
    written = {
        size: min(part["minimum"] for name, part in parts.items() if name.startswith("written-frame"))
        for size, parts in frames.items()
    }
    cancelled = {
        size: max(part["maximum"] for name, part in parts.items() if name.startswith("cancel"))
        for size, parts in frames.items()
    }
    return [
        Target("frame cancelled, the slowest, 512 x 384", cancelled["512x384"], 5, False, milliseconds),
        Target("frame cancelled, the slowest, 1024 x 1024", cancelled["1024x1024"], 5, False, milliseconds),
        Target("live frame, slider to last byte, 512 x 384 sixel", written["512x384"], 33, False, milliseconds),
        Target("live frame, slider to last byte, 256 x 256 sixel", written["256x256"], 16, False, milliseconds),
        # Hundreds of frames in turns: here the middle one is surer than the fastest.
        Target("8 styles in the mix against 1", mixes["8 styles"].median / mixes["1 style"].median - 1, 0.02, False,
               percent),
        Target("from 1 to 4 megapixels", sizes["4 megapixels"].minimum / sizes["1 megapixel"].minimum, 4.4, False,
               times),
        Target("start to end of render, 256 x 256", starts.minimum, 150, False, milliseconds),
    ]
