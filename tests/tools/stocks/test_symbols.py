"""A share is found by symbol, name, former symbol, what people call it, and with typing errors."""

from __future__ import annotations

import csv

import pytest

from tests.shared import shared
from tools.errors import BadInput
from tools.stocks.symbols import entries, find, symbol_of


@pytest.mark.parametrize(
    ("typed", "symbol"),
    [
        ("RELIANCE", "RELIANCE"),
        ("reliance.ns", "RELIANCE"),
        ("TATAMOTORS", "TMPV"),
        ("zomato", "ETERNAL"),
        ("Tata Motors", "TMPV"),
        ("sbi", "SBIN"),
        ("hul", "HINDUNILVR"),
        ("L&T", "LT"),
        ("m&m", "M&M"),
        ("relianse", "RELIANCE"),
        ("hdfc bnak", "HDFCBANK"),
        ("infosis", "INFY"),
        ("bank nifty", "NIFTY BANK"),
        ("nifty", "NIFTY 50"),
    ],
)
def test_the_likeliest_comes_first(typed: str, symbol: str) -> None:
    assert symbol in [found.symbol for found in find(typed, 3)]
    assert find(typed, 1)[0].symbol == symbol


def test_nothing_and_nonsense() -> None:
    assert find("") == []
    assert find("   ") == []
    assert len(find("x" * 5000)) <= 8


def test_one_symbol_or_a_sentence_with_the_nearest() -> None:
    assert symbol_of("ZOMATO").symbol == "ETERNAL"
    assert symbol_of("^NSEI").symbol == "NIFTY 50"
    with pytest.raises(BadInput, match="RELIANCE"):
        symbol_of("RELIANSE")


def test_the_table_is_sound() -> None:
    codes = [code for entry in entries() for code in entry.codes[:1]]
    assert len(codes) == len(set(codes)) > 2300
    assert sum(entry.symbol.nifty50 for entry in entries()) >= 45


def test_former_symbols_of_the_exchange() -> None:
    with shared("data/stocks/symbols/symbol_aliases_derived.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    found = [row["symbol"] in [symbol.symbol for symbol in find(row["old_symbol"], 3)] for row in rows]
    assert sum(found) >= 0.99 * len(found)


@pytest.mark.parametrize(
    ("typed", "symbol"),
    [
        ("रिलायंस", "RELIANCE"),
        ("टाटा मोटर्स", "TMPV"),
        ("इंफोसिस", "INFY"),
        ("इन्फोसिस", "INFY"),
        ("स्टेट बैंक", "SBIN"),
        ("निफ्टी", "NIFTY 50"),
        ("बैंक निफ़्टी", "NIFTY BANK"),
        ("बजाज फ़ाइनेंस लिमिटेड", "BAJFINANCE"),
        ("हिन्दुस्तान यूनीलीवर", "HINDUNILVR"),
        ("अम्बुजा सीमेन्ट", "AMBUJACEM"),
    ],
)
def test_hindi_names_in_any_spelling(typed: str, symbol: str) -> None:
    assert find(typed, 1)[0].symbol == symbol


def test_every_hindi_name_finds_its_own_share() -> None:
    named = [entry for entry in entries() if entry.hindi]
    assert len(named) >= 115
    assert all(entry.hindi for entry in entries() if entry.symbol.nifty50 or entry.symbol.index)
    for entry in named:
        for name in entry.hindi:
            assert find(name, 1)[0] == entry.symbol, name
            assert symbol_of(name) == entry.symbol
