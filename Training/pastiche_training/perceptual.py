"""The perceptual network: VGG-19 (Simonyan and Zisserman 2015) as Gatys et al. (2016) use it.

relu1_1, relu2_1 and relu3_1 come from the exact network in its normalised form (every channel's mean activation is
1), relu4_1 from a network distilled from it that is sixteen times smaller (Wang et al. 2020).
"""

from collections.abc import Mapping
from pathlib import Path

import numpy
import torch
from torch import Tensor, nn
from torch.nn import functional

EXACT = "vgg19_normalised_conv1_1_to_conv3_1.npz"
DISTILLED = "vgg19_collabdistill16x_SE5.npz"
STYLE_LAYERS = ("relu1_1", "relu2_1", "relu3_1", "relu4_1")
CONTENT_LAYER = "relu4_1"


class Stack(nn.Module):
    """Convolutions with mirrored borders and ReLUs, with fixed weights; `conv0` is a plain 1x1 convolution."""

    def __init__(self, weights: Mapping[str, numpy.ndarray], names: list[str]):
        super().__init__()
        self.names = names
        for name in names:
            self.register_buffer(f"{name}_w", torch.from_numpy(weights[f"{name}_w"]))
            self.register_buffer(f"{name}_b", torch.from_numpy(weights[f"{name}_b"]))

    def convolved(self, name: str, features: Tensor) -> Tensor:
        weight, bias = getattr(self, f"{name}_w"), getattr(self, f"{name}_b")
        if name == "conv0":
            return functional.conv2d(features, weight, bias)
        border = weight.shape[-1] // 2
        if border:
            features = functional.pad(features, (border,) * 4, mode="reflect")
        return functional.relu(functional.conv2d(features, weight, bias))


class PerceptualNetwork(nn.Module):
    def __init__(self, exact: Mapping[str, numpy.ndarray], distilled: Mapping[str, numpy.ndarray]):
        super().__init__()
        self.exact = Stack(exact, ["conv0", "conv1_1", "conv1_2", "conv2_1", "conv2_2", "conv3_1"])
        self.distilled = Stack(distilled, [
            "conv0", "conv11", "conv12", "conv21", "conv22", "conv31", "conv32", "conv33", "conv34", "conv41",
            "conv41_aux"])

    @staticmethod
    def read(folder: Path) -> "PerceptualNetwork":
        with numpy.load(folder / EXACT) as exact, numpy.load(folder / DISTILLED) as distilled:
            return PerceptualNetwork(exact, distilled)

    def content(self, pictures: Tensor) -> Tensor:
        """relu4_1 of pictures with samples 0...1."""
        features = pictures
        for name in self.distilled.names:
            features = self.distilled.convolved(name, features)
            if name in ("conv12", "conv22", "conv34"):
                features = functional.max_pool2d(features, 2)
        return features

    def forward(self, pictures: Tensor) -> dict[str, Tensor]:
        """The features of all style layers, by name, of pictures with samples 0...1."""
        features = self.with_seconds(pictures)
        return {name: features[name] for name in STYLE_LAYERS}

    def with_seconds(self, pictures: Tensor) -> dict[str, Tensor]:
        """The same with relu1_2 and relu2_2."""
        features, result = pictures, {}
        for name in self.exact.names:
            features = self.exact.convolved(name, features)
            if name.startswith("conv") and name != "conv0":
                result[name.replace("conv", "relu")] = features
            if name.endswith("_2"):
                features = functional.max_pool2d(features, 2)
        result[CONTENT_LAYER] = self.content(pictures)
        return result
