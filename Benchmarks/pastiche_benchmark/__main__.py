"""Prints all measurements. Never fails because something is slow: times are for people to judge."""

import argparse
from importlib.metadata import version
import os
from pathlib import Path
import platform
import subprocess
import sys
import tempfile

from . import comparison, product, report, targets, weights

ROOT = Path(__file__).resolve().parents[2]
NETWORK = ROOT / "Styles/Library/network.safetensors"
MIX = {0: 0.5, 3: 0.3, 7: 0.2}
"""Rows of the network and their weights."""


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make benchmark", description=__doc__)
    parser.add_argument("--program", type=Path, default=ROOT / ".build/release/pastiche")
    parser.add_argument("--threads", type=int, default=0, help="cores for every engine; 0 for all")
    parser.add_argument("--sizes", type=int, nargs="+", default=[256, 512, 1024], help="sides of the pictures")
    parser.add_argument("--turns", type=int, default=6, help="how often each engine has its turn")
    parser.add_argument("--seconds", type=float, default=3, help="for how long parts of the program are repeated")
    options = parser.parse_args()
    options.program = options.program.resolve()
    return options


def machine(threads: int) -> str:
    processor = platform.processor() or platform.machine()
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
        processor = next(line.split(":")[1].strip() for line in lines if line.startswith("model name"))
    except (OSError, StopIteration):
        pass
    engines = f"ONNX Runtime {version('onnxruntime')}, OpenVINO {version('openvino')}"
    return "\n".join([
        f"- processor: {processor}, {os.cpu_count()} cores, {threads} threads",
        f"- system: {platform.system()} {platform.release()}, load {os.getloadavg()[0]:.1f} at the start",
        f"- engines: {engines}, Python {platform.python_version()}",
        f"- mix: {', '.join(f'row {row} {weight}' for row, weight in MIX.items())}",
    ])


def show(title: str, text: str) -> None:
    print(f"\n## {title}\n\n{text}", flush=True)


def main() -> None:
    options = arguments()
    threads = options.threads or os.cpu_count()
    print(machine(threads), flush=True)
    tensors = weights.read(NETWORK)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        rows = comparison.compare(
            folder, options.program, tensors, MIX, options.sizes, threads, options.turns)
        show("Engines", report.comparison(rows))
        kernels = product.kernels(options.program, options.seconds)
        for kernel_report in kernels:
            show(f"Kernels: {kernel_report['kernels']}, {kernel_report['precision']}", report.kernels(kernel_report))
        for layer_report in product.layers(options.program, options.seconds):
            size = f"{layer_report['width']} x {layer_report['height']}"
            show(f"Layers: {size}, {layer_report['precision']}", report.layers(layer_report))
        frames = product.frames(options.program, threads, options.seconds)
        show("Frames", report.frames(frames))
        show("Cancelling", report.cancelling(frames))
        show("From a key to", report.table(
            ["what", "median ms", "99 % ms"],
            [[what, report.milliseconds(times["median"]), report.milliseconds(times["percentile99"])]
             for what, times in product.latency(options.program, threads).items()]))
        mixes = product.mixes(options.program, threads, options.turns)
        sizes = product.sizes(options.program, threads, MIX, options.turns)
        starts = product.starts(options.program, folder, threads)
        measured = {**mixes, **sizes, "start of render, 256 x 256": starts}
        show("The program", report.table(
            ["what", "median ms", "fastest ms"],
            [[what, report.milliseconds(times.median), report.milliseconds(times.minimum)]
             for what, times in measured.items()]))
    lines = targets.compared(rows) + targets.of_kernels(kernels) + targets.of_product(frames, mixes, sizes, starts)
    show("Targets", report.table(["what", "measured", "target", ""], [target.line for target in lines]))
    print(f"\nLoad at the end: {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    try:
        main()
    except subprocess.CalledProcessError as error:
        sys.exit(f"{error}\n{(error.stderr or b'').decode(errors='replace')}")
