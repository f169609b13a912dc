"""Judges a network and prints what it finds as Markdown; writes contact sheets.

    python -m pastiche_training.evaluate DATA -o OUT --weights OUT/network.safetensors --without PLAIN.safetensors

Reduced for a processor: --side 128 --photographs 2 --pairs 2 --iterations 60 --mixes 4 --frames 4.
"""

import argparse
from pathlib import Path
import time

import torch

from .judgements.content_and_style import judge_content_and_style
from .judgements.judge import Judge
from .judgements.mixing import judge_mixing
from .judgements.stability import judge_stability
from .judgements.strength import judge_strength
from .judgements.strokes import judge_strokes
from .session import add_common_options, choose_device
from .settings import Settings
from .sheets import evaluation_photographs, mix_sheet, sample_sheet, strength_sheet, stroke_sheet


def write_sheets(judge: Judge, data: Path, output: Path, side: int) -> None:
    styles, network, rows = judge.rows.styles, judge.network, judge.rows
    sample_sheet(network, rows, data, judge.device, 4, min(side, 224)).save(output / "styles.jpg", quality=92)
    photograph = evaluation_photographs(data, side, judge.device, 1)[0]
    generator = torch.Generator().manual_seed(11)
    mixes = []
    for index in range(8):
        count = min(2 + index % 3, len(styles))
        chosen = torch.randperm(len(styles), generator=generator)[:count].tolist()
        mixes.append({styles[style]: 1 / count for style in chosen})
    mix_sheet(network, rows, photograph, mixes).save(output / "mixes.jpg", quality=92)
    some = [styles[index] for index in range(0, len(styles), max(1, len(styles) // 8))][:8]
    stroke_sheet(network, rows, photograph, some).save(output / "strokes.jpg", quality=92)
    strength_sheet(network, rows, photograph, some).save(output / "strengths.jpg", quality=92)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    add_common_options(parser)
    parser.add_argument("--weights", type=Path, required=True, help="the network")
    parser.add_argument("--without", type=Path, help="a network that was trained without the coherence loss")
    parser.add_argument("--with-term", type=Path, help="one that was trained just so, but with it (default: --weights)")
    parser.add_argument("--only", help="judgements divided by commas: content, mixing, strength, stability, stroke")
    parser.add_argument("--side", type=int, default=256, help="of the photographs and videos")
    parser.add_argument("--photographs", type=int, help="only the first so many")
    parser.add_argument("--pairs", type=int, default=8, help="pairs that are also optimised")
    parser.add_argument("--iterations", type=int, default=300)
    parser.add_argument("--mixes", type=int, default=20, help="pairs of styles that are mixed")
    parser.add_argument("--frames", type=int, default=12, help="of each video")
    parser.add_argument("--style-weight", type=float, default=Settings.style_weight)
    options = parser.parse_args()

    device = choose_device(options.threads)
    torch.backends.cuda.matmul.allow_tf32 = torch.backends.cudnn.allow_tf32 = False
    torch.backends.cudnn.benchmark = False
    options.output.mkdir(parents=True, exist_ok=True)

    def read(weights: Path) -> Judge:
        return Judge.read(weights, options.data, device, options.side, options.photographs)

    judge = read(options.weights)
    few = min(4, len(judge.photographs))
    plain = read(options.without) if options.without else None
    compared = read(options.with_term) if options.with_term else judge
    sections = {
        "Content and style": lambda: judge_content_and_style(
            judge, options.style_weight, options.pairs, options.iterations),
        "Mixing": lambda: judge_mixing(judge, options.mixes, few),
        "Strength": lambda: judge_strength(judge, few),
        "Stability": lambda: judge_stability(compared, plain, options.data, options.side, options.frames, 8),
        "Stroke size": lambda: judge_strokes(judge, few),
    }
    if options.only:
        wanted = tuple(options.only.split(","))
        sections = {title: section for title, section in sections.items() if title.lower().startswith(wanted)}
    with open(options.output / "evaluation.md", "w", encoding="utf-8") as file:
        for title, section in sections.items():
            begin = time.monotonic()
            text = "\n".join([f"## {title}", "", *section(), ""])
            print(text, f"({time.monotonic() - begin:.0f} s)\n", sep="\n", flush=True)
            file.write(text + "\n")
            file.flush()
    if not options.only:
        write_sheets(judge, options.data, options.output, options.side)


if __name__ == "__main__":
    main()
