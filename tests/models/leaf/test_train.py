"""Training on a handful of coloured squares: it learns, saves, and goes on as if it had never stopped."""

from __future__ import annotations

import json
import random
from dataclasses import replace
from pathlib import Path

import pytest
import torch

from models.leaf.augment import decode
from models.leaf.export import read_checkpoints
from models.leaf.finish import FROZEN, finish
from models.leaf.pack import read_pack
from models.leaf.plan import Plan
from models.leaf.preprocess import shrink
from models.leaf.train import Trainer

PLAN = Plan(epochs=2, draws=24, batch=8, rate=2e-3, average=0.5, frozen=0, drawings=2, small=32, large=32)


def trainer(pack: Path, out: Path) -> Trainer:
    out.mkdir(exist_ok=True)
    return Trainer(PLAN, read_pack(pack), out, "random", "cpu", workers=0)


@pytest.fixture(scope="module")
def uninterrupted(pack: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("run")
    trainer(pack, out).run()
    return out


def test_a_run_leaves_a_checkpoint_and_a_log(uninterrupted: Path) -> None:
    lines = [json.loads(line) for line in (uninterrupted / "log.jsonl").read_text().splitlines()]
    assert [line["epoch"] for line in lines] == [1, 2]
    assert 0 <= lines[-1]["val"] <= 1
    assert {"field", "lab", "object"} <= set(lines[-1])
    trained = read_checkpoints([uninterrupted / "checkpoint.pt"])
    assert len(trained.classes) == 6
    assert json.loads(trained.plan)[0]["epochs_done"] == 2


def test_a_stopped_run_goes_on_as_if_never_stopped(
    pack: Path, uninterrupted: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = trainer(pack, tmp_path)
    learn = first._epoch

    def stopped(epoch: int) -> float:
        if epoch == 1:
            raise KeyboardInterrupt
        return learn(epoch)

    monkeypatch.setattr(first, "_epoch", stopped)
    with pytest.raises(KeyboardInterrupt):
        first.run()
    second = trainer(pack, tmp_path)
    assert second.first_epoch == 1
    second.run()
    one, other = (torch.load(path / "checkpoint.pt", weights_only=True) for path in (uninterrupted, tmp_path))
    assert all(torch.equal(one["average"][name], other["average"][name]) for name in one["average"])


def test_a_finished_run_does_nothing_more(pack: Path, uninterrupted: Path) -> None:
    before = (uninterrupted / "checkpoint.pt").read_bytes()
    trainer(pack, uninterrupted).run()
    assert (uninterrupted / "checkpoint.pt").read_bytes() == before


def test_steps_on_one_batch_lower_its_loss(pack: Path, tmp_path: Path) -> None:
    learner = Trainer(replace(PLAN, mixed=0.0), read_pack(pack), tmp_path, "random", "cpu", workers=0)
    learner.net.train()
    index = {name: number for number, name in enumerate(learner.classes)}
    photos = learner.train[::4]
    images = torch.stack([shrink(decode(photo.jpeg), 32) for photo in photos])
    labels = torch.tensor([index[photo.label] for photo in photos])
    losses = [learner._step(images, labels, random.Random(1)) for _ in range(12)]
    assert sum(losses[-3:]) < sum(losses[:3])


def test_finishing_changes_the_last_layers_alone(pack: Path, uninterrupted: Path, tmp_path: Path) -> None:
    checkpoint = uninterrupted / "checkpoint.pt"
    done = finish(checkpoint, read_pack(pack), pixels=64, draws=16, device="cpu", workers=0)
    torch.save(done, tmp_path / "finished.pt")
    before = read_checkpoints([checkpoint]).network.state_dict()
    after = read_checkpoints([tmp_path / "finished.pt"]).network.state_dict()
    early = [name for name in before if name.startswith(tuple(f"features.{n}." for n in range(FROZEN)))]
    assert all(torch.equal(before[name], after[name]) for name in early)
    assert not torch.equal(before["classifier.weight"], after["classifier.weight"])
