"""Police prints (CCTNS) whose text layer holds glyph numbers of Arial Unicode MS in place of Hindi: numbers to letters.

Signs come in the order in which they are drawn: ि before its consonants, the र् of a reph after them. Works on one word
at a time, so that boxes stay. Knows nothing of PDF; a number that is not in the table stays in the text.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

import numpy as np

from tools.documents.devanagari import CLUSTER, normalised, reordered
from tools.settings import DATA

FIRST, LAST = 0x1B00, 0x1CFF
ENOUGH = 3  # glyph numbers on a page that also has Devanagari letters: fewer may be honest rare scripts
TABLE = DATA / "documents" / "cctns_glyphs.tsv"
# Stand-ins while a word is put in order; `words.clean` has taken all private code points out before.
_I, _I_DOT, _I_REPH, _I_REPH_DOT, _REPH = "\ue000", "\ue001", "\ue002", "\ue003", "\ue004"
_PRE_BASE = re.compile(f"([{_I}-{_I_REPH_DOT}])({CLUSTER})")
_AFTER = re.compile(f"({CLUSTER})([\u0900-\u0903\u093e-\u094c]{{0,4}}){_REPH}")
_ALONE = str.maketrans({_I: "ि", _I_DOT: "िं", _I_REPH: "ि", _I_REPH_DOT: "िं", _REPH: "र्"})
_UNREAD = re.compile("[\u1b00-\u1cff]")
_HALF = re.compile("\u094d$")


@lru_cache(maxsize=1)
def _table() -> dict[int, str]:
    """For each glyph number the letters and stand-ins that it becomes."""
    found = {0x093F: _I}
    for line in TABLE.read_text("utf-8").splitlines()[1:]:
        codepoint, kind, value, _ = line.split("\t")
        found[int(codepoint[2:], 16)] = _stand_in(kind, value)
    return found


def _stand_in(kind: str, value: str) -> str:
    if kind == "reph":
        return _REPH + value
    if kind == "i":
        return _I_DOT if value.endswith("ं") else _I
    if kind == "i+reph":
        return _I_REPH_DOT if value.endswith("ं") else _I_REPH
    return value


def is_glyph_numbers(codes: Any) -> bool:
    """Whether the code points that a page draws, a numpy array, are Devanagari with glyph numbers in between."""
    numbers = np.count_nonzero((codes >= FIRST) & (codes <= LAST))
    return bool(numbers >= ENOUGH and np.count_nonzero((codes >= 0x0900) & (codes <= 0x097F)) >= ENOUGH)


def decode(word: str) -> str:
    """`word` with its glyph numbers as letters, everything in the order of Unicode."""
    if word.isascii():
        return word
    text = word.translate(_table())
    text = _PRE_BASE.sub(_moved, text)
    text = _AFTER.sub(r"र्\1\2", text)
    return normalised(reordered(text.translate(_ALONE)))


def _moved(found: re.Match[str]) -> str:
    sign, cluster = found.groups()
    before = "र्" if sign in (_I_REPH, _I_REPH_DOT) else ""
    return before + cluster + ("िं" if sign in (_I_DOT, _I_REPH_DOT) else "ि")


def unread(word: str) -> bool:
    """Whether a decoded `word` still holds a glyph number."""
    return _UNREAD.search(word) is not None


def belongs_to_next(word: str) -> bool:
    """Whether an undecoded `word` is only the start of one: it ends in half a letter or a sign drawn first."""
    last = _table().get(ord(word[-1]), "")
    return last in (_I, _I_DOT, _I_REPH, _I_REPH_DOT) or (ord(word[-1]) >= FIRST and bool(_HALF.search(last)))


def belongs_to_last(word: str) -> bool:
    """Whether an undecoded `word` starts with a sign that stands on the letter before."""
    first = _table().get(ord(word[0]), word[0])
    return first[:1] == _REPH or "\u093e" <= first[:1] <= "\u094d" or "\u0900" <= first[:1] <= "\u0903"
