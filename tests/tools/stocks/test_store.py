"""What is kept comes back as it was; a damaged file is as good as none; several writers never leave half of one."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from tools.stocks.sample import sample_prices
from tools.stocks.store import Store, Stored
from tools.stocks.symbols import symbol_of
from tools.stocks.types import Prices

RELIANCE = symbol_of("RELIANCE")
MEGABYTES = 8 << 20


def series(symbol: str = "RELIANCE") -> Stored:
    made = sample_prices()
    splits = {date(2024, 10, 28): 2.0}
    prices = Prices(symbol_of(symbol), made.frame, "live", made.as_of, dividends=made.dividends, splits=splits)
    return Stored(prices, date(2020, 11, 1), made.as_of)


def test_it_comes_back_as_it_was(tmp_path: Path) -> None:
    want, store = series("M&M"), Store(tmp_path, MEGABYTES)
    store.write(want)
    got = Store(tmp_path, MEGABYTES).read(symbol_of("M&M"))
    assert got is not None
    pd.testing.assert_frame_equal(got.prices.frame, want.prices.frame, check_freq=False)
    assert got.prices.frame.index.name == "date"
    assert (got.since, got.whole_at) == (want.since, want.whole_at)
    assert (got.prices.source, got.prices.as_of, got.prices.basis) == ("stored", want.prices.as_of, "split_adjusted")
    assert (got.prices.dividends, got.prices.splits) == (want.prices.dividends, want.prices.splits)
    assert [path.name for path in tmp_path.iterdir()] == ["M%26M.NS.parquet"]


def test_nothing_kept(tmp_path: Path) -> None:
    assert Store(tmp_path, MEGABYTES).read(RELIANCE) is None
    assert Store(None, MEGABYTES).read(RELIANCE) is None


@pytest.mark.parametrize("damage", ["empty", "cut", "text", "zeros", "other symbol", "huge", "folder"])
def test_a_damaged_file_is_ignored_and_written_anew(tmp_path: Path, damage: str) -> None:
    store, path = Store(tmp_path, MEGABYTES), tmp_path / "RELIANCE.NS.parquet"
    store.write(series())
    whole = path.read_bytes()
    if damage == "other symbol":
        store.write(series("TCS"))
        os.replace(tmp_path / "TCS.NS.parquet", path)
    elif damage == "folder":
        path.unlink()
        path.mkdir()
    else:
        halves = whole[: len(whole) // 2]
        made = {"empty": b"", "cut": halves, "text": b"PAR1 nonsense", "zeros": bytes(5000), "huge": bytes(9 << 20)}
        path.write_bytes(made[damage])
    assert store.read(RELIANCE) is None
    store.write(series())
    assert store.read(RELIANCE) is not None


def test_the_longest_unfetched_go_when_room_is_short(tmp_path: Path) -> None:
    store = Store(tmp_path, MEGABYTES)
    for at, name in enumerate(("RELIANCE", "TCS", "INFY")):
        store.write(series(name))
        os.utime(tmp_path / f"{name}.NS.parquet", (at, at))
    one = (tmp_path / "TCS.NS.parquet").stat().st_size
    Store(tmp_path, int(3.5 * one)).write(series("SBIN"))
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "INFY.NS.parquet",
        "SBIN.NS.parquet",
        "TCS.NS.parquet",
    ]


def test_a_folder_that_cannot_be_written_leaves_memory_and_bounds_it(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("not a folder")
    store = Store(file / "kept", MEGABYTES)
    store.write(series())
    assert store.read(RELIANCE) is not None
    other = series("TCS")
    for at in range(80):
        each = replace(other.prices.symbol, yahoo=f"{at}.NS")
        store.write(replace(other, prices=replace(other.prices, symbol=each)))
    assert store.read(RELIANCE) is None


def test_writers_and_readers_at_once(tmp_path: Path) -> None:
    """Another process and two threads write one file over and over: readers see whole ones alone."""
    store, want = Store(tmp_path, MEGABYTES), series()
    store.write(want)
    code = (
        "import sys; from pathlib import Path\n"
        "from tools.stocks.store import Store; from tools.stocks.symbols import symbol_of\n"
        "store = Store(Path(sys.argv[1]), 8 << 20); kept = store.read(symbol_of('RELIANCE'))\n"
        "for _ in range(30): store.write(kept)"
    )
    other = subprocess.Popen([sys.executable, "-c", code, str(tmp_path)])
    with ThreadPoolExecutor(2) as pool:
        writes = [pool.submit(store.write, want) for _ in range(30)]
        while other.poll() is None or not all(write.done() for write in writes):
            got = store.read(RELIANCE)
            assert got is not None
            assert len(got.prices.frame) == len(want.prices.frame)
            time.sleep(0.01)
    assert other.returncode == 0
    assert [path.name for path in tmp_path.iterdir()] == ["RELIANCE.NS.parquet"]


def test_a_file_is_parsed_once_while_it_stays_the_same(tmp_path: Path) -> None:
    store, other = Store(tmp_path, MEGABYTES), Store(tmp_path, MEGABYTES)
    store.write(series())
    first = store.read(RELIANCE)
    assert store.read(RELIANCE) is first
    shorter = replace(series(), prices=replace(series().prices, frame=series().prices.frame.tail(9)))
    other.write(shorter)  # as another process does
    again = store.read(RELIANCE)
    assert again is not None
    assert len(again.prices.frame) == 9
