"""Charts: every session has its place, values are those given, figures stay small, words tell the same."""

from __future__ import annotations

import base64
import json
from datetime import date
from functools import cache
from itertools import pairwise
from typing import Any

import numpy as np
import pandas as pd
import pytest

from tests.tools.stocks.series import frame_of, prices_of
from tools.stocks import charts
from tools.stocks.compare import compare
from tools.stocks.drawing import MOST_POINTS, TICKS, WINDOWS, bars_of, labels, sessions_axis
from tools.stocks.forecast import MODEL
from tools.stocks.indicators import Indicators, indicators
from tools.stocks.portfolio import Frontier, Mix, portfolio
from tools.stocks.risk import risk
from tools.stocks.strategies import Crossover, backtest_rule
from tools.stocks.types import BacktestScore, Forecast, Horizon, Prices, QualityFlag, Sentiment

FORECAST = Forecast(
    MODEL,
    tuple(Horizon(days, 500.0, 500 - days, 500 + days, 500 - 2 * days, 500 + 2 * days) for days in (1, 5, 10, 21)),
    (BacktestScore(5, 1.0, 0.98, 0.8, 25),),
    4000,
)


@cache
def example(sessions: int = 1500) -> tuple[Prices, Indicators]:
    frame = frame_of(sessions)
    return prices_of(frame), indicators(frame)


def sent(chart: charts.Chart) -> dict[str, Any]:
    """The figure as a browser gets it."""
    found: dict[str, Any] = json.loads(chart.figure.to_json())
    return found


def values(array: Any) -> np.ndarray:
    return np.frombuffer(base64.b64decode(array["bdata"]), dtype=np.dtype(array["dtype"]))


def test_a_window_holds_its_sessions_and_values() -> None:
    prices, computed = example()
    figure = sent(charts.candles(prices, computed, "1Y"))
    start = prices.frame.index[-1] - pd.DateOffset(years=1)
    shown = prices.frame[prices.frame.index > start]
    candle = next(trace for trace in figure["data"] if trace["type"] == "candlestick")
    assert values(candle["close"]) == pytest.approx(shown["close"].to_numpy(), rel=1e-6)
    assert len(figure["layout"]["xaxis"]["categoryarray"]) == len(shown)
    average = next(trace for trace in figure["data"] if trace["name"] == "Average of 200")
    assert values(average["y"]) == pytest.approx(computed.frame["sma_200"].loc[shown.index].to_numpy(), rel=1e-6)


def test_the_window_begins_with_warmed_up_indicators() -> None:
    prices, computed = example()
    figure = sent(charts.candles(prices, computed, "3M", overlays=("sma_50", "sma_200", "bollinger")))
    for trace in figure["data"]:
        if trace["type"] == "scatter":
            assert np.isfinite(values(trace["y"])).all(), trace["name"]


def test_no_gap_at_weekends_and_a_special_session_has_its_place() -> None:
    """A session on a Sunday (Muhurat trading) is drawn between its neighbours; the weekend before it is not."""
    frame = frame_of(60, first="2023-10-02")
    sunday = frame.iloc[[30]].set_axis(pd.DatetimeIndex(["2023-11-12"], name="date"))
    frame = pd.concat([frame, sunday]).sort_index()
    axis = sent(charts.candles(prices_of(frame), indicators(frame), "3M"))["layout"]["xaxis"]
    place = axis["categoryarray"].index("12 Nov 2023")
    assert axis["type"] == "category"
    assert axis["categoryarray"][place - 1 : place + 2] == ["10 Nov 2023", "12 Nov 2023", "13 Nov 2023"]


def test_weeks_keep_opens_extremes_closes_and_sums() -> None:
    frame = frame_of(2000)
    bars = bars_of(frame.index)
    assert bars.step == "weekly"
    weeks = frame.groupby(pd.PeriodIndex(frame.index, freq="W"))
    assert bars.first(frame["open"]) == pytest.approx(weeks["open"].first().to_numpy())
    assert bars.highest(frame["high"]) == pytest.approx(weeks["high"].max().to_numpy())
    assert bars.lowest(frame["low"]) == pytest.approx(weeks["low"].min().to_numpy())
    assert bars.last(frame["close"]) == pytest.approx(weeks["close"].last().to_numpy())
    assert bars.total(frame["volume"]) == pytest.approx(weeks["volume"].sum().to_numpy())


def test_decades_are_drawn_in_few_points() -> None:
    index = pd.bdate_range("1950-01-01", periods=19_000)
    assert bars_of(index).step == "monthly"
    assert len(bars_of(index).starts) <= MOST_POINTS
    assert bars_of(index[:1200]).step == "daily"


@pytest.mark.parametrize("window", list(WINDOWS))
@pytest.mark.parametrize("sessions", [1, 2, 30, 260, 1500, 6300])
def test_every_window_of_every_length(window: charts.Window, sessions: int) -> None:
    prices, computed = example(sessions)
    chart = charts.candles(prices, computed, window)
    figure = sent(chart)
    assert len(chart.figure.to_json()) < 140_000
    assert len(figure["layout"]["xaxis"]["tickvals"]) <= 10
    assert f"({window})" in chart.in_words


def test_labels_and_ticks() -> None:
    days = np.array(["2026-01-01", "2026-01-02", "2026-12-09"], "datetime64[D]")
    assert labels(days) == ["1 Jan 2026", "2 Jan 2026", "9 Dec 2026"]
    index = pd.bdate_range("2026-01-01", periods=40).to_numpy().astype("datetime64[D]")
    axis = sessions_axis(index, labels(index))
    assert axis["ticktext"][0] == "1 Jan"
    assert len(axis["tickvals"]) <= TICKS
    index = pd.bdate_range("2025-01-01", periods=250).to_numpy().astype("datetime64[D]")
    assert "मार्च<br>2025" in sessions_axis(index, labels(index, "hi"))["ticktext"]
    assert "Mar 2025" in sessions_axis(index, labels(index))["ticktext"]
    index = pd.bdate_range("2020-01-01", periods=1300).to_numpy().astype("datetime64[D]")
    axis = sessions_axis(index, labels(index))
    assert [axis["categoryarray"][place][-4:] for place in axis["tickvals"]] == axis["ticktext"]


def test_flags_are_marked_in_amber_at_their_session_or_the_next() -> None:
    prices, computed = example()
    gone, there = prices.frame.index[-20].date(), prices.frame.index[-5].date()
    kept = prices_of(prices.frame.drop(index=pd.Timestamp(gone)))
    flags = (
        QualityFlag(date(2001, 1, 1), "stale", "long ago"),
        QualityFlag(gone, "missing_session", "no row"),
        QualityFlag(there, "split_like_jump", "a jump"),
    )
    chart = charts.candles(kept, indicators(kept.frame), "3M", flags=flags)
    mark = next(trace for trace in sent(chart)["data"] if trace["name"] == "Data flag")
    assert mark["x"] == [labels(prices.frame.index[[at]].to_numpy().astype("datetime64[D]"))[0] for at in (-19, -5)]
    assert "no row" in mark["text"][0]
    assert mark["marker"]["color"] == "#D97706"
    assert "2 data flags" in chart.in_words
    assert computed.frame is not None


def test_many_flags_stay_few_marks() -> None:
    prices, computed = example()
    flags = [QualityFlag(stamp.date(), "missing_value", "none") for stamp in prices.frame.index]
    figure = sent(charts.candles(prices, computed, "1Y", flags=flags))
    assert len(next(trace for trace in figure["data"] if trace["name"] == "Data flag")["x"]) <= 60


def test_panels_share_one_time_axis_and_do_not_overlap() -> None:
    prices, computed = example()
    layout = sent(charts.candles(prices, computed, panels=("volume", "rsi", "macd")))["layout"]
    domains = [layout[f"yaxis{number}"]["domain"] for number in ("", 2, 3, 4)]
    assert all(upper[0] >= lower[1] for upper, lower in pairwise(domains))
    assert domains[-1][0] == pytest.approx(0, abs=1e-9)
    assert layout["xaxis"]["anchor"] == "y4"
    one = sent(charts.candles(prices, computed, panels=("rsi",)))["layout"]["yaxis2"]["domain"]
    assert one[0] == 0  # not a rounding error below it, which plotly refuses
    bare = sent(charts.candles(prices, computed, panels=(), overlays=()))
    assert len(bare["data"]) == 1
    assert bare["layout"]["yaxis"]["domain"] == [0, 1]


def test_the_fan_starts_at_the_last_close() -> None:
    prices, _ = example()
    chart = charts.fan(prices, FORECAST)
    last = float(prices.frame["close"].iloc[-1])
    traces = {trace["name"]: trace for trace in sent(chart)["data"]}
    assert values(traces["Median"]["y"]) == pytest.approx([last, *[500.0] * 4], rel=1e-6)
    assert np.diff(traces["Median"]["x"]).tolist() == [1, 4, 5, 11]
    assert "₹495.00 to ₹505.00" in chart.in_words


def test_risk_charts_tell_the_computed_values() -> None:
    prices, _ = example()
    found = risk(prices.frame)
    assert found.max_drawdown is not None
    assert f"{100 * found.max_drawdown:.1f}%" in charts.drawdown(prices).in_words
    assert found.garch_volatility is not None
    assert f"{100 * found.garch_volatility:.1f}%" in charts.volatility(prices, found).in_words
    histogram = charts.returns_histogram(prices, found)
    counts = values(sent(histogram)["data"][0]["y"])
    assert counts.sum() == len(prices.frame) - 1
    assert found.value_at_risk_95 is not None
    assert f"{100 * found.value_at_risk_95:.1f}%" in histogram.in_words


def test_drawdown_of_weeks_keeps_the_deepest() -> None:
    prices, _ = example(6300)
    deepest = risk(prices.frame).max_drawdown
    assert deepest is not None
    assert values(sent(charts.drawdown(prices))["data"][0]["y"]).min() == pytest.approx(100 * deepest, rel=1e-5)


def test_equity_shows_both() -> None:
    tested = backtest_rule(example()[0], Crossover(20, 50))
    chart = charts.equity(tested)
    ends = [values(trace["y"])[-1] for trace in sent(chart)["data"]]
    want = [run.equity.iloc[-1] for run in (tested.buy_and_hold, tested.strategy)]
    assert ends == pytest.approx(want, rel=1e-6)
    assert "Buy and hold" in chart.in_words


def test_comparison_charts() -> None:
    shares = [prices_of(frame_of(300, number), f"S{number}") for number in range(8)]
    compared = compare(shares, prices_of(frame_of(300, 9), "NIFTY 50", index=True))
    chart = charts.rebased(compared, "3M")
    traces = sent(chart)["data"]
    assert [values(trace["y"])[0] for trace in traces] == pytest.approx([100] * 9)
    assert len({(trace["line"]["color"], trace["line"]["dash"]) for trace in traces}) == 9
    heat = charts.correlation(compared)
    assert sent(heat)["data"][0]["text"][0][0] == "1.00"
    assert "highest" in heat.in_words
    parts = charts.risk_contribution(portfolio(shares[:3]))
    assert sum(values(sent(parts)["data"][1]["x"])) == pytest.approx(100, rel=1e-5)


def test_too_little_is_refused_or_told() -> None:
    with pytest.raises(ValueError, match="no correlation"):
        charts.correlation(compare([prices_of(frame_of(10))]))
    with pytest.raises(ValueError, match="no sessions"):
        charts.candles(prices_of(frame_of(0)), indicators(frame_of(0)))
    few = prices_of(frame_of(5))
    with pytest.raises(ValueError, match="needs 20"):
        charts.returns_histogram(few, risk(few.frame))
    assert "not stated" in charts.volatility(few).in_words
    assert charts.mood_bars([]).in_words == "No headlines."


def test_frontier_and_mood() -> None:
    mix = Mix({"A": 0.5, "B": 0.5}, 0.2, 0.1)
    chart = charts.frontier(Frontier((mix, mix), {"risk_parity": mix, "equal": mix}, {"A": mix, "B": mix}, 300))
    assert "Equal risk: volatility 20.0%, expected return 10.0%" in chart.in_words
    moods = charts.mood_bars(
        [Sentiment("a", "<b>X & Co", "positive", 0.9), Sentiment("b", "<b>X & Co", "negative", 0.8)]
    )
    assert sent(moods)["data"][0]["y"] == ["&lt;b>X &amp; Co"]
    assert "1 positive, 0 neutral, 1 negative" in moods.in_words


def test_dark_and_light_differ_and_indian_grouping_is_configured() -> None:
    prices, computed = example()
    light, dark = (charts.candles(prices, computed, dark=dark).figure for dark in (False, True))
    assert light.layout.template.layout.font.color != dark.layout.template.layout.font.color
    assert charts.CONFIG["locales"][charts.CONFIG["locale"]]["format"]["grouping"][:3] == [3, 2, 2]
