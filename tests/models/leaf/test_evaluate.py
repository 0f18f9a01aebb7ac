"""Calibration and evaluation: a known temperature is found, thresholds keep their promises, the commands run."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
import torch

from models.leaf import calibrate, evaluate
from models.leaf.architecture import LeafNet
from models.leaf.metrics import coverage_at
from models.leaf.pack import Photo
from models.leaf.scoring import Scores, class_means, halves
from models.leaf.stability import brightened, shifted
from models.leaf.types import NOT_A_LEAF
from models.leaf.weights_file import FILE
from models.weights import Weights
from tests.models.leaf.conftest import COLOURS
from tests.models.leaf.test_weights_file import checkpoint

CLASSES = tuple(COLOURS)


def drawn_scores(count: int = 1200, temperature: float = 2.0) -> Scores:
    """Labels drawn from the softmax of the logits over `temperature`: that temperature is the right one."""
    chance = torch.Generator().manual_seed(8)
    logits = torch.randn(count, len(CLASSES), generator=chance) * 6
    truth = torch.multinomial((logits / temperature).softmax(1), 1, generator=chance)[:, 0]
    features = torch.nn.functional.one_hot(truth, 1280).float()
    photos = [
        Photo(f"{n}.jpg", b"", CLASSES[t], "field", "drawn", "val", f"leaf {n // 2}") for n, t in enumerate(truth)
    ]
    return Scores(photos, CLASSES, truth.numpy(), logits, features)


def test_the_right_temperature_is_found() -> None:
    scores = drawn_scores(4000)
    found = calibrate.fit_temperature(scores.logits, torch.from_numpy(scores.truth))
    assert found == pytest.approx(2.0, rel=0.1)


def test_thresholds_keep_their_promises() -> None:
    scores = drawn_scores()
    found = calibrate.calibrate(scores)
    said = calibrate.answers(scores, found)
    leaves = scores.leaves
    assert said.rejected[leaves].mean() <= calibrate.FALSE_REJECTION
    assert coverage_at(said.diagnosed[leaves].astype(float), said.right[leaves], 1.0)[1] >= calibrate.ACCURACY
    assert not (said.diagnosed & ~said.accepted).any()


def test_a_clear_gap_between_leaves_and_others_is_met_in_its_middle() -> None:
    leaves = np.array([True] * 50 + [False] * 50)
    probability = np.where(leaves, 0.99, 0.01)
    assert calibrate.leaf_threshold(probability, leaves) == pytest.approx(0.5)
    mixed = np.linspace(0, 1, 100)
    assert calibrate.leaf_threshold(mixed, leaves) == pytest.approx(mixed[:50][1])


def test_cross_fitting_measures_on_photos_that_were_not_chosen_on() -> None:
    scores = drawn_scores(2400)
    first = halves(scores.photos)
    assert 0.4 < first.mean() < 0.6
    assert (first[::2] == first[1::2]).all()  # both photos of a leaf
    figures = calibrate.cross_fitted(scores)
    assert figures["diagnosed_right"] > 0.95
    assert figures["calibration_error"] < 0.06


def test_class_means_are_unit_vectors_of_leaf_classes() -> None:
    scores = drawn_scores(200)
    means = class_means(scores)
    lengths = means.norm(dim=1)
    assert lengths[CLASSES.index(NOT_A_LEAF)] == 0
    assert lengths[0] == pytest.approx(1)
    assert means[0, 0] == pytest.approx(1)


def test_pictures_are_moved_and_brightened() -> None:
    picture = torch.arange(20, dtype=torch.uint8).reshape(1, 1, 20).expand(3, 20, 20)
    moved = shifted(0.1, 0)(picture)
    assert moved.shape == picture.shape
    assert moved[0, 0, :5].tolist() == [0, 0, 0, 1, 2]
    assert shifted(-0.1, 0)(picture)[0, 0, -4:].tolist() == [18, 19, 19, 19]
    assert brightened(1.5)(torch.tensor([[[100, 200]]], dtype=torch.uint8)).flatten().tolist() == [150, 255]


def test_the_commands_run_from_pack_to_tables(
    pack: Path, weights: Weights, network: LeafNet, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    trained = str(checkpoint(tmp_path / "checkpoint.pt", network))
    out, means = tmp_path / "calibration.json", tmp_path / "means.safetensors"
    common = ["--pixels", "64", "--checkpoint", trained]
    calibrate.main([str(pack), *common, "--out", str(out), "--means", str(means)])
    found = json.loads(out.read_text())
    assert found["pixels"] == 64
    assert set(found["thresholds"]) == {"leaf", "diagnosed", "familiar"}
    assert means.is_file()
    capsys.readouterr()
    evaluate.main([str(pack), *common, "--stability", "4", "--json", str(tmp_path / "report.json")])
    report = json.loads((tmp_path / "report.json").read_text())
    assert report["groups"]["all"]["photos"] == 18
    assert set(report["crops"]) == {"maize", "rice"}
    assert report["stability_photos"] == 4
    assert "| field | 3 |" in capsys.readouterr().out
    evaluate.main([str(pack), "--split", "all", "--weights", str(weights.folder / FILE), "--stability", "0"])
    assert "66 photos at 64 pixels" in capsys.readouterr().out


def test_a_pack_of_other_classes_is_said_to_be_so(pack: Path, tmp_path: Path) -> None:
    path = checkpoint(tmp_path / "checkpoint.pt", LeafNet(2), ["rice__blast", "rice__hispa"])
    with pytest.raises(SystemExit, match="does not know"):
        evaluate.main([str(pack), "--checkpoint", str(path), "--pixels", "64"])
    with pytest.raises(SystemExit, match="cannot be read"):
        evaluate.main([str(tmp_path / "none.tar")])
