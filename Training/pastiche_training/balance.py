"""The balance between styles: none may dissolve the photographs, none stay faint."""

import torch
from torch import Tensor

MEMORY = 0.99


class StyleBalance:
    """Factors for the style loss of each style, from the content loss that it causes in the running mean.

    A style that keeps less of the photographs than the others do is weakened in proportion, one that keeps more is
    strengthened, both within a limit.
    """

    def __init__(self, styles: int, limit: float, device: torch.device):
        self.limit = limit
        self.content = torch.zeros(styles, device=device)
        self.seen = torch.zeros(styles, device=device)

    @torch.no_grad()
    def update(self, shares: Tensor, content: Tensor) -> None:
        """`shares` of the styles in samples `[n, styles]`, and the content losses `[n]`."""
        self.content.mul_(MEMORY).add_(shares.T @ content)
        self.seen.mul_(MEMORY).add_(shares.sum(0))

    def factors(self) -> Tensor:
        """One for each style; 1 for styles not yet seen."""
        mean = self.content.sum() / self.seen.sum().clamp(min=1e-6)
        own = torch.where(self.seen > 1e-3, self.content / self.seen.clamp(min=1e-3), mean)
        factors = (mean / own.clamp(min=1e-6)).clamp(1 / self.limit, self.limit)
        return torch.where(mean > 0, factors, torch.ones_like(factors))

    def state(self) -> dict[str, Tensor]:
        return {"content": self.content, "seen": self.seen}

    def restore(self, state: dict[str, Tensor]) -> None:
        self.content.copy_(state["content"])
        self.seen.copy_(state["seen"])
