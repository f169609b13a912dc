"""The engines as processes that answer requests: Pastiche's own program and the others, all alike."""

from collections.abc import Sequence
from pathlib import Path
import re
import subprocess
import sys

HERE = Path(__file__).resolve().parent


class EngineError(Exception):
    """An engine said why it cannot do what it was asked."""


class Engine:
    """A process that is asked by lines and answers by lines."""

    def __init__(self, command: Sequence[str]):
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
            cwd=HERE.parent)

    def answer(self) -> str:
        line = self.process.stdout.readline().strip()
        if not line or line.startswith("error"):
            raise EngineError(line or "the engine has ended")
        return line

    def ask(self, request: str) -> str:
        self.process.stdin.write(request + "\n")
        self.process.stdin.flush()
        return self.answer()

    def run(self, times: int) -> list[float]:
        """Milliseconds of each time."""
        return [float(word) for word in self.ask(f"run {times}").split()]

    def peak_memory(self) -> float | None:
        """The most megabytes of memory that the process has had, its program included; None where unknown."""
        try:
            status = Path(f"/proc/{self.process.pid}/status").read_text()
        except OSError:
            return None
        found = re.search(r"VmHWM:\s*(\d+) kB", status)
        return int(found[1]) / 1024 if found else None

    def close(self) -> None:
        self.process.stdin.close()
        self.process.wait()

    def __enter__(self) -> "Engine":
        return self

    def __exit__(self, *_) -> None:
        self.close()


def pastiche(program: Path, threads: int) -> Engine:
    """Pastiche, without anything loaded."""
    return Engine([str(program), "benchmark", "--serve", "--threads", str(threads)])


def rows_of(mix: dict[int, float]) -> str:
    """A mix as Pastiche's requests have it."""
    return " ".join(f"{row}={weight}" for row, weight in mix.items())


def pastiche_ready(
    program: Path, threads: int, part: str, precision: str, side: int, mix: dict[int, float]
) -> Engine:
    """Pastiche, ready to run a part of the network."""
    engine = pastiche(program, threads)
    try:
        engine.ask(f"load {part} {precision} {side} {side} {rows_of(mix)}")
    except EngineError:
        engine.close()
        raise
    return engine


def peer(name: str, precision: str, graph: Path, threads: int, inputs: Sequence[Path]) -> Engine:
    """Another engine, ready to run a graph on inputs."""
    engine = Engine([
        sys.executable, "-m", "pastiche_benchmark.peer", name, precision, str(graph), str(threads),
        *(str(path) for path in inputs)])
    engine.answer()
    return engine
