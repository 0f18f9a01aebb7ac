"""Training on a few invented rows: it learns, saves, goes on as if never stopped; and the figures it is judged by."""

from __future__ import annotations

import json
import random
from dataclasses import replace
from pathlib import Path

import pytest
import torch

from models.names import evaluate, train
from models.names.data import NAME, Pair
from models.names.plan import Plan
from models.names.scoring import measure, score
from models.names.train import Trainer, draw, main, row_losses
from models.names.transliterator import NamesModel
from models.names.weights_file import FILE, load_network
from models.weights import Weights
from tests.models.names.conftest import SIZE, write_list

PLAN = Plan(SIZE, epochs=2, batch=3, rate=1e-2, dropout=0.0, average=0.5, names=1, augmented=0.0, joined=0.0)
ROWS = [("ram", "राम"), ("sita", "सीता"), ("mohan", "मोहन"), ("gita", "गीता"), ("tara", "तारा"), ("kamal", "कमल")]
PAIRS = [Pair(roman, word, NAME, "invented", "own") for roman, word in ROWS]


def trainer(out: Path, plan: Plan = PLAN) -> Trainer:
    out.mkdir(exist_ok=True)
    return Trainer(plan, PAIRS, PAIRS, out)


@pytest.fixture(scope="module")
def finished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("run")
    trainer(out, replace(PLAN, epochs=40)).run()
    return out


def test_it_learns_a_few_names_by_heart(finished: Path) -> None:
    model = NamesModel(Weights(finished, "local", "learnt"), {})
    assert model.transliterate([roman for roman, _ in ROWS]) == [(word,) for _, word in ROWS]
    model.close()


def test_a_run_leaves_a_log_and_its_best_weights(finished: Path) -> None:
    lines = [json.loads(line) for line in (finished / "log.jsonl").read_text().splitlines()]
    assert lines[-1]["loss"] < lines[0]["loss"]
    assert lines[-1]["first"] == 1
    metadata = load_network(finished / FILE)[1]
    assert metadata.data == "invented (own)"
    assert json.loads(metadata.plan)["epochs"] == 40


def test_a_stopped_run_goes_on_as_if_never_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    trainer(tmp_path / "whole").run()
    first = trainer(tmp_path / "stopped")
    learn = first._epoch

    def stopped(epoch: int) -> float:
        if epoch == 1:
            raise KeyboardInterrupt
        return learn(epoch)

    monkeypatch.setattr(first, "_epoch", stopped)
    with pytest.raises(KeyboardInterrupt):
        first.run()
    second = trainer(tmp_path / "stopped")
    assert second.first_epoch == 1
    second.run()
    one, other = (torch.load(tmp_path / name / "checkpoint.pt", weights_only=True) for name in ("whole", "stopped"))
    assert all(torch.equal(one["average"][name], other["average"][name]) for name in one["average"])


def test_batches_are_the_same_for_the_same_epoch(tmp_path: Path) -> None:
    plan = replace(PLAN, augmented=1.0, joined=0.5)
    one, other = (list(trainer(tmp_path / name, plan).batches(3)) for name in "ab")
    assert all(
        torch.equal(x, y) for pair, same in zip(one, other, strict=True) for x, y in zip(pair, same, strict=True)
    )


def test_names_are_joined_by_chance() -> None:
    plan = replace(PLAN, joined=1.0)
    drawn = {draw(PAIRS[0], PAIRS, plan, random.Random(seed)) for seed in range(30)}
    assert ("ramkamal", "रामकमल") in drawn
    assert draw(Pair("ram", "राम", "word", "", "own"), PAIRS, plan, random.Random(1)) == ("ram", "राम")


def test_loss_leaves_padding_out() -> None:
    logits, target = torch.zeros(2, 3, 5), torch.tensor([[3, 4, 2], [3, 2, 0]])
    assert row_losses(logits, target, 0.0).tolist() == pytest.approx([torch.log(torch.tensor(5.0)).item()] * 2)


def test_scores_count_any_right_spelling() -> None:
    right = {"chandra": {"चन्द्र"}, "ram": {"राम", "रम"}, "uma": {"उमा"}}
    answers = [("चंद्र", "चन्द्र"), ("रम",), ("ऊमा", "अमा")]
    found = score(right, answers)
    assert (found.count, found.first, found.five) == (3, pytest.approx(1 / 3), pytest.approx(2 / 3))
    assert (found.folded_first, found.folded_five) == (pytest.approx(2 / 3), pytest.approx(2 / 3))
    assert measure({}, lambda words: []).first == 0


def test_settled_names_stand_in_two_rows() -> None:
    twice = Pair("raam", "राम", NAME, "", "own")
    assert evaluate.settled(PAIRS, [*PAIRS, twice]) == [PAIRS[0]]


def test_both_commands_run_from_a_list(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (train, evaluate):
        monkeypatch.setattr(module, "own_pairs", list)
    rows = [
        ("invented", "MIT(repo)", NAME, f"{a}{b}{c}", f"{x}{y}{z}")
        for a, x in PARTS
        for b, y in PARTS
        for c, z in PARTS
    ]
    rows += [("invented", "CC-BY-SA-4.0", "word", roman + "pur", word + "पुर") for *_, roman, word in rows]
    path = write_list(tmp_path / "list.tsv.gz", [*rows, ("other", "CC-BY-NC-4.0", "word", "tarapur", "तारापुर")])
    options = ["--epochs", "1", "--batch", "512", "--width", "16", "--inner", "16"]
    main([str(path), "--out", str(tmp_path / "run"), *options])
    evaluate.main([str(path), "--weights", str(tmp_path / "run"), "--json", str(tmp_path / "figures.json")])
    printed = capsys.readouterr().out
    assert "held-out names" in printed
    assert "with the dictionary" in printed
    figures = json.loads((tmp_path / "figures.json").read_text())
    assert figures["seconds"] > 0
    assert 0 <= figures["network alone"]["held-out names"]["first"] <= 1


PARTS = [("ra", "रा"), ("mi", "मि"), ("ko", "को"), ("su", "सु"), ("te", "ते"), ("na", "ना")]
