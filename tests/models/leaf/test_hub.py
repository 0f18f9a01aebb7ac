"""The Hub tier on a tiny vision transformer that is made here and served from a folder."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import torch

from models.leaf import hub as module
from models.leaf.classifier import load_leaf
from models.leaf.hub import HubLeaf
from models.leaf.labels import alias_table, class_ids
from models.leaf.types import NOT_A_LEAF, UNMAPPED
from models.leaf.weights_file import FILE
from models.weights import Weights
from tools.errors import ModelUnavailable
from tools.settings import settings

LABELS = ["Maize___Healthy", "Orange___Greening", "Rice (paddy)___Blast", "rice blast", "Background_without_leaves"]


@pytest.fixture(autouse=True)
def own_classes(weights: Weights, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_own_file", lambda: weights.folder / FILE)
    monkeypatch.setattr(module, "alias_table", lambda: {"rice paddy blast": "rice__blast"})


def tiny_checkpoint(folder: Path, labels: list[str]) -> Path:
    from transformers import ViTConfig, ViTForImageClassification

    torch.manual_seed(2)
    config = ViTConfig(
        hidden_size=16,
        num_hidden_layers=1,
        num_attention_heads=2,
        intermediate_size=16,
        image_size=32,
        patch_size=16,
        initializer_range=1.0,
        id2label=dict(enumerate(labels)),
        label2id={label: number for number, label in enumerate(labels)},
    )
    ViTForImageClassification(config).save_pretrained(folder)
    processor = {
        "image_processor_type": "ViTImageProcessor",
        "size": {"height": 32, "width": 32},
        "do_resize": True,
        "do_normalize": True,
        "do_rescale": True,
        "image_mean": [0.5, 0.5, 0.5],
        "image_std": [0.5, 0.5, 0.5],
    }
    (folder / "preprocessor_config.json").write_text(json.dumps(processor))
    return folder


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tiny_checkpoint(tmp_path_factory.mktemp("hub"), LABELS)


@pytest.fixture
def model(folder: Path) -> Iterator[HubLeaf]:
    made = HubLeaf(Weights(folder, "hub", "owner/tiny"))
    yield made
    made.close()


def photos(count: int) -> list[np.ndarray]:
    chance = np.random.default_rng(3)
    return [chance.integers(0, 256, (50, 40 + n, 3), dtype=np.uint8) for n in range(count)]


def test_labels_become_class_ids(model: HubLeaf) -> None:
    assert model.info.classes == ("maize__healthy", NOT_A_LEAF, "rice__blast", UNMAPPED)
    assert model.info.crops == ("maize", "rice")
    assert (model.info.source, model.info.name) == ("hub", "owner/tiny")
    assert "1 of its 5 labels" in model.info.notice
    assert "Orange___Greening" in model.info.notice


def test_probabilities_of_one_class_are_added_up(model: HubLeaf) -> None:
    wanted = photos(3)
    views = model.classify(wanted)
    with torch.inference_mode():
        pixels = torch.stack([model.prepare(photo) for photo in wanted])
        softmax = model._model(pixel_values=pixels).logits.float().softmax(1).numpy()
    for view, row in zip(views, softmax, strict=True):
        assert view.probabilities == pytest.approx([row[0], row[4], row[2] + row[3], row[1]], abs=1e-4)
        assert view.maps is None


def test_the_same_photo_gives_the_same_view(model: HubLeaf) -> None:
    one, two = model.classify(photos(2)), model.classify(photos(2))
    assert all(np.array_equal(a.probabilities, b.probabilities) for a, b in zip(one, two, strict=True))


def test_a_model_of_something_else_is_refused(tmp_path: Path) -> None:
    folder = tiny_checkpoint(tmp_path, ["cat", "dog", "teapot"])
    with pytest.raises(ModelUnavailable, match="None of the labels"):
        HubLeaf(Weights(folder, "hub", "owner/pets"))


def test_a_folder_that_holds_no_classifier_is_refused(tmp_path: Path) -> None:
    (tmp_path / "model.safetensors").write_bytes(b"")
    with pytest.raises(ModelUnavailable, match="embedded default answers"):
        HubLeaf(Weights(tmp_path, "hub", "owner/broken"))


def test_settings_choose_it(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORTAL_LEAF_MODEL", str(folder))
    settings.cache_clear()
    model = load_leaf()
    model.close()
    settings.cache_clear()
    assert isinstance(model, HubLeaf)
    assert model.info.source == "local"


def test_spelling_does_not_matter() -> None:
    known = ("tomato__early_blight", "maize__common_rust")
    aliases = {"corn maize common rust": "maize__common_rust"}
    labels = ["Tomato___Early_blight", "tomato early-blight", "Corn_(maize)___Common_rust_", "No Leaf", "teapot"]
    assert class_ids(labels, known, aliases) == [known[0], known[0], known[1], NOT_A_LEAF, UNMAPPED]


def test_the_alias_table_that_ships_is_well_formed() -> None:
    assert all(spelling == spelling.lower() and class_id for spelling, class_id in alias_table().items())
