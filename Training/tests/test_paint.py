import struct
import sys
import zlib

import numpy
from PIL import Image
import pytest
import torch

from conftest import pictures
from pastiche_training import paint as script
from pastiche_training.colours import colour_statistics
from pastiche_training.network import StyleNetwork, save
from pastiche_training.oklab import oklab, shown, with_colours_by_place
from pastiche_training.paint import Afterwards, faded, paint, write_png
from pastiche_training.strength import painted_at

METADATA = {"format": "pastiche-baked-network", "version": "1", "mix": "first=1", "strength": "1"}


def two_rows(settings) -> StyleNetwork:
    """A network whose rows paint differently."""
    torch.manual_seed(6)
    network = StyleNetwork(settings.architecture(2)).eval()
    with torch.no_grad():
        for parameter in network.parameters():
            if parameter.ndim == 2:
                parameter.add_(0.3 * torch.randn(parameter.shape))
    return network


def baked(network: StyleNetwork, weights: torch.Tensor) -> StyleNetwork:
    """The network with a mix of its rows as the only one, as the program bakes it."""
    tensors = {
        name: weights[None] @ tensor if name.endswith((".gamma", ".beta")) and tensor.ndim == 2 else tensor
        for name, tensor in network.state_dict().items()}
    single = StyleNetwork(network.architecture.__class__.of(tensors)).eval()
    single.load_state_dict(tensors)
    return single


@pytest.mark.parametrize("strength", [0.3, 0.9, 1.0, 1.5])
def test_a_baked_row_paints_what_the_mix_paints(settings, strength):
    network, photograph = two_rows(settings), pictures(1, 30, seed=21)
    single = baked(network, torch.tensor([strength, 1 - strength]))
    expected = painted_at(network, photograph, torch.tensor([[1.0, 0.0]]), torch.tensor([strength]), 1)
    assert torch.allclose(paint(single, photograph, Afterwards(strength)), expected, atol=1e-5)


def test_oklab_and_back():
    picture = pictures(1, 20, seed=22)
    assert torch.allclose(shown(oklab(picture)).float(), picture, atol=1e-4)
    white = oklab(torch.ones(1, 3, 1, 1))[0, :, 0, 0]
    assert torch.allclose(white, torch.tensor([1.0, 0, 0], dtype=torch.float64), atol=1e-6)


def test_colours_by_place_keep_the_lightness():
    painted, photograph = pictures(1, 24, seed=23), 0.2 + 0.6 * pictures(1, 24, seed=24)
    result = with_colours_by_place(painted, photograph, 1.0)
    assert ((result >= 0) & (result <= 1)).all()
    assert torch.allclose(oklab(result)[:, 0], oklab(painted)[:, 0], atol=5e-3)
    assert torch.allclose(with_colours_by_place(painted, photograph, 0.0), painted, atol=1e-4)


def test_overall_colours_are_near_the_photographs(settings):
    single, photograph = baked(two_rows(settings), torch.tensor([1.0, 0.0])), 0.2 + 0.6 * pictures(1, 32, seed=25)
    plain, kept = paint(single, photograph), paint(single, photograph, Afterwards(1.0, 1.0, "overall"))
    wanted = colour_statistics(photograph)[0]
    assert (colour_statistics(kept)[0] - wanted).norm() < 0.3 * (colour_statistics(plain)[0] - wanted).norm() + 0.01


def test_fading_leads_back_into_the_range():
    colours = torch.tensor([1.2, 0.4, -0.4]).reshape(1, 3, 1, 1)
    result = faded(colours, 1.0)
    assert result.min() >= -1e-6 and result.max() <= 1 + 1e-6
    assert torch.allclose(faded(colours, 0.0), colours)


def test_the_script_writes_sixteen_bits(settings, tmp_path, monkeypatch):
    single = baked(two_rows(settings), torch.tensor([1.0, 0.0]))
    save(single, tmp_path / "net.safetensors", METADATA)
    picture = (pictures(1, 24, seed=26)[0].permute(1, 2, 0).numpy() * 255).astype(numpy.uint8)
    Image.fromarray(picture).save(tmp_path / "photo.png")
    arguments = ["paint", str(tmp_path / "net.safetensors"), str(tmp_path / "photo.png"), "-o", str(tmp_path / "out.png")]
    monkeypatch.setattr(sys, "argv", arguments)
    script.main()
    photograph = torch.from_numpy(picture).permute(2, 0, 1)[None].float() / 255
    samples = sixteen_bits((tmp_path / "out.png").read_bytes())
    assert abs(samples - paint(single, photograph)[0].permute(1, 2, 0).numpy()).max() < 1e-4


def sixteen_bits(png: bytes) -> numpy.ndarray:
    """The samples of a PNG that `write_png` wrote, `[h, w, 3]` in 0...1."""
    width, height, depth = struct.unpack(">IIB", png[16:25])
    assert depth == 16
    begin = png.index(b"IDAT")
    (length,) = struct.unpack(">I", png[begin - 4:begin])
    rows = numpy.frombuffer(zlib.decompress(png[begin + 4:begin + 4 + length]), numpy.uint8).reshape(height, -1)
    assert not rows[:, 0].any()
    return rows[:, 1:].copy().view(">u2").reshape(height, width, 3) / 65535


def test_a_png_reads_back(tmp_path):
    picture = pictures(1, 9, seed=27)[0]
    write_png(picture, tmp_path / "a.png")
    assert Image.open(tmp_path / "a.png").size == (9, 9)
    assert abs(sixteen_bits((tmp_path / "a.png").read_bytes()) - picture.permute(1, 2, 0).numpy()).max() < 1e-5


@pytest.mark.parametrize("metadata", [{}, {"format": "other"}, {**METADATA, "version": "2"}])
def test_foreign_files_are_refused(metadata, tmp_path):
    with pytest.raises(SystemExit, match="net.safetensors"):
        Afterwards.of(metadata, tmp_path / "net.safetensors")
