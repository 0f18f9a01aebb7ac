"""Other Latin spellings of the same name, by the habits of writing Hindi in Latin letters.

A spelling is changed only where the Devanagari form allows it: i becomes ee where the word has no short i. Knows no
network.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable

from models.names.alphabet import CONSONANTS, NUKTA

Rule = Callable[[str, str, random.Random], str]  # of the Latin form, the Devanagari form and a source of chance
_DOUBLE = re.compile("([bcdfgjklmnprstvz])\\1")
_LONG = (("a", "aa", "", "", 0.0), ("i", "ee", "ीई", "िइ", 0.35), ("u", "oo", "ूऊ", "ुउ", 0.3))


def respell(roman: str, devanagari: str, chance: random.Random) -> str:
    """The Latin form with some of the changes below, each by chance; the same `chance` gives the same form."""
    for rule, share in _RULES:
        if chance.random() < share:
            roman = rule(roman, devanagari, chance)
    return roman


def _shorten(roman: str, _devanagari: str, chance: random.Random) -> str:
    """``aa``, ``ee`` and ``oo`` are often written as one letter."""
    for short, long, *_ in _LONG:
        if chance.random() < 0.6:
            roman = roman.replace(long, short)
    return roman.replace("ii", "i").replace("uu", "u")


def _lengthen(roman: str, devanagari: str, chance: random.Random) -> str:
    """``i`` is written ``ee`` and ``u`` ``oo`` where every such vowel of the word is long."""
    for short, long, signs, brief, share in _LONG[1:]:
        all_long = any(sign in devanagari for sign in signs) and not any(sign in devanagari for sign in brief)
        diphthong = any(sign in devanagari for sign in "ैऐौऔयेए")
        if all_long and not diphthong and long not in roman and chance.random() < 2 * share:
            roman = re.sub(f"(?<![aeiou]){short}(?![aeiou])", long, roman)
    if devanagari.count("ा") + devanagari.count("आ") == len(re.findall("a+", roman)) and chance.random() < 0.5:
        roman = re.sub("(?<![aeo])a(?![aeiouy])", "aa", roman, count=chance.randint(1, 2))
    return roman


def _final(roman: str, devanagari: str, _chance: random.Random) -> str:
    """A last consonant may carry the silent ``a`` that Devanagari implies, or lose it."""
    if devanagari[-1] not in CONSONANTS + NUKTA:
        return roman
    if roman.endswith("a") and len(roman) > 3 and roman[-2] not in "aeiou":
        return roman[:-1]
    return roman + "a" if roman[-1] not in "aeiouyh" else roman


def _swap(old: str, new: str, unless: str = "", needs: str = "") -> Rule:
    """A rule that writes one letter for another, unless the Devanagari form has a sign that forbids it."""

    def rule(roman: str, devanagari: str, _chance: random.Random) -> str:
        if any(sign in devanagari for sign in unless) or (needs and not any(sign in devanagari for sign in needs)):
            return roman
        return re.sub(old, new, roman)

    return rule


def _single(roman: str, _devanagari: str, _chance: random.Random) -> str:
    """Doubled consonants are often written once."""
    return _DOUBLE.sub(r"\1", roman)


_RULES: tuple[tuple[Rule, float], ...] = (
    (_shorten, 0.3),
    (_lengthen, 0.3),
    (_final, 0.12),
    (_single, 0.15),
    (_swap("v", "w"), 0.12),
    (_swap("w", "v"), 0.3),
    (_swap("sh", "s"), 0.06),
    (_swap("s(?!h)", "sh", unless="सछ"), 0.3),
    (_swap("ph", "f", needs="फ"), 0.2),
    (_swap("f", "ph", needs="फ"), 0.2),
    (_swap("z", "j"), 0.15),
    (_swap("j", "z", needs=NUKTA), 0.2),
    (_swap("ksh", "x", needs="क्ष"), 0.15),
    (_swap("q", "k"), 0.2),
    (_swap("(?<![tscdhkpbgj])t(?![ht])", "th", unless="टठथ", needs="त"), 0.08),
    (_swap("(?<![dn])d(?![hd])", "dh", unless="डधढ", needs="द"), 0.02),
    (_swap("ch(?!h)", "chh", unless="च", needs="छ"), 0.3),
    (_swap("(?<=[bcdfghjklmnprstvz])ia", "iya", needs="य"), 0.3),
    (_swap("iya", "ia", needs="य"), 0.2),
    (_swap("ai(?!y)", "ay", needs="ैाय"), 0.06),
    (_swap("au", "ow", needs="ौ"), 0.1),
    (_swap("n(?=[bp])", "m"), 0.3),
)
