"""All gamma and beta of a row as one vector, in the order of the program: gamma of all norms, then beta."""

import torch
from torch import Tensor

from ..network import StyleNetwork


def conditioned_norms(network: StyleNetwork) -> list[str]:
    """The conditioned norms in the order in which a picture passes them."""
    blocks = [f"residual.{block}.norm{half}" for block in range(len(network.residual)) for half in (1, 2)]
    tail = [name for name in ("decoder.norm", "decoder.norm1", "decoder.norm2")
            if f"{name}.gamma" in network.state_dict()]
    return blocks + tail


def row_vectors(network: StyleNetwork) -> Tensor:
    """Every row of a network, `[rows, 2 * channels]`."""
    state, norms = network.state_dict(), conditioned_norms(network)
    return torch.cat([state[f"{name}.{kind}"] for kind in ("gamma", "beta") for name in norms], 1)


def as_parameters(network: StyleNetwork, vectors: Tensor) -> dict[str, Tensor]:
    """Vectors `[n, 2 * channels]` as the gamma and beta of a network that has them for rows."""
    state, norms = network.state_dict(), conditioned_norms(network)
    names = [f"{name}.{kind}" for kind in ("gamma", "beta") for name in norms]
    parts = vectors.split([state[name].shape[1] for name in names], 1)
    return dict(zip(names, parts))


def painted(network: StyleNetwork, photographs: Tensor, vectors: Tensor) -> Tensor:
    """Photographs `[n, 3, h, w]`, each with a row of its own."""
    mix = torch.eye(len(vectors), device=vectors.device)
    return torch.func.functional_call(network, as_parameters(network, vectors), (photographs, mix))
