"""Rows as vectors, and the predictor's file."""

import torch

from pastiche_training.network import Architecture, StyleNetwork
from pastiche_training.prediction.predictor import Predictor, load_predictor, save_predictor
from pastiche_training.prediction.rowvectors import painted, row_vectors


def test_a_rows_vector_paints_like_the_row():
    torch.manual_seed(1)
    network = StyleNetwork(Architecture(rows=3, encoder_widths=(4, 6, 8), residual_blocks=2, decoder_widths=(6,)))
    for name, parameter in network.named_parameters():
        if name.endswith((".gamma", ".beta")):
            torch.nn.init.normal_(parameter)
    photographs = torch.rand(2, 3, 16, 20)
    vectors = row_vectors(network)
    assert vectors.shape == (3, 2 * (4 * 8 + 6))
    with torch.no_grad():
        wanted = network(photographs, torch.eye(3)[[2, 0]])
        assert torch.allclose(painted(network, photographs, vectors[[2, 0]]), wanted, atol=1e-6)


def test_begins_with_the_mean_row_and_comes_back_from_its_file(tmp_path):
    torch.manual_seed(2)
    predictor, seen, rows = Predictor(10, 7, 5), torch.rand(20, 10), torch.rand(4, 7)
    predictor.begin(seen, rows)
    guessed = predictor(seen)
    assert torch.allclose(guessed.mean(0), rows.mean(0), atol=0.2)
    save_predictor(predictor, tmp_path / "predictor.safetensors", {})
    assert torch.allclose(load_predictor(tmp_path / "predictor.safetensors")(seen), guessed, atol=5e-3)
