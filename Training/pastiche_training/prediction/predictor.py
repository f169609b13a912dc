"""From what the small perceptual network sees of a picture to gamma and beta of all layers.

The statistics are the mean and the deviation of every channel at the style layers, layer by layer, first all means of
a layer, then its deviations. One hidden layer; everything is small enough for a second of a processor.
"""

from pathlib import Path

from safetensors.torch import load_file, save as serialised
import torch
from torch import Tensor, nn
from torch.nn import functional

from ..distillation.student import Student
from ..perceptual import STYLE_LAYERS

HIDDEN = 320


@torch.no_grad()
def statistics(student: Student, pictures: Tensor) -> Tensor:
    """`[n, d]` of pictures `[n, 3, h, w]` with samples 0...1."""
    features, parts = student.features(pictures), []
    for layer in STYLE_LAYERS:
        variance, mean = torch.var_mean(features[layer].float(), dim=(-2, -1), correction=0)
        parts += [mean, variance.sqrt()]
    return torch.cat(parts, 1)


class Predictor(nn.Module):
    def __init__(self, inputs: int, outputs: int, hidden: int = HIDDEN):
        super().__init__()
        self.register_buffer("centre", torch.zeros(inputs))
        self.register_buffer("scale", torch.ones(inputs))
        self.hidden = nn.Linear(inputs, hidden)
        self.output = nn.Linear(hidden, outputs)

    @torch.no_grad()
    def begin(self, seen: Tensor, rows: Tensor) -> None:
        """Statistics are measured against these, `[n, inputs]`; with no say of theirs, the mean row is guessed."""
        self.centre.copy_(seen.mean(0))
        self.scale.copy_(1 / (seen.std(0) + 1e-3))
        self.output.weight.mul_(0.1)
        self.output.bias.copy_(rows.mean(0))

    def forward(self, seen: Tensor) -> Tensor:
        """Rows `[n, outputs]` of statistics `[n, inputs]`."""
        # A picture unlike all others must not lead far out of what was learnt.
        normalised = ((seen - self.centre) * self.scale).clamp(-4, 4)
        return self.output(functional.relu(self.hidden(normalised)))


def save_predictor(predictor: Predictor, path: Path, metadata: dict[str, str]) -> None:
    """Writes the weights as the program reads them, in 16 bits where they are multiplied."""
    tensors = {
        name: tensor.detach().cpu().to(torch.float16 if name.endswith(".weight") else torch.float32).contiguous()
        for name, tensor in predictor.state_dict().items()}
    path.write_bytes(serialised(tensors, metadata))


def load_predictor(path: Path) -> Predictor:
    tensors = {name: tensor.float() for name, tensor in load_file(path).items()}
    hidden, inputs = tensors["hidden.weight"].shape
    predictor = Predictor(inputs, tensors["output.weight"].shape[0], hidden)
    predictor.load_state_dict(tensors)
    return predictor.eval()
