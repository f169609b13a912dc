"""Which row of gamma and beta paints what."""

from dataclasses import dataclass
from functools import cached_property
import json
import math

import torch
from torch import Tensor

from .network import StyleNetwork

METADATA_KEY = "rows"


@dataclass(frozen=True)
class Rows:
    """A row for every style and stroke size, style by style, and the row "original" last.

    While training, a style's rows are sums of what they share and of what each stroke size adds, so that each learns
    from the others. `latent` counts the parts; `expansion` makes rows of them. The finished network has plain rows.
    """

    styles: tuple[str, ...]
    strokes: tuple[int, ...]

    @property
    def original(self) -> int:
        return len(self.styles) * len(self.strokes)

    @property
    def count(self) -> int:
        return self.original + 1

    @property
    def latent(self) -> int:
        return len(self.styles) + self.count

    @cached_property
    def expansion(self) -> Tensor:
        """`[count, latent]`: the shared parts come first, then those of the rows."""
        matrix = torch.zeros(self.count, self.latent)
        matrix[:, len(self.styles):] = torch.eye(self.count)
        for style in range(len(self.styles)):
            matrix[style * len(self.strokes):(style + 1) * len(self.strokes), style] = 1
        return matrix

    @cached_property
    def style_of_row(self) -> Tensor:
        """`[count, styles]`: 1 where a row belongs to a style."""
        return self.expansion[:, :len(self.styles)]

    def mix(self, weights: dict[str, float], stroke: float | None = None) -> Tensor:
        """Weights of the rows `[count]` for styles at a stroke size, the middle one if none is given."""
        stroke = stroke or self.strokes[len(self.strokes) // 2]
        result = torch.zeros(self.count)
        for name, weight in weights.items():
            begin = self.styles.index(name) * len(self.strokes)
            result[begin:begin + len(self.strokes)] += weight * self.stroke_weights(stroke)
        return result

    def stroke_weights(self, stroke: float) -> Tensor:
        """The weights of a style's rows at a stroke size, by its logarithm between the two nearest."""
        sizes = [math.log(size) for size in self.strokes]
        place = min(max(math.log(stroke), sizes[0]), sizes[-1])
        result = torch.zeros(len(sizes))
        for index, (below, above) in enumerate(zip(sizes, sizes[1:])):
            if below <= place <= above:
                share = (place - below) / (above - below)
                result[index], result[index + 1] = 1 - share, share
                return result
        result[0] = 1
        return result

    @torch.no_grad()
    def begin(self, network: StyleNetwork) -> None:
        """Makes every row of a fresh network with latent rows 1 and 0."""
        for name, parameter in network.named_parameters():
            if name.endswith(".gamma") and parameter.ndim == 2:
                parameter.fill_(0)
                parameter[:len(self.styles)] = 1
                parameter[-1] = 1

    def taken_over(self, values: Tensor, rows: "Rows | None") -> Tensor:
        """Latent rows that begin as another network's plain rows, `[count, width]`; see `Trainer.begin_with`."""
        mean = values.mean(0)
        sizes = len(self.strokes)
        result = torch.zeros(self.latent, values.shape[1]).to(values)
        for index, style in enumerate(self.styles):
            result[index] = mean
            if rows and style in rows.styles and rows.strokes == self.strokes:
                begin = rows.styles.index(style) * sizes
                known = values[begin:begin + sizes]
                result[index] = known.mean(0)
                own = len(self.styles) + index * sizes
                result[own:own + sizes] = known - known.mean(0)
        result[-1] = values[rows.original] if rows else mean
        return result

    def folded(self, tensors: dict[str, Tensor]) -> dict[str, Tensor]:
        """The tensors of the network with plain rows."""
        def fold(name: str, tensor: Tensor) -> Tensor:
            conditioned = name.endswith((".gamma", ".beta")) and tensor.ndim == 2
            return self.expansion.to(tensor) @ tensor if conditioned else tensor

        return {name: fold(name, tensor.detach()) for name, tensor in tensors.items()}

    def metadata(self) -> dict[str, str]:
        """What a weight file says about its rows."""
        return {METADATA_KEY: json.dumps({"styles": self.styles, "strokes": self.strokes})}

    @staticmethod
    def of(metadata: dict[str, str]) -> "Rows":
        if METADATA_KEY not in metadata:
            raise SystemExit("the weight file does not say what its rows are; it was not made by this package")
        fields = json.loads(metadata[METADATA_KEY])
        return Rows(tuple(fields["styles"]), tuple(fields["strokes"]))
