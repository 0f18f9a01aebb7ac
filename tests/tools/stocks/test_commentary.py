"""Every number in the written analysis is a computed value: read out of the text and found again."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime

import numpy as np
import pandas as pd
import pytest

from tools.errors import BadInput
from tools.format import MONTHS
from tools.stocks import commentary
from tools.stocks.analysis import Analysis, analyse
from tools.stocks.commentary import Amount, stated, told
from tools.stocks.types import Prices, Symbol, Valuation
from tools.translations import FIELD, Language, catalogue

NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
FIXED = re.compile(
    r"50-session average|200-session average|ADX 14|RSI 14|NIFTY 50|"
    r"50 कारोबारी दिनों का औसत|200 कारोबारी दिनों का औसत|"
    rf"\d{{1,2}} (?:{'|'.join((*MONTHS['en'], *MONTHS['hi']))}) \d{{4}}"
)
SHARE = Symbol("INVENTED", "Invented Industries", "INVENTED.NS")
INDEX = Symbol("NIFTY 50", "NIFTY 50", "^NSEI", index=True)


def prices_of(symbol: Symbol, sessions: int = 700, seed: int = 1) -> Prices:
    generator = np.random.default_rng(seed)
    close = 500 * np.exp(np.cumsum(generator.normal(0.0003, 0.015, sessions)))
    days = pd.bdate_range("2021-01-04", periods=sessions, name="date")
    frame = pd.DataFrame(
        {
            "open": close * 0.999,
            "high": close * 1.012,
            "low": close * 0.989,
            "close": close,
            "volume": generator.integers(1e5, 1e6, sessions).astype(float),
            "adjusted_close": close * 0.98,
        },
        index=days,
    )
    return Prices(symbol, frame, "sample", datetime.now(UTC))


@pytest.fixture(scope="module")
def found() -> Analysis:
    known = Valuation(SHARE, datetime.now(UTC), price_earnings=21.37, price_book=3.2)
    return analyse(prices_of(SHARE), prices_of(INDEX, seed=2), valuation=known)


@pytest.mark.parametrize("language", ["en", "hi"])
def test_every_number_is_traced_to_a_value(found: Analysis, language: Language) -> None:
    assert len(found.said) >= 12
    for said in found.said:
        text = told(said, language)
        numbers = [float(shown.replace(",", "")) for shown in NUMBER.findall(FIXED.sub("", text))]
        values = [abs(value) for value in said.numbers.values()]
        assert len(numbers) == len(values), text
        for number in numbers:
            assert any(
                abs(number - value) <= 0.5 * 10 ** -_digits(number, text) + 1e-9
                or abs(number - 100 * value) <= 0.5 * 10 ** -_digits(number, text) + 1e-9
                for value in values
            ), (number, text)


def test_both_languages_say_the_same_numbers(found: Analysis) -> None:
    for said in found.said:
        english, hindi = said.text, told(said, "hi")
        assert hindi != english
        assert sorted(NUMBER.findall(FIXED.sub("", english))) == sorted(NUMBER.findall(FIXED.sub("", hindi)))


def test_every_sentence_there_is_has_its_hindi_with_the_same_gaps() -> None:
    """Also those that this series does not call for; and the Hindi adds no number of its own."""
    templates = [text for name, text in vars(commentary).items() if name.isupper() and isinstance(text, str)]
    assert len(templates) > 30
    for text in templates:
        hindi = catalogue("hi").text(text)
        assert hindi != text
        assert sorted(FIELD.findall(hindi)) == sorted(FIELD.findall(text)), text
        if FIELD.search(text):
            assert not any(letter.isdigit() for letter in FIELD.sub("", hindi)), hindi


def _digits(number: float, text: str) -> int:
    shown = next(each for each in NUMBER.findall(text) if float(each.replace(",", "")) == number)
    return len(shown.partition(".")[2])


def test_the_values_are_those_of_the_answer(found: Analysis) -> None:
    said = {name: value for each in found.said for name, value in each.numbers.items()}
    latest, risk = found.indicators.latest(), found.risk
    assert said["rsi_14"] == latest["rsi_14"]
    assert said["sma_200"] == latest["sma_200"]
    assert said["sharpe"] == risk.sharpe
    assert said["beta"] == risk.beta
    assert said["max_drawdown"] == -risk.max_drawdown  # type: ignore[operator]
    assert said["close"] == found.last["close"]
    assert said["price_earnings"] == 21.37


def test_a_sentence_refuses_a_number_without_a_value() -> None:
    with pytest.raises(ValueError, match="without a value"):
        stated("It rose by 5 per cent")
    assert stated("It rose by {change}", change=Amount(5, 0)).numbers == {"change": 5.0}


def test_nothing_is_advised_or_predicted(found: Analysis) -> None:
    text = " ".join(said.text for said in found.said).lower()
    assert "no direction is claimed" in text
    for word in (" buy", " sell", "target", "will rise", "will fall", "recommend"):
        assert word not in text


def test_short_series_say_less_and_a_single_session_is_refused() -> None:
    short = analyse(prices_of(SHARE, 40))
    assert short.forecast is None
    assert any("too short" in said.text for said in short.said)
    one = prices_of(SHARE, 40)
    with pytest.raises(BadInput, match="too few sessions"):
        analyse(replace(one, frame=one.frame.head(1)))


def test_the_answer_is_plain_values(found: Analysis) -> None:
    told = found.to_dict()
    assert told["indicators"].keys() >= {
        "rsi_14",
        "macd",
        "macd_signal",
        "macd_histogram",
        "atr_14",
        "adx_14",
        "sma_200",
    }
    assert told["risk"]["benchmark"] == "NIFTY 50"
    assert told["forecast"]["backtest"]["rel_mase"] == pytest.approx(1.0)
    assert [each["days"] for each in told["forecast"]["horizons"]] == [5, 10, 21]
    assert told["valuation"]["price_earnings"] == 21.37
    assert all(each["numbers"] is not None for each in told["commentary"])
