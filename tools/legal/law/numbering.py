"""How an act itself numbers a section that police and courts write in their own way. Knows no text of a section."""

from __future__ import annotations

import re

_LETTERED = {
    "IPC": {
        "120": "B", "153": "AB", "174": "A", "229": "A", "295": "A", "304": "AB", "326": "AB", "354": "ABCD",
        "363": "A", "364": "A", "366": "AB", "370": "A", "376": "ABCDE", "477": "A", "489": "ABCDE", "498": "A",
    },
    "IT Act": {"66": "ABCDEF", "67": "ABC"},
}  # fmt: skip
"""Sections with a letter of their own that are often written as a clause: "498(A)", "66(C)"."""

_CLAUSED = {"POCSO Act": ("5", "9"), "NDPS Act": ("8", "15", "17", "18", "20", "21", "22", "23")}
"""Sections whose clauses are often written as a letter: "5L", "21-B"."""


def for_act(act: str, section: str) -> str:
    """The act's own numbering: SC/ST Act 3(2)(v) for "3(2)5", IPC 498A for "498(a)", 304-II for "304(2)"."""
    if act == "SC/ST Act" and (found := re.fullmatch(r"3\((\d)\)\((\d{1,2})([aA]?)\)", section)):
        return f"3({found[1]})({_roman(int(found[2]))}{found[3].lower()})"
    if (found := re.fullmatch(r"(\d+)([A-Z])", section)) and found[1] in _CLAUSED.get(act, ()):
        return f"{found[1]}({found[2].lower()})"
    if act == "IPC" and (found := re.fullmatch(r"(304|506)\((i{1,2}|[12])\)", section)):
        return f"{found[1]}-{'I' if found[2] in ('i', '1') else 'II'}"
    if found := re.fullmatch(r"(\d{2,3})\(([a-f])\)", section):
        letter = found[2].upper()
        if letter in _LETTERED.get(act, {}).get(found[1], ""):
            return found[1] + letter
    return "294(b)" if (act, section) == ("IPC", "294B") else section


def _roman(number: int) -> str:
    tens, ones = divmod(number, 10)
    return "x" * tens + ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")[ones]
