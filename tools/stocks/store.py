"""Keeps fetched prices, one parquet file a symbol, so that a page has something honest to show when Yahoo has not.

A file is written whole and swapped in, so that threads and processes never see half of one; a damaged one counts as
absent and is written anew. Where the folder cannot be written, prices live in memory until the process ends.
"""

from __future__ import annotations

import io
import json
import logging
import os
import tempfile
import threading
from collections import OrderedDict
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any, Final, TypeVar
from urllib.parse import quote

import pandas as pd

from tools.settings import settings
from tools.stocks.types import COLUMNS, Prices, Symbol

LAYOUT: Final = "1"  # of the files; another layout goes to another folder
LARGEST_FILE: Final = 8 << 20  # bytes: 30 years of bars take about half a megabyte
IN_MEMORY: Final = 64  # series

Version = tuple[int, int, int]  # of a file: inode, time of writing, size
Value = TypeVar("Value")

log = logging.getLogger(__name__)


@dataclass(frozen=True, eq=False)
class Stored:
    """A kept series: asked for from `since` on, and last fetched as a whole at `whole_at`."""

    prices: Prices
    since: date
    whole_at: datetime


class Store:
    """The kept series of one folder; safe for several threads and processes."""

    def __init__(self, folder: Path | None, most_bytes: int) -> None:
        self.folder = folder
        self.most_bytes = most_bytes
        self._memory: OrderedDict[str, Stored] = OrderedDict()
        self._read: OrderedDict[str, tuple[Version, Stored]] = OrderedDict()
        self._lock = threading.Lock()

    def read(self, symbol: Symbol) -> Stored | None:
        """What is kept of `symbol`; None when there is nothing that can be read."""
        with self._lock:
            if symbol.yahoo in self._memory:
                return self._memory[symbol.yahoo]
        path = self._path(symbol)
        if path is None:
            return None
        try:
            return self._of_file(path, symbol)
        except FileNotFoundError:
            return None
        except Exception as error:  # whatever a damaged file makes the readers raise
            log.warning("The kept prices of %s cannot be read and are fetched anew: %s", symbol.symbol, error)
            return None

    def write(self, stored: Stored) -> None:
        """Keep a series in place of the one before; in memory where the folder cannot be written."""
        symbol, path = stored.prices.symbol, self._path(stored.prices.symbol)
        try:
            if path is None:
                raise OSError("no folder")
            _swap_in(path, _packed(stored))
        except OSError:
            self._remember(self._memory, symbol.yahoo, stored)
            return
        with self._lock:
            self._memory.pop(symbol.yahoo, None)
        self._make_room(path)

    def _of_file(self, path: Path, symbol: Symbol) -> Stored:
        """The series of a file; not parsed again while the file is the one that was read before."""
        with path.open("rb") as file:
            about = os.fstat(file.fileno())
            version = (about.st_ino, about.st_mtime_ns, about.st_size)
            with self._lock:
                known = self._read.get(path.name)
            if known and known[0] == version:
                return known[1]
            if about.st_size > LARGEST_FILE:
                raise ValueError("too large")
            stored = _unpacked(file.read(), symbol)
        self._remember(self._read, path.name, (version, stored))
        return stored

    def _path(self, symbol: Symbol) -> Path | None:
        return self.folder / f"{quote(symbol.yahoo, safe='')}.parquet" if self.folder else None

    def _remember(self, where: OrderedDict[str, Value], key: str, value: Value) -> None:
        with self._lock:
            where[key] = value
            where.move_to_end(key)
            while len(where) > IN_MEMORY:
                where.popitem(last=False)

    def _make_room(self, newest: Path) -> None:
        """Delete the files that were not fetched for the longest time until the rest is within bounds."""
        files = []
        for path in newest.parent.glob("*.parquet"):
            with suppress(OSError):  # another process was faster
                files.append((path.stat().st_mtime, path.stat().st_size, path))
        total = sum(size for _, size, _ in files)
        for _, size, path in sorted(files):
            if total <= self.most_bytes or path == newest:
                break
            with suppress(OSError):
                path.unlink()
            total -= size


def store() -> Store:
    """The store of the settings' folder."""
    return _store(settings().data_folder, settings().stocks_store_mb)


@lru_cache(maxsize=4)
def _store(folder: str, megabytes: int) -> Store:
    base = Path(folder) if folder else _cache_folder()
    return Store(base / f"prices-{LAYOUT}" if base else None, megabytes << 20)


def _cache_folder() -> Path | None:
    """The user's cache folder, None for a user without a home."""
    home = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")
    return Path(home) / "ai-demo-portal" if os.path.isabs(home) else None


def _swap_in(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=path.parent, suffix=".part", delete=False) as file:
        try:
            file.write(data)
            file.close()
            os.replace(file.name, path)
        except OSError:
            with suppress(OSError):
                os.unlink(file.name)
            raise


def _packed(stored: Stored) -> bytes:
    import pyarrow as pa  # type: ignore[import-untyped, unused-ignore]
    from pyarrow import parquet  # type: ignore[import-untyped, unused-ignore]

    prices = stored.prices
    facts = {
        "yahoo": prices.symbol.yahoo, "as_of": prices.as_of.isoformat(), "basis": prices.basis,
        "since": stored.since.isoformat(), "whole_at": stored.whole_at.isoformat(),
        "dividends": {day.isoformat(): value for day, value in prices.dividends.items()},
        "splits": {day.isoformat(): value for day, value in prices.splits.items()},
    }  # fmt: skip
    table = pa.Table.from_pandas(prices.frame[list(COLUMNS)].reset_index(names="date"), preserve_index=False)
    out = io.BytesIO()
    parquet.write_table(table.replace_schema_metadata({"portal": json.dumps(facts)}), out)
    return out.getvalue()


def _unpacked(data: bytes, symbol: Symbol) -> Stored:
    from pyarrow import parquet  # type: ignore[import-untyped, unused-ignore]

    table = parquet.read_table(io.BytesIO(data))
    facts: dict[str, Any] = json.loads((table.schema.metadata or {})[b"portal"])
    frame = table.to_pandas().set_index("date")
    frame.index = pd.DatetimeIndex(frame.index).as_unit("us")
    if facts["yahoo"] != symbol.yahoo or list(frame.columns) != list(COLUMNS) or frame.empty:
        raise ValueError("not the series of this symbol")
    if not frame.index.is_monotonic_increasing or not frame.index.is_unique:
        raise ValueError("its dates are out of order")
    prices = Prices(
        symbol, frame.astype("float64"), "stored", datetime.fromisoformat(facts["as_of"]), facts["basis"],
        dividends=_by_date(facts["dividends"]), splits=_by_date(facts["splits"]),
    )  # fmt: skip
    return Stored(prices, date.fromisoformat(facts["since"]), datetime.fromisoformat(facts["whole_at"]))


def _by_date(values: dict[str, float]) -> dict[date, float]:
    return {date.fromisoformat(day): float(value) for day, value in values.items()}


def as_stored(stored: Stored) -> Prices:
    """The kept series, labelled as kept (in memory it still says how it came)."""
    return replace(stored.prices, source="stored")
