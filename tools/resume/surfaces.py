"""Compares writings of a skill: words without case, punctuation and British spelling, and which words are one name.

Knows no skills; `taxonomy.py` does.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache

_TOKEN = re.compile(r"&|\.net\b|(?:[^\W_]|[\u0900-\u0963\u0966-\u097f])+(?:\+\+?(?!\w)|#(?!\w))?", re.I)
_PLAIN = re.compile(r"[A-Za-z0-9]+(?: [A-Za-z0-9]+)*")
_SHADOW = re.compile(
    r"\S+@\S+|\b(?:https?://|www\.)\S+|\b[\w-]+\.(?:com|in|org|io|net|edu)/\S*|\b[a-z][\w-]*\.(?:com|org|"
    r"co\.in)\b(?!\w)",
    re.I,
)
_GAP = re.compile(r"[ \t\u00a0]?[-‐–/.'’_]?[ \t\u00a0]?")
_LONG_LINE = 40  # characters; a name may run over the end of a line that is at least this long
_BRITISH = {
    "colour": "color", "labour": "labor", "behaviour": "behavior", "behavioural": "behavioral", "centre": "center",
    "fibre": "fiber", "programme": "program", "programmes": "programs", "licence": "license", "aluminium": "aluminum",
    "catalogue": "catalog", "modelling": "modeling", "labelling": "labeling", "jewellery": "jewelry",
    "paediatric": "pediatric", "paediatrics": "pediatrics", "anaesthesia": "anesthesia", "gynaecology": "gynecology",
    "orthopaedic": "orthopedic", "orthopaedics": "orthopedics", "haematology": "hematology", "tyre": "tire",
    "mould": "mold", "moulding": "molding", "plough": "plow", "defence": "defense", "counselling": "counseling",
    "travelling": "traveling", "levelling": "leveling", "channelling": "channeling", "grey": "gray",
    "neighbour": "neighbor", "analogue": "analog", "organise": "organize", "sulphur": "sulfur", "metre": "meter",
}  # fmt: skip

Token = tuple[str, int, int]
"""A word as it is compared, where it starts, where it ends."""


@lru_cache(maxsize=32768)  # asked for every skill of every resume at every ranking
def key_of(term: str) -> str:
    """How `term` is compared: words without case, punctuation and British spelling, one space between them."""
    if _PLAIN.fullmatch(term):
        return " ".join(_word(word) for word in term.split(" "))
    return " ".join(_word(word) for word in _TOKEN.findall(term))


@lru_cache(maxsize=16384)
def _word(raw: str) -> str:
    word = raw.casefold()
    if word == "&":
        return "and"
    if word in _BRITISH:
        return _BRITISH[word]
    for british, american in (("isation", "ization"), ("ising", "izing"), ("ysing", "yzing"), ("yse", "yze")):
        if word.endswith(british) and len(word) > len(british) + 3:
            return word[: -len(british)] + american
    return word


def read_tokens(text: str) -> list[Token]:
    """The words of `text` that may belong to a skill: those of e-mail and web addresses are left out."""
    shadows = [match.span() for match in _SHADOW.finditer(text)] if "@" in text or "." in text else []
    ends = [end for _, end in shadows]
    tokens: list[Token] = []
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        if shadows:
            at = bisect_left(ends, start + 1)
            if at < len(shadows) and shadows[at][0] <= start and _hides(text, shadows[at]):
                continue
        tokens.append((_word(match.group()), start, end))
    return tokens


def _hides(text: str, span: tuple[int, int]) -> bool:
    piece = text[span[0] : span[1]]
    return "@" in piece or "/" in piece or piece.casefold().startswith("www.") or piece.islower()


def are_joined(text: str, left: Token, right: Token) -> bool:
    """May two neighbouring words belong to one name?"""
    gap = text[left[2] : right[1]]
    if gap == " " or not gap:
        return True
    if "\n" in gap:
        line = text.rfind("\n", 0, left[2]) + 1
        return gap.strip() in ("", "-") and left[2] - line >= _LONG_LINE
    if gap == ". ":  # a sentence ends here, unless the dot belongs to initials: "M.S. Office"
        return left[2] - left[1] == 1
    return _GAP.fullmatch(gap) is not None
