"""What people read: tables in Markdown, which terminals show well enough."""

from collections.abc import Sequence

from .comparison import Row


def table(heading: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table whose first column is text and whose others are numbers."""
    widths = [max(len(row[column]) for row in [heading, *rows]) for column in range(len(heading))]

    def line(row: Sequence[str]) -> str:
        cells = [row[0].ljust(widths[0])] + [cell.rjust(width) for cell, width in zip(row[1:], widths[1:])]
        return "| " + " | ".join(cells) + " |"

    rule = "|" + "|".join("-" * (width + 1) + (":" if column else "-") for column, width in enumerate(widths)) + "|"
    return "\n".join([line(heading), rule, *(line(row) for row in rows)])


def milliseconds(value: float) -> str:
    return f"{value:.2f}" if value < 10 else f"{value:.1f}" if value < 100 else f"{value:.0f}"


def comparison(rows: list[Row]) -> str:
    heading = ["part, engine", "pixels", "precision", "median ms", "fastest ms", "peak MB", "error max", "mean",
               "from ours max", "mean"]
    lines = []
    for row in rows:
        lines.append([
            f"{row.part}, {row.contender.title}", f"{row.side}", row.contender.precision,
            milliseconds(row.times.median), milliseconds(row.times.minimum),
            f"{row.memory:.0f}" if row.memory else "", *(f"{error:.1e}" for error in row.errors)])
    return table(heading, lines)


def frames(sizes: dict[str, dict]) -> str:
    titles = {
        "prepare": "photograph prepared", "mix": "styles mixed", "paint": "painted, fp32",
        "paint-bf16": "painted, bf16", "sixel": "sixel, moving",
        "live-frame": "slider to encoded, fp32", "live-frame-bf16": "slider to encoded, bf16",
        "written-frame": "slider to last byte written, fp32",
        "written-frame-bf16": "slider to last byte written, bf16",
        "blocks": "blocks", "settled-sixel": "sixel, settled",
    }
    heading = ["part of a frame"] + [f"{size} {kind}" for size in sizes for kind in ("median ms", "fastest ms")]
    lines = [
        [title] + [milliseconds(parts[name][kind]) for parts in sizes.values() for kind in ("median", "minimum")]
        for name, title in titles.items() if all(name in parts for parts in sizes.values())
    ]
    return table(heading, lines)


def cancelling(sizes: dict[str, dict]) -> str:
    """From a random moment at which a frame is no longer wanted to its end."""
    heading = ["cancelled frames"] + [f"{size} {kind}" for size in sizes for kind in ("median ms", "slowest ms")]
    lines = [
        [title] + [milliseconds(parts[name][kind]) for parts in sizes.values() for kind in ("median", "maximum")]
        for name, title in {"cancel": "fp32", "cancel-bf16": "bf16"}.items()
        if all(name in parts for parts in sizes.values())
    ]
    return table(heading, lines)


def layers(report: dict) -> str:
    def line(name: str, layers: list[dict], speed: str = "", share: str = "") -> list[str]:
        times = (sum(layer[kind] for layer in layers) for kind in ("minimum", "median"))
        return [name, *(f"{time:.3f}" for time in times), speed, share]

    lines = [
        line(layer["name"], [layer], f"{layer['speed']:.1f}" if "speed" in layer else "",
             f"{100 * layer['share']:.0f} %" if "share" in layer else "")
        for layer in report["layers"]
    ]
    lines.append(line("interactive part", [layer for layer in report["layers"] if layer["isOfFrame"]]))
    lines.append(line("whole network", report["layers"]))
    title = f"{report['kernels']}, {report['precision']}, one core"
    return table([title, "fastest ms", "median ms", "GFLOP/s", "of peak"], lines)


def kernels(report: dict) -> str:
    lines = [
        [part["name"], f"{part['count']}", f"{part['minimum']:.3f}", f"{part['median']:.3f}",
         f"{part['speed']:.1f}" if "speed" in part else "", f"{100 * part['share']:.0f} %" if "share" in part else ""]
        for part in report["parts"]
    ]
    lines.append(["multiply-add peak", "", "", "", f"{report['peak']:.1f}", "100 %"])
    title = f"{report['kernels']}, {report['precision']}, one core"
    return table([title, "layers", "fastest ms", "median ms", "GFLOP/s", "of peak"], lines)
