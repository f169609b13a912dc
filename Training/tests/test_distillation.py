"""The small perceptual network: its file, its lessons, and that it learns."""

import argparse

import torch

from conftest import random_perceptual_network

from pastiche_training.data import Photographs
from pastiche_training.distillation.distil import Distiller
from pastiche_training.distillation.judge import agreement, grams_of
from pastiche_training.distillation.losses import style_gradients
from pastiche_training.distillation.pictures import batch, paintings
from pastiche_training.distillation.pruning import begin_pruned, chosen_channels, combinations
from pastiche_training.distillation.student import HEADS, WIDTHS, Student, load_student, save_student
from pastiche_training.perceptual import STYLE_LAYERS

THIN = {name: 8 for name in WIDTHS}


def squares(count: int, side: int) -> Photographs:
    generator = torch.Generator().manual_seed(3)
    coarse = torch.randint(0, 256, (count, 3, 6, 6), generator=generator).float()
    return Photographs(torch.nn.functional.interpolate(coarse, side, mode="bilinear").byte())


class Thin(Student):
    """A student of the thin perceptual network that tests have."""

    def __init__(self):
        super().__init__({
            "conv1_1": 3, "conv1_2": 3, "conv2_1": 5, "conv2_2": 5, "conv3_1": 7, "conv3_2": 8, "conv3_3": 8,
            "conv4_1": 8})
        channels = {"relu1_1": 4, "relu2_1": 6, "relu3_1": 8, "relu4_1": 10}
        for name in HEADS:
            self.heads[name] = torch.nn.Conv2d(self.widths[name.replace("relu", "conv")], channels[name], 1, bias=False)


def test_file_holds_the_style_layers_in_sixteen_bits(tmp_path):
    torch.manual_seed(1)
    student, path = Student(THIN), tmp_path / "perceptual.safetensors"
    save_student(student, path, {})
    read = load_student(path)
    pictures = torch.rand(1, 3, 32, 32)
    for name, features in student(pictures).items():
        assert torch.allclose(features, read(pictures)[name], atol=0.02 * float(features.abs().max()))


def test_shipped_widths_fit_into_the_file_they_may_take():
    assert sum(parameter.numel() for parameter in Student().parameters()) * 2 < 4 * 2**20
    assert all(width % 16 == 0 for width in WIDTHS.values())


def test_every_fifth_painting_is_held_out(tmp_path):
    for index in range(12):
        (tmp_path / f"{index:02d}.jpg").touch()
    learnt, held_out = paintings(tmp_path)
    assert [path.stem for path in held_out] == ["00", "05", "10"]
    assert not set(learnt) & set(held_out) and len(learnt) == 9


def test_batches_are_the_same_for_a_step_and_stay_within_samples():
    def made(seed: int) -> torch.Tensor:
        return batch(squares(4, 64), squares(3, 64), 6, 32, torch.Generator().manual_seed(seed))

    first = made(7)
    assert torch.equal(first, made(7)) and not torch.equal(first, made(8))
    assert first.shape == (6, 3, 32, 32) and 0 <= float(first.min()) and float(first.max()) <= 1


def test_gradient_of_a_style_loss_is_that_of_the_sum_by_hand():
    large = random_perceptual_network()
    pictures = torch.rand(1, 3, 16, 16, generator=torch.Generator().manual_seed(2)).requires_grad_()
    target = grams_of(large, torch.rand(1, 3, 16, 16, generator=torch.Generator().manual_seed(3)))
    gradient = style_gradients(pictures, large(pictures), target, False)["relu1_1"]
    step = 1e-3 * gradient / gradient.norm()

    def loss(at: torch.Tensor) -> float:
        difference = grams_of(large, at.detach())["relu1_1"] - target["relu1_1"]
        return float(difference.square().sum() / target["relu1_1"].square().sum())

    measured = (loss(pictures + step) - loss(pictures - step)) / 2e-3
    assert abs(measured - float(gradient.norm())) < 0.02 * float(gradient.norm())


def test_learns_features_and_gradients():
    large = random_perceptual_network()
    distiller = Distiller(large, torch.device("cpu"), 3e-3, False, Thin)
    photographs, painted = squares(4, 64), squares(3, 64)
    said = []
    for step in range(48):
        pictures = batch(photographs, painted, 4, 32, torch.Generator().manual_seed(step))
        lesson = distiller.lesson(pictures, step >= 24)
        if step == 0:
            distiller.begin(pictures)
        said.append(distiller.step(lesson, 3e-3))
    assert sum(each["features"] for each in said[-8:]) < 0.8 * sum(each["features"] for each in said[:8])
    seen = [name for each in said[24:] for name in each if name.startswith("cosine")]
    assert set(seen) == {f"cosine {name}" for name in STYLE_LAYERS}

    restored = Distiller(large, torch.device("cpu"), 3e-3, False, Thin)
    restored.restore(distiller.state())
    lesson = distiller.lesson(batch(photographs, painted, 4, 32, torch.Generator().manual_seed(99)), False)
    assert restored.step(lesson, 1e-3) == distiller.step(lesson, 1e-3)


def test_agreement_with_itself_is_whole():
    large = random_perceptual_network()
    pictures = torch.rand(2, 3, 32, 32, generator=torch.Generator().manual_seed(5))
    styles = torch.rand(2, 3, 32, 32, generator=torch.Generator().manual_seed(6))
    lines = agreement(large, large, {"pictures": pictures}, styles)
    assert lines[2].split("|")[2:6] == [" 1.000 "] * 4


def test_begins_with_the_large_network_where_it_is_as_wide():
    large = random_perceptual_network()
    widths = {"conv1_1": 4, "conv1_2": 4, "conv2_1": 6, "conv2_2": 6, "conv3_1": 8, "conv3_2": 4, "conv3_3": 4,
              "conv4_1": 4}
    student = Student(widths)
    for name, channels in {"relu1_1": 4, "relu2_1": 6, "relu3_1": 8, "relu4_1": 10}.items():
        student.heads[name] = torch.nn.Conv2d(widths[name.replace("relu", "conv")], channels, 1, bias=False)
    pictures = torch.rand(2, 3, 32, 32, generator=torch.Generator().manual_seed(8))
    begin_pruned(student, large, pictures)
    wanted = large(pictures)
    for name in ("relu1_1", "relu2_1", "relu3_1"):
        assert torch.allclose(student(pictures)[name], wanted[name], atol=1e-3)


def test_channels_that_follow_from_others_are_not_kept():
    generator = torch.Generator().manual_seed(9)
    first = torch.rand(200, 2, generator=generator).double()
    features = torch.stack([first[:, 0], 0.5 * first[:, 0], first[:, 1], first[:, 0] + first[:, 1]], 1)
    moments = features.T @ features / 200
    chosen = chosen_channels(moments, 2)
    assert torch.allclose(features[:, chosen] @ combinations(moments, chosen).T, features, atol=1e-3)
