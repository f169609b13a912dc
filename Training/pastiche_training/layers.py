"""The layers of the style network, each with the names and shapes that the weight file uses."""

import torch
from torch import Tensor, nn
from torch.nn import functional


def mirrored_positions(before: int, count: int, after: int) -> Tensor:
    """Indices of `count` pixels with a mirrored border, mirrored as often as the border's width needs."""
    positions = torch.arange(-before, count + after)
    if count == 1:
        return torch.zeros_like(positions)
    period = 2 * (count - 1)
    phase = positions % period
    return torch.minimum(phase, period - phase)


def mirrored(picture: Tensor, left: int, right: int, top: int, bottom: int) -> Tensor:
    """Reflection padding of `[n, c, h, w]`; other than PyTorch's, it takes borders wider than the picture."""
    height, width = picture.shape[-2:]
    if max(left, right) < width and max(top, bottom) < height:
        return functional.pad(picture, (left, right, top, bottom), mode="reflect")
    rows = mirrored_positions(top, height, bottom).to(picture.device)
    columns = mirrored_positions(left, width, right).to(picture.device)
    return picture[..., rows[:, None], columns]


class MirroredConvolution(nn.Conv2d):
    """A convolution with a mirrored border of half its kernel."""

    def __init__(self, inputs: int, outputs: int, kernel: int, stride: int = 1):
        super().__init__(inputs, outputs, kernel, stride)
        self.border = kernel // 2

    def forward(self, features: Tensor) -> Tensor:
        return super().forward(mirrored(features, *[self.border] * 4))


def normalised(features: Tensor, gamma: Tensor, beta: Tensor, epsilon: float = 1e-5) -> Tensor:
    """Instance normalisation of `[n, c, h, w]` with gamma and beta of `[n, c]` or `[c]`."""
    # Not functional.instance_norm, which refuses feature maps of a single pixel. Never in half precision: the
    # statistics of large maps need more digits.
    features = features if features.dtype == torch.float64 else features.float()
    variance, mean = torch.var_mean(features, dim=(-2, -1), correction=0, keepdim=True)
    scaled = (features - mean) * torch.rsqrt(variance + epsilon)
    return scaled * gamma[..., None, None] + beta[..., None, None]


class InstanceNorm(nn.Module):
    """Instance normalisation that is the same for all styles."""

    def __init__(self, channels: int):
        super().__init__()
        self.gamma = nn.Parameter(torch.ones(channels))
        self.beta = nn.Parameter(torch.zeros(channels))

    def forward(self, features: Tensor) -> Tensor:
        return normalised(features, self.gamma, self.beta)


class ConditionalInstanceNorm(nn.Module):
    """Instance normalisation with one row of gamma and beta for every style (Dumoulin et al. 2017)."""

    def __init__(self, rows: int, channels: int):
        super().__init__()
        self.gamma = nn.Parameter(torch.ones(rows, channels))
        self.beta = nn.Parameter(torch.zeros(rows, channels))

    def forward(self, features: Tensor, mix: Tensor) -> Tensor:
        """`mix` holds the weight of every row for every picture, `[n, rows]`."""
        with torch.autocast(features.device.type, enabled=False):
            return normalised(features, mix @ self.gamma, mix @ self.beta)
