"""Reads a table of prices out of a file that somebody uploads: its text, its columns, its dates and its numbers.

Understands the spellings of Yahoo, the NSE (historical data and both bhavcopies), the BSE, Moneycontrol and
Investing.com. It guesses no number: what is not clearly one is refused with the row it stands in.
"""

from __future__ import annotations

import csv
import io
import math
import re
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from tools.errors import BadInput, Corrupt, Empty, TooLarge, WrongType
from tools.format import INDIA

MOST_BYTES: Final = 16 << 20
MOST_ROWS: Final = 100_000
MOST_COLUMNS: Final = 100
HEADER_WITHIN: Final = 20  # rows: some sites put a title above
LONGEST_CELL: Final = 60
NEEDED: Final = ("date", "open", "high", "low", "close")

SPELLINGS: Final = {
    "date": ("date", "date1", "traddt", "tradedate", "tradingdate", "timestamp", "datetime", "day", "time"),
    "open": ("open", "openprice", "opnpric", "openpricers", "openinr"),
    "high": ("high", "highprice", "hghpric", "highpricers", "highinr"),
    "low": ("low", "lowprice", "lwpric", "lowpricers", "lowinr"),
    "close": ("close", "closeprice", "clspric", "closelast", "closepricers", "closeinr", "price"),
    "volume": ("volume", "vol", "ttltrdqnty", "totaltradedquantity", "ttltradgvol", "tottrdqty", "sharestraded",
               "noofshares", "tradedquantity", "tradedqty"),
    "adjusted_close": ("adjclose", "adjustedclose", "closeadj"),
    "symbol": ("symbol", "tckrsymb", "ticker"),
    "series": ("series", "sctysrs"),
    "instrument": ("fininstrmtp",),
}  # fmt: skip
NOTHING: Final = frozenset(("", "-", "--", "null", "nan", "none", "na", "n/a", "nil"))
TIMES: Final = {"k": 1e3, "m": 1e6, "b": 1e9, "l": 1e5, "lac": 1e5, "lakh": 1e5, "cr": 1e7}
GROUPED: Final = re.compile(r"[+-]?\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d*)?", re.ASCII)
PLAIN: Final = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?", re.ASCII)
MONTHS: Final = {name: at for at, name in enumerate(
    ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), 1)}  # fmt: skip
YEAR_FIRST: Final = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[ T].*)?", re.ASCII)
EPOCH: Final = re.compile(r"\d{10}", re.ASCII)  # seconds, as TradingView writes them
COMPACT: Final = re.compile(r"(\d{4})(\d{2})(\d{2})", re.ASCII)
DAY_NAMED: Final = re.compile(r"(\d{1,2})[-/ .]([A-Za-z]{3,9})[-/ .,]{1,2}(\d{4}|\d{2})(?:[ T].*)?", re.ASCII)
MONTH_NAMED: Final = re.compile(r"([A-Za-z]{3,9})[-/ .]{1,2}(\d{1,2})(?:, ?|[-/ ])(\d{4})(?: .*)?", re.ASCII)
NUMERIC: Final = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})(?:[ T].*)?", re.ASCII)


@dataclass(frozen=True)
class Table:
    """The rows of a file as text, each with its number in the file, and where our columns are in them."""

    name: str
    columns: dict[str, int]
    rows: list[tuple[int, list[str]]]

    def cell(self, row: Sequence[str], column: str) -> str:
        """The text of a cell; empty where the row is short or the column is not there."""
        at = self.columns.get(column)
        return row[at].strip() if at is not None and at < len(row) else ""


def table_of(name: str, data: bytes) -> Table:
    """The table in a file (CSV, semicolons or tabs; one CSV in a ZIP as the NSE gives it).

    Raises
    ------
    Empty, TooLarge, WrongType, Corrupt, BadInput
    """
    rows = _rows(name, text_of(name, data))
    for at, row in enumerate(rows[:HEADER_WITHIN]):
        columns = _columns(row, rows[at + 1 : at + 4])
        if all(column in columns for column in NEEDED):
            numbered = enumerate(rows[at + 1 :], at + 2)
            body = [(line, each) for line, each in numbered if any(cell.strip() for cell in each)]
            while body and body[0][1][0].strip().casefold() in ("ticker", "date"):  # yfinance's heading has three lines
                body.pop(0)
            if not body:
                raise Empty(f"{name} has a heading and no prices: download it again.")
            return Table(name, columns, body)
    raise BadInput(
        f"{name} has no heading with date, open, high, low and close: choose a file of daily prices with these columns."
    )


def text_of(name: str, data: bytes, *, zipped: bool = True) -> str:
    """The text of a file; refuses what is no text."""
    if not data.strip():
        raise Empty(f"{name} is empty: choose a file of daily prices.")
    if len(data) > MOST_BYTES:
        raise TooLarge(f"{name} is larger than {MOST_BYTES >> 20} MB: choose a file with the prices of fewer years.")
    if data.startswith(b"PK\x03\x04") and zipped:
        return text_of(name, _unzipped(name, data), zipped=False)
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings: tuple[str, ...] = ("utf-16",)
    else:
        encodings = () if b"\0" in data else ("utf-8-sig", "cp1252")
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if sum(not sign.isprintable() and sign not in "\r\n\t" for sign in text[:4000]) <= 4:
            return text
    raise WrongType(f"{name} is not a text file: save the prices as CSV and choose that file.")


def _unzipped(name: str, data: bytes) -> bytes:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if "[Content_Types].xml" in archive.namelist():
                raise WrongType(f"{name} is an office file: save the sheet of prices as CSV and choose that file.")
            members = [each for each in archive.infolist() if each.filename.casefold().endswith((".csv", ".txt"))]
            if len(members) != 1:
                raise BadInput(f"{name} holds {len(members)} CSV files: choose a ZIP with one, or the CSV itself.")
            with archive.open(members[0]) as file:
                return file.read(MOST_BYTES + 1)
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError, OSError, ValueError) as error:
        raise Corrupt(f"{name} is damaged or locked: download it again, or choose the CSV itself.") from error


def _rows(name: str, text: str) -> list[list[str]]:
    head = "\n".join(text.splitlines()[:HEADER_WITHIN])
    delimiter = max(",;\t|", key=head.count)
    rows: list[list[str]] = []
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter):
            if len(rows) >= MOST_ROWS:
                raise TooLarge(f"{name} has more than {MOST_ROWS:,} rows: choose a file with fewer.")
            rows.append(row[:MOST_COLUMNS])
    except csv.Error as error:
        raise Corrupt(f"{name} cannot be read as a table: save the prices as CSV again.") from error
    return rows


def _columns(header: list[str], below: list[list[str]]) -> dict[str, int]:
    """Where each of our columns is; the first of several spellings wins, in the order of the table above."""
    plain = [re.sub(r"[^a-z0-9]", "", cell[:LONGEST_CELL].casefold()) for cell in header]
    found = {}
    for column, spellings in SPELLINGS.items():
        at = next((plain.index(each) for each in spellings if each in plain), None)
        if at is not None:
            found[column] = at
    # An index without a name, and yfinance's own three-line heading, have the dates in the first column.
    dated = plain[:1] == [""] or any(row[:1] == ["Date"] for row in below)
    if "date" not in found and dated and 0 not in found.values():
        found["date"] = 0
    return found


def number(text: str) -> float | None:
    """A number as people write it in India or the US; NaN for an empty cell; None for anything that is not clear."""
    text = text.strip().strip('"').replace("₹", "").replace("\u00a0", "").strip()
    if text.casefold() in NOTHING:
        return math.nan
    if len(text) > LONGEST_CELL:
        return None
    if GROUPED.fullmatch(text):
        text = text.replace(",", "")
    return float(text) if PLAIN.fullmatch(text) else None


def quantity(text: str) -> float | None:
    """A number of shares, also as 1.2M, 3.4 L or 0.5Cr."""
    parts = re.fullmatch(r"([\d.,+-]{1,40}) ?([A-Za-z]{1,4})", text.strip()[:LONGEST_CELL])
    if parts is None or parts[2].casefold() not in TIMES:
        return number(text)
    value = number(parts[1])
    return None if value is None else value * TIMES[parts[2].casefold()]


def dates_of(name: str, cells: list[tuple[int, str]]) -> list[date]:
    """The dates of a column (row numbers and texts). 03/04 is read as the other rows are; day first if they are open.

    Raises
    ------
    BadInput
        A cell is not a date, or some rows have the day first and others the month.
    """
    numeric = [parts for _, text in cells if (parts := NUMERIC.fullmatch(text[:LONGEST_CELL]))]
    day_first = any(int(parts[1]) > 12 for parts in numeric)
    month_first = any(int(parts[2]) > 12 for parts in numeric)
    if day_first and month_first:
        raise BadInput(f"{name} writes some dates with the day first and others with the month first: use 2026-08-21.")
    found = []
    for line, text in cells:
        day = _date(text[:LONGEST_CELL], month_first)
        if day is None:
            raise BadInput(f"{name}, row {line}: “{text[:30]}” is not a date; write it as 2026-08-21.")
        found.append(day)
    return found


def _moment(text: str) -> datetime | None:
    """A moment with its time zone: 18:30 UTC is the next day in India, where many files begin their day."""
    if EPOCH.fullmatch(text):
        return datetime.fromtimestamp(int(text), INDIA)
    if len(text) <= len("2026-08-21"):
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo and 1900 <= moment.year < 2100 else None


def _date(text: str, month_first: bool) -> date | None:
    if (moment := _moment(text)) is not None:
        return moment.astimezone(INDIA).date()
    if parts := YEAR_FIRST.fullmatch(text) or COMPACT.fullmatch(text):
        year, month, day = int(parts[1]), int(parts[2]), int(parts[3])
    elif parts := DAY_NAMED.fullmatch(text):
        year, month, day = int(parts[3]), MONTHS.get(parts[2][:3].casefold(), 0), int(parts[1])
    elif parts := MONTH_NAMED.fullmatch(text):
        year, month, day = int(parts[3]), MONTHS.get(parts[1][:3].casefold(), 0), int(parts[2])
    elif parts := NUMERIC.fullmatch(text):
        first, second, year = int(parts[1]), int(parts[2]), int(parts[3])
        month, day = (first, second) if month_first else (second, first)
    else:
        return None
    year += 2000 if year < 70 else 1900 if year < 100 else 0
    try:
        return date(year, month, day) if 1900 <= year < 2100 else None
    except ValueError:
        return None
