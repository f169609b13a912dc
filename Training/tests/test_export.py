import json

from PIL import Image
import pytest
import torch

from conftest import pictures
from pastiche_training.export import export, with_styles
from pastiche_training.network import StyleNetwork, load, load_metadata, save
from pastiche_training.rows import Rows
from pastiche_training.settings import NETWORKS, Settings
from pastiche_training.works import Work, read_works


def work(name: str) -> Work:
    return Work("main", name, name.title(), "A painter", "1900", "oil", "public domain", f"{name}.jpg")


@pytest.mark.parametrize("name", NETWORKS)
def test_a_weight_file_says_its_architecture(name, rows, tmp_path):
    torch.manual_seed(1)
    network = StyleNetwork(Settings(network=name).architecture(rows.count))
    save(network, tmp_path / "network.safetensors", rows.metadata())
    again = load(tmp_path / "network.safetensors")
    assert again.architecture == network.architecture
    picture, mix = pictures(1, 16, seed=13), rows.mix({"first": 1})[None]
    with torch.no_grad():
        assert torch.equal(again(picture, mix), network(picture, mix))


def test_a_library_paints_what_the_network_painted(settings, rows, tmp_path):
    torch.manual_seed(2)
    network = StyleNetwork(settings.architecture(rows.count))
    with torch.no_grad():
        for name, parameter in network.named_parameters():
            if parameter.ndim == 2:
                parameter.add_(0.3 * torch.randn(parameter.shape))
    photograph = pictures(1, 64, seed=14)
    difference = export(
        network, rows, [work("third"), work("first")], photograph, tmp_path, stroke=320, dtype=torch.float16)
    assert difference < 1 / 255

    catalogue = json.loads((tmp_path / "catalogue.json").read_text(encoding="utf-8"))
    library, kept = load(tmp_path / "network.safetensors"), Rows.of(
        load_metadata(tmp_path / "network.safetensors"))
    assert [style["id"] for style in catalogue["styles"]] == ["third", "first"] == list(kept.styles)
    assert library.architecture.rows == kept.count == 7
    for style in catalogue["styles"]:
        assert Image.open(tmp_path / style["swatch"]).size == (192, 192)
        for row in style["rows"]:
            mix = torch.zeros(1, kept.count)
            mix[0, row["row"]] = 1
            with torch.no_grad():
                expected = network(photograph, rows.mix({style["id"]: 1}, row["stroke"])[None])
                assert torch.allclose(library(photograph, mix), expected, atol=0.02)
    assert catalogue["original"] == [{"stroke": 320, "row": kept.original}]


def test_the_row_original_stays_when_styles_go(settings, rows):
    torch.manual_seed(3)
    network = StyleNetwork(settings.architecture(rows.count))
    with torch.no_grad():
        network.decoder.norm.gamma[rows.original] = 7
    smaller, kept = with_styles(network, rows, ("second",))
    assert (smaller.decoder.norm.gamma[kept.original] == 7).all()


def test_the_list_of_works_is_whole():
    works = read_works()
    assert len({one.id for one in works}) == len(works) and len({one.source for one in works}) == len(works)
    assert sum(one.place == "main" for one in works) >= 32 and sum(one.place == "spare" for one in works) >= 8
    assert all(one.title and one.artist and one.year and one.medium and one.licence for one in works)
    with pytest.raises(SystemExit, match="no-such-work"):
        read_works(["no-such-work"])
