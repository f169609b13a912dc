import pytest

from pastiche_training.compare import file_name, variant
from pastiche_training.settings import NETWORKS, Settings


def test_a_variant_differs_where_its_name_says():
    base = Settings(network="small", style_weight=4)
    assert variant(base, "wide") == Settings(network="wide", style_weight=4)
    changed = variant(base, "medium:coherence_weight=0:style_weight=3.5")
    assert changed == Settings(network="medium", coherence_weight=0, style_weight=3.5)
    assert file_name("wide:coherence_weight=0") == "wide-coherence_weight-0"


@pytest.mark.parametrize("name", ["narrow", "wide:crop=128", "wide:nothing"])
def test_a_variant_that_is_none_says_so(name):
    with pytest.raises(SystemExit):
        variant(Settings(), name)


@pytest.mark.parametrize("name", NETWORKS)
def test_multiplications_count_what_depends_on_the_style(name):
    architecture = Settings(network=name).architecture(rows=3)
    widths, expected = architecture.encoder_widths, 0
    expected += 2 * architecture.residual_blocks * 9 * widths[2] ** 2 / 16
    expected += 9 * widths[2] * architecture.decoder_widths[0] / 4
    if len(architecture.decoder_widths) == 2:
        expected += 9 * widths[1] * widths[0] + architecture.output_kernel**2 * widths[0] * 3
    elif architecture.finishing_width:
        expected += 9 * widths[1] * 4 * 8 / 4 + 9 * 8 * 3
    else:
        expected += 9 * widths[1] * 12 / 4
    assert architecture.multiplications() == pytest.approx(expected)
