import torch

from conftest import pictures
from pastiche_training.losses import (
    StyleTargets, coherence_loss, content_loss, gram, grams, style_loss, total_variation)


def test_gram_counts_channels_that_are_active_together():
    features = torch.zeros(1, 2, 2, 2)
    features[0, 0] = torch.tensor([[1.0, 2.0], [0.0, 0.0]])
    features[0, 1] = torch.tensor([[3.0, 0.0], [0.0, 1.0]])
    assert torch.allclose(gram(features), torch.tensor([[[5 / 4, 3 / 4], [3 / 4, 10 / 4]]]))


def test_gram_knows_no_places():
    features = torch.rand(2, 5, 4, 6, generator=torch.Generator().manual_seed(1))
    assert torch.allclose(gram(features), gram(features.flip(-1)), atol=1e-6)


def test_style_loss_is_zero_for_the_style_itself_and_independent_of_contrast(perceptual):
    style = pictures(1, 64, seed=3)
    targets = StyleTargets.of_works(perceptual, [style])
    target, scale = targets.mixed(torch.tensor([[1.0, 0.0]]))
    assert style_loss(grams(perceptual(style)), target, scale).item() < 1e-8

    own = grams(perceptual(pictures(1, 64, seed=4)))
    loss = style_loss(own, target, scale)
    twice = style_loss({layer: 2 * matrix for layer, matrix in own.items()},
                       {layer: 2 * matrix for layer, matrix in target.items()},
                       {layer: 4 * value for layer, value in scale.items()})
    assert loss.item() > 1e-4
    assert torch.allclose(loss, twice)


def test_mixed_targets_lie_on_the_way(perceptual):
    targets = StyleTargets.of_works(perceptual, list(pictures(2, 64, seed=5).split(1)))
    mixed, scale = targets.mixed(torch.tensor([[0.25, 0.75, 0.0]]))
    for layer, table in targets.table.items():
        assert torch.allclose(mixed[layer][0], 0.25 * table[0] + 0.75 * table[1], atol=1e-6)
        assert torch.allclose(scale[layer][0], 0.25 * targets.scale[layer][0] + 0.75 * targets.scale[layer][1])


def test_the_photographs_share_counts_for_the_first_samples(perceptual):
    targets = StyleTargets.of_works(perceptual, [pictures(1, 64, seed=6)])
    own = grams(perceptual(pictures(1, 64, seed=7)))
    mix = torch.tensor([[0.5, 0.5], [1.0, 0.0]])
    mixed, scale = targets.mixed(mix, own)
    for layer, table in targets.table.items():
        assert torch.allclose(mixed[layer][0], 0.5 * table[0] + 0.5 * own[layer][0], atol=1e-6)
        assert torch.allclose(mixed[layer][1], table[0], atol=1e-6)
        assert scale[layer].shape == (2,)


def test_content_loss_and_total_variation():
    assert content_loss(torch.ones(2, 3, 4, 4), torch.zeros(2, 3, 4, 4)).tolist() == [1, 1]
    stripes = torch.tensor([0.0, 1.0]).repeat(4).expand(1, 3, 8, 8)
    assert total_variation(stripes).item() == 1
    assert total_variation(torch.full((1, 3, 8, 8), 0.3)).item() == 0


def test_coherence_loss_sees_only_what_both_show():
    first, second = torch.zeros(1, 3, 4, 4), torch.zeros(1, 3, 4, 4)
    second[..., 0] = 1
    inside = torch.ones(1, 1, 4, 4)
    assert coherence_loss(first, second, inside).item() == 0.25
    inside[..., 0] = 0
    assert coherence_loss(first, second, inside).item() == 0
