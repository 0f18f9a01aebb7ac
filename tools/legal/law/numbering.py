"""How an act itself numbers a section that police and courts write in their own way. Knows no text of a section."""

from __future__ import annotations

import re


def for_act(act: str, section: str) -> str:
    """`section` in the act's own numbering: SC/ST Act 3(2)(v) for "3(2)5", IPC 294(b) for "294B", "
    "304-II for "304(2)"."""
    if act == "SC/ST Act" and (found := re.fullmatch(r"3\((\d)\)\((\d{1,2})(a?)\)", section)):
        return f"3({found[1]})({_roman(int(found[2]))}{found[3]})"
    if act == "IPC" and (found := re.fullmatch(r"(304|506)\((i{1,2}|[12])\)", section)):
        return f"{found[1]}-{'I' if found[2] in ('i', '1') else 'II'}"
    return "294(b)" if (act, section) == ("IPC", "294B") else section


def _roman(number: int) -> str:
    tens, ones = divmod(number, 10)
    return "x" * tens + ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")[ones]
