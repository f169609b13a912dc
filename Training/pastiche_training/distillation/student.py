"""A small network that sees what the perceptual network sees.

It has VGG-19's shape with fewer channels and fewer layers. Linear heads turn its features into those of the network it
learns from; a distance of features or Gram matrices is measured behind them, as trace(M D M D) with M = H^T H, so that
the program needs no more than the narrow features and the heads.
"""

from pathlib import Path

from safetensors.torch import load_file, save as serialised
import torch
from torch import Tensor, nn
from torch.nn import functional

from ..layers import MirroredConvolution
from ..perceptual import STYLE_LAYERS

WIDTHS = {
    "conv1_1": 48, "conv1_2": 48, "conv2_1": 96, "conv2_2": 96, "conv3_1": 192, "conv3_2": 96, "conv3_3": 96,
    "conv4_1": 128}
"""A 2x2 max pooling stands before every convN_1 but the first."""
HEADS = {"relu1_1": 64, "relu2_1": 128, "relu3_1": 256, "relu4_1": 512}
"""Channels of the large network where the small one learns from it."""


class Student(nn.Module):
    def __init__(self, widths: dict[str, int] | None = None):
        super().__init__()
        self.widths = dict(widths or WIDTHS)
        inputs = 3
        for name, outputs in self.widths.items():
            convolution = MirroredConvolution(inputs, outputs, 3)
            nn.init.kaiming_normal_(convolution.weight, nonlinearity="relu")
            nn.init.zeros_(convolution.bias)
            setattr(self, name, convolution)
            inputs = outputs
        self.heads = nn.ModuleDict({
            name: nn.Conv2d(self.widths[name.replace("relu", "conv")], outputs, 1, bias=False)
            for name, outputs in HEADS.items()})

    @torch.no_grad()
    def solve_heads(self, pictures: Tensor, wanted: dict[str, Tensor], names: list[str]) -> None:
        """Makes heads the best ones that there are for these features of the large network, by least squares."""
        features = self.features(pictures)
        for name in names:
            seen = features[name].transpose(0, 1).flatten(1).double()
            asked = wanted[name].transpose(0, 1).flatten(1).double()
            square = seen @ seen.T
            square += 1e-4 * square.diagonal().mean() * torch.eye(len(square), dtype=square.dtype, device=square.device)
            self.heads[name].weight.copy_(torch.linalg.solve(square, seen @ asked.T).T[:, :, None, None].float())

    def features(self, pictures: Tensor) -> dict[str, Tensor]:
        """The narrow features by layer, of pictures with samples 0...1."""
        result, features = {}, pictures
        for name in self.widths:
            if name.endswith("_1") and name != "conv1_1":
                features = functional.max_pool2d(features, 2)
            features = functional.relu(getattr(self, name)(features))
            result[name.replace("conv", "relu")] = features
        return result

    def forward(self, pictures: Tensor, layers: tuple[str, ...] = STYLE_LAYERS) -> dict[str, Tensor]:
        """What stands for the large network's features."""
        features = self.features(pictures)
        return {name: self.heads[name](features[name]) for name in layers}

    def content(self, pictures: Tensor) -> Tensor:
        return self(pictures, ("relu4_1",))["relu4_1"]


def save_student(student: Student, path: Path, metadata: dict[str, str]) -> None:
    """Writes the weights as the program reads them: 16-bit floats, heads as `[channels of the large one, channels]`."""
    tensors = {
        name: tensor.detach().cpu().half().contiguous() for name, tensor in student.state_dict().items()
        if not name.startswith("heads.")}
    for name in STYLE_LAYERS:
        tensors[f"{name}.head"] = student.heads[name].weight.detach().cpu()[:, :, 0, 0].half().contiguous()
    path.write_bytes(serialised(tensors, metadata))


def load_student(path: Path) -> Student:
    """The network in a file of `save_student`."""
    tensors = {name: tensor.float() for name, tensor in load_file(path).items()}
    widths = {name[:-len(".weight")]: tensor.shape[0] for name, tensor in tensors.items() if name.endswith(".weight")}
    student = Student(dict(sorted(widths.items())))
    state = {name: tensor for name, tensor in tensors.items() if not name.endswith(".head")}
    for name in STYLE_LAYERS:
        state[f"heads.{name}.weight"] = tensors[f"{name}.head"][:, :, None, None]
    student.load_state_dict(state, strict=False)
    return student.eval()
