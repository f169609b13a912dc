import json
import math

import pytest
import torch

from conftest import pictures
from pastiche_training.network import StyleNetwork
from pastiche_training.rows import Rows


def test_plain_rows_paint_what_the_parts_painted(settings, rows):
    torch.manual_seed(2)
    parts = StyleNetwork(settings.architecture(rows.latent))
    rows.begin(parts)
    with torch.no_grad():
        for name, parameter in parts.named_parameters():
            if parameter.ndim == 2 and name.endswith((".gamma", ".beta")):
                parameter.add_(0.2 * torch.randn(parameter.shape))
    plain = StyleNetwork(settings.architecture(rows.count))
    plain.load_state_dict(rows.folded(parts.state_dict()))
    mix = rows.mix({"first": 0.3, "third": 0.7}, 200)[None]
    picture = pictures(1, 32, seed=8)
    with torch.no_grad():
        assert torch.allclose(plain(picture, mix), parts(picture, mix @ rows.expansion), atol=1e-5)


def test_stroke_sizes_between_rows_go_by_the_logarithm(rows):
    assert torch.equal(rows.stroke_weights(320), torch.tensor([0.0, 1.0, 0.0]))
    assert torch.allclose(rows.stroke_weights(160 * math.sqrt(2)), torch.tensor([0.5, 0.5, 0.0]))
    assert torch.equal(rows.stroke_weights(20), torch.tensor([1.0, 0.0, 0.0]))
    assert torch.equal(rows.stroke_weights(9000), torch.tensor([0.0, 0.0, 1.0]))


def test_a_file_says_what_its_rows_are(rows):
    assert Rows.of(rows.metadata()) == rows
    assert json.loads(rows.metadata()["rows"])["styles"] == ["first", "second", "third"]
    with pytest.raises(SystemExit, match="does not say"):
        Rows.of({})
