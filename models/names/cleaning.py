"""Which rows of a list of names are pairs by sound, so that they can teach a transliterator.

Lists made from affidavits hold translations ("late" with प्रयात), rows moved by one and initials. A pair is kept when
its consonants agree; vowels are not compared, since Latin spelling leaves most of them open.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from models.names.alphabet import NUKTA, VIRAMA, devanagari_letters, is_word, latin_letters

LONGEST = 24  # letters; longer "words" are joined sentences
TOLERANCE = 0.34  # cost of the consonants that disagree, as a share of all of them

_DIGRAPHS = (("x", "ks"), ("ph", "p"), ("f", "p"), ("q", "k"), ("z", "j"), ("w", "v"), ("ck", "k"))
_BREATH = re.compile("(?<=[kgcjtdpbs])h+")
_SOUNDS = {
    letter: sound
    for letters, sound in (
        ("कख", "k"),
        ("गघ", "g"),
        ("च", "c"),
        ("छ", "c"),
        ("जझ", "j"),
        ("टठतथ", "t"),
        ("डढदध", "d"),
        ("ङञणनंँ", "n"),
        ("पफ", "p"),
        ("बभ", "b"),
        ("म", "m"),
        ("रऋृ", "r"),
        ("लळ", "l"),
        ("व", "v"),
        ("शषस", "s"),
        ("ह", "h"),
        ("य", "y"),
    )
    for letter in letters
}
# Pairs that Indian spelling exchanges: Bengali b and v, Tamil t and d, k and g, c as k or s, ड़ as d or r.
_NEAR = {
    frozenset(pair): cost
    for cost, pairs in ((0.2, "ck"), (0.3, "cs dr jg"), (0.4, "td nm"), (0.5, "bv kg pb"), (0.6, "js"), (0.8, "lr"))
    for pair in pairs.split()
}
_LIGHT = {"y": 0.2, "h": 0.2, "v": 0.4, "r": 0.8, "n": 0.6}  # cost of leaving the sound out; 1 for others


def pairs_of(roman: str, devanagari: str) -> list[tuple[str, str]]:
    """The clean pairs in one row: the row itself, or its longest parts where initials stand beside the name.

    ``d.krishnan`` with डी.कृष्णन gives (krishnan, कृष्णन); a row that is no pair by sound gives nothing.
    """
    left = [letters for part in re.split(r"[.\s,/()-]+", roman) if len(letters := latin_letters(part)) > 1]
    right = [word for part in re.split(r"[.\s,/()-]+", devanagari_letters(devanagari)) if is_word(word := part)]
    if not left or not right:
        return []
    pair = max(left, key=len), max(right, key=len)
    return [pair] if agree(*pair) else []


def agree(roman: str, devanagari: str) -> bool:
    """Whether a Latin and a Devanagari word have nearly the same consonants."""
    if len(roman) > LONGEST or len(devanagari) > LONGEST or len(devanagari) < 2:
        return False
    left, right = latin_sounds(roman), devanagari_sounds(devanagari)
    return distance(left, right) <= TOLERANCE * max(1.0, (len(left) + len(right)) / 2)


def latin_sounds(roman: str) -> str:
    """The consonants of a Latin word as sounds: breath, doubling and vowels dropped."""
    for letters, sound in _DIGRAPHS:
        roman = roman.replace(letters, sound)
    return _single(letter for letter in _BREATH.sub("", roman) if letter not in "aeiou")


def devanagari_sounds(word: str) -> str:
    """The consonants of a Devanagari word as sounds, in the letters of `latin_sounds`."""
    word = word.replace("ज्ञ", "ग").replace(NUKTA, "").replace(VIRAMA, "")
    return _single(_SOUNDS[letter] for letter in word if letter in _SOUNDS)


def distance(left: str, right: str) -> float:
    """Least cost of turning one row of sounds into the other (weighted Levenshtein)."""
    above = [0.0]
    for sound in right:
        above.append(above[-1] + _LIGHT.get(sound, 1.0))
    for mine in left:
        row = [above[0] + _LIGHT.get(mine, 1.0)]
        for number, other in enumerate(right):
            change = 0.0 if mine == other else _NEAR.get(frozenset(mine + other), 1.0)
            row.append(
                min(
                    above[number] + change,
                    above[number + 1] + _LIGHT.get(mine, 1.0),
                    row[number] + _LIGHT.get(other, 1.0),
                )
            )
        above = row
    return above[-1]


def _single(sounds: Iterable[str]) -> str:
    """Neighbours that are the same count once."""
    kept = ""
    for sound in sounds:
        if not kept.endswith(sound):
            kept += sound
    return kept
