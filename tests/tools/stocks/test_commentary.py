"""Every number in the written analysis is a computed value: read out of the text and found again."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime

import numpy as np
import pandas as pd
import pytest

from tools.errors import BadInput
from tools.stocks.analysis import Analysis, analyse
from tools.stocks.commentary import Sentence
from tools.stocks.types import Prices, Symbol, Valuation

NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
FIXED = re.compile(
    r"50-session average|200-session average|ADX 14|RSI 14|NIFTY 50|"
    r"\d{2} (?:January|February|March|April|May|June|July|"
    r"August|September|October|November|December) \d{4}"
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


def test_every_number_is_traced_to_a_value(found: Analysis) -> None:
    assert len(found.said) >= 12
    for sentence in found.said:
        numbers = [float(text.replace(",", "")) for text in NUMBER.findall(FIXED.sub("", sentence.text))]
        values = [abs(value) for value in sentence.numbers.values()]
        assert len(numbers) == len(values), sentence
        for number in numbers:
            assert any(
                abs(number - value) <= 0.5 * 10 ** -_digits(number, sentence.text) + 1e-9
                or abs(number - 100 * value) <= 0.5 * 10 ** -_digits(number, sentence.text) + 1e-9
                for value in values
            ), (number, sentence)


def _digits(number: float, text: str) -> int:
    shown = next(each for each in NUMBER.findall(text) if float(each.replace(",", "")) == number)
    return len(shown.partition(".")[2])


def test_the_values_are_those_of_the_answer(found: Analysis) -> None:
    said = {name: value for sentence in found.said for name, value in sentence.numbers.items()}
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
        Sentence().say("It rose by 5 per cent")


def test_nothing_is_advised_or_predicted(found: Analysis) -> None:
    text = " ".join(sentence.text for sentence in found.said).lower()
    assert "no direction is claimed" in text
    for word in (" buy", " sell", "target", "will rise", "will fall", "recommend"):
        assert word not in text


def test_short_series_say_less_and_a_single_session_is_refused() -> None:
    short = analyse(prices_of(SHARE, 40))
    assert short.forecast is None
    assert any("too short" in sentence.text for sentence in short.said)
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
