"""Makes one small folder of everything that training and judging read.

    python -m pastiche_training.pack TRAINING EVALUATION DATA

TRAINING holds `photos/`, `styles/` and `perceptual/`, EVALUATION `photos/` and `video/NAME/`. Photographs are stored
as WebP at the short side that training cuts from; works as they are, and only those that works.csv lists. With the
defaults it is about 47 MiB.
"""

import argparse
from pathlib import Path
import shutil

from PIL import Image

from .perceptual import DISTILLED, EXACT
from .works import read_works

PHOTOGRAPH_SIDE = 272
EVALUATION_SIDE = 512
VIDEO_SIDE = 256


def copy_smaller(source: Path, target: Path, short_side: int, quality: int) -> None:
    """Writes a picture again, in the format that the target's name says."""
    with Image.open(source) as image:
        image = image.convert("RGB")
        scale = min(1.0, short_side / min(image.size))
        size = tuple(round(side * scale) for side in image.size)
        image.resize(size, Image.Resampling.LANCZOS).save(target, quality=quality)


def pack(training: Path, evaluation: Path, data: Path, photographs: int | None, quality: int, frames: int) -> None:
    for folder in ("photographs", "works", "perceptual", "evaluation/photographs"):
        (data / folder).mkdir(parents=True, exist_ok=True)
    for path in sorted((training / "photos").glob("*.jpg"))[:photographs]:
        copy_smaller(path, data / "photographs" / f"{path.stem}.webp", PHOTOGRAPH_SIDE, quality)
    for work in read_works():
        shutil.copy(training / "styles" / work.source, data / "works" / work.source)
    for name in (EXACT, DISTILLED):
        shutil.copy(training / "perceptual" / name, data / "perceptual" / name)
    for path in sorted((evaluation / "photos").glob("*.jpg")):
        copy_smaller(path, data / "evaluation" / "photographs" / path.name, EVALUATION_SIDE, 92)
    for folder in sorted(path for path in (evaluation / "video").iterdir() if path.is_dir()):
        target = data / "evaluation" / "video" / folder.name
        target.mkdir(parents=True, exist_ok=True)
        for path in sorted(folder.glob("*.jpg"))[:frames]:
            copy_smaller(path, target / path.name, VIDEO_SIDE, 92)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("training", type=Path)
    parser.add_argument("evaluation", type=Path)
    parser.add_argument("data", type=Path, help="the folder to make")
    parser.add_argument("--photographs", type=int, help="only the first so many")
    parser.add_argument("--quality", type=int, default=62, help="of the photographs")
    parser.add_argument("--frames", type=int, default=16, help="of each video")
    options = parser.parse_args()
    pack(options.training, options.evaluation, options.data, options.photographs, options.quality, options.frames)
    size = sum(path.stat().st_size for path in options.data.rglob("*") if path.is_file())
    print(f"{options.data}: {size / 2**20:.1f} MiB")


if __name__ == "__main__":
    main()
