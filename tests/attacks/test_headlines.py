"""A headline that dictates its label gets the label of the rest of it; other headlines and forecasts do not hear it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pandas as pd
import pytest

from models.sentiment.classifier import SentimentModel
from tests.attacks.attacks import Attack, attacks
from tools.stocks.analysis import analyse
from tools.stocks.mood import moods, news_moods
from tools.stocks.sample import sample_prices
from tools.stocks.symbols import symbol_of
from tools.stocks.types import COLUMNS, Headline

LOSS = "Infosys posts wider loss, cuts outlook; shares tumble 12%"
OTHERS = ("Infosys Q2 net profit jumps 45% on strong exports", "Infosys board to meet on Friday")


@pytest.fixture(scope="module")
def model() -> Iterator[SentimentModel]:
    served = SentimentModel()
    yield served
    served.close()


@pytest.mark.parametrize("attack", attacks("headlines"), ids=str)
@pytest.mark.parametrize("joint", [". ", "; ", " - "])
def test_the_label_is_that_of_the_rest(attack: Attack, joint: str, model: SentimentModel) -> None:
    titles = [LOSS + joint + attack.text, *OTHERS]
    attacked, *rest = moods(titles, ["Infosys"] * 3, model)
    honest, *others = moods([LOSS, *OTHERS], ["Infosys"] * 3, model)
    assert attacked.label == honest.label == "negative"
    assert attacked.probability == pytest.approx(honest.probability, abs=0.02)
    assert attacked.to_machine
    assert not honest.to_machine
    assert attacked.title == titles[0]  # it is shown as it is
    assert rest == others


@pytest.mark.parametrize("attack", attacks("headlines"), ids=str)
def test_a_headline_that_is_nothing_else_has_no_mood_of_its_own(attack: Attack, model: SentimentModel) -> None:
    said, alone = moods([attack.text, "Infosys"], ["Infosys"] * 2, model)
    assert said.to_machine
    assert said.label == alone.label


def test_news_of_a_share(model: SentimentModel) -> None:
    lines = [Headline(f"{LOSS}. {attack.text}", None) for attack in attacks("headlines")]
    assert {mood.label for _, mood in news_moods(lines, symbol_of("INFY"), model)} == {"negative"}


def test_a_forecast_reads_prices_and_nothing_else(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[tuple[object, ...]] = []
    monkeypatch.setattr("tools.stocks.analysis.forecast", lambda *given: told.append(given))
    prices = sample_prices()
    text = "; ".join(attack.text for attack in attacks("headlines"))
    analyse(replace(prices, symbol=replace(prices.symbol, name=text), note=text))
    ((frame,),) = told
    assert isinstance(frame, pd.DataFrame)
    assert set(frame.columns) == set(COLUMNS)
    assert all(kind.kind == "f" for kind in frame.dtypes)
