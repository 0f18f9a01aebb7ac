"""Prices from a file: a download of a site, or the NSE's own list of one day (bhavcopy).

Nothing is repaired: a row without a price stays for the check of quality to flag, and what cannot be right is refused
with one sentence. A file does not say whether its prices were adjusted; only an adjusted column, or a heading of the
exchange, tells.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time
from typing import Final

import numpy as np
import pandas as pd

from tools.errors import BadInput, Empty
from tools.format import INDIA
from tools.stocks.tables import Table, dates_of, number, quantity, table_of
from tools.stocks.types import COLUMNS, Prices, Symbol
from tools.translations import N_

SERIES: Final = ("EQ", "BE", "BZ", "SM", "ST", "SZ")  # of shares, the usual one first; others are debt and funds
PRICES: Final = ("open", "high", "low", "close")
CLOSES: Final = time(15, 30)
OUTSIDE: Final = 0.01  # by how much a close may lie beyond its day's range: sites round
MANY_OUTSIDE: Final = 0.2  # of the rows: from here on the columns are not what their heading says
FARTHEST: Final = 0.30  # from the close before: beyond, the day of a file is of another scale than the series

Row = tuple[float, ...]


def prices_from_csv(name: str, data: bytes, symbol: Symbol) -> Prices:
    """The prices of `symbol` in a file: a series, or one session from a bhavcopy.

    `as_of` is the close of the last session in it. A missing volume is NaN, a missing adjusted close the close.

    Raises
    ------
    Empty, TooLarge, WrongType, Corrupt, BadInput
        One sentence that says what is wrong with the file.
    """
    table = table_of(name, data)
    chosen = _of_symbol(table, symbol)
    days = dates_of(name, [(line, table.cell(row, "date")) for line, row in chosen])
    by_day: dict[date, tuple[int, Row]] = {}
    for day, (line, row) in zip(days, chosen, strict=True):
        rank, values = _rank(table, row), _values(table, row, line)
        if day not in by_day or rank < by_day[day][0]:
            by_day[day] = (rank, values)
        elif rank == by_day[day][0] and not np.array_equal(by_day[day][1], values, equal_nan=True):
            raise BadInput(f"{name} has {_written(day)} twice with different prices: leave one of the rows.")
    frame = _frame(by_day)
    _refuse_nonsense(name, frame)
    adjusted = "adjusted_close" in table.columns
    last = datetime.combine(frame.index[-1].date(), CLOSES, INDIA)
    return Prices(
        symbol, frame, "file", last, "split_adjusted" if adjusted else "traded", note=_note(name, table, adjusted)
    )


def with_day(prices: Prices, day: Prices) -> Prices:
    """A series with one session from a bhavcopy: appended, or put where the series has no trades on that day.

    The exchange's prices are as traded; they are brought to the series' scale by the splits after that day.

    Raises
    ------
    BadInput
        The day is before the series, of another scale, or there already with its trades.
    """
    stamp, row = day.frame.index[-1], day.frame.iloc[-1].astype("float64")
    frame, told = prices.frame, _written(stamp.date())
    there = frame.reindex([stamp]).astype("float64").iloc[0]
    if there["volume"] > 0 and not math.isnan(there["close"]):
        raise BadInput(f"The series has the session of {told} already: choose the file of another day.")
    before = frame[(frame.index < stamp) & frame["close"].notna()]
    if before.empty:
        raise BadInput(f"The session of {told} is before the series begins: choose the file of a later day.")
    scale = math.prod(ratio for when, ratio in prices.splits.items() if when > stamp.date())
    added = row.copy()
    added[list(PRICES)] = row[list(PRICES)] / scale
    added["volume"] = row["volume"] * scale
    close, last = added["close"], before.iloc[-1].astype("float64")
    if not abs(close / last["close"] - 1) < FARTHEST:
        raise BadInput(f"The close of {told} does not fit the series: it may be of another share or before a split.")
    later = bool((frame.index > stamp).any())
    added["adjusted_close"] = close * last["adjusted_close"] / last["close"] if later else close
    joined = pd.concat([frame.drop(index=stamp, errors="ignore"), added.to_frame(stamp).T]).sort_index()
    joined.index = pd.DatetimeIndex(joined.index, name="date").as_unit("us")
    note = N_(f"The session of {told} comes from a file of the exchange.")
    return replace(prices, frame=joined.astype("float64"), note=" ".join(filter(None, (prices.note, note))))


def _of_symbol(table: Table, symbol: Symbol) -> list[tuple[int, list[str]]]:
    """The rows of this share with their line numbers; all of them where the file names no symbols."""
    if "symbol" not in table.columns:
        return table.rows
    names = {symbol.symbol.casefold(), symbol.yahoo.casefold(), *(former.casefold() for former in symbol.former)}
    found = [
        (line, row) for line, row in table.rows
        if table.cell(row, "symbol").casefold().removesuffix(".ns") in names
        and table.cell(row, "instrument") in ("", "STK")
    ]  # fmt: skip
    if not found:
        have = list(dict.fromkeys(table.cell(row, "symbol")[:20] for _, row in table.rows if table.cell(row, "symbol")))
        more = f" and {len(have) - 3} others" if len(have) > 3 else ""
        raise BadInput(f"{table.name} has no prices of {symbol.symbol}: it has {', '.join(have[:3])}{more}.")
    return found


def _rank(table: Table, row: list[str]) -> int:
    """Which series of a share comes first where one day has several."""
    series = table.cell(row, "series").upper()
    return SERIES.index(series) if series in SERIES else len(SERIES) if series else 0


def _values(table: Table, row: list[str], line: int) -> Row:
    """The numbers of a row in the order of `COLUMNS`."""
    found = dict(_numbers(table, row, line))
    adjusted = found.get("adjusted_close", math.nan)
    found["adjusted_close"] = found["close"] if math.isnan(adjusted) else adjusted
    return tuple(found[column] for column in COLUMNS)


def _numbers(table: Table, row: list[str], line: int) -> Iterator[tuple[str, float]]:
    for column in COLUMNS:
        text = table.cell(row, column)
        value = quantity(text) if column == "volume" else number(text)
        if value is None:
            raise BadInput(f"{table.name}, row {line}: “{text[:30]}” is not a number in the column {column}.")
        if math.isinf(value) or value < 0 or (value == 0 and column != "volume"):
            raise BadInput(f"{table.name}, row {line}: {text[:30]} cannot be a value of the column {column}.")
        yield column, value


def _frame(by_day: dict[date, tuple[int, Row]]) -> pd.DataFrame:
    days = sorted(by_day)
    frame = pd.DataFrame([by_day[day][1] for day in days], columns=list(COLUMNS), dtype="float64")
    frame.index = pd.DatetimeIndex(pd.to_datetime(days), name="date").as_unit("us")
    return frame


def _refuse_nonsense(name: str, frame: pd.DataFrame) -> None:
    if frame["close"].isna().all():
        raise Empty(f"{name} has dates and no closing prices: download it again.")
    wrong = frame["high"] < frame["low"]
    if wrong.any():
        day = _written(frame.index[wrong][0].date())
        raise BadInput(f"{name}: on {day} the high is below the low; check whether the columns are mixed up.")
    outside = (frame["close"] > frame["high"] * (1 + OUTSIDE)) | (frame["close"] < frame["low"] * (1 - OUTSIDE))
    if outside.mean() > MANY_OUTSIDE:
        raise BadInput(f"{name}: the close is outside the day's range; check whether the columns are mixed up.")


def _note(name: str, table: Table, adjusted: bool) -> str:
    if adjusted:
        return N_(f"Prices from the file {name}.")
    official = "series" in table.columns
    if "volume" in table.columns:
        return (
            N_(f"From the file {name}: the exchange's prices as traded, without dividend-adjusted ones.")
            if official
            else N_(f"From the file {name}: prices as they stand there, without dividend-adjusted ones.")
        )
    return (
        N_(f"From the file {name}: the exchange's prices as traded, without dividend-adjusted ones and no volume.")
        if official
        else N_(f"From the file {name}: prices as they stand there, without dividend-adjusted ones and no volume.")
    )


def _written(day: date) -> str:
    return f"{day.day} {day:%b %Y}"
