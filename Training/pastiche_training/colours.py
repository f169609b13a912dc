"""Colour statistics and the map between them, as the program computes them (docs/STRENGTH.md)."""

import torch
from torch import Tensor

FLOOR = 1e-4
"""Added to the variances: a deviation of 0.01, so that pictures of one colour have an inverse."""


def colour_statistics(pictures: Tensor) -> tuple[Tensor, Tensor]:
    """Means `[n, 3]` and covariances `[n, 3, 3]`."""
    samples = pictures.float().flatten(2)
    mean = samples.mean(dim=2)
    centred = samples - mean[..., None]
    return mean, centred @ centred.transpose(1, 2) / samples.shape[-1]


def _with_eigenvalues(matrix: Tensor, function) -> Tensor:
    values, vectors = torch.linalg.eigh(matrix)
    return vectors @ torch.diag_embed(function(values)) @ vectors.transpose(1, 2)


@torch.no_grad()
def colour_map(source: Tensor, target: Tensor) -> tuple[Tensor, Tensor]:
    """The affine map, `[n, 3, 3]` and `[n, 3]`, that gives the source's colours the target's mean and covariance
    and moves them the least (Pitié and Kokaram 2007)."""
    source_mean, source_covariance = colour_statistics(source)
    target_mean, target_covariance = colour_statistics(target)
    floor = FLOOR * torch.eye(3, device=source.device)
    source_covariance, target_covariance = source_covariance + floor, target_covariance + floor
    root = _with_eigenvalues(source_covariance, lambda values: values.clamp(min=1e-6).sqrt())
    inverse = _with_eigenvalues(source_covariance, lambda values: values.clamp(min=1e-6).rsqrt())
    middle = _with_eigenvalues(root @ target_covariance @ root, lambda values: values.clamp(min=0).sqrt())
    matrix = inverse @ middle @ inverse
    return matrix, target_mean - (matrix @ source_mean[..., None])[..., 0]


def with_colours_of(painted: Tensor, photographs: Tensor, share: Tensor) -> Tensor:
    """Paintings with their colours led back to the photographs' by a share `[n]`; the map itself has no gradient."""
    with torch.autocast(painted.device.type, enabled=False):
        painted = painted.float()
        matrix, offset = colour_map(painted.detach(), photographs)
        samples = painted.flatten(2)
        moved = (matrix @ samples + offset[..., None]).unflatten(2, painted.shape[2:])
        return painted + share[:, None, None, None] * (moved - painted)
