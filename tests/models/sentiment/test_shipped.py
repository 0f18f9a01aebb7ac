"""The weights that ship, on headlines whose mood nobody would dispute; all of them invented."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from models.sentiment.classifier import SentimentModel, embedded_folder
from models.sentiment.data import TEST, parts, read_examples
from models.sentiment.evaluate import evaluate
from models.sentiment.types import Label
from models.sentiment.weights_file import FILE
from tests.shared import shared


@pytest.fixture(scope="module")
def model() -> Iterator[SentimentModel]:
    served = SentimentModel()
    yield served
    served.close()


@pytest.mark.parametrize(
    ("title", "entity", "label"),
    [
        ("Varuna Textiles Q2 net profit jumps 45% on strong exports", "Varuna Textiles", "positive"),
        ("Varuna Textiles shares hit record high as order book swells", "Varuna Textiles", "positive"),
        ("Brokerages upgrade Kaveri Pumps after stellar quarter", "Kaveri Pumps", "positive"),
        ("Kaveri Pumps tumbles 12% as profit slumps", "Kaveri Pumps", "negative"),
        ("Kaveri Pumps posts wider loss, cuts outlook", "Kaveri Pumps", "negative"),
        ("Kaveri Pumps board to meet on Friday", "Kaveri Pumps", "neutral"),
        ("Kaveri Pumps appoints new chief financial officer", "Kaveri Pumps", "neutral"),
    ],
)
def test_clear_headlines(title: str, entity: str, label: Label, model: SentimentModel) -> None:
    (answer,) = model.classify([(title, entity)])
    assert answer.label == label


def test_two_companies_in_one_headline_fare_differently(model: SentimentModel) -> None:
    title = "Varuna Textiles surges 8%, Kaveri Pumps plunges 6%"
    first, second = model.classify([(title, "Varuna Textiles"), (title, "Kaveri Pumps")])
    assert (first.label, second.label) == ("positive", "negative")


def test_a_company_that_is_not_named_gets_the_mood_of_the_whole(model: SentimentModel) -> None:
    (answer,) = model.classify([("Profit jumps 45% on strong exports, shares surge", "Varuna Textiles")])
    assert answer.label == "positive"


def test_the_file_is_small_and_has_a_card() -> None:
    assert (embedded_folder() / FILE).stat().st_size < 15_000_000
    assert "accuracy" in Path(embedded_folder(), "CARD.md").read_text(encoding="utf-8")


def test_held_out_headlines(model: SentimentModel) -> None:
    """The promise of the card, on some of the headlines that no training run saw."""
    examples = parts(read_examples(shared("data/stocks/news/sentfin_train.csv")), TEST)[:400]
    scores = evaluate(model, examples)
    assert scores.accuracy > 0.83  # of 400 pairs: two standard errors below the figure of the card
    assert scores.calibration_error < 0.1
