"""Indicators and risk equal what two or more independent libraries gave on real prices."""

from __future__ import annotations

import json
from typing import Any

import pandas as pd
import pytest

from tests.shared import shared
from tools.stocks.indicators import WARM_UP, indicators
from tools.stocks.risk import risk


def frame_of(symbol: str, *, dividends: bool = False) -> pd.DataFrame:
    prices = pd.read_csv(shared(f"data/stocks/prices/{symbol}.NS.csv"), parse_dates=["date"], index_col="date")
    frame = prices.rename(columns={"adj_close": "adjusted_close"})
    if dividends:
        ratio = frame["adjusted_close"] / frame["close"]
        for name in ("open", "high", "low", "close"):
            frame[name] = frame[name] * ratio
    return frame


def index_of() -> pd.DataFrame:
    frame = pd.read_csv(shared("data/stocks/index/NSEI_daily.csv"), parse_dates=["date"], index_col="date")
    frame["adjusted_close"] = frame["close"]
    return frame


def golden(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(shared("data/stocks/golden.json").read_text())[name]
    return found


@pytest.mark.parametrize("symbol", ["RELIANCE", "TCS"])
@pytest.mark.parametrize("dividends", [False, True])
def test_indicators(symbol: str, dividends: bool) -> None:
    kind = "auto_adjust=True (dividend+split adjusted)" if dividends else "auto_adjust=False (split-adjusted close)"
    want = golden(f"{symbol}|{kind}")
    got = indicators(frame_of(symbol, dividends=dividends)).latest()
    for name, value in {
        "rsi_14": want["RSI14"]["talib"],
        "atr_14": want["ATR14"]["talib"],
        **dict(zip(("macd", "macd_signal", "macd_histogram"), want["MACD_12_26_9"]["talib"], strict=True)),
        **dict(zip(("adx_14", "plus_di_14", "minus_di_14"), want["ADX14_plusDI_minusDI"]["talib"], strict=True)),
        **dict(
            zip(
                ("bollinger_upper", "bollinger_middle", "bollinger_lower"),
                want["BB_20_2_upper_mid_lower_ddof0"]["talib"],
                strict=True,
            )
        ),
        **dict(zip(("sma_50", "sma_200", "ema_20"), want["SMA50_SMA200_EMA20"]["talib"], strict=True)),
    }.items():
        assert got[name] == pytest.approx(value, rel=1e-6, abs=2e-6), name


def test_a_window_with_warm_up_shows_the_same_values() -> None:
    frame = frame_of("RELIANCE")
    whole, window = indicators(frame).latest(), indicators(frame.tail(WARM_UP)).latest()
    for name in ("rsi_14", "macd", "macd_signal", "atr_14", "sma_50", "bollinger_upper"):
        assert window[name] == pytest.approx(whole[name], rel=1e-4), name


@pytest.mark.parametrize("symbol", ["RELIANCE", "TCS"])
def test_risk(symbol: str) -> None:
    want = golden(f"{symbol}|risk on adj_close simple returns")
    frame = frame_of(symbol)
    got = risk(frame)
    assert got.sharpe == pytest.approx(want["sharpe_rf0_252"]["empyrical"], rel=1e-5)
    assert risk(frame, rate=0.065).sharpe == pytest.approx(next(iter(want["sharpe_rf6.5pct_252"].values())), abs=1e-6)
    assert got.sortino == pytest.approx(want["sortino_rf0"]["empyrical"], rel=1e-5)
    assert got.volatility == pytest.approx(want["vol_annual"]["empyrical"], rel=1e-5)
    assert got.max_drawdown == pytest.approx(want["max_drawdown"]["own"], rel=1e-5)
    assert got.max_drawdown_from is not None
    assert got.max_drawdown_from.isoformat() == want["max_drawdown"]["peak_date"]
    assert got.max_drawdown_to is not None
    assert got.max_drawdown_to.isoformat() == want["max_drawdown"]["trough_date"]
    assert got.cagr == pytest.approx(next(iter(want["cagr"].values())), abs=2e-6)
    assert got.value_at_risk_95 == pytest.approx(want["var95_hist_1d"]["empyrical"], abs=1e-6)
    assert got.expected_shortfall_95 == pytest.approx(want["cvar95_hist_1d"]["empyrical"], abs=1e-6)


def test_beta_against_the_index() -> None:
    want = golden("RELIANCE|risk on adj_close simple returns")
    beta = next(value for name, value in want.items() if name.startswith("beta_vs"))["empyrical"]
    got = risk(frame_of("RELIANCE"), index_of(), name="NIFTY 50")
    assert got.beta == pytest.approx(beta, rel=1e-5)
    assert got.benchmark == "NIFTY 50"
    assert got.tracking_error is not None
    assert got.garch_volatility is not None
    assert 0.05 < got.garch_volatility < 1.0
