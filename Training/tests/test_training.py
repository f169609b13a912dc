import math

import torch

from pastiche_training.balance import StyleBalance
from pastiche_training.samples import samples
from pastiche_training.session import save_atomically
from pastiche_training.settings import Settings
from pastiche_training.train import LAST_RATE, WARM_UP, compact, learning_rate
from pastiche_training.trainer import Trainer


def trainer(settings, session) -> Trainer:
    return Trainer(settings, session.rows, session.targets, session.perceptual, session.device)


def steps(one: Trainer, session, count: int) -> list[float]:
    totals = []
    for _ in range(count):
        drawn = samples(one.settings, session.rows, len(session.photographs), 68, one.steps)
        totals.append(float(one.step(one.see(drawn, session.photographs), 1e-3)["total"]))
    return totals


def test_training_that_was_interrupted_is_the_same_to_the_last_bit(settings, session, tmp_path):
    torch.set_num_threads(1)
    whole = trainer(settings, session)
    steps(whole, session, 4)
    first = trainer(settings, session)
    steps(first, session, 2)
    save_atomically(first.state(), tmp_path / "checkpoint.pt")
    state = torch.load(tmp_path / "checkpoint.pt", weights_only=True)
    second = trainer(Settings.of(state["settings"]), session)
    second.restore(state)
    steps(second, session, 2)
    assert second.steps == whole.steps == 4
    for name, value in whole.network.state_dict().items():
        assert torch.equal(value, second.network.state_dict()[name]), name
        assert torch.equal(whole.average[name], second.average[name]), name
    assert torch.equal(whole.balance.content, second.balance.content)


def test_a_compact_checkpoint_goes_on_too(settings, session, tmp_path):
    first = trainer(settings, session)
    steps(first, session, 2)
    save_atomically(first.state(), tmp_path / "whole.pt")
    save_atomically(compact(first.state()), tmp_path / "compact.pt")
    assert (tmp_path / "compact.pt").stat().st_size < 0.8 * (tmp_path / "whole.pt").stat().st_size
    second = trainer(settings, session)
    second.restore(torch.load(tmp_path / "compact.pt", weights_only=True))
    assert math.isclose(steps(second, session, 1)[0], steps(first, session, 1)[0], rel_tol=1e-4)


def test_training_lowers_the_loss(settings, session):
    totals = steps(trainer(settings, session), session, 30)
    assert sum(totals[-5:]) < 0.7 * sum(totals[:5])


def test_every_part_of_the_network_learns(settings, session):
    one = trainer(settings, session)
    before = {name: value.clone() for name, value in one.network.state_dict().items()}
    steps(one, session, 3)
    unmoved = [name for name, value in one.network.state_dict().items() if torch.equal(value, before[name])]
    # A bias before a normalisation cancels.
    assert all(name.endswith(".bias") for name in unmoved)


def test_the_balance_strengthens_what_is_faint_and_weakens_what_dissolves():
    balance = StyleBalance(3, limit=3.0, device=torch.device("cpu"))
    assert torch.equal(balance.factors(), torch.ones(3))
    for _ in range(50):
        balance.update(torch.eye(3), torch.tensor([0.1, 1.0, 4.0]))
    faint, usual, strong = balance.factors().tolist()
    assert faint == 3.0 and 1 < usual < 3 and strong < 0.5


def test_the_learning_rate_rises_and_falls():
    settings = Settings(learning_rate=1.0)
    assert learning_rate(settings, 0, 0.0) == 1 / WARM_UP
    assert learning_rate(settings, WARM_UP, 0.0) == 1.0
    assert math.isclose(learning_rate(settings, 10_000, 1.0), LAST_RATE)
    assert math.isclose(learning_rate(settings, 10_000, 2.0), LAST_RATE)
