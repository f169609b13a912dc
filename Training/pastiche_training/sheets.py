"""Contact sheets: pictures to look at."""

from pathlib import Path

from PIL import Image, ImageDraw
import torch
from torch import Tensor

from .data import read_samples
from .network import StyleNetwork
from .rows import Rows
from .strength import painted_at

GAP, CAPTION = 4, 14


def to_image(picture: Tensor) -> Image.Image:
    """A picture `[1, 3, h, w]` or `[3, h, w]` with samples 0...1."""
    values = (picture.detach().reshape(picture.shape[-3:]).float().clamp(0, 1) * 255).round().byte()
    return Image.fromarray(values.permute(1, 2, 0).cpu().numpy())


def contact_sheet(lines: list[tuple[str, list[Tensor]]], captions: list[str] | None = None) -> Image.Image:
    """Lines of pictures, each under its name; `captions` stand above the columns."""
    images = [(name, [to_image(picture) for picture in pictures]) for name, pictures in lines]
    widths = [max(line[1][column].width for line in images if column < len(line[1]))
              for column in range(max(len(line[1]) for line in images))]
    heights = [max(image.height for image in line) + CAPTION + GAP for _, line in images]
    top = CAPTION if captions else 0
    sheet = Image.new("RGB", (sum(widths) + GAP * len(widths), sum(heights) + top), "white")
    draw = ImageDraw.Draw(sheet)
    for column, caption in enumerate(captions or []):
        draw.text((sum(widths[:column]) + GAP * column, 0), caption, fill="black")
    for (name, line), height in zip(images, heights):
        draw.text((0, top), name, fill="black")
        left = 0
        for image, width in zip(line, widths):
            sheet.paste(image, (left, top + CAPTION))
            left += width + GAP
        top += height
    return sheet


def beside(sheets: list[Image.Image]) -> Image.Image:
    whole = Image.new(
        "RGB", (sum(sheet.width for sheet in sheets) + 2 * GAP * len(sheets), max(sheet.height for sheet in sheets)),
        "white")
    left = 0
    for sheet in sheets:
        whole.paste(sheet, (left, 0))
        left += sheet.width + 2 * GAP
    return whole


def evaluation_photographs(data: Path, side: int, device: torch.device, count: int | None = None) -> list[Tensor]:
    """The photographs for judging, `[1, 3, h, w]` each, at a short side."""
    paths = sorted((data / "evaluation" / "photographs").glob("*.jpg"))[:count]
    return [read_samples(path, side, device) for path in paths]


@torch.no_grad()
def painted(network: StyleNetwork, photograph: Tensor, mix: Tensor) -> Tensor:
    """A photograph `[1, 3, h, w]` in a mix of rows `[rows]`."""
    return network(photograph, mix[None].to(photograph.device))


def sample_sheet(
    network: StyleNetwork, rows: Rows, data: Path, device: torch.device, photographs: int = 4, side: int = 192,
    columns: int = 3,
) -> Image.Image:
    """Every style on some photographs, at the middle stroke size; the row "original" first. So many styles stand
    side by side."""
    pictures = evaluation_photographs(data, side, device, photographs)
    original = torch.zeros(rows.count)
    original[rows.original] = 1
    lines = [("the photographs", pictures),
             ('the row "original", its colours not led back', [painted(network, it, original) for it in pictures])]
    for style in rows.styles:
        lines.append((style, [painted(network, it, rows.mix({style: 1})) for it in pictures]))
    length = -(-len(lines) // columns)
    return beside([contact_sheet(lines[begin:begin + length]) for begin in range(0, len(lines), length)])


def mix_sheet(network: StyleNetwork, rows: Rows, photograph: Tensor, mixes: list[dict[str, float]]) -> Image.Image:
    def name(mix: dict[str, float]) -> str:
        return "  ".join(f"{style} {weight:.2f}" for style, weight in mix.items())

    lines = [(name(mix), [painted(network, photograph, rows.mix(mix))]) for mix in mixes]
    return beside([contact_sheet(lines[0::2]), contact_sheet(lines[1::2])])


def stroke_sheet(network: StyleNetwork, rows: Rows, photograph: Tensor, styles: list[str]) -> Image.Image:
    return contact_sheet([
        (style, [painted(network, photograph, rows.mix({style: 1}, stroke)) for stroke in rows.strokes])
        for style in styles], [f"{stroke} px" for stroke in rows.strokes])


def strength_sheet(network: StyleNetwork, rows: Rows, photograph: Tensor, styles: list[str]) -> Image.Image:
    strengths = [0.0, 0.2, 0.4, 0.6, 0.8, 1.0]
    device, lines = photograph.device, []
    for style in styles:
        mix = rows.mix({style: 1})[None].to(device)
        lines.append((style, [
            painted_at(network, photograph, mix, torch.tensor([strength], device=device), rows.original)
            for strength in strengths]))
    return contact_sheet(lines, [f"strength {strength}" for strength in strengths])
