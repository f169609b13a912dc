import torch

from conftest import pictures
from pastiche_training.colours import colour_statistics, with_colours_of
from pastiche_training.network import StyleNetwork
from pastiche_training.strength import mix_at, painted_at, painting_share


def test_colours_are_led_back():
    painted, photographs = pictures(2, 32, seed=9), 0.2 + 0.5 * pictures(2, 32, seed=10)
    moved = with_colours_of(painted, photographs, torch.ones(2))
    for ours, theirs in zip(colour_statistics(moved), colour_statistics(photographs)):
        assert torch.allclose(ours, theirs, atol=3e-3)
    assert torch.equal(with_colours_of(painted, photographs, torch.zeros(2)), painted)


def test_a_picture_of_one_colour_is_safe():
    flat = torch.full((1, 3, 16, 16), 0.5, requires_grad=True)
    moved = with_colours_of(flat, pictures(1, 16, seed=11), torch.ones(1))
    moved.sum().backward()
    assert moved.isfinite().all() and flat.grad.isfinite().all()


def test_weights_go_straight_from_the_original_to_the_mix(rows):
    mix = rows.mix({"second": 1})[None].repeat(3, 1)
    weights = mix_at(torch.tensor([0.0, 0.25, 1.0]), mix, rows.original)
    assert weights[:, rows.original].tolist() == [1, 0.75, 0]
    assert torch.allclose(weights.sum(1), torch.ones(3))


def test_strength_0_is_the_photograph_and_1_the_painting(settings, rows):
    torch.manual_seed(4)
    network = StyleNetwork(settings.architecture(rows.count))
    photograph, mix = pictures(1, 32, seed=12), rows.mix({"first": 1})[None]
    assert torch.equal(painted_at(network, photograph, mix, torch.zeros(1), rows.original), photograph)
    with torch.no_grad():
        painting = network(photograph, mix)
    assert torch.allclose(painted_at(network, photograph, mix, torch.ones(1), rows.original), painting, atol=1e-6)


def test_the_paintings_share_rises_from_0_to_1():
    share = painting_share(torch.linspace(0, 1, 21))
    assert share[0] == 0 and (share[-4:] == 1).all() and (share.diff() >= 0).all()
