"""Several shares side by side: rebased to 100, returns over usual windows, correlation of daily returns.

Returns include dividends where the source knows them. An index such as NIFTY 50 is the average of prices without
dividends, so it looks a little worse beside shares than it is. It does not know which share is the better one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

import pandas as pd

from tools.errors import BadInput
from tools.stocks.types import Prices, Symbol
from tools.stocks.words import day
from tools.translations import N_

MOST: Final = 8  # symbols; more lines cannot be told apart
FEWEST: Final = 2  # common sessions
FEWEST_CORRELATED: Final = 60  # returns; below, a correlation says nothing
MONTHS: Final[Mapping[str, int]] = {N_("1M"): 1, N_("3M"): 3, N_("6M"): 6, N_("1Y"): 12, N_("3Y"): 36, N_("5Y"): 60}


@dataclass(frozen=True, eq=False)
class Comparison:
    """Series side by side; columns and keys are symbols in the order given, the benchmark last.

    `rebased` is 100 at the first common session; `returns` are simple daily returns between common sessions;
    `correlation` is of those, None with fewer than 60; `windows` are total returns over months up to the last common
    session, None where a series is younger.
    """

    symbols: tuple[Symbol, ...]
    benchmark: str
    rebased: pd.DataFrame
    returns: pd.DataFrame
    correlation: pd.DataFrame | None
    windows: Mapping[str, Mapping[str, float | None]]
    first: date
    last: date
    notes: tuple[str, ...]

    def to_dict(self) -> dict[str, Any]:
        """Plain values for JSON."""
        return {
            "symbols": [each.symbol for each in self.symbols],
            "benchmark": self.benchmark,
            "first": self.first.isoformat(),
            "last": self.last.isoformat(),
            "sessions": len(self.rebased),
            "windows": {name: dict(each) for name, each in self.windows.items()},
            "correlation": None if self.correlation is None else self.correlation.to_dict(),
            "notes": list(self.notes),
        }


def compare(series: Sequence[Prices], benchmark: Prices | None = None) -> Comparison:
    """Compare up to eight series, beside a benchmark.

    Parameters
    ----------
    series
        Daily bars without rows that did not trade (`tools.stocks.quality.usable`); a symbol given twice counts once.

    Raises
    ------
    BadInput
        With none or more than eight symbols, or fewer than two common sessions.
    """
    chosen = chosen_series(series)
    name = ""
    if benchmark is not None:
        name = benchmark.symbol.symbol
        chosen = {key: each for key, each in chosen.items() if key != name} | {name: benchmark}
    prices = common_prices(chosen)
    returns = prices.pct_change().iloc[1:]
    last = prices.index[-1]
    return Comparison(
        symbols=tuple(each.symbol for each in chosen.values()),
        benchmark=name,
        rebased=100 * prices / prices.iloc[0],
        returns=returns,
        correlation=returns.corr() if len(returns) >= FEWEST_CORRELATED else None,
        windows={key: _windows(total_return_prices(each), last) for key, each in chosen.items()},
        first=prices.index[0].date(),
        last=last.date(),
        notes=_notes(chosen, prices),
    )


def chosen_series(series: Sequence[Prices]) -> dict[str, Prices]:
    """The series by symbol, each once; `BadInput` with none or too many."""
    chosen = {each.symbol.symbol: each for each in series}
    if not 1 <= len(chosen) <= MOST:
        raise BadInput(f"Choose between 1 and {MOST} symbols to compare: {len(chosen)} are chosen.")
    return chosen


def common_prices(chosen: Mapping[str, Prices]) -> pd.DataFrame:
    """Prices with dividends on the sessions that all series have, one column a symbol; `BadInput` with fewer than 2."""
    columns = {key: total_return_prices(each) for key, each in chosen.items()}
    prices = pd.concat(columns, axis=1, join="inner")
    if len(prices) < FEWEST:
        raise BadInput("These symbols have no two sessions in common: leave out the youngest one.")
    return prices


def total_return_prices(prices: Prices) -> pd.Series:
    """The adjusted close of every session that has one."""
    column = prices.frame["adjusted_close"].dropna()
    return column[column > 0]


def _windows(column: pd.Series, last: pd.Timestamp) -> dict[str, float | None]:
    """Returns up to `last` from the last session on or before the day so many months earlier."""
    known = column.loc[:last]
    found: dict[str, float | None] = {}
    for name, months in MONTHS.items():
        start = known.loc[: last - pd.DateOffset(months=months)]
        found[name] = float(known.iloc[-1] / start.iloc[-1] - 1) if len(start) else None
    return found


def _notes(chosen: Mapping[str, Prices], prices: pd.DataFrame) -> tuple[str, ...]:
    """What a reader must know of this comparison."""
    notes = []
    first, last = (prices.index[at].date() for at in (0, -1))
    starts, ends = ({edge(each.frame.index) for each in chosen.values()} for edge in (min, max))
    if len(starts) > 1:
        notes.append(N_(f"All start on {day(first)}, the first session that all have."))
    if len(ends) > 1:
        notes.append(N_(f"All end on {day(last)}, the last session that all have."))
    found = [each.symbol.symbol for each in chosen.values() if each.symbol.index]
    if found and len(found) < len(chosen):
        indices = ", ".join(found)
        notes.append(N_(f"{indices} is without dividends, the shares are with them where the source has them."))
    if len(prices) <= FEWEST_CORRELATED:
        notes.append(N_(f"Fewer than {FEWEST_CORRELATED} common returns: no correlation is computed."))
    traded = [each.symbol.symbol for each in chosen.values() if each.basis == "traded"]
    if traded:
        shares = ", ".join(traded)
        notes.append(N_(f"{shares}: prices as traded, so a split or bonus looks like a fall."))
    return tuple(notes)
