"""The served classifier: probabilities, maps, cache, company in the batch, threads, limits, and the choice of model."""

from __future__ import annotations

import random
import threading
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from models.batcher import Batcher
from models.device import Device
from models.leaf import classifier as module
from models.leaf import inference
from models.leaf.architecture import LeafNet
from models.leaf.classifier import LeafModel, embedded_folder, load_leaf
from models.leaf.drawings import robot
from models.leaf.inference import Forward, closeness, energy
from models.leaf.types import LeafView, crop_of
from models.leaf.weights_file import FILE, save_network
from models.weights import Weights
from tests.models.leaf.conftest import COLOURS, METADATA
from tools.errors import ModelUnavailable, QueueFull, TookTooLong
from tools.settings import settings

CPU = Device("cpu", "float32", "CPU")


def photos(count: int, seed: int = 0) -> list[np.ndarray]:
    chance = np.random.default_rng(seed)
    return [chance.integers(0, 256, (40 + n % 9, 70, 3), dtype=np.uint8) for n in range(count)]


@pytest.fixture(scope="module")
def model(weights: Weights) -> Iterator[LeafModel]:
    made = LeafModel(weights)
    yield made
    made.close()


@pytest.fixture
def fresh(weights: Weights) -> Iterator[LeafModel]:
    made = LeafModel(weights, max_batch=8)
    yield made
    made.close()


def test_says_which_model_answers(model: LeafModel) -> None:
    assert (model.info.name, model.info.source) == ("tiny", "local")
    assert model.info.classes == tuple(COLOURS)
    assert model.info.crops == ("maize", "rice")
    assert model.info.thresholds == METADATA.thresholds


def test_a_view_has_the_promised_shapes(model: LeafModel) -> None:
    (view,) = model.classify(photos(1))
    assert view.probabilities.shape == (6,)
    assert view.probabilities.dtype == np.float32
    assert view.probabilities.sum() == pytest.approx(1, abs=1e-5)
    assert view.maps is not None
    assert view.maps.shape == (6, 2, 2)
    assert np.isfinite(view.familiarity)
    assert model.classify([]) == []


def test_company_in_the_batch_does_not_matter(fresh: LeafModel, weights: Weights) -> None:
    wanted = photos(21, seed=4)
    together = fresh.classify(wanted)
    other = LeafModel(weights, max_batch=1)
    alone = [other.classify([photo])[0] for photo in wanted]
    other.close()
    for one, two in zip(together, alone, strict=True):
        assert np.abs(one.probabilities - two.probabilities).max() < 1e-3
        assert one.familiarity == pytest.approx(two.familiarity, abs=0.01)


def test_the_same_photo_is_answered_from_memory(fresh: LeafModel, monkeypatch: pytest.MonkeyPatch) -> None:
    one, two = photos(2)
    first = fresh.classify([one, two, one])
    assert first[0] is first[2]
    monkeypatch.setattr(fresh, "_batcher", None)
    again = fresh.classify([two, one.copy()])
    assert (again[0], again[1]) == (first[1], first[0])


def test_many_threads_get_their_own_answers(fresh: LeafModel) -> None:
    wanted = photos(12, seed=7)
    answers: dict[int, list[LeafView]] = {}

    def ask(number: int) -> None:
        answers[number] = fresh.classify([wanted[number], wanted[0]])

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert len(answers) == 12
    for number, (own, shared) in answers.items():
        assert own is fresh.classify([wanted[number]])[0]
        assert shared is answers[0][1]


def test_one_caller_may_bring_more_than_the_queue_holds(fresh: LeafModel, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("models.leaf.serving.AHEAD", 4)
    fresh._batcher.close()
    fresh._batcher = Batcher(fresh.answer, max_batch=2, queue_size=5)
    assert len(fresh.classify(photos(15))) == 15


def test_full_queue_and_late_answers_are_said_so(fresh: LeafModel) -> None:
    gate = threading.Event()

    def slow(prepared: Sequence[torch.Tensor]) -> list[LeafView]:
        gate.wait(30)
        return fresh.answer(prepared)

    fresh._batcher.close()
    fresh._batcher = Batcher(slow, max_batch=1, queue_size=2, max_wait_s=0)
    with pytest.raises(QueueFull):
        fresh.classify(photos(8))
    fresh._seconds = 0.001
    gate_opener = threading.Timer(0.2, gate.set)
    blocker = fresh._batcher
    while blocker.waiting:  # what was cancelled is still in the queue until the worker passes it
        gate.set()
    gate.clear()
    holding = blocker.submit(fresh.prepare(photos(1)[0]))
    while blocker.waiting:
        pass
    gate_opener.start()
    with pytest.raises(TookTooLong):
        fresh.classify(photos(2, seed=9)[1:])
    assert holding.result(30)


def test_logits_are_the_mean_of_both_views_and_maps_add_up_to_them(
    network: LeafNet, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(inference, "inference_dtype", lambda place: torch.float32)
    forward = Forward(network, CPU)
    pictures = torch.randint(0, 256, (5, 3, 64, 96), dtype=torch.uint8)
    seen = forward(pictures)
    with torch.inference_mode():
        x = (pictures.float() - 127.5) / 127.5
        expected = (network(x) + network(x.flip(-1))) / 2
    assert torch.allclose(seen.logits, expected, atol=2e-3)
    assert seen.maps.shape == (5, 6, 2, 3)
    assert torch.allclose(seen.maps.mean((2, 3)) + network.classifier.bias, seen.logits, atol=1e-3)


def test_maps_are_those_of_the_gradient(network: LeafNet) -> None:
    """Grad-CAM weighs feature maps by the mean gradient of the logit: here the layer's weights over rows x columns."""
    maps = network.features(torch.rand(1, 3, 64, 64)).detach().requires_grad_()
    network.head(maps)[0, 2].backward()
    assert maps.grad is not None
    weights = maps.grad.mean((2, 3))[0]
    ours = network.classifier.weight[2].detach() / 4
    assert torch.allclose(weights, ours, atol=1e-6)


def test_familiarity_scores() -> None:
    logits = torch.tensor([[0.0, 0.0], [3.0, 0.0]])
    assert energy(logits, 1.0)[0].item() == pytest.approx(np.log(2))
    assert energy(logits, 2.0)[0].item() == pytest.approx(2 * np.log(2))
    assert energy(logits, 1.0)[1] > energy(logits, 1.0)[0]
    means = torch.tensor([[1.0, 0.0], [0.0, 1.0]])
    assert closeness(torch.tensor([[3.0, 0.0], [-1.0, -1.0]]), means).tolist() == pytest.approx([1.0, -(0.5**0.5)])


def test_prototype_familiarity_is_used_where_the_file_says_so(network: LeafNet, tmp_path: Path) -> None:
    means = torch.nn.functional.normalize(torch.rand(6, 1280), dim=1)
    save_network(tmp_path / FILE, network, replace(METADATA, familiarity="prototype"), means)
    made = LeafModel(Weights(tmp_path, "local", "with means"))
    (view,) = made.classify(photos(1))
    made.close()
    assert -1 <= view.familiarity <= 1


def test_missing_weights_are_said_so(tmp_path: Path) -> None:
    with pytest.raises(ModelUnavailable, match=FILE):
        LeafModel(Weights(tmp_path, "local", "nothing"))


@pytest.mark.gpu
def test_gpu_agrees_with_cpu(network: LeafNet) -> None:
    if not torch.cuda.is_available():
        pytest.skip("no CUDA device")
    pictures = torch.randint(0, 256, (5, 3, 64, 64), dtype=torch.uint8)
    one, other = Forward(network, CPU)(pictures), Forward(network)(pictures)
    assert torch.allclose(one.logits.softmax(1), other.logits.softmax(1), atol=0.03)


@pytest.fixture
def default_settings(weights: Weights, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    for name in ("PORTAL_LEAF_MODEL", "PORTAL_ALLOW_HUB"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(module, "embedded_folder", lambda: weights.folder)
    settings.cache_clear()
    yield
    settings.cache_clear()


@pytest.mark.usefixtures("default_settings")
def test_the_embedded_one_answers_by_default() -> None:
    model = load_leaf()
    model.close()
    assert model.info.source == "embedded"


@pytest.mark.usefixtures("default_settings")
def test_a_folder_with_our_own_weights(weights: Weights, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORTAL_LEAF_MODEL", str(weights.folder))
    model = load_leaf()
    model.close()
    assert (type(model), model.info.source) == (LeafModel, "local")


@pytest.mark.usefixtures("default_settings")
def test_a_hub_name_without_permission_falls_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORTAL_LEAF_MODEL", "owner/name")
    model = load_leaf()
    model.close()
    assert model.info.source == "embedded"
    assert "PORTAL_ALLOW_HUB" in model.info.notice


@pytest.mark.usefixtures("default_settings")
def test_a_folder_that_transformers_cannot_load_falls_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "model.safetensors").write_bytes(b"")
    monkeypatch.setenv("PORTAL_LEAF_MODEL", str(tmp_path))
    model = load_leaf()
    model.close()
    assert model.info.source == "embedded"
    assert "cannot be" in model.info.notice or "can be loaded" in model.info.notice


@pytest.fixture(scope="module")
def shipped() -> Iterator[LeafModel]:
    made = LeafModel()
    yield made
    made.close()


def test_size_and_classes_of_what_ships(shipped: LeafModel) -> None:
    assert (embedded_folder() / FILE).stat().st_size < 12e6
    assert len(shipped.info.classes) == 71
    assert "not_a_leaf" in shipped.info.classes
    assert len(shipped.info.crops) == 15
    assert all(crop_of(name) or name == "not_a_leaf" for name in shipped.info.classes)


def test_a_drawn_robot_is_no_leaf(shipped: LeafModel) -> None:
    (view,) = shipped.classify([np.asarray(robot(random.Random(4321)))])
    leaf = 1 - view.probabilities[shipped.info.classes.index("not_a_leaf")]
    assert leaf < shipped.info.thresholds.leaf
