"""Bars and indicators as a table, one row a session, safe to open in a spreadsheet. It holds all sessions given."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from datetime import date
from typing import Final

import numpy as np
import pandas as pd

from tools.cells import for_csv
from tools.stocks.indicators import Indicators
from tools.stocks.types import COLUMNS, Prices, QualityFlag

DIGITS: Final = 6  # after the point; sources give two to four


def to_csv(prices: Prices, computed: Indicators, flags: Sequence[QualityFlag] = ()) -> bytes:
    """UTF-8 with the mark that Excel needs; a value that is not there is an empty cell.

    Parameters
    ----------
    computed
        Indicators of the same frame.
    flags
        Named in the last column of their session; flags of days without a row have none.
    """
    told: dict[date, list[str]] = {}
    for flag in flags:
        told.setdefault(flag.date, []).append(flag.kind)
    table = pd.concat([prices.frame[list(COLUMNS)], computed.frame], axis=1)
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_MINIMAL, lineterminator="\r\n")
    writer.writerow(["date", *table.columns, "flags", "symbol", "source", "as_of"])
    about = [for_csv(prices.symbol.symbol), prices.source, prices.as_of.isoformat(timespec="seconds")]
    for stamp, row in zip(table.index, table.to_numpy(np.float64), strict=True):
        day = stamp.date()
        cells = ["" if not np.isfinite(value) else round(value, DIGITS) for value in row.tolist()]
        writer.writerow([day.isoformat(), *cells, " ".join(told.get(day, ())), *about])
    return out.getvalue().encode("utf-8-sig")
