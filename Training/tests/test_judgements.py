import pytest
import torch

from conftest import pictures
from pastiche_training.compare import grid_pattern
from pastiche_training.judgements.content_and_style import judge_content_and_style, optimised
from pastiche_training.judgements.judge import Judge, broken_steps, table
from pastiche_training.judgements.mixing import judge_mixing
from pastiche_training.judgements.stability import camera_shift, change
from pastiche_training.judgements.strength import judge_strength, measured_way
from pastiche_training.judgements.strokes import judge_strokes, mean_frequency
from pastiche_training.network import StyleNetwork


@pytest.fixture
def judge(settings, session) -> Judge:
    torch.manual_seed(6)
    network = StyleNetwork(settings.architecture(session.rows.count))
    return Judge(network, session.rows, session.perceptual, session.targets, pictures(2, 32, seed=15), session.device)


def test_steps_the_wrong_way_are_counted():
    assert broken_steps(torch.tensor([0.0, 1.0, 0.5, 2.0, 2.0]), rising=True) == 1
    assert broken_steps(torch.tensor([3.0, 1.0, 1.5, 2.0]), rising=False) == 2


def test_a_table_is_markdown():
    assert table(["a", "b"], [["x", "1"]]) == ["| a | b |", "|---|---:|", "| x | 1 |"]


@pytest.mark.parametrize("shift", [(0, 0), (3, -5), (-7, 2)])
def test_a_camera_shift_is_found_and_undone(shift):
    scene = torch.nn.functional.interpolate(
        torch.rand(1, 3, 40, 40, generator=torch.Generator().manual_seed(16)), size=(120, 120), mode="bilinear")
    first = scene[..., 20:84, 20:100]
    second = scene[..., 20 - shift[0]:84 - shift[0], 20 - shift[1]:100 - shift[1]]
    assert camera_shift(first, second) == shift
    assert change(first, second, shift) == 0
    assert shift == (0, 0) or change(first, second, (0, 0)) > 0.01


def test_finer_stripes_have_a_higher_frequency():
    columns = torch.arange(64.0)
    stripes = torch.stack([
        (0.5 + 0.5 * torch.sin(2 * torch.pi * columns * frequency)).expand(3, 64, 64) for frequency in (0.05, 0.2)])
    coarse, fine = mean_frequency(stripes).tolist()
    assert coarse == pytest.approx(0.05, abs=0.02) and fine == pytest.approx(0.2, abs=0.02)


def test_a_pattern_on_the_grid_is_seen():
    flat = torch.full((1, 3, 32, 32), 0.5)
    pattern = flat.clone()
    pattern[..., ::4, ::4] = 0.7
    assert grid_pattern(flat) == pytest.approx(0, abs=1e-4)
    assert grid_pattern(pattern) > 5


def test_optimising_the_picture_lowers_the_loss(judge):
    mixes = judge.single_styles()[:1]

    def total(picture: torch.Tensor) -> float:
        content, matrices = judge.measure(picture, judge.photographs[:1])
        return float(content + 4 * judge.style_distance(matrices, mixes))

    photograph = judge.photographs[:1]
    assert total(optimised(judge, photograph, mixes, 4, 20)) < total(photograph)


def test_the_way_of_strength_begins_at_the_photograph_and_ends_at_the_painting(judge):
    way = measured_way(judge, "second", photographs=2, ends=0.8)
    assert way.exact and way.content[0] == pytest.approx(0, abs=1e-6)
    content, style = judge.content_and_style(judge.single_styles()[1:2])
    assert way.content[-1] == pytest.approx(float(content[0]), rel=1e-3)
    assert way.style[-1] == pytest.approx(float(style[0]), rel=1e-3)


def test_every_judgement_has_something_to_say(judge):
    assert "3 pairs" in judge_content_and_style(judge, 4.0, pairs=3, iterations=2)[-1]
    assert "of 40 steps" in judge_mixing(judge, pairs=2, photographs=1)[0]
    assert judge_strength(judge, 1)[-1].endswith("| yes |")
    assert "of 12 steps" in judge_strokes(judge, 1)[-1]
