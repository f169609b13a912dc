"""What the small network has to agree with the large one in: features, Gram matrices, and gradients."""

import torch
from torch import Tensor

from ..losses import Grams, gram
from ..perceptual import STYLE_LAYERS


def feature_loss(learnt: dict[str, Tensor], wanted: dict[str, Tensor]) -> Tensor:
    """Squared difference over the squared size, summed over the layers."""
    return sum(
        (learnt[name].float() - wanted[name].float()).square().mean() / wanted[name].float().square().mean()
        for name in learnt)


def gram_loss(learnt: Grams, wanted: Grams) -> Tensor:
    return sum(
        ((learnt[name] - wanted[name]).square().sum((1, 2)) / wanted[name].square().sum((1, 2))).mean()
        for name in learnt)


def style_gradients(
    pictures: Tensor, features: dict[str, Tensor], targets: Grams, keep: bool, layers: tuple[str, ...] = STYLE_LAYERS
) -> dict[str, Tensor]:
    """Of each layer's style loss with respect to the pictures, `[n, 3, h, w]`."""
    result = {}
    for name in layers:
        loss = (gram(features[name]) - targets[name]).square().sum((1, 2)) / targets[name].square().sum((1, 2))
        (result[name],) = torch.autograd.grad(loss.sum(), pictures, create_graph=keep, retain_graph=True)
    return result


def cosines(first: Tensor, second: Tensor) -> Tensor:
    """`[n]` between pictures seen as vectors."""
    return torch.nn.functional.cosine_similarity(first.float().flatten(1), second.float().flatten(1), dim=1)
