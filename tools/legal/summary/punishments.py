"""Terms of imprisonment, spans of time and sureties in plain words, from the words of an order in either language."""

from __future__ import annotations

import re
from typing import Final

from tools.legal.dates import ascii_digits
from tools.legal.types import Language

MOST: Final = 600  # characters of a text that are looked at
NUMBERS: Final = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "fourteen": 14, "fifteen": 15, "twenty": 20, "thirty": 30, "a": 1,
    "एक": 1, "दो": 2, "तीन": 3, "चार": 4, "पाँच": 5, "पांच": 5, "छह": 6, "छः": 6, "छ:": 6, "सात": 7, "आठ": 8, "नौ": 9,
    "दस": 10, "बारह": 12, "चौदह": 14, "पंद्रह": 15, "पन्द्रह": 15, "बीस": 20, "तीस": 30,
}  # fmt: skip
_NUMBER: Final = rf"(?P<number>\d{{1,3}}|{'|'.join(sorted(NUMBERS, key=len, reverse=True))})"
_UNITS: Final = {"y": ("साल", "year"), "m": ("महीने", "month"), "w": ("हफ़्ते", "week"), "d": ("दिन", "day")}
_ONE_HI: Final = {"y": "साल", "m": "महीना", "w": "हफ़्ता", "d": "दिन"}
_UNIT: Final = (
    r"(?:(?P<y>years?|yrs?\b|वर्ष|साल)|(?P<m>months?|माह|महीन|मास)|(?P<w>weeks?|सप्ताह|हफ़?्त)|(?P<d>days?|दिन|दिवस))"
)
_SPAN: Final = re.compile(
    rf"(?<![\w\u0900-\u097f]){_NUMBER}(?:\s?\(\w{{1,12}}\))?(?:\s(?:calendar|clear|और))?\s?[-‑]?\s?{_UNIT}", re.I
)
_LIFE: Final = re.compile(
    r"imprisonment for (?:the remainder of (?:his|her|their) natural )?life|life imprisonment|आजीवन", re.I
)
_DEATH: Final = re.compile(r"death (?:sentence|penalty)|sentenced to death|मृत्युदण्ड|मृत्युदंड|फाँसी|फांसी", re.I)
_SIMPLE: Final = re.compile(r"\bsimple\b|\bS\.?I\.?\b|साधारण|सादा", re.I)
_PRISON: Final = re.compile(r"imprison|\bR\.?I\.?\b|\bS\.?I\.?\b|कारावास|क़?ैद|सजा", re.I)
_HARD: Final = re.compile(r"rigorous|\bR\.?I\.?\b|सश्रम|कठोर", re.I)
_SURETY: Final = re.compile(
    rf"{_NUMBER}(?:\s?\(\w{{1,12}}\))?\s(?:\w+\s)?(?:solvent\s|local\s)?(?:suret|ज़?मानतदार|प्रतिभू|सक्षम)", re.I
)


def imprisonment(text: str, language: Language) -> str:
    """ "3 years in jail with work" and the like; empty when the text names no prison term."""
    plain = ascii_digits(text[:MOST])
    if _DEATH.search(plain):
        return "मौत की सज़ा" if language == "hi" else "death"
    hindi = language == "hi"
    if _LIFE.search(plain):
        return "उम्र क़ैद" if hindi else "prison for life"
    if not _PRISON.search(plain):
        return ""
    long = span(plain, language)
    if not long:
        return ""
    if _HARD.search(plain):
        return f"{long} की कड़ी क़ैद" if hindi else f"{long} in prison with work"
    if _SIMPLE.search(plain):
        return f"{long} की सादी क़ैद" if hindi else f"{long} in prison without work"
    return f"{long} की क़ैद" if hindi else f"{long} in prison"


def span(text: str, language: Language) -> str:
    """The first span of time in `text`: "4 weeks", "4 हफ़्ते"; years and months that stand together are joined."""
    found = _SPAN.search(ascii_digits(text[:MOST]))
    if not found:
        return ""
    said = _span(found, language)
    rest = ascii_digits(text[:MOST])[found.end() : found.end() + 24]
    more = _SPAN.search(rest)
    if found["y"] and more and more["m"] and re.fullmatch(r"\s*(?:and|और|व|,)?\s*", rest[: more.start()]):
        return f"{said} {'और' if language == 'hi' else 'and'} {_span(more, language)}"
    return said


def sureties(text: str, language: Language) -> str:
    """ "one surety", "दो ज़मानतदार"; without a number a surety at all, empty when none is named."""
    found = _SURETY.search(ascii_digits(text[:MOST]))
    if found:
        count = _count(found["number"])
    elif re.search(r"suret(?:y\b|ies\b)|ज़?मानतदार|प्रतिभू", text[:MOST], re.I):
        count = 0
    else:
        count = _count(text.strip()) if text.strip().isdigit() and len(text.strip()) == 1 else -1
    if count < 0:
        return ""
    if language == "hi":
        return f"{count} ज़मानतदार" if count else "ज़मानतदार"
    return {0: "surety", 1: "1 surety"}.get(count, f"{count} sureties")


def _span(found: re.Match[str], language: Language) -> str:
    unit = next(name for name in "ymwd" if found[name])
    count = _count(found["number"])
    hindi, english = _UNITS[unit]
    if language == "hi":
        return f"{count} {_ONE_HI[unit] if count == 1 else hindi}"
    return f"{count} {english}{'' if count == 1 else 's'}"


def _count(number: str) -> int:
    return int(number) if number.isdigit() else NUMBERS.get(number.lower(), 0)
