"""The model as the pages get it: its own weights, another checkpoint, and what it says when neither can be had."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
import torch
from transformers import BertConfig, BertForSequenceClassification

from models.sentiment import classifier
from models.sentiment.base import base_id
from models.sentiment.calibration import Calibration
from models.sentiment.classifier import SentimentModel, load_sentiment
from models.sentiment.hub import HubSentiment
from models.sentiment.network import base_network
from models.sentiment.serving import SentimentServer
from models.sentiment.types import Label, Probabilities
from models.sentiment.weights_file import FILE, Metadata, save_networks
from models.weights import Weights
from tests.models.sentiment.conftest import SIZES, WORDS, tokenizer_file
from tools.errors import ModelUnavailable
from tools.settings import settings

HOSTILE = ("", " ", "\x00", "\ud800", "🚀🚀🚀", "इंफोसिस के शेयर चढ़े", "x" * 50_000, "a " * 20_000)


@pytest.fixture(scope="module")
def folder(base: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Our own weights on the tiny base."""
    folder = tmp_path_factory.mktemp("own")
    torch.manual_seed(3)
    save_networks(
        folder / FILE, [base_network(base)], base, Metadata(base_id(base), Calibration(1.5), ({"learned": 2},))
    )
    return folder


@pytest.fixture(scope="module")
def model(folder: Path, base: Path) -> Iterator[SentimentModel]:
    served = SentimentModel(Weights(folder, "local", "own"), base=base)
    yield served
    served.close()


@pytest.fixture(scope="module")
def checkpoint(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A sequence classifier as FinBERT is one: its labels in an order of their own."""
    folder = tmp_path_factory.mktemp("finbert")
    write_checkpoint(folder, ["Positive", "Negative", "Neutral"])
    return folder


def write_checkpoint(folder: Path, labels: list[str]) -> None:
    torch.manual_seed(5)
    config = BertConfig(**SIZES, id2label=dict(enumerate(labels)), label2id={name: n for n, name in enumerate(labels)})
    BertForSequenceClassification(config).save_pretrained(folder)
    tokenizer_file(folder)
    named = {"unk_token": "[UNK]", "pad_token": "[PAD]", "cls_token": "[CLS]", "sep_token": "[SEP]"}
    (folder / "tokenizer_config.json").write_text(json.dumps({"tokenizer_class": "PreTrainedTokenizerFast", **named}))


def total(answer: Probabilities) -> float:
    return answer.positive + answer.neutral + answer.negative


def test_answers_are_probabilities_in_order(model: SentimentModel) -> None:
    pairs = [("Alpha shares rise", "Alpha"), ("Beta falls", "Beta"), ("Alpha shares rise", "Alpha")]
    answers = model.classify(pairs)
    assert answers[0] == answers[2] != answers[1]
    assert all(total(answer) == pytest.approx(1) for answer in answers)
    assert model.classify([]) == []
    assert model.label == "own (local folder)"
    assert (model.device, model.notice, model.waiting) == ("cpu", "", 0)


def test_company_beside_it_does_not_change_an_answer(model: SentimentModel) -> None:
    pair = ("Gamma Bank holds its board meeting on Monday", "Gamma Bank")
    (alone,) = model.classify([pair])
    others = [(f"Alpha rises {word}", "Alpha") for word in WORDS[5:30]]
    assert model.classify([*others, pair])[-1] == alone


@pytest.mark.parametrize("title", HOSTILE)
def test_hostile_titles_get_an_answer(title: str, model: SentimentModel) -> None:
    for entity in ("Alpha", "", title):
        (answer,) = model.classify([(title, entity)])
        assert total(answer) == pytest.approx(1)


@pytest.mark.parametrize(
    ("shares", "label"),
    [
        ((0.5, 0.3, 0.2), "positive"),
        ((0.2, 0.3, 0.5), "negative"),
        ((0.2, 0.5, 0.3), "neutral"),
        ((0.4, 0.2, 0.4), "neutral"),
        ((0.4, 0.4, 0.2), "neutral"),
    ],
)
def test_the_likeliest_is_the_label_and_a_tie_is_neutral(shares: tuple[float, float, float], label: Label) -> None:
    answer = Probabilities(*shares)
    assert answer.label == label
    assert answer.probability == getattr(answer, label)


def test_another_checkpoint_answers_by_its_own_labels(checkpoint: Path) -> None:
    served = HubSentiment(Weights(checkpoint, "hub", "owner/finbert"))
    bert = BertForSequenceClassification.from_pretrained(checkpoint).eval()
    ids = [WORDS.index(word) for word in ("[CLS]", "alpha", "shares", "rise", "[SEP]")]
    with torch.no_grad():
        positive, negative, neutral = bert(input_ids=torch.tensor([ids])).logits.softmax(1)[0].tolist()
    (answer,) = served.classify([("Alpha shares rise", "Alpha")])
    assert (answer.positive, answer.neutral, answer.negative) == pytest.approx((positive, neutral, negative), abs=1e-5)
    assert served.label == "owner/finbert (Hub)"
    assert "as a whole" in served.notice
    assert all(total(found) == pytest.approx(1) for found in served.classify([(title, "Alpha") for title in HOSTILE]))
    served.close()


def configured(monkeypatch: pytest.MonkeyPatch, wanted: str, folder: Path, base: Path) -> SentimentServer:
    """What answers when the settings name `wanted` and `folder` is what ships."""
    monkeypatch.setenv("PORTAL_SENTIMENT_MODEL", wanted)
    monkeypatch.setattr(classifier, "embedded_folder", lambda: folder)
    monkeypatch.setattr(classifier, "base_folder", lambda: base)
    settings.cache_clear()
    served = load_sentiment()
    served.close()
    return served


def test_the_settings_choose_and_what_ships_is_the_last_resort(
    monkeypatch: pytest.MonkeyPatch, folder: Path, base: Path, checkpoint: Path, tmp_path: Path
) -> None:
    assert configured(monkeypatch, "", folder, base).label == "headline-mood-minilm (ships with the portal)"
    assert isinstance(configured(monkeypatch, str(checkpoint), folder, base), HubSentiment)
    assert configured(monkeypatch, str(folder), folder, base).label == f"{folder.name} (local folder)"
    unreachable = configured(monkeypatch, "owner/finbert", folder, base)
    assert isinstance(unreachable, SentimentModel)
    assert "PORTAL_ALLOW_HUB" in unreachable.notice
    write_checkpoint(tmp_path, ["joy", "anger", "fear"])
    other = configured(monkeypatch, str(tmp_path), folder, base)
    assert isinstance(other, SentimentModel)
    assert "labels" in other.notice


def test_a_folder_that_holds_no_classifier_is_passed_over(
    monkeypatch: pytest.MonkeyPatch, folder: Path, base: Path, tmp_path: Path
) -> None:
    (tmp_path / "model.safetensors").write_bytes(b"nothing")
    served = configured(monkeypatch, str(tmp_path), folder, base)
    assert "no headline classifier" in served.notice
    (tmp_path / "model.safetensors").unlink()
    with pytest.raises(ModelUnavailable, match="safetensors"):
        configured(monkeypatch, str(tmp_path), folder, base)
