"""Whether the stock analyser finds shares, flags bad rows and forecasts honestly, on twenty real series."""

from __future__ import annotations

import csv
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pandas as pd

from tests.shared import SHARED
from tools.stocks.forecast import HORIZONS, backtest, range_variance
from tools.stocks.quality import flags_of
from tools.stocks.symbols import entries, find
from tools.stocks.types import BacktestScore, Prices, Symbol

FOLDER = SHARED / "data" / "stocks"


def share_found(pairs: list[tuple[str, str]]) -> str:
    """How many of (typed, symbol) have the symbol among the first three."""
    found = sum(symbol in [each.symbol for each in find(typed, 3)] for typed, symbol in pairs)
    return f"{found} of {len(pairs)}"


def rows(name: str) -> list[dict[str, str]]:
    """A list of the exchange."""
    with (FOLDER / "symbols" / name).open(encoding="utf-8-sig") as file:
        return [{key.strip(): value for key, value in row.items() if key} for row in csv.DictReader(file)]


def finding() -> None:
    """Symbols, names and former symbols typed as the exchange's lists have them."""
    listed = rows("EQUITY_L.csv")
    print("found among the first three:")
    print("  symbols        ", share_found([(row["SYMBOL"], row["SYMBOL"]) for row in listed]))
    print("  names          ", share_found([(row["NAME OF COMPANY"], row["SYMBOL"]) for row in listed]))
    aliases = rows("symbol_aliases_derived.csv")
    print("  former symbols ", share_found([(row["old_symbol"], row["symbol"]) for row in aliases]))
    by_isin = {entry.symbol.isin: entry.symbol.symbol for entry in entries()}
    older = [row for row in rows("nifty750list.csv") if row["ISIN Code"] in by_isin]
    print("  names of NIFTY 750", share_found([(row["Company Name"], by_isin[row["ISIN Code"]]) for row in older]))


def flagging(prices: pd.DataFrame) -> None:
    """Known bad rows that are flagged, and good rows that are."""
    bad = pd.read_csv(FOLDER / "prices" / "known_bad_yahoo_rows.csv")
    wanted = set(zip(bad["symbol"], bad["date"], strict=True))
    found: set[tuple[str, str]] = set()
    for name, frame in prices.groupby("symbol"):
        series = Prices(Symbol(str(name), "", ""), _frame(frame), "file", datetime.now(UTC))
        found |= {(str(name), each.date.isoformat()) for each in flags_of(series) if each.kind != "missing_session"}
    print(f"bad rows flagged: {len(found & wanted)} of {len(wanted)}")
    print(f"good rows flagged: {len(found - wanted)} of {len(prices)}")


def forecasting(prices: pd.DataFrame) -> None:
    """Means over the series of what each page shows about its own."""
    scores: dict[int, list[BacktestScore]] = {days: [] for days in HORIZONS}
    for _, frame in prices.groupby("symbol"):
        returns = np.diff(np.log(frame["close"].to_numpy()))
        for score in backtest(returns, range_variance(frame)):
            scores[score.days].append(score)
    print("sessions ahead   MASE ratio   CRPS ratio   inside the 80 % range   (means over the series, 25 trials each)")
    for days, each in scores.items():
        means = [np.mean([getattr(score, name) for score in each]) for name in ("rel_mase", "rel_crps", "coverage_80")]
        print(f"{days:14d}   {means[0]:10.3f}   {means[1]:10.3f}   {means[2]:21.3f}")


def _frame(frame: pd.DataFrame) -> pd.DataFrame:
    return frame.set_index("date").rename(columns={"adj_close": "adjusted_close"})


def main() -> None:
    """Print all three; needs the shared data."""
    path: Path = FOLDER / "prices" / "yahoo_daily_20.parquet"
    if not path.exists():
        print("skipped: the shared data is not here")
        return
    prices = pd.read_parquet(path)
    finding()
    flagging(prices)
    forecasting(prices)


if __name__ == "__main__":
    main()
