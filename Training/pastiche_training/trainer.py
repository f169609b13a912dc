"""One network in training: a step, and what is kept between steps."""

from collections.abc import Callable
from contextlib import AbstractContextManager

import torch
from torch import Tensor

from .balance import StyleBalance
from .data import Photographs, resampled
from .losses import (
    Grams, StyleTargets, coherence_loss, content_loss, grams, style_loss, total_variation)
from .network import Architecture, StyleNetwork
from .colours import with_colours_of
from .perceptual import CONTENT_LAYER, PerceptualNetwork
from .rows import Rows
from .samples import Samples
from .settings import Settings
from .strength import mix_at
from .widening import can_widen, widened

AVERAGE_MEMORY = 0.999
GRADIENT_LIMIT = 20.0
"""Longer gradients are cut: at the beginning some are hundreds of times as long as the others, and one of them can
drive all pictures into the sigmoid's ends, where nothing is learnt any more."""
MARGIN = 1
"""Pixels at the border that twins are not compared at. No more: where the border of one lies within the other, their
difference teaches the network to paint up to the border as it does elsewhere, without a frame."""


class Seen:
    """A batch of photographs and what all networks compare with: shared, for it costs as much as a small network."""

    @torch.no_grad()
    def __init__(
        self, samples: Samples, photographs: Photographs, crop: int, features: Callable[[Tensor], dict[str, Tensor]],
        content: Callable[[Tensor], Tensor], autocast: AbstractContextManager, step: int,
    ):
        self.samples = samples
        self.photographs = photographs.cut(samples.photographs, samples.windows, crop)
        twins = samples.twin_noise.shape[0]
        self.twins = photographs.cut(samples.photographs[-twins:], samples.twin_windows, crop) if twins else None
        if twins:
            generator = torch.Generator(self.twins.device).manual_seed(step)
            noise = torch.randn(self.twins.shape, generator=generator, device=self.twins.device)
            self.twins = (self.twins + samples.twin_noise[:, None, None, None] * noise).clamp(0, 1)
        with autocast:
            self.content = content(self.photographs)
            self.grams: Grams | None = None
            if samples.partial:
                self.grams = grams(features(self.photographs[:samples.partial]))


class Trainer:
    def __init__(
        self, settings: Settings, rows: Rows, targets: StyleTargets, perceptual: PerceptualNetwork,
        device: torch.device, half: bool = False, compiled: bool = False,
    ):
        self.settings, self.rows, self.targets, self.device = settings, rows, targets, device
        self.half = half
        torch.manual_seed(settings.seed)
        self.network = StyleNetwork(settings.architecture(rows.latent))
        rows.begin(self.network)
        self.network.to(device, memory_format=torch.channels_last)
        self.paint = self.network.forward
        self.features, self.content = perceptual.forward, perceptual.content
        if compiled:
            self.paint, self.features = torch.compile(self.paint), torch.compile(self.features)
        self.average = {name: value.detach().clone() for name, value in self.network.state_dict().items()}
        self.optimiser = torch.optim.Adam(
            self.network.parameters(), lr=settings.learning_rate, fused=device.type == "cuda")
        self.balance = StyleBalance(len(rows.styles), settings.balance_limit, device)
        self.expansion, self.style_of_row = rows.expansion.to(device), rows.style_of_row.to(device)
        self.steps = 0

    @torch.no_grad()
    def begin_with(self, tensors: dict[str, Tensor], rows: Rows | None = None) -> None:
        """Takes over what fits of a finished network, which may be narrower.

        `rows` says which rows it has. Styles that it knows begin with theirs, all others with the mean of its rows.
        """
        wanted = self.settings.architecture(self.rows.latent)
        if can_widen(Architecture.of(tensors), wanted):
            tensors = widened(tensors, wanted)
        for name, parameter in self.network.named_parameters():
            value = tensors.get(name)
            if value is None:
                continue
            value = value.to(self.device, torch.float32)
            if name.endswith((".gamma", ".beta")) and parameter.ndim == 2 and value.shape[1] == parameter.shape[1]:
                parameter.copy_(self.rows.taken_over(value, rows))
            elif value.shape == parameter.shape:
                parameter.copy_(value)
        self.network.decoder.even_out()
        self.average = {name: value.detach().clone() for name, value in self.network.state_dict().items()}

    def autocast(self) -> AbstractContextManager:
        return torch.autocast(self.device.type, torch.bfloat16, enabled=self.half)

    def see(self, samples: Samples, photographs: Photographs) -> Seen:
        return Seen(
            samples.to(self.device), photographs, self.settings.crop, self.features, self.content, self.autocast(),
            self.steps)

    def losses(self, seen: Seen) -> dict[str, Tensor]:
        """All losses, unweighted, one number for each sample that has them."""
        samples, count, partial = seen.samples, len(seen.photographs), seen.samples.partial
        mix = mix_at(samples.strength, samples.styles, self.rows.original)
        photographs, painted_mix = seen.photographs, mix
        twins = seen.samples.twin_noise.shape[0]
        if seen.twins is not None:
            photographs = torch.cat([photographs, seen.twins])
            painted_mix = torch.cat([mix, mix[-twins:]])
        latent_mix = painted_mix @ self.expansion
        with self.autocast():
            everything = self.paint(photographs.contiguous(memory_format=torch.channels_last), latent_mix).float()
        painted, twin_paintings = everything[:count], everything[count:]
        losses = {}
        if partial:
            led_back = with_colours_of(
                painted[:partial], seen.photographs[:partial], 1 - samples.strength[:partial])
            painted = torch.cat([led_back, painted[partial:]])
            losses["reconstruction"] = (
                (led_back - seen.photographs[:partial]).abs().mean(dim=(1, 2, 3))
                * (1 - samples.strength[:partial]).square())
        with self.autocast():
            features = self.features(painted)
        target, scale = self.targets.mixed(mix, seen.grams)
        losses["content"] = content_loss(features[CONTENT_LAYER], seen.content)
        losses["style"] = style_loss(grams(features), target, scale)
        losses["variation"] = total_variation(painted)
        if seen.twins is not None:
            side = self.settings.crop
            shifted = resampled(everything[count - twins:count], samples.twin_scale, samples.twin_offset, side)
            losses["coherence"] = coherence_loss(twin_paintings, shifted, inside_twins(samples, side))
        return losses

    def step(self, seen: Seen, learning_rate: float) -> dict[str, Tensor]:
        """Learns from a batch; returns the mean of each loss, on the device."""
        settings = self.settings
        losses = self.losses(seen)
        mix = mix_at(seen.samples.strength, seen.samples.styles, self.rows.original)
        shares = mix @ self.style_of_row
        factors = shares @ self.balance.factors() + mix[:, self.rows.original]
        total = (
            losses["content"] + settings.style_weight * factors * losses["style"]
            + settings.total_variation_weight * losses["variation"]).mean()
        if "reconstruction" in losses:
            total = total + settings.reconstruction_weight * losses["reconstruction"].sum() / len(mix)
        if "coherence" in losses and settings.coherence_weight:
            total = total + settings.coherence_weight * losses["coherence"].mean()
        self.balance.update(shares, losses["content"].detach())
        for group in self.optimiser.param_groups:
            group["lr"] = learning_rate
        self.optimiser.zero_grad(set_to_none=True)
        total.backward()
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), GRADIENT_LIMIT)
        self.optimiser.step()
        self.network.decoder.even_out()
        self.steps += 1
        self._remember()
        return {name: values.detach().mean() for name, values in losses.items()} | {"total": total.detach()}

    @torch.no_grad()
    def _remember(self) -> None:
        memory = min(AVERAGE_MEMORY, (1 + self.steps) / (10 + self.steps))
        values = list(self.network.state_dict().values())
        torch._foreach_lerp_(list(self.average.values()), values, 1 - memory)

    def averaged(self) -> StyleNetwork:
        """The running mean of the network, with plain rows: what is kept in the end."""
        network = StyleNetwork(self.settings.architecture(self.rows.count))
        network.load_state_dict({name: value.cpu() for name, value in self.rows.folded(self.average).items()})
        return network.to(self.device).eval()

    def state(self) -> dict:
        return {
            "settings": self.settings.as_dictionary(), "steps": self.steps, "network": self.network.state_dict(),
            "average": self.average, "optimiser": self.optimiser.state_dict(), "balance": self.balance.state()}

    def restore(self, state: dict) -> None:
        self.steps = state["steps"]
        self.network.load_state_dict(state["network"])
        self.average = {name: value.to(self.device, torch.float32) for name, value in state["average"].items()}
        self.optimiser.load_state_dict(state["optimiser"])
        self.balance.restore(state["balance"])


def inside_twins(samples: Samples, side: int) -> Tensor:
    """1 where a twin shows what its sample shows too, well within both, `[twins, 1, side, side]`."""
    places = (torch.arange(side, device=samples.twin_scale.device) + 0.5) * 2 / side - 1
    limit = 1 - 2 * MARGIN / side
    across = places * samples.twin_scale[:, :1] + samples.twin_offset[:, :1]
    down = places * samples.twin_scale[:, 1:] + samples.twin_offset[:, 1:]
    inside_across = (across.abs() <= limit) & (places.abs() <= limit)
    inside_down = (down.abs() <= limit) & (places.abs() <= limit)
    return (inside_across[:, None, :] & inside_down[:, :, None]).float()[:, None]
