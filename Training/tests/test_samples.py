from dataclasses import replace

import torch

from pastiche_training.data import resampled
from pastiche_training.samples import samples
from pastiche_training.trainer import inside_twins


def drawn(settings, rows, step):
    return samples(settings, rows, photographs=10, side=68, step=step)


def test_a_step_draws_the_same_every_time_and_each_step_another(settings, rows):
    first, again, other = drawn(settings, rows, 3), drawn(settings, rows, 3), drawn(settings, rows, 4)
    assert torch.equal(first.styles, again.styles) and torch.equal(first.windows.centre, again.windows.centre)
    assert not torch.equal(first.windows.centre, other.windows.centre)


def test_weights_are_mixes_of_styles(settings, rows):
    for step in range(20):
        batch = drawn(settings, rows, step)
        assert torch.allclose(batch.styles.sum(1), torch.ones(settings.batch), atol=1e-5)
        assert (batch.styles >= 0).all() and (batch.styles[:, rows.original] == 0).all()
        assert (batch.strength[batch.partial:] == 1).all()
        assert ((batch.strength >= 0) & (batch.strength <= 1)).all()


def test_every_row_has_its_turn(settings, rows):
    plain = replace(settings, mix_share=0.0, between_share=0.0, batch=9)
    for step in range(3):
        assert torch.equal(drawn(plain, rows, step).styles.sum(0)[:rows.original], torch.ones(rows.original))


def test_windows_stay_in_the_photograph(settings, rows):
    for step in range(20):
        windows = drawn(settings, rows, step).windows
        assert (windows.centre.abs() + windows.half[:, None] <= 1 + 1e-6).all()


def test_a_twin_shows_what_its_sample_shows_at_the_place_it_says(settings, rows, session):
    several = replace(settings, batch=8, twin_share=0.75, strength_share=0.25)
    seen_mirrored = False
    for step in range(4):
        batch = drawn(several, rows, step)
        numbers = batch.photographs % len(session.photographs)
        count = len(batch.twin_noise)
        whole = session.photographs.cut(numbers, batch.windows, several.crop)[-count:]
        twins = session.photographs.cut(numbers[-count:], batch.twin_windows, several.crop)
        moved = resampled(whole, batch.twin_scale, batch.twin_offset, several.crop)
        inside = inside_twins(batch, several.crop)
        assert inside.sum() > 0
        unscaled = batch.twin_scale[:, 0] == 1
        difference = (moved - twins).abs() * inside
        assert difference[unscaled].amax() < 1e-4
        assert difference.amax() < 0.02
        seen_mirrored = seen_mirrored or bool((batch.windows.mirror[-count:] < 0).any())
    assert seen_mirrored
