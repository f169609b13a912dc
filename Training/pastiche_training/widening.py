"""Makes a network wider without changing what it paints, so that it need not be trained anew.

After Chen et al. 2015, "Net2Net": new channels are copies of old ones, and whoever reads them divides by the number of
copies. An instance norm treats every channel alone, so it leaves copies alike.
"""

from collections.abc import Mapping

import torch
from torch import Tensor

from .network import Architecture

DIFFERENCE = 0.25
"""How far copies are apart, relative to the weights: what is the same in all learns the same for ever."""


def can_widen(old: Architecture, new: Architecture) -> bool:
    """Whether the networks differ in nothing but widths, of which no new one is smaller."""
    if len(old.decoder_widths) != len(new.decoder_widths) or old.finishing_width != new.finishing_width:
        return False
    alike = (old.residual_blocks, old.input_kernel, old.output_kernel) == (
        new.residual_blocks, new.input_kernel, new.output_kernel)
    widths = zip(old.encoder_widths + old.decoder_widths, new.encoder_widths + new.decoder_widths)
    return alike and all(before <= after <= 2 * before for before, after in widths)


def widened(
    tensors: Mapping[str, Tensor], new: Architecture, seed: int = 1, difference: float = DIFFERENCE
) -> dict[str, Tensor]:
    """The tensors of a finished network with the widths of another one that `can_widen` allows."""
    old = Architecture.of(tensors)
    generator = torch.Generator().manual_seed(seed)

    def channels(before: int, after: int) -> Tensor:
        """For every new channel, the old one that it copies."""
        copied = torch.randperm(before, generator=generator)[:after - before]
        return torch.cat([torch.arange(before), copied])

    first, second, third = (channels(*pair) for pair in zip(old.encoder_widths, new.encoder_widths))
    decoder = [channels(*pair) for pair in zip(old.decoder_widths, new.decoder_widths)]
    picture = torch.arange(3)
    last = torch.arange(tensors["decoder.output.weight"].shape[0])
    path = {"encoder.conv1": (picture, first), "encoder.conv2": (first, second), "encoder.conv3": (second, third),
            "decoder.upsample": (third, decoder[0]), "decoder.upsample1": (third, decoder[0]),
            "decoder.upsample2": (decoder[0], decoder[-1]), "decoder.output": (decoder[-1], last),
            "decoder.finish": (torch.arange(old.finishing_width), picture)}
    norms = {"encoder.norm1": first, "encoder.norm2": second, "encoder.norm3": third, "decoder.norm": decoder[0],
             "decoder.norm1": decoder[0], "decoder.norm2": decoder[-1]}

    def wide(name: str, value: Tensor) -> Tensor:
        layer, kind = name.rsplit(".", 1)
        if kind in ("gamma", "beta"):
            return value[..., norms.get(layer, third)]
        inputs, outputs = path.get(layer, (third, third))
        if kind == "bias":
            return value[outputs]
        copies = torch.bincount(inputs)[inputs]
        changed = value[outputs][:, inputs] / copies[None, :, None, None]
        apart = difference * (copies > 1)[None, :, None, None].float()
        return changed * (1 + apart * torch.randn(changed.shape, generator=generator))

    return {name: wide(name, value.float()).contiguous() for name, value in tensors.items()}
