"""Section numbers as documents write them: "420/34", "303(2)", "498-ए", "3(1)(द)(ध)", "351(2) and (3)". Knows no act.

Normal form: ASCII digits, capital letters after the number, small letters in brackets, no spaces; "304-II" for the
second part of section 304.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from tools.legal.dates import ascii_digits

_OFFICIAL: Final = "कखगघङचछजझञटठडढणतथदधनपफबभमय"  # clause letters of Hindi acts, a to z in this order
_SPOKEN: Final = {
    "ए": "a", "बी": "b", "सी": "c", "डी": "d", "ई": "e", "एफ": "f", "जी": "g", "एच": "h", "आई": "i", "जे": "j", "के": "k",
    "एल": "l", "एम": "m", "एन": "n", "ओ": "o", "पी": "p", "क्यू": "q", "आर": "r", "एस": "s", "टी": "t", "यू": "u",
    "वी": "v", "डब्लू": "w", "डब्ल्यू": "w", "एक्स": "x", "वाई": "y", "जेड": "z", "वीए": "va", "एबी": "ab", "डीए": "da",
    "डीबी": "db", "अ": "a", "आ": "a", "इ": "e", "कख": "ab", "घक": "da", "घख": "db", "पांच": "v", "वी ए": "va",
}  # fmt: skip
_LETTERS: Final = {**{letter: chr(97 + at) for at, letter in enumerate(_OFFICIAL)}, **_SPOKEN}
_SUFFIXES: Final = {
    "क": "a", "ख": "b", "ग": "c", "घ": "d", "ङ": "e", "च": "f", "छ": "g", "ज": "h", "झ": "i", "अ": "a", "ब": "b",
    "स": "c", "ए": "a", "बी": "b", "सी": "c", "डी": "d", "ई": "e", "एफ": "f", "एबी": "ab", "डीए": "da", "डीबी": "db",
    "कख": "ab", "घक": "da", "घख": "db",
}  # fmt: skip
_HINDI = "|".join(sorted(_SUFFIXES, key=len, reverse=True))
_LINK = r"(?:\s{0,2}[-–‐]\s{0,2}|\s{0,2})"
_ABBREVIATION = r"(?!\s{0,2}[.0०॰]\s{0,2}[ऀ-ॣ]|\s{1,2}(?:एन|पी|आर|सी|डी|एस|टी)(?![ऀ-ॣ]))"  # "352 बी0एन0एस0", "4 डी पी एक्ट"
NUMBER = re.compile(
    r"(?<![\d०-९])(?P<number>[\d०-९]{1,3})(?![\d०-९])"
    r"(?:(?P<latin>[A-Z]{1,3}|[a-z]|\s?[-–‐]\s?[A-Z]{1,3}(?:-[A-Z])?"
    r"|\s(?!R\s?/\s?W|U\s?/\s?S)[A-Z](?=\s?[,/;()&]|\s+(?:of|and|or|r/w|read|I\.?P|BNS|Cr)|\s*$))(?![A-Za-z])"
    r"|(?P<official>[ञटठडढणतथद])(?![ऀ-ॣॱ-ॿ])"
    rf"|{_LINK}(?P<hindi>{_HINDI})(?![ऀ-ॣॱ-ॿ]){_ABBREVIATION}(?:{_LINK}(?P<hindi2>ए|बी|क|ख)(?![ऀ-ॣॱ-ॿ]){_ABBREVIATION})?)?"
)
_CLAUSE = re.compile(
    r"\s?[(\[{]\s?(?P<clause>[\d०-९]{1,2}(?:-?[A-Za-z]|\s?-?[एक])?|[A-Za-z]{1,2}(?:-[A-Za-z])?|[ivxIVX]{3,5}[aA]?|[ऀ-ॿ]{1,7})"
    r"\s?[)\]}]"
)
_LOOSE_CLAUSE = re.compile(
    r"(?:,?\s?(?=[दधबन](?![ऀ-ॣ])))?(?P<clause>[\d०-९]{1,2}(?:\s?[एक]|[aA])?|[ivxIVX]{1,4}[aA]?|[दधबन])(?![\w(ऀ-ॣ])"
)
_RANGE_WORD = r"to\b|से|लगायत|[-–]"
_STRONG_WORD = (
    r"and\b|or\b|&|;|\+|read\s{1,3}with\b|r\s?/\s?w\b|r\.w\.|with\b|as\s{1,3}well\s{1,3}as\b|along\s{1,3}with\b|besides\b|also\b"
    r"|सहपठित|सह\s?पठित|सपठित|और|एवं|एवम्?|व(?![ऀ-ॿ])|तथा|या(?![ऀ-ॿ])|अथवा|साथ"
)
CONNECTOR = re.compile(
    rf"\s{{0,4}}(?:(?P<range>{_RANGE_WORD})|(?P<strong>{_STRONG_WORD})|(?P<weak>[,/.]))\s{{0,4}}", re.I
)
_NOT_A_SECTION = re.compile(
    r"\s?(?:/\s?(?:1[89]|20)\d\d\b|[./-]\d{1,2}[./-](?:1[89]|20)\d\d\b|(?<=\b[0-3]\d)[.-][01]\d[.-]\d\d\b|:\d\d|/-|%|(?:years?|months?|days?|weeks?|grams?|gms?|kgs?|lakhs?"
    r"|crores?|hours?|hrs|others?|persons?|witnesses|pages?|accused|rupees)\b|वर्ष|साल|माह|दिन|दिवस|रुपये|रूपये|रु0|ग्राम|किलो"
    r"|व्यक्ति|बजे|अन्य|लोग|th\b|st\b|nd\b|rd\b)",
    re.I,
)
_PART = re.compile(
    r"\s{0,3}[-–,]?\s{0,3}(?:\(?(?:Part|Pt\.?|भाग)[\s-]{0,3}(?P<named>I{1,2}|[12१२]|एक|दो|first|second)\)?|(?<=[-–])(?P<roman>I{1,2}))(?![\w])",
    re.I,
)
_ROMAN = re.compile(r"[ivx]+")
_MOST = 60  # numbers of one list
_MOST_CLAUSES = 8


@dataclass(frozen=True)
class Number:
    """One section number as it stands in a text; `values` are the sections it names: several for "3(1)(r)(s)".

    `strong` says that "and", "r/w", "व"… came before it rather than a comma or stroke.
    """

    values: tuple[str, ...]
    start: int
    end: int
    strong: bool = False

    @property
    def base(self) -> int:
        """The number without letters and clauses."""
        found = re.match(r"\d+", self.values[0])
        return int(found[0]) if found else 0


def sections_in(text: str) -> tuple[str, ...]:
    """The sections of a cell or list, in order, each once: "302 r/w 34" gives 302 and 34; a range gives its ends."""
    found: list[str] = []
    at = 0
    while at < len(text) and len(found) < _MOST:
        numbers = numbers_at(text, at)
        found.extend(value for number in numbers for value in number.values)
        at = numbers[-1].end if numbers else _after_other(text, at)
    return tuple(dict.fromkeys(found))


def numbers_at(text: str, at: int) -> list[Number]:
    """The list of section numbers that begins at character `at`; empty when none begins there."""
    found: list[Number] = []
    strong = False
    while len(found) < _MOST:
        clauses = _clauses_alone(text, at, found[-1]) if found else None
        number = clauses or number_at(text, at)
        if number is None:
            break
        found.append(Number(number.values, number.start, number.end, strong))
        at, strong, joined = _after_connectors(text, number.end)
        if not joined:
            break
    return found


def number_at(text: str, at: int) -> Number | None:
    """The section number at character `at`, with its clauses; None for a date, a year, an amount or anything else."""
    match = NUMBER.match(text, at)
    if not match or int(match["number"]) == 0 or _NOT_A_SECTION.match(text, match.end("number")):
        return None
    section, end = str(int(ascii_digits(match["number"]))), match.end("number")
    if part := _PART.match(text, end):
        first = (part["named"] or part["roman"]).upper() in ("I", "1", "१", "एक", "FIRST")
        return Number((f"{section}-{'I' if first else 'II'}",), at, part.end())
    section, end = section + _suffix(match), match.end()
    clauses, end = _clauses(text, end)
    if _NOT_A_SECTION.match(text, end):
        return None
    return Number(_spread(section, clauses), at, end)


def _after_other(text: str, at: int) -> int:
    """One past what is not a list at `at`: a run of digits at once, so that no year is read in pieces."""
    run = re.compile(r"[\d०-९]+(?:[./:-][\d०-९]+)*|.", re.S).match(text, at)
    return run.end() if run else at + 1


def _suffix(match: re.Match[str]) -> str:
    if match["latin"]:
        return re.sub(r"[^A-Za-z]", "", match["latin"]).upper()
    if match["official"]:
        return _LETTERS[match["official"]].upper()
    letters = _SUFFIXES.get(match["hindi"] or "", "") + _SUFFIXES.get(match["hindi2"] or "", "")
    return letters.upper()


def _clauses(text: str, at: int) -> tuple[list[str], int]:
    """The clauses in brackets at `at`, and where they end; after a bracket also letters without: "3(1)द,ध"."""
    found: list[str] = []
    for pattern in (_CLAUSE, _LOOSE_CLAUSE):
        while len(found) < _MOST_CLAUSES and (found or pattern is _CLAUSE) and (match := pattern.match(text, at)):
            clause = _clause(match["clause"])
            if not clause:
                break
            found.append(_cased(clause, found))
            at = match.end()
            if pattern is _LOOSE_CLAUSE and not _letter(clause):
                break
    return found, at


def _cased(clause: str, before: list[str]) -> str:
    """Small letters, but for the "1B" of Arms Act 25(1B) and the "C" of NDPS Act 20(b)(ii)(C)."""
    under_roman = bool(before) and len(clause) == 1 and _ROMAN.fullmatch(before[-1])
    return clause if under_roman else clause.upper() if clause[0].isdigit() else clause.lower()


def _clause(text: str) -> str:
    """A clause in its normal form; empty when it is a word rather than a clause."""
    plain = ascii_digits(re.sub(r"[\s-]", "", text))
    if plain.isascii():
        return plain
    if digits := re.match(r"\d+", plain):
        return digits[0] + _LETTERS.get(plain[digits.end() :], "")
    return _LETTERS.get(plain, "")


def _spread(section: str, clauses: list[str]) -> tuple[str, ...]:
    """The sections of a number and its clauses: letters that follow one another, "(r)(s)", are beside each other."""
    if len(clauses) == 3 and clauses[0].isdigit() and clauses[-1] in "aA" and _ROMAN.fullmatch(clauses[-2]):
        clauses = [*clauses[:-2], clauses[-2] + "a"]  # "3(2)(v)(a)" means clause (va)
    beside: list[str] = []
    kept = list(clauses)
    while len(kept) > 1 and _letter(kept[-1]) and _letter(kept[-2]):
        beside.insert(0, kept.pop())
    ends = [kept[-1], *beside] if beside else kept[-1:]
    stem = section + "".join(f"({clause})" for clause in kept[:-1])
    return tuple(f"{stem}({end})" for end in ends) if ends else (section,)


def _letter(clause: str) -> bool:
    return len(clause) == 1 and clause.isalpha() and not _ROMAN.fullmatch(clause)


def _clauses_alone(text: str, at: int, last: Number) -> Number | None:
    """The "(3)" of "351(2) and (3)", as a sibling of the number before it."""
    clauses, end = _clauses(text, at)
    stem, bracket, old = last.values[-1].rpartition("(")
    if not clauses or not bracket or clauses[0].isdigit() != old[:-1].isdigit():
        return None
    return Number((stem + "".join(f"({clause})" for clause in clauses),), at, end)


def _after_connectors(text: str, at: int) -> tuple[int, bool, bool]:
    strong = joined = False
    for _ in range(4):
        match = CONNECTOR.match(text, at)
        if not match:
            break
        joined = True
        strong = strong or bool(match["strong"])
        at = match.end()
    return at, strong, joined
