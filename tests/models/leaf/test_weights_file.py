"""The file that ships: what is written is read back, bytes are reproducible, broken files are said to be so."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
import torch
from safetensors.torch import save_file

from models.leaf.architecture import LeafNet
from models.leaf.export import UNCALIBRATED, main, read_checkpoints
from models.leaf.weights_file import FILE, load_classes, load_means, load_network, save_network
from models.weights import Weights
from tests.models.leaf.conftest import COLOURS, METADATA, random_network
from tools.errors import ModelUnavailable, Unreadable


def checkpoint(path: Path, network: LeafNet, classes: list[str] | None = None) -> Path:
    plan = {"size": "lite0", "seed": 1}
    state = {"average": network.state_dict(), "classes": classes or sorted(COLOURS), "plan": plan, "epochs": 2}
    torch.save(state, path)
    return path


def test_what_is_saved_is_loaded(network: LeafNet, weights: Weights) -> None:
    loaded, metadata = load_network(weights.folder / FILE)
    assert metadata == METADATA
    assert load_classes(weights.folder / FILE) == METADATA.classes
    assert load_means(weights.folder / FILE) is None
    x = torch.rand(2, 3, 64, 64)
    with torch.inference_mode():
        assert torch.allclose(loaded(x), network(x), atol=0.05)


def test_the_same_weights_give_the_same_bytes(network: LeafNet, tmp_path: Path) -> None:
    for name in "ab":
        save_network(tmp_path / name, network, METADATA)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()
    header = (tmp_path / "a").read_bytes()[8:2000].decode("utf-8", "ignore")
    assert header.index('"classes"') < header.index('"pixels"') < header.index('"temperature"')
    assert (tmp_path / "a").stat().st_size < 12e6


def test_class_means_travel_along(network: LeafNet, tmp_path: Path) -> None:
    means = torch.nn.functional.normalize(torch.rand(6, 1280), dim=1)
    save_network(tmp_path / FILE, network, replace(METADATA, familiarity="prototype"), means)
    found = load_means(tmp_path / FILE)
    assert found is not None
    assert torch.allclose(found, means, atol=1e-3)
    assert load_network(tmp_path / FILE)[1].familiarity == "prototype"


@pytest.mark.parametrize("content", [None, b"", b"no safetensors at all"])
def test_a_missing_or_broken_file_is_said_to_be_so(content: bytes | None, tmp_path: Path) -> None:
    if content is not None:
        (tmp_path / FILE).write_bytes(content)
    with pytest.raises(ModelUnavailable, match=FILE):
        load_network(tmp_path / FILE)


def test_tensors_of_another_network_are_refused(tmp_path: Path) -> None:
    save_file({"other": torch.zeros(1)}, tmp_path / FILE, METADATA.to_strings())
    with pytest.raises(ModelUnavailable, match="cannot be read"):
        load_network(tmp_path / FILE)


def test_metadata_of_an_unknown_kind_is_refused(network: LeafNet, tmp_path: Path) -> None:
    save_network(tmp_path / FILE, network, replace(METADATA, familiarity="guess"))  # type: ignore[arg-type]
    with pytest.raises(ModelUnavailable, match="guess"):
        load_network(tmp_path / FILE)


def test_a_soup_is_the_mean_of_weights_and_statistics(tmp_path: Path) -> None:
    one, other = LeafNet(6), random_network()
    paths = [checkpoint(tmp_path / "one.pt", one), checkpoint(tmp_path / "other.pt", other)]
    soup = read_checkpoints(paths).network.state_dict()
    for name in ("classifier.weight", "features.0.2.running_var"):
        expected = (one.state_dict()[name] + other.state_dict()[name]) / 2
        assert torch.allclose(soup[name], expected)


def test_checkpoints_that_differ_are_not_averaged(tmp_path: Path) -> None:
    network = LeafNet(6)
    paths = [
        checkpoint(tmp_path / "one.pt", network),
        checkpoint(tmp_path / "other.pt", network, [f"rice__{n}" for n in range(6)]),
    ]
    with pytest.raises(Unreadable, match="differ"):
        read_checkpoints(paths)
    with pytest.raises(Unreadable, match="cannot be read"):
        read_checkpoints([tmp_path / "none.pt"])


def test_export_takes_what_calibration_found(tmp_path: Path, network: LeafNet) -> None:
    path = checkpoint(tmp_path / "checkpoint.pt", network)
    limits = {"leaf": 0.3, "diagnosed": 0.7, "familiar": 1.5}
    (tmp_path / "calibration.json").write_text(
        json.dumps({"temperature": 0.8, "thresholds": limits, "pixels": 160, "familiarity": "energy"})
    )
    out = tmp_path / FILE
    main(["--checkpoint", str(path), "--out", str(out), "--calibration", str(tmp_path / "calibration.json")])
    metadata = load_network(out)[1]
    assert (metadata.temperature, metadata.pixels, metadata.thresholds.familiar) == (0.8, 160, 1.5)
    with pytest.raises(Unreadable, match="160 pixels"):
        read_checkpoints([path]).metadata(224, {"pixels": 160})
    main(["--checkpoint", str(path), "--out", str(out)])
    assert load_network(out)[1].thresholds == UNCALIBRATED
