import torch
from torch import nn

from pastiche_training.network import Architecture, StyleNetwork
from pastiche_training.samples import samples
from pastiche_training.trainer import Trainer

SHUFFLING = Architecture(rows=2, encoder_widths=(4, 6, 8), residual_blocks=1, decoder_widths=(6,))


def unevenness(decoder: nn.Module) -> float:
    """How far the four pixels of a shuffle are apart where the features are the same everywhere."""
    features = torch.rand(1, decoder.output.weight.shape[1], 1, 1, generator=torch.Generator().manual_seed(1))
    with torch.no_grad():
        pixels = decoder.output(features.expand(-1, -1, 5, 5)).unflatten(1, (-1, 4))
    return float((pixels - pixels.mean(2, keepdim=True)).abs().max())


def scattered(architecture: Architecture) -> StyleNetwork:
    torch.manual_seed(6)
    network = StyleNetwork(architecture)
    with torch.no_grad():
        for parameter in network.parameters():
            parameter.add_(0.2 * torch.randn_like(parameter))
    return network


def test_even_shuffles_leave_flat_areas_flat():
    decoder = scattered(SHUFFLING).decoder
    assert unevenness(decoder) > 0.05
    changes_before = decoder.output.weight - decoder.output.weight.mean(dim=(2, 3), keepdim=True)
    decoder.even_out()
    assert unevenness(decoder) < 1e-5
    changes = decoder.output.weight - decoder.output.weight.mean(dim=(2, 3), keepdim=True)
    torch.testing.assert_close(changes, changes_before)
    again = decoder.output.weight.clone()
    decoder.even_out()
    torch.testing.assert_close(decoder.output.weight.data, again)


def test_training_keeps_them_even(settings, session):
    trainer = Trainer(settings, session.rows, session.targets, session.perceptual, session.device)
    for _ in range(3):
        drawn = samples(settings, session.rows, len(session.photographs), 68, trainer.steps)
        trainer.step(trainer.see(drawn, session.photographs), 1e-3)
    assert unevenness(trainer.network.decoder) < 1e-5
    assert unevenness(trainer.averaged().decoder) < 1e-5


def test_two_upsamplings_have_nothing_to_even_out():
    network = scattered(Architecture(rows=2, encoder_widths=(4, 6, 8), residual_blocks=1, decoder_widths=(6, 4)))
    before = {name: value.clone() for name, value in network.state_dict().items()}
    network.decoder.even_out()
    assert all(torch.equal(value, before[name]) for name, value in network.state_dict().items())
