"""Judges a small perceptual network beside the large one, on paintings and photographs that it never saw.

    python -m pastiche_training.distillation.judge DATA PAINTINGS OUT/perceptual.safetensors -o OUT

Prints how far Gram matrices and the gradients of style losses agree, and what the large network thinks of pictures
that were optimised with either; writes those pictures side by side, gatys.jpg.
"""

import argparse
from collections.abc import Callable
from pathlib import Path

import torch
from torch import Tensor

from ..data import read_samples, square
from ..judgements.judge import table
from ..losses import Grams, content_loss, gram
from ..perceptual import CONTENT_LAYER, STYLE_LAYERS, PerceptualNetwork
from ..session import add_common_options, choose_device, read_perceptual
from ..sheets import contact_sheet
from .losses import cosines, style_gradients
from .pictures import paintings
from .student import Student, load_student

RATE = 0.02
Network = Callable[[Tensor], dict[str, Tensor]]


def grams_of(network: Network, pictures: Tensor) -> Grams:
    with torch.no_grad():
        return {name: gram(features) for name, features in network(pictures).items()}


def agreement(large: PerceptualNetwork, student: Student, seen: dict[str, Tensor], styles: Tensor) -> list[str]:
    """Mean cosines by layer; each of the pictures `[n, 3, h, w]` is drawn towards each of the styles."""
    lines = []
    for name, pictures in seen.items():
        sums: dict[str, list[float]] = {layer: [] for layer in STYLE_LAYERS}
        for picture in pictures.split(1):
            for style in styles.split(1):
                gradients = []
                for network in (large, student):
                    leaf = picture.clone().requires_grad_()
                    gradients.append(style_gradients(leaf, network(leaf), grams_of(network, style), False))
                for layer in STYLE_LAYERS:
                    sums[layer].append(float(cosines(gradients[0][layer], gradients[1][layer])))
        lines.append([f"gradient, {name}", *(f"{sum(each) / len(each):.3f}" for each in sums.values())])
        lines.append([f"gradient, {name}, worst", *(f"{min(each):.3f}" for each in sums.values())])
    matrices = [grams_of(network, torch.cat([*seen.values(), styles])) for network in (large, student)]
    lines.append(["Gram matrices", *(
        f"{cosines(matrices[0][layer], matrices[1][layer]).mean():.3f}" for layer in STYLE_LAYERS)])
    return table(["cosine", *STYLE_LAYERS], lines)


def distances(network: Network, pictures: Tensor, photographs: Tensor, target: Grams) -> tuple[Tensor, Tensor]:
    """Content and style losses `[n]`."""
    features = network(pictures)
    with torch.no_grad():
        content = network(photographs)[CONTENT_LAYER]
    style = sum(
        (gram(features[name]) - target[name]).square().sum((1, 2)) / target[name].square().sum((1, 2))
        for name in STYLE_LAYERS)
    return content_loss(features[CONTENT_LAYER], content), style


def optimised(network: Network, photographs: Tensor, styles: Tensor, weight: float, iterations: int) -> Tensor:
    """Pictures that Adam finds, from the photographs, for content + weight * style."""
    target = grams_of(network, styles)
    pictures = photographs.clone().requires_grad_()
    optimiser = torch.optim.Adam([pictures], lr=RATE)
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimiser, iterations, RATE / 20)
    for _ in range(iterations):
        optimiser.zero_grad()
        content, style = distances(network, pictures, photographs, target)
        (content + weight * style).sum().backward()
        optimiser.step()
        schedule.step()
        with torch.no_grad():
            pictures.clamp_(0, 1)
    return pictures.detach()


def side_by_side(
    large: PerceptualNetwork, student: Student, photographs: Tensor, styles: Tensor, weight: float, iterations: int,
    output: Path,
) -> list[str]:
    target, lines, pictures = grams_of(large, styles), [], [photographs, styles]
    for name, network in (("large", large), ("small", student)):
        found = optimised(network, photographs, styles, weight, iterations)
        pictures.append(found)
        with torch.no_grad():
            content, style = distances(large, found, photographs, target)
        lines.append([f"optimised with the {name} one", f"{content.mean():.3f}", f"{style.mean():.4f}",
                      f"{(content + weight * style).mean():.3f}"])
    contact_sheet(
        [(f"pair {place + 1}", [each[place:place + 1] for each in pictures]) for place in range(len(photographs))],
        ["photograph", "style", "with the large network", "with the small one"]).save(output, quality=92)
    return table(["judged by the large network", "content", "style", "total"], lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    add_common_options(parser)
    parser.add_argument("paintings", type=Path)
    parser.add_argument("network", type=Path)
    parser.add_argument("--side", type=int, default=192)
    parser.add_argument("--count", type=int, default=5, help="photographs and paintings")
    parser.add_argument("--iterations", type=int, default=150, help="of optimisation; 0 for none")
    parser.add_argument("--style-weight", type=float, default=4)
    options = parser.parse_args()
    options.output.mkdir(parents=True, exist_ok=True)
    device = choose_device(options.threads)
    large, student = read_perceptual(options.data, device), load_student(options.network).to(device)

    def read(paths: list[Path]) -> Tensor:
        return torch.cat([square(read_samples(path, options.side, device)) for path in paths])

    held_out = paintings(options.paintings)[1]
    photographs = read(sorted((options.data / "evaluation" / "photographs").glob("*.jpg"))[:options.count])
    styles, others = read(held_out[:options.count]), read(held_out[options.count:2 * options.count])
    noise = torch.randn(photographs.shape, generator=torch.Generator().manual_seed(1)).to(device)
    seen = {
        "photographs": photographs, "paintings": others,
        "photographs with noise of 0.05": (photographs + 0.05 * noise).clamp(0, 1)}
    print("\n".join(agreement(large, student, seen, styles)), "\n")
    if options.iterations:
        print("\n".join(side_by_side(
            large, student, photographs, styles, options.style_weight, options.iterations,
            options.output / "gatys.jpg")))


if __name__ == "__main__":
    main()
