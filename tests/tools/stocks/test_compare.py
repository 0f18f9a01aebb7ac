"""Series side by side: rebased, over windows, correlated."""

from __future__ import annotations

import json
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from tests.tools.stocks.series import frame_of, prices_of
from tools.errors import BadInput
from tools.stocks.compare import compare


def test_all_start_at_100_on_the_first_common_session() -> None:
    one, two = prices_of(frame_of(500, 1), "ONE"), prices_of(frame_of(300, 2, first="2016-01-01"), "TWO")
    found = compare([one, two], prices_of(frame_of(600, 3), "NIFTY 50", index=True))
    assert list(found.rebased.columns) == ["ONE", "TWO", "NIFTY 50"]
    assert found.rebased.iloc[0].to_list() == [100, 100, 100]
    assert found.first.isoformat() == "2016-01-01"
    last = one.frame["adjusted_close"].loc[pd.Timestamp(found.last)]
    assert found.rebased["ONE"].iloc[-1] == pytest.approx(
        100 * last / one.frame["adjusted_close"].loc[pd.Timestamp(found.first)]
    )
    assert len(found.notes) == 3
    json.dumps(found.to_dict())


def test_windows_reach_back_to_the_last_session_before_their_start() -> None:
    frame = frame_of(300, 1, first="2024-01-01")
    found = compare([prices_of(frame)])
    column, last = frame["adjusted_close"], frame.index[-1]
    base = column.loc[: last - pd.DateOffset(months=3)].iloc[-1]
    assert found.windows["EXAMPLE"]["3M"] == pytest.approx(column.iloc[-1] / base - 1)
    assert found.windows["EXAMPLE"]["1Y"] is not None
    assert found.windows["EXAMPLE"]["3Y"] is None
    assert found.windows["EXAMPLE"]["5Y"] is None


def test_correlation_knows_twins_and_mirrors() -> None:
    frame = frame_of(300, 1)
    mirror = frame.copy()
    moves = frame["adjusted_close"].pct_change().fillna(0)
    mirror["adjusted_close"] = 100 * (1 - moves).cumprod()
    found = compare([prices_of(frame, "A"), prices_of(frame * 2, "B"), prices_of(mirror, "C")])
    assert found.correlation is not None
    assert found.correlation.loc["A", "B"] == pytest.approx(1)
    assert found.correlation.loc["A", "C"] == pytest.approx(-1)
    assert np.allclose(found.correlation, found.correlation.T)


def test_few_sessions_have_no_correlation() -> None:
    found = compare([prices_of(frame_of(30, 1), "A"), prices_of(frame_of(30, 2), "B")])
    assert found.correlation is None
    assert any("no correlation" in note for note in found.notes)


def test_a_missing_session_of_one_leaves_no_gap() -> None:
    one, two = frame_of(100, 1), frame_of(100, 2).drop(index=frame_of(100).index[50])
    found = compare([prices_of(one, "A"), prices_of(two, "B")])
    assert len(found.rebased) == 99
    span = one["adjusted_close"].iloc[51] / one["adjusted_close"].iloc[49] - 1
    assert found.returns["A"].iloc[49] == pytest.approx(span)


def test_a_symbol_counts_once_and_the_benchmark_is_last() -> None:
    one = prices_of(frame_of(100, 1), "A")
    index = prices_of(frame_of(100, 2), "NIFTY 50", index=True)
    assert list(compare([index, one, one], index).rebased.columns) == ["A", "NIFTY 50"]


def test_traded_prices_are_told() -> None:
    found = compare([replace(prices_of(frame_of(100)), basis="traded")])
    assert any("as traded" in note for note in found.notes)


@pytest.mark.parametrize("count", [0, 9])
def test_one_to_eight(count: int) -> None:
    with pytest.raises(BadInput, match="between 1 and 8"):
        compare([prices_of(frame_of(10), f"S{number}") for number in range(count)])


def test_no_common_session() -> None:
    with pytest.raises(BadInput, match="in common"):
        compare([prices_of(frame_of(50), "A"), prices_of(frame_of(50, first="2020-01-01"), "B")])
