"""Ways to hide words from a reader's eye or a pattern's: look-alike letters, digits for letters, spacing, encodings.

Each gives the text as it is meant, with the way back to its places. Knows no meaning.
"""

from __future__ import annotations

import base64
import binascii
import codecs
import html
import re
import unicodedata
from collections.abc import Iterator
from typing import Final
from urllib.parse import unquote

from tools.instructions.views import View

_ALIKE: Final = dict(
    zip(
        "аеорсухівкмнтгѕјԁԛɡαερικνοτυχϲԝɑıⅼ" + "АВЕКМНОРСТУХІЅЈΑΒΕΖΗΙΚΜΝΟΡΤΥΧ",
        "aeopcyxibkmhtrsjdqgaepikvotuxcwail" + "ABEKMHOPCTYXISJABEZHIKMNOPTYX",
        strict=True,
    )
)
_DIGITS: Final = str.maketrans("013457@$!|", "oieastasil")
_MIXED: Final = re.compile(
    r"(?<![\w@$!|])(?=[\w@$!|]{0,19}[a-z])(?=[\w@$!|]{0,19}[013457@$!|])[a-z013457@$!|]{4,20}(?![\w@$])", re.I
)
_TELLING: Final = re.compile(
    "ignor|disregard|forget|overrid|bypass|instruct|prompt|previous|system|reveal|candidate|applicant|positiv|negativ|score|label",
    re.I,
)
_SPACED: Final = re.compile(r"(?<![^\W_])(?:[A-Za-z0-9][ \t._*\u00a0-]{1,3}){7,}[A-Za-z0-9](?![^\W_])")
_BASE64: Final = re.compile(r"(?<![A-Za-z0-9+/])[A-Za-z0-9+/_-]{24,4000}={0,2}(?![A-Za-z0-9+/=])")
_HEX: Final = re.compile(r"(?<![0-9A-Fa-f])(?:(?:0x|\\x)?[0-9A-Fa-f]{2}[ ,]?){16,2000}(?![0-9A-Fa-f])")
_ESCAPED: Final = re.compile(r"(?:&#x?[0-9A-Fa-f]{2,6};|%[0-9A-Fa-f]{2}|\\u[0-9A-Fa-f]{4}|[\w .,]){24,4000}")
_ESCAPE: Final = re.compile(r"&#x?[0-9A-Fa-f]{2,6};|%[0-9A-Fa-f]{2}|\\u[0-9A-Fa-f]{4}")
_WORD: Final = re.compile(r"[^\W\d_]{2,}")
_TURNED: Final = re.compile(r"snoitcurtsni|tpmorp|\bselur\b|vafgehpgvba|cebzcg", re.I)


def folded(view: View) -> View:
    """Look-alike, full-width and mathematical letters as plain Latin ones, marks on Latin letters taken off."""
    return view if view.text.isascii() else view.with_letters(_plain)


def _plain(character: str) -> str:
    if character.isascii() or "\u0900" <= character <= "\u0dff" or not character.isalnum():
        return character
    if alike := _ALIKE.get(character):
        return alike
    wide = unicodedata.normalize("NFKD", character)
    return "".join(_ALIKE.get(each, each) for each in wide if not unicodedata.combining(each))


def undone_digits(view: View) -> View | None:
    """Words that mix letters and digits with letters alone ("1gn0re"); None where none becomes a telling one."""
    if not any(_TELLING.search(found[0].translate(_DIGITS)) for found in _MIXED.finditer(view.text)):
        return None
    return View(_MIXED.sub(lambda found: found[0].translate(_DIGITS), view.text), view.places)


def closed_up(view: View) -> Iterator[View]:
    """Each run of letters that stand apart ("i g n o r e"), joined."""
    for found in _SPACED.finditer(view.text):
        places = [at for at in range(found.start(), found.end()) if view.text[at].isalnum()]
        yield View("".join(view.text[at] for at in places), tuple(view.place(at) for at in places))


def decoded(text: str) -> Iterator[tuple[int, int, str]]:
    """What base64, hexadecimal, escapes and words written backwards or by rot13 say, with their place."""
    for pattern, decode in ((_BASE64, _from_base64), (_HEX, _from_hex), (_ESCAPED, _from_escapes)):
        for found in pattern.finditer(text):
            if said := decode(found[0]):
                yield found.start(), found.end(), said
    for found in _TURNED.finditer(text):
        line = text.rfind("\n", 0, found.start()) + 1, (text + "\n").index("\n", found.end())
        start, end = max(line[0], found.start() - 60), min(line[1], found.end() + 60)
        piece = text[start:end]
        yield start, end, f"{piece[::-1]} \n {codecs.encode(piece, 'rot13')}"


def _from_base64(text: str) -> str:
    try:
        padded = text.rstrip("=").replace("-", "+").replace("_", "/")
        return _readable(base64.b64decode(padded + "=" * (-len(padded) % 4), validate=True))
    except (binascii.Error, ValueError):
        return ""


def _from_hex(text: str) -> str:
    digits = re.sub(r"0x|\\x|[ ,]", "", text)
    return _readable(bytes.fromhex(digits[: len(digits) // 2 * 2]))


def _from_escapes(text: str) -> str:
    if len(_ESCAPE.findall(text)) < 2:
        return ""
    return unquote(html.unescape(re.sub(r"\\u([0-9A-Fa-f]{4})", lambda found: chr(int(found[1], 16)), text)))


def _readable(data: bytes) -> str:
    """Bytes as text where they are words; empty otherwise."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return ""
    return text if len(_WORD.findall(text)) >= 2 and sum(map(str.isprintable, text)) >= 0.95 * len(text) else ""
