"""Words of a page to tokens that labels can be compared with: pieces of one script, with a plain spelling.

The plain spelling ("skeleton") leaves out what prints and OCR vary: case, punctuation, nukta, chandrabindu, half
nasals. Knows no label.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from tools.documents.types import Box, Word
from tools.legal.dates import ascii_digits

_PIECES: Final = re.compile(
    r"[A-Za-z\u00c0-\u024f]+|[\u0900-\u0902\u0904-\u0963\u0971-\u097f\u200c\u200d]+|[0-9\u0966-\u096f]+"
    r"|[\u0980-\u0dff\u1b00-\u1cff]+|\S"
)
_HALF_NASAL: Final = re.compile(r"[ङञणनम]्(?=[क-ह])")
_ZERO_DOT: Final = re.compile(r"(?<=[\u0900-\u0963])0(?![0-9])")  # "मु0अ0सं0": a nought typed for the dot
_LOOKALIKES: Final = (
    (re.compile(r"(?<=[A-Za-z])[०0](?=[A-Za-z.(:]|$)"), "o"),
    (re.compile(r"(?<=[A-Za-z])ऽ"), "s"),
    (re.compile(r"(?<=s)ऽ"), "s"),
    (re.compile(r"(?<=\bP\.)5(?=\.|$)"), "S"),
    (re.compile(r"^\\[०0](?=\.|\()"), "No"),
)
_DROPPED: Final = dict.fromkeys(map(ord, "़‌‍"))
_SAME: Final = str.maketrans({"ँ": "ं", "ऎ": "ए", "ऍ": "ए", "ॅ": "े", "ॉ": "ो", "ऑ": "ओ", "ऒ": "ओ", "ॊ": "ो", "ॆ": "े"})


@dataclass(frozen=True, eq=False, slots=True)
class Token:
    """A piece of a word: its characters, their plain spelling (empty for punctuation), and where it stands."""

    text: str
    skeleton: str
    word: Word
    start: int  # of the piece within the word
    box: Box

    @property
    def height(self) -> float:
        """In points."""
        return self.box[3] - self.box[1]


@lru_cache(maxsize=20_000)
def skeleton(text: str) -> str:
    """`text` in its plain spelling: letters, vowel signs and ASCII digits without spaces."""
    plain = unicodedata.normalize("NFD", ascii_digits(text)).translate(_DROPPED).translate(_SAME)
    plain = "".join(sign for sign in unicodedata.normalize("NFC", plain) if unicodedata.category(sign)[0] in "LMN")
    return _HALF_NASAL.sub("ं", _ZERO_DOT.sub("", plain.lower()))


def tokens_of(word: Word, *, scanned: bool = False) -> list[Token]:
    """The pieces of one word, each with its share of the word's box; on a scan, look-alikes in labels are mended."""
    text = _mended(word.text) if scanned else word.text
    left, top, right, bottom = word.box
    step = (right - left) / max(1, len(word.text))
    return [
        Token(
            word.text[match.start() : match.end()],
            "" if match[0] in "0०" and _dots(text, match.start()) else skeleton(match[0]),
            word,
            match.start(),
            (left + step * match.start(), top, left + step * match.end(), bottom),
        )
        for match in _PIECES.finditer(text)
    ]


def _mended(text: str) -> str:
    """English print with signs that a scan took from the other script, "Addreऽऽ", "N०.", "P.5."; as long as before."""
    for pattern, sign in _LOOKALIKES:
        text = pattern.sub(sign, text)
    return text


def _dots(text: str, at: int) -> bool:
    """Whether the nought there is typed for an abbreviation's dot."""
    return at > 0 and "\u0900" <= text[at - 1] <= "\u0963"


def text_of(tokens: Sequence[Token]) -> str:
    """What the tokens say: pieces of one word without a space between them."""
    return "".join(
        (" " if at and not joined(tokens[at - 1], token) else "") + token.text for at, token in enumerate(tokens)
    )


def joined(first: Token, second: Token) -> bool:
    """Whether the second token follows the first within one word."""
    return first.word is second.word and first.start + len(first.text) == second.start
