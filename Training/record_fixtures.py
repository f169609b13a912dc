"""Records what PyTorch computes, for the tests of the program to compare with.

    python record_fixtures.py ../Styles/Library/network.safetensors ../Photographs/Library ../Tests

Everything is computed in double precision and stored in single; inputs are stored in half precision and rounded
to it before they are used, so that they are exact. The same seeds give the same files.
"""

import argparse
from pathlib import Path

import numpy
from PIL import Image
from safetensors.torch import save_file
import torch
from torch import Tensor
from torch.nn import functional

from pastiche_training.layers import MirroredConvolution, normalised
from pastiche_training.network import Architecture, StyleNetwork, load, load_metadata, save
from pastiche_training.rows import Rows


def noise(seed: int, *shape: int) -> Tensor:
    values = torch.randn(shape, generator=torch.Generator().manual_seed(seed), dtype=torch.float64)
    return values.half().double()


def smooth_and_noise(seed: int, height: int, width: int) -> Tensor:
    """A picture with slow colour changes on the left and noise on top of them towards the right."""
    coarse = noise(seed, 1, 3, 4, 4)
    smooth = functional.interpolate(coarse, size=(height, width), mode="bilinear", align_corners=True)
    grain = noise(seed + 1, 1, 3, height, width) * torch.linspace(0, 0.3, width, dtype=torch.float64)
    return (0.5 + 0.25 * smooth + grain).clamp(0, 1).half().double()


def crop(path: Path, box: tuple[int, int, int, int], height: int, width: int) -> Tensor:
    """A part of a photograph, made small."""
    with Image.open(path) as image:
        small = image.convert("RGB").resize((width, height), Image.Resampling.BOX, box)
    samples = torch.from_numpy(numpy.array(small)).permute(2, 0, 1)[None].double() / 255
    return samples.half().double()


def mix(rows: int, **weights: float) -> Tensor:
    """Weights of rows, named `row3=0.5`."""
    result = torch.zeros(1, rows, dtype=torch.float64)
    for name, weight in weights.items():
        result[0, int(name.removeprefix("row"))] = weight
    return result


def painted(network: StyleNetwork, photograph: Tensor, mixes: list[Tensor], content: bool = False) -> dict[str, Tensor]:
    """A photograph with its pastiches: `photograph`, `mix.0`, `pastiche.0` and so on, perhaps `content`."""
    tensors = {"photograph": photograph[0].half()}
    if content:
        tensors["content"] = network.encode(photograph)[0].float()
    for index, weights in enumerate(mixes):
        tensors[f"mix.{index}"] = weights[0].float()
        tensors[f"pastiche.{index}"] = network(photograph, weights.float().double())[0].float()
    return {name: tensor.contiguous() for name, tensor in tensors.items()}


def record_shipped_network(weights: Path, photographs: Path, folder: Path) -> None:
    network = load(weights).double()
    rows = network.architecture.rows
    one, three = mix(rows, row1=1), mix(rows, row0=0.5, row3=0.3, row6=0.2)
    beyond = mix(rows, row2=1.5, **{f"row{rows - 1}": -0.5})  # The last row is the photograph's drawing.
    pictures = {
        "shipped-64x48": painted(network, smooth_and_noise(1, 48, 64), [one, three, beyond], content=True),
        "shipped-61x47": painted(
            network, crop(photographs / "dahlia.jpg", (40, 30, 406, 312), 47, 61), [three, beyond]),
        "shipped-128x96": painted(
            network, crop(photographs / "summer-palace.jpg", (0, 0, 512, 384), 96, 128), [one]),
    }
    for height, width in ((1, 1), (1, 5), (2, 3), (3, 2), (4, 4), (5, 9), (17, 1)):
        pictures[f"shipped-{width}x{height}"] = painted(
            network, smooth_and_noise(10 * height + width, height, width), [three], content=True)
    for name, tensors in pictures.items():
        save_file(tensors, folder / f"{name}.safetensors")


def record_painting(weights: Path, photograph: Path, path: Path) -> None:
    """What the program shall paint of a photograph, 160 pixels wide, when it is asked for this mix."""
    network, rows = load(weights).double(), Rows.of(load_metadata(weights))
    with Image.open(photograph) as image:
        size = (160, round(160 * image.height / image.width))
        small = image.convert("RGB").resize(size, Image.Resampling.LANCZOS)
    samples = torch.from_numpy(numpy.array(small)).permute(2, 0, 1)[None].double() / 255
    weights_of_rows = rows.mix({"starry-night": 0.6, "great-wave": 0.4}).double()
    picture = network(samples, weights_of_rows[None])[0]
    Image.fromarray((picture.permute(1, 2, 0) * 255).round().byte().numpy()).save(path, optimize=True)


def random_network(seed: int, architecture: Architecture, dtype: torch.dtype) -> StyleNetwork:
    """A network whose weights `dtype` holds exactly, with gammas about 1."""
    network = StyleNetwork(architecture).double()
    for index, (name, parameter) in enumerate(network.named_parameters()):
        values = noise(1000 * seed + index, *parameter.shape)
        if name.endswith(".weight"):
            values = values / parameter[0].numel() ** 0.5
        else:
            values = 0.3 * values + (1 if name.endswith(".gamma") else 0)
        parameter.data = values.to(dtype).double()
    return network


def record_random_networks(folder: Path) -> None:
    """Small networks of other shapes than the shipped one, stored in half precision of either kind."""
    networks = {
        "upsampled": (
            Architecture(
                rows=4, encoder_widths=(12, 20, 24), residual_blocks=2, decoder_widths=(20, 12), output_kernel=9),
            torch.float16),
        "pixel-shuffle": (
            Architecture(rows=3, encoder_widths=(6, 10, 14), residual_blocks=1, decoder_widths=(9,), input_kernel=5),
            torch.bfloat16),
        "without-blocks": (
            Architecture(rows=2, encoder_widths=(4, 5, 6), residual_blocks=0, decoder_widths=(3,), input_kernel=3),
            torch.float32),
    }
    for seed, (name, (architecture, dtype)) in enumerate(networks.items(), start=1):
        network = random_network(seed, architecture, dtype)
        save(network, folder / f"{name}-network.safetensors", {"made_by": "record_fixtures.py"}, dtype)
        mixes = [mix(architecture.rows, row0=1), mix(architecture.rows, row0=-0.25, row1=1.25)]
        tensors = painted(network, smooth_and_noise(100 * seed, 23, 30), mixes, content=True)
        save_file(tensors, folder / f"{name}-pictures.safetensors")


def record_layers(path: Path) -> None:
    """Single layers, each as `<name>.input`, its parameters, and `<name>.output`."""
    tensors: dict[str, Tensor] = {}
    convolutions = {
        "convolution": (5, 7, 3, 1, 11, 13),
        "convolution-strided": (5, 7, 3, 2, 10, 13),
        "convolution-strided-odd": (3, 4, 3, 2, 7, 8),
        "convolution-9x9": (3, 4, 9, 1, 12, 10),
        "convolution-1x1": (6, 5, 1, 1, 4, 5),
        "convolution-wide-border": (3, 2, 9, 1, 2, 3),
    }
    for seed, (name, (inputs, outputs, kernel, stride, height, width)) in enumerate(convolutions.items(), start=50):
        layer = MirroredConvolution(inputs, outputs, kernel, stride).double()
        layer.weight.data = noise(10 * seed, outputs, inputs, kernel, kernel) / kernel
        layer.bias.data = noise(10 * seed + 1, outputs)
        layer.weight.data = layer.weight.data.float().double()
        features = noise(10 * seed + 2, 1, inputs, height, width)
        tensors |= {
            f"{name}.input": features[0], f"{name}.weight": layer.weight, f"{name}.bias": layer.bias,
            f"{name}.output": layer(features)[0]}
    for seed, (name, (height, width)) in enumerate({"norm": (9, 11), "norm-single-pixel": (1, 1)}.items(), start=80):
        features = noise(10 * seed, 1, 6, height, width) * 3 + 2
        gamma, beta = noise(10 * seed + 1, 6), noise(10 * seed + 2, 6)
        tensors |= {
            f"{name}.input": features[0], f"{name}.gamma": gamma, f"{name}.beta": beta,
            f"{name}.output": normalised(features, gamma, beta)[0]}
    features = noise(900, 1, 12, 4, 5)
    results = {
        "upsampling": functional.interpolate(features, scale_factor=2, mode="nearest"),
        "pixel-shuffle": functional.pixel_shuffle(features, 2),
        "sigmoid": torch.sigmoid(8 * features),
        "reflection": functional.pad(features, (3, 4, 2, 1), mode="reflect"),
    }
    for name, result in results.items():
        tensors |= {f"{name}.input": (8 * features if name == "sigmoid" else features)[0], f"{name}.output": result[0]}
    save_file({name: tensor.detach().float().contiguous() for name, tensor in tensors.items()}, path)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("weights", type=Path, help="the shipped network")
    parser.add_argument("photographs", type=Path, help="the folder of the shipped photographs")
    parser.add_argument("tests", type=Path, help="the folder of the tests; fixtures go into folders below it")
    arguments = parser.parse_args()
    networks = arguments.tests / "StyleTransferTests" / "Fixtures"
    layers = arguments.tests / "NetworksTests" / "Fixtures"
    paintings = arguments.tests / "PasticheTests" / "Fixtures"
    for folder in (networks, layers, paintings):
        folder.mkdir(parents=True, exist_ok=True)
    with torch.no_grad():
        record_shipped_network(arguments.weights, arguments.photographs, networks)
        record_painting(
            arguments.weights, arguments.photographs / "summer-palace.jpg", paintings / "summer-palace-160.png")
        record_random_networks(networks)
        record_layers(layers / "layers.safetensors")


if __name__ == "__main__":
    main()
