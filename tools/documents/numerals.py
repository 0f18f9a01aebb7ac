"""Numbers in words, English and Hindi: "twenty-five thousand", "डेढ़ लाख", "साढ़े तीन". Knows no document.

"One" and "एक" alone are articles as often as numbers, so they count only before a scale.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final


def _split(text: str) -> tuple[str, ...]:
    """The words of a table, in the form in which texts are compared."""
    return tuple(unicodedata.normalize("NFC", text).split())


_ENGLISH: Final = _split(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_TENS: Final = _split("twenty thirty forty fifty sixty seventy eighty ninety")
# 0 to 99, variants of one number joined by a slash
_HINDI: Final = _split(
    "शून्य एक दो तीन चार पाँच/पांच छह/छः/छे/छ सात आठ नौ दस ग्यारह बारह तेरह चौदह पंद्रह/पन्द्रह सोलह सत्रह अठारह/अट्ठारह "
    "उन्नीस बीस इक्कीस बाईस/बाइस तेईस/तेइस चौबीस पच्चीस छब्बीस सत्ताईस/सत्ताइस अट्ठाईस/अट्ठाइस/अठाईस उनतीस/उन्तीस तीस "
    "इकतीस/इकत्तीस बत्तीस तैंतीस/तेंतीस चौंतीस पैंतीस छत्तीस सैंतीस अड़तीस उनतालीस/उन्तालीस चालीस इकतालीस बयालीस "
    "तैंतालीस/तेंतालीस चवालीस/चौवालीस पैंतालीस छियालीस सैंतालीस अड़तालीस उनचास/उन्चास पचास इक्यावन बावन तिरपन/तिरेपन चौवन/चौअन "
    "पचपन छप्पन सत्तावन अट्ठावन/अठावन उनसठ साठ इकसठ बासठ तिरसठ/तिरेसठ चौंसठ/चौसठ पैंसठ छियासठ सड़सठ अड़सठ उनहत्तर सत्तर "
    "इकहत्तर बहत्तर तिहत्तर चौहत्तर पचहत्तर छिहत्तर सतहत्तर अठहत्तर उन्यासी/उनासी अस्सी इक्यासी बयासी तिरासी चौरासी पचासी "
    "छियासी सत्तासी/सतासी अट्ठासी/अठासी नवासी नब्बे इक्यानवे/इक्यानबे बानवे/बानबे तिरानवे/तिरानबे चौरानवे/चौरानबे "
    "पचानवे/पंचानवे/पचानबे छियानवे/छियानबे सत्तानवे/सत्तानबे अट्ठानवे/अट्ठानबे निन्यानवे/निन्यानबे"
)
VALUES: Final[dict[str, Decimal]] = {
    **{word: Decimal(number) for number, word in enumerate(_ENGLISH)},
    **{word: Decimal(20 + 10 * number) for number, word in enumerate(_TENS)},
    **{word: Decimal(number) for number, words in enumerate(_HINDI) for word in words.split("/")},
    **dict(zip(_split("डेढ़ ढाई"), (Decimal("1.5"), Decimal("2.5")), strict=True)),
}
SCALE_WORDS: Final[dict[str, int]] = {
    "hundred": 100, "thousand": 1_000, "lakh": 100_000, "lakhs": 100_000, "lac": 100_000, "lacs": 100_000,
    "crore": 10_000_000, "crores": 10_000_000,
    **dict(zip(_split("सौ हज़ार हजार लाख करोड़ करोड"), (10**2, 10**3, 10**3, 10**5, 10**7, 10**7), strict=True)),
}  # fmt: skip
_SHIFTS: Final = dict(zip(_split("साढ़े सवा पौने"), (Decimal("0.5"), Decimal("0.25"), Decimal("-0.25")), strict=True))
_ONES: Final = frozenset({"one", "एक"})
_GIVES: Final = frozenset(_split("दे कर बता छोड़ बोल लिख"))  # "दे दो" is "give", not two
_WORD: Final = re.compile(r"[A-Za-z]+|[\u0900-\u0963\u0970-\u097f]+")


@dataclass(frozen=True)
class Numeral:
    """A number in words: its value, first character, one past the last."""

    value: Decimal
    start: int
    end: int


def numerals_in(text: str) -> Iterator[Numeral]:
    """Every number that `text`, in Unicode's form NFC, writes in words, in order."""
    words = [(match[0].lower(), match.start(), match.end()) for match in _WORD.finditer(text)]
    at = 0
    while at < len(words):
        found = _numeral(words, at, text)
        if found is None:
            at += 1
            continue
        numeral, at = found
        yield numeral


def _numeral(words: list[tuple[str, int, int]], at: int, text: str) -> tuple[Numeral, int] | None:
    """The number that begins at word `at`, and the word after it."""
    first, total, part, shift = at, Decimal(0), Decimal(0), Decimal(0)
    seen = scaled = False
    while at < len(words) and (at == first or _joined(text[words[at - 1][2] : words[at][1]])):
        word = words[at][0]
        if word in _SHIFTS and not seen:
            shift = _SHIFTS[word]
        elif word in VALUES:
            if part % 100 and not _may_follow(part, VALUES[word]):
                break
            part, seen = part + VALUES[word] + shift, True
            shift = Decimal(0)
        elif word in SCALE_WORDS and (seen or shift):
            part = part if part else 1 + shift  # "सवा लाख"
            shift, scaled, seen = Decimal(0), True, True
            part *= SCALE_WORDS[word]
            if SCALE_WORDS[word] > 100:
                total, part = total + part, Decimal(0)
        elif not (word == "and" and seen and scaled and at + 1 < len(words) and words[at + 1][0] in VALUES):
            break
        at += 1
    alone = at == first + 1
    if not seen or (alone and (words[first][0] in _ONES or _is_verb(words, first))):
        return None
    return Numeral(total + part, words[first][1], words[at - 1][2]), at


def _may_follow(part: Decimal, value: Decimal) -> bool:
    """Whether "twenty" may be followed by "five": a ten before a one."""
    return part % 100 >= 20 and part % 10 == 0 and 0 < value < 10


def _joined(gap: str) -> bool:
    return gap in (" ", "-", "\u00a0")


def _is_verb(words: list[tuple[str, int, int]], at: int) -> bool:
    return words[at][0] == "दो" and at > 0 and words[at - 1][0] in _GIVES
