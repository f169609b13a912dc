"""Where a small network begins: with those channels of the large one that best stand for all.

Of each layer the channels are kept from which the others follow best as linear combinations (pivoted Cholesky
decomposition of the features' second moments); the next layer reads the combinations. What the large network has no
exact layers for begins at random.
"""

import torch
from torch import Tensor
from torch.nn import functional

from ..perceptual import PerceptualNetwork
from .student import Student

SHARED = ("conv1_1", "conv1_2", "conv2_1", "conv2_2", "conv3_1")


def second_moments(features: Tensor) -> Tensor:
    """`[c, c]` of `[n, c, h, w]`, in double precision."""
    flat = features.transpose(0, 1).flatten(1).double()
    return flat @ flat.T / flat.shape[1]


def chosen_channels(moments: Tensor, count: int) -> list[int]:
    """The channels that, one after the other, leave least of the others unexplained."""
    rest, chosen = moments.clone(), []
    for _ in range(count):
        # What a channel would explain of all of them: the squared column over its own size.
        gain = rest.square().sum(0) / rest.diagonal().clamp(min=1e-12)
        gain[chosen] = -1
        best = int(gain.argmax())
        chosen.append(best)
        rest = rest - torch.outer(rest[:, best], rest[best]) / rest[best, best].clamp(min=1e-12)
    return sorted(chosen)


def combinations(moments: Tensor, chosen: list[int]) -> Tensor:
    """`[c, chosen]`: all channels as combinations of the chosen ones, by least squares."""
    square = moments[chosen][:, chosen]
    square = square + 1e-6 * square.diagonal().mean() * torch.eye(len(chosen), dtype=square.dtype)
    result = torch.linalg.solve(square, moments[chosen]).T
    # A kept channel is itself, exactly.
    result[chosen] = torch.eye(len(chosen), dtype=result.dtype)
    return result


@torch.no_grad()
def begin_pruned(student: Student, large: PerceptualNetwork, pictures: Tensor) -> None:
    """Gives the shared layers and all heads their beginning; `pictures` are some that the network will see."""
    features = large.with_seconds(pictures)
    exact = large.exact
    # RGB becomes the large network's input by a 1x1 convolution, which goes into the first layer.
    before, shift = exact.conv0_w[:, :, 0, 0].double().cpu(), exact.conv0_b.double().cpu()
    for name in SHARED:
        weight, bias = getattr(exact, f"{name}_w").double().cpu(), getattr(exact, f"{name}_b").double().cpu()
        bias = bias + (weight.sum((2, 3)) @ shift)
        weight = torch.einsum("oikl,ij->ojkl", weight, before)
        layer = name.replace("conv", "relu")
        moments = second_moments(features[layer]).cpu()
        chosen = chosen_channels(moments, student.widths[name])
        convolution = getattr(student, name)
        convolution.weight.copy_(weight[chosen].float())
        convolution.bias.copy_(bias[chosen].float())
        if layer in student.heads:
            student.heads[layer].weight.copy_(combinations(moments, chosen)[:, :, None, None].float())
        read = functional.max_pool2d(features[layer], 2) if name.endswith("_2") else features[layer]
        before = combinations(second_moments(read).cpu(), chosen)
        shift = torch.zeros(len(before), dtype=before.dtype)
    student.solve_heads(pictures, features, [name for name in student.heads if name == "relu4_1"])
