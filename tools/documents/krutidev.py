"""Hindi typed in the fonts of the time before Unicode: Kruti Dev 010 and DevLys 010, which share one layout.

Text in such a font is stored as Latin characters; only the font's name, or the commonest Hindi words as they look when
stored so, tell it from English. Other old fonts (Chanakya, Shusha…) have other layouts: their pages are for OCR.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace
from functools import lru_cache

from tools.documents.devanagari import CLUSTER, normalised, reordered
from tools.documents.types import Page
from tools.settings import DATA

NAMES = re.compile(r"kruti[-_ ]?dev(?!.*unicode)|dev[-_ ]?lys", re.I)
OTHERS = re.compile(r"chanakya|shusha|shivaji|walkman|aps-?dv|dv-?tt|dvb-?tt|bhaskar|4cgandhi|sh?ree-?dev|agra", re.I)
"""Fonts of the same time with other layouts."""
COMMON = frozenset(
    ("gS", "gSA", "gSa", "esa", "ds", "dh", "dk", "dks", "fd", "vkSj", "Fkk", "fd;k", "djrs", "Fkkuk", "fnukad", "uke")
)
"""Hindi words (है, में, के, की…) as these fonts store them; none of them is English."""
ENOUGH, LEAST_COMMON = 20, 0.08  # words in one font, and the share of common ones, that prove it
MARK = 0xE1000
"""Characters in such a font are moved up by this while words are made, so that a word may mix fonts."""

TABLE = DATA / "documents" / "krutidev.tsv"
_I, _REPH, _HALF = "\ue000", "\ue001", "\ue002"
_PRE_BASE = re.compile(f"{_I}({_REPH}?)([\u0900-\u0902]?)({CLUSTER})")
_AFTER = re.compile(f"({CLUSTER})([\u0900-\u0903\u093e-\u094c]{{0,4}}){_REPH}")
_LONG_I = re.compile(f"इ{_REPH}")
_WHOLE = re.compile(f"{_HALF}(\u093c?)(\u093e?)")
_MARKED = re.compile(f"[{chr(MARK)}-{chr(MARK + 0xFFFF)}]+")
_COLON = re.compile("(?<=[\u0900-\u097f])ः$|^ः$")
_VISARGA = re.compile("(त|श|पुन|प्राय|छ|नि|दु|अंत|अन्त)ः$")  # अतः, क्रमशः, पुनः…: elsewhere at a word's end it is a colon


@lru_cache(maxsize=1)
def _table() -> dict[int, str]:
    kinds = {"letters": "{}", "half": "{}" + _HALF, "i": _I + "{}", "reph": _REPH + "{}", "i+reph": _I + _REPH + "{}"}
    rows = (line.split("\t") for line in TABLE.read_text("utf-8").splitlines()[1:])
    return {ord(typed): kinds[kind].format(value) for typed, kind, value in rows}


def is_legacy(font: str) -> bool:
    """Whether a font of this name stores Hindi in the layout that is known here."""
    return NAMES.search(font) is not None


def is_other(font: str) -> bool:
    """Whether a font of this name stores Hindi in a layout that is not known here."""
    return OTHERS.search(font) is not None


def looks_legacy(words: Collection[str]) -> bool:
    """Whether `words`, all in one font whose name says nothing, are Hindi stored in this layout."""
    return len(words) >= ENOUGH and sum(word in COMMON for word in words) >= LEAST_COMMON * len(words)


def marked(text: str) -> str:
    """`text` in such a font, moved out of the way of honest characters; `decode` brings it back as Hindi."""
    return "".join(letter if letter.isspace() else chr(MARK + min(ord(letter), 0xFFFF)) for letter in text)


def decode(word: str) -> str:
    """`word` with its marked stretches as Unicode."""
    return _MARKED.sub(lambda found: to_unicode("".join(chr(ord(letter) - MARK) for letter in found.group())), word)


def page_decoded(page: Page) -> Page:
    """The page with the marked stretches of its words as Unicode; the same page when there are none."""
    if not any(_MARKED.search(word.text) for word in page.words):
        return page
    words = tuple(replace(word, text=decode(word.text)) for word in page.words)
    tables = tuple(tuple(tuple(decode(cell) for cell in row) for row in table) for table in page.tables)
    return replace(page, words=words, tables=tables, decoding="krutidev")


def to_unicode(typed: str) -> str:
    """One word as stored by these fonts, as Unicode: "fgUnh" is "हिन्दी". A character that is not known stays."""
    text = _symbol_bytes(typed).replace("f=k", "f=").replace("=kk", "=k")  # an upright too many beside त्र
    text = text.translate(_table())
    text = _WHOLE.sub(lambda found: found[1] if found[2] else found[1] + "\u094d", text)
    text = _LONG_I.sub("ई", text)
    text = _PRE_BASE.sub(lambda found: ("र्" if found[1] else "") + found[3] + "ि" + found[2], text)
    text = _AFTER.sub(r"र्\1\2", text)
    text = normalised(reordered(text.replace(_I, "ि").replace(_REPH, "र्")))
    return text if _VISARGA.search(text) else _COLON.sub(":", text)


def _symbol_bytes(typed: str) -> str:
    """Symbol fonts give their 256 characters as U+F000–U+F0FF: back to the Windows code page."""
    if not any("\uf000" <= letter <= "\uf0ff" for letter in typed):
        return typed
    return "".join(
        bytes([ord(letter) & 0xFF]).decode("cp1252", "replace") if "\uf000" <= letter <= "\uf0ff" else letter
        for letter in typed
    )
