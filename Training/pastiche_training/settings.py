"""What a training is made of."""

from dataclasses import asdict, dataclass

from .network import Architecture

NETWORKS: dict[str, dict] = {
    "wide": dict(encoder_widths=(32, 64, 128), decoder_widths=(64,)),
    "wide-3-blocks": dict(encoder_widths=(32, 64, 128), decoder_widths=(64,), residual_blocks=3),
    "wide-finished": dict(encoder_widths=(32, 64, 128), decoder_widths=(64,), finishing_width=8),
    "wide-upsampled": dict(encoder_widths=(32, 64, 128), decoder_widths=(64, 32)),
    "wide-9x9": dict(encoder_widths=(32, 64, 128), decoder_widths=(64, 32), output_kernel=9),
    "medium": dict(encoder_widths=(24, 48, 96), decoder_widths=(48,)),
    "small": dict(encoder_widths=(16, 32, 64), decoder_widths=(32,)),
    "small-finished": dict(encoder_widths=(16, 32, 64), decoder_widths=(32,), finishing_width=8),
    "small-upsampled": dict(encoder_widths=(16, 32, 64), decoder_widths=(32, 16)),
    "small-9x9": dict(encoder_widths=(16, 32, 64), decoder_widths=(32, 16), output_kernel=9),
}
"""Networks by name. A pixel shuffle makes the picture unless the name says otherwise: "finished" has a 3x3
convolution after it, "upsampled" a second upsampling before its 3x3, "9x9" the classical last convolution."""


WEIGHTS = ("learning_rate", "style_weight", "balance_limit", "total_variation_weight", "reconstruction_weight",
           "coherence_weight")
"""Settings that may differ between networks that learn from the same batches, and are numbers."""


@dataclass(frozen=True)
class Settings:
    """Everything that the result depends on beside the data and the time."""

    network: str = "wide"
    styles: tuple[str, ...] = ()
    strokes: tuple[int, ...] = (160, 320, 640)
    crop: int = 256
    batch: int = 16
    learning_rate: float = 2e-3
    seed: int = 1

    style_weight: float = 4.0
    """Against 1 for the content."""
    balance_limit: float = 3.0
    """By how much the balance may strengthen or weaken a style."""
    total_variation_weight: float = 2.0
    reconstruction_weight: float = 10.0
    """For the mean absolute difference from the photograph at strength 0."""
    coherence_weight: float = 100.0

    mix_share: float = 0.25
    """Samples that are a mix of two to four styles."""
    between_share: float = 0.25
    """Samples with a stroke size between two rows."""
    strength_share: float = 0.2
    """Samples between the photograph and the mix."""
    twin_share: float = 0.25
    """Samples that are painted a second time, shifted, scaled and with noise."""

    def architecture(self, rows: int) -> Architecture:
        return Architecture(rows=rows, **NETWORKS[self.network])

    def as_dictionary(self) -> dict:
        return asdict(self)

    @staticmethod
    def of(fields: dict) -> "Settings":
        return Settings(**{name: tuple(value) if isinstance(value, list) else value for name, value in fields.items()})
