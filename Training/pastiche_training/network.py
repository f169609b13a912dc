"""The style network: an encoder that knows no style, residual blocks and a decoder that do.

RGB in 0...1 in and out. The names of the modules make the names in the weight file, and the weight file says
all there is to know about the architecture.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from safetensors import safe_open
from safetensors.torch import load_file, save as serialised
import torch
from torch import Tensor, nn
from torch.nn import functional

from .layers import ConditionalInstanceNorm, InstanceNorm, MirroredConvolution, mirrored

REDUCTION = 4
"""The encoder halves width and height twice."""


@dataclass(frozen=True)
class Architecture:
    """Widths and counts of a style network.

    `decoder_widths` with one number stands for one upsampling and a pixel shuffle, with two for two upsamplings.
    `finishing_width` above 0 lets the pixel shuffle make that many channels, which a last 3x3 convolution turns
    into the picture.
    """

    rows: int
    encoder_widths: tuple[int, int, int] = (16, 32, 64)
    residual_blocks: int = 5
    decoder_widths: tuple[int, ...] = (32,)
    input_kernel: int = 9
    output_kernel: int = 3
    finishing_width: int = 0

    @staticmethod
    def of(tensors: Mapping[str, Tensor]) -> "Architecture":
        """The architecture to which a weight file's tensors belong."""
        upsampling = ["decoder.upsample"]
        if "decoder.upsample1.weight" in tensors:
            upsampling = ["decoder.upsample1", "decoder.upsample2"]
        blocks = {name.split(".")[1] for name in tensors if name.startswith("residual.")}
        return Architecture(
            rows=next(tensor.shape[0] for name, tensor in tensors.items()
                      if name.endswith(".gamma") and not name.startswith("encoder.")),
            encoder_widths=tuple(tensors[f"encoder.conv{stage}.weight"].shape[0] for stage in (1, 2, 3)),
            residual_blocks=len(blocks),
            decoder_widths=tuple(tensors[f"{name}.weight"].shape[0] for name in upsampling),
            input_kernel=tensors["encoder.conv1.weight"].shape[-1],
            output_kernel=tensors["decoder.output.weight"].shape[-1],
            finishing_width=tensors["decoder.finish.weight"].shape[1] if "decoder.finish.weight" in tensors else 0,
        )

    def multiplications(self) -> float:
        """Multiplications for each pixel of a live frame: all that depends on the style."""
        residual = 2 * self.residual_blocks * 9 * self.encoder_widths[2] ** 2 / REDUCTION**2
        width, decoder, pixels = self.encoder_widths[2], 0.0, REDUCTION**2
        for next_width in self.decoder_widths:
            pixels /= 4
            decoder += 9 * width * next_width / pixels
            width = next_width
        channels = 3 if pixels == 1 else 4 * (self.finishing_width or 3)
        output = self.output_kernel**2 * width * channels / pixels
        return residual + decoder + output + 9 * 3 * self.finishing_width


class Encoder(nn.Module):
    """Photograph to content features of a quarter of its width and height."""

    def __init__(self, architecture: Architecture):
        super().__init__()
        first, second, third = architecture.encoder_widths
        self.conv1 = MirroredConvolution(3, first, architecture.input_kernel)
        self.norm1 = InstanceNorm(first)
        self.conv2 = MirroredConvolution(first, second, 3, stride=2)
        self.norm2 = InstanceNorm(second)
        self.conv3 = MirroredConvolution(second, third, 3, stride=2)
        self.norm3 = InstanceNorm(third)

    def forward(self, photograph: Tensor) -> Tensor:
        features = functional.relu(self.norm1(self.conv1(photograph)))
        features = functional.relu(self.norm2(self.conv2(features)))
        return functional.relu(self.norm3(self.conv3(features)))


class ResidualBlock(nn.Module):
    def __init__(self, rows: int, width: int):
        super().__init__()
        self.conv1 = MirroredConvolution(width, width, 3)
        self.norm1 = ConditionalInstanceNorm(rows, width)
        self.conv2 = MirroredConvolution(width, width, 3)
        self.norm2 = ConditionalInstanceNorm(rows, width)

    def forward(self, features: Tensor, mix: Tensor) -> Tensor:
        change = functional.relu(self.norm1(self.conv1(features), mix))
        return features + self.norm2(self.conv2(change), mix)


class PixelShuffleDecoder(nn.Module):
    """One upsampling; the last doubling is a pixel shuffle, so nothing runs at full size but the sigmoid, and the
    last convolution if there is one."""

    def __init__(self, architecture: Architecture):
        super().__init__()
        (width,) = architecture.decoder_widths
        self.upsample = MirroredConvolution(architecture.encoder_widths[2], width, 3)
        self.norm = ConditionalInstanceNorm(architecture.rows, width)
        channels = architecture.finishing_width or 3
        self.output = MirroredConvolution(width, channels * 2 * 2, architecture.output_kernel)
        self.finish = MirroredConvolution(channels, 3, 3) if architecture.finishing_width else None
        with torch.no_grad():  # The four pixels of a shuffle begin alike, so that no checkerboard has to be unlearnt.
            self.output.weight.copy_(self.output.weight[::4].repeat_interleave(4, 0))
            self.output.bias.copy_(self.output.bias[::4].repeat_interleave(4, 0))

    @torch.no_grad()
    def even_out(self) -> None:
        """Makes the four pixels of a shuffle alike where nothing changes: otherwise they differ by a little
        everywhere, and flat areas get lines two pixels apart, which cheaply pass for a style's grain.

        A projection: it changes nothing the second time, and the mean of two evened networks is even.
        """
        weight = self.output.weight.unflatten(0, (-1, 4))
        answer = weight.sum(dim=(-2, -1), keepdim=True)
        weight -= (answer - answer.mean(1, keepdim=True)) / self.output.weight[0, 0].numel()
        bias = self.output.bias.unflatten(0, (-1, 4))
        bias.copy_(bias.mean(1, keepdim=True).expand_as(bias))

    def forward(self, features: Tensor, mix: Tensor) -> Tensor:
        features = functional.interpolate(features, scale_factor=2, mode="nearest")
        features = functional.relu(self.norm(self.upsample(features), mix))
        picture = functional.pixel_shuffle(self.output(features), 2)
        return torch.sigmoid(self.finish(functional.relu(picture)) if self.finish else picture)


class UpsamplingDecoder(nn.Module):
    """Two upsamplings, the classical tail."""

    def even_out(self) -> None:
        """All pixels come from the same weights."""

    def __init__(self, architecture: Architecture):
        super().__init__()
        first, second = architecture.decoder_widths
        self.upsample1 = MirroredConvolution(architecture.encoder_widths[2], first, 3)
        self.norm1 = ConditionalInstanceNorm(architecture.rows, first)
        self.upsample2 = MirroredConvolution(first, second, 3)
        self.norm2 = ConditionalInstanceNorm(architecture.rows, second)
        self.output = MirroredConvolution(second, 3, architecture.output_kernel)

    def forward(self, features: Tensor, mix: Tensor) -> Tensor:
        for convolution, norm in ((self.upsample1, self.norm1), (self.upsample2, self.norm2)):
            features = functional.interpolate(features, scale_factor=2, mode="nearest")
            features = functional.relu(norm(convolution(features), mix))
        return torch.sigmoid(self.output(features))


class StyleNetwork(nn.Module):
    def __init__(self, architecture: Architecture):
        super().__init__()
        self.architecture = architecture
        self.encoder = Encoder(architecture)
        self.residual = nn.ModuleList(
            ResidualBlock(architecture.rows, architecture.encoder_widths[2])
            for _ in range(architecture.residual_blocks)
        )
        one_upsampling = len(architecture.decoder_widths) == 1
        self.decoder = (PixelShuffleDecoder if one_upsampling else UpsamplingDecoder)(architecture)

    def encode(self, photograph: Tensor) -> Tensor:
        """Content features of `[n, 3, h, w]`; sizes that are no multiples of 4 are mirrored up to the next."""
        height, width = photograph.shape[-2:]
        return self.encoder(mirrored(photograph, 0, -width % REDUCTION, 0, -height % REDUCTION))

    def decode(self, features: Tensor, mix: Tensor) -> Tensor:
        for block in self.residual:
            features = block(features, mix)
        return self.decoder(features, mix)

    def forward(self, photograph: Tensor, mix: Tensor) -> Tensor:
        """The pastiche of `[n, 3, h, w]` with the weights of every row, `[n, rows]`."""
        height, width = photograph.shape[-2:]
        return self.decode(self.encode(photograph), mix)[..., :height, :width]


def load(path: Path) -> StyleNetwork:
    """The network in a weight file."""
    tensors = load_file(path)
    network = StyleNetwork(Architecture.of(tensors))
    network.load_state_dict(tensors)
    return network


def load_metadata(path: Path) -> dict[str, str]:
    """What a weight file says about itself."""
    with safe_open(path, framework="pt") as file:
        return file.metadata() or {}


def save(
    network: StyleNetwork, path: Path, metadata: dict[str, str] | None = None, dtype: torch.dtype = torch.float32
) -> None:
    """Writes a weight file."""
    tensors = {name: tensor.detach().to(dtype).contiguous() for name, tensor in network.state_dict().items()}
    # Not save_file, whose files only their owner may read.
    path.write_bytes(serialised(tensors, metadata))
