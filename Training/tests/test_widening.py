from dataclasses import replace

import torch

from pastiche_training.network import Architecture, StyleNetwork
from pastiche_training.rows import Rows
from pastiche_training.trainer import Trainer
from pastiche_training.widening import can_widen, widened

NARROW = Architecture(rows=3, encoder_widths=(4, 6, 8), residual_blocks=2, decoder_widths=(6,), input_kernel=5)
WIDE = replace(NARROW, encoder_widths=(6, 9, 12), decoder_widths=(9,))


def painted(tensors, architecture):
    network = StyleNetwork(architecture)
    network.load_state_dict(tensors)
    picture = torch.rand(1, 3, 24, 20, generator=torch.Generator().manual_seed(2))
    with torch.no_grad():
        return network(picture, torch.tensor([[0.5, 0.2, 0.3]]))


def narrow_tensors(architecture=NARROW):
    torch.manual_seed(7)
    network = StyleNetwork(architecture)
    return {name: value + 0.1 * torch.randn_like(value) for name, value in network.state_dict().items()}


def test_a_wider_network_paints_the_same():
    for narrow, wide in (
        (NARROW, WIDE),
        (replace(NARROW, decoder_widths=(6, 4)), replace(WIDE, decoder_widths=(9, 8))),
        (replace(NARROW, finishing_width=2), replace(WIDE, finishing_width=2)),
    ):
        tensors = narrow_tensors(narrow)
        before, after = painted(tensors, narrow), painted(widened(tensors, wide, difference=0), wide)
        torch.testing.assert_close(before, after, atol=2e-5, rtol=0)


def test_copies_are_not_alike():
    weights = widened(narrow_tensors(), WIDE)["residual.0.conv1.weight"]
    pairs = [(one, other) for one in range(12) for other in range(one)]
    assert all(not torch.equal(weights[:, one], weights[:, other]) for one, other in pairs)


def test_only_widths_may_differ_and_none_may_shrink():
    assert can_widen(NARROW, WIDE) and can_widen(NARROW, replace(WIDE, rows=9))
    assert not can_widen(WIDE, NARROW)
    assert not can_widen(NARROW, replace(WIDE, residual_blocks=3))
    assert not can_widen(NARROW, replace(WIDE, decoder_widths=(9, 9)))
    assert not can_widen(NARROW, replace(WIDE, encoder_widths=(6, 9, 17)))


def test_training_begins_where_a_finished_network_ended(settings, session):
    first = Trainer(settings, session.rows, session.targets, session.perceptual, session.device)
    with torch.no_grad():
        for parameter in first.network.parameters():
            parameter.add_(0.1 * torch.randn(parameter.shape, generator=torch.Generator().manual_seed(3)))
    first.network.decoder.even_out()
    first.average = {name: value.clone() for name, value in first.network.state_dict().items()}
    finished = first.averaged()
    second = Trainer(settings, session.rows, session.targets, session.perceptual, session.device)
    second.begin_with(finished.state_dict(), session.rows)
    picture = torch.rand(1, 3, 32, 32, generator=torch.Generator().manual_seed(4))
    with torch.no_grad():
        for row in range(session.rows.count):
            mix = torch.zeros(1, session.rows.count)
            mix[0, row] = 1
            torch.testing.assert_close(second.averaged()(picture, mix), finished(picture, mix), atol=1e-5, rtol=0)


def test_new_styles_begin_as_the_mean_of_all():
    known = Rows(("first",), (160, 320))
    values = torch.tensor([[1.0], [3.0], [8.0]])
    rows = Rows(("second", "first"), (160, 320))
    plain = rows.expansion @ rows.taken_over(values, known)
    torch.testing.assert_close(plain, torch.tensor([[4.0], [4.0], [1.0], [3.0], [8.0]]))
    plain = rows.expansion @ rows.taken_over(values, None)
    torch.testing.assert_close(plain, torch.full((5, 1), 4.0))
