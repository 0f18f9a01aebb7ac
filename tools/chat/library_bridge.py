"""A question's words with others that mean the same, across English and Hindi: a small table of terms, and for names
and loan words the sound (दिनेश meets Dinesh). Knows no grammar and no sentence; what it does not list stays as it is.
"""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from tools.chat.library_words import is_hindi, is_hindi_in_latin, stem, stems, terms, tokens
from tools.settings import DATA

TABLE: Final = DATA / "chat" / "bridge.toml"
LONGEST: Final = 4  # words in the table's longest term
ALIKE: Final = 70.0  # per cent of letters in common, of two words that sound alike without their vowels
FEWEST_SOUNDS: Final = 2
_CONSONANTS: Final = dict(zip("कखगघचछजझटठडढतथदधनणङञपफबभमयरलळवशषसह", "kkggqqjjttddttddnnnnppbbmyrllvsssh", strict=True))
_VOWELS: Final = {
    **dict(zip("ािीुूेोॉअआइईउऊएओऑं", "aiiuueooaaiiuueoon", strict=True)),
    **{"ै": "ai", "ौ": "au", "ऐ": "ai", "औ": "au", "ृ": "ri", "ऋ": "ri"},
}
_LATIN: Final = (
    ("q", "k"), ("chh", "q"), ("ch", "q"), ("ck", "k"), ("sh", "s"), ("ph", "p"), ("th", "t"), ("dh", "d"), ("bh", "b"),
    ("kh", "k"), ("gh", "g"), ("jh", "j"), ("tion", "san"), ("ce", "se"), ("ci", "si"), ("c", "k"), ("x", "ks"),
    ("f", "p"), ("w", "v"), ("z", "j"), ("ee", "i"), ("oo", "u"),
)  # fmt: skip
"""How Latin letters are heard, in this order; q stands for च from then on."""

Term = tuple[str, ...]
"""One or several stems that stand for one meaning."""


@dataclass(frozen=True)
class Wanted:
    """What one word (or turn of phrase) of a question looks for: any of `ways`, the question's own first."""

    ways: tuple[Term, ...]


def wanted(question: str, sounds: Mapping[str, Iterable[str]] | None = None) -> tuple[Wanted, ...]:
    """The different things that `question` names, in order, with all their ways.

    `sounds` are a library's words by `sound`: with them, a word in one script also finds its likes in the other.
    """
    words = [(word, part) for word in _in_its_script(question) for part in stems(word)]
    found, at = [], 0
    while at < len(words):
        ahead = tuple(part for _, part in words[at : at + LONGEST])
        length = next((size for size in range(len(ahead), 1, -1) if ahead[:size] in bridge()), 1)
        own, others = ahead[:length], bridge().get(ahead[:length], ())
        alike = _alike(words[at][0], sounds) if sounds and length == 1 else []
        found.append(Wanted(tuple(dict.fromkeys((own, *others, *alike)))))
        at += length
    return tuple(dict.fromkeys(found))


def _in_its_script(question: str) -> list[str]:
    """The words of `question`; of Hindi in Latin letters those that sound like a Hindi word of the table become it."""
    words = tokens(question)
    if not is_hindi_in_latin(question):
        return words
    return [word if not stems(word) or (stem(word),) in bridge() else _as_heard(word) for word in words]


@lru_cache(maxsize=4096)
def _as_heard(word: str) -> str:
    """The Hindi word of the table that sounds most like a word in Latin letters; the word itself when none does."""
    from rapidfuzz import fuzz

    if not word.isascii() or not word.isalpha():
        return word
    mine = romanised(word)
    likely = [(fuzz.ratio(mine, romanised(other)), other) for other in _hindi_sounds().get(sound(word), ())]
    score, heard = max(likely, default=(0.0, word))
    return heard if score >= ALIKE else word


@lru_cache(maxsize=1)
def _hindi_sounds() -> Mapping[str, tuple[str, ...]]:
    """The Hindi words of the table by their sound; of turns of phrase each word."""
    rows = [row for rows in tomllib.loads(TABLE.read_text(encoding="utf-8")).values() for row in rows]
    return sounds_of(dict.fromkeys(word for row in rows for term in row if is_hindi(term) for word in tokens(term)))


def in_english(question: str) -> str:
    """The English words that the table knows of a Hindi question in either script, with its other Latin ones."""
    ways = [next((way for way in one.ways if not is_hindi(" ".join(way))), ()) for one in wanted(question)]
    return " ".join(word for way in ways for word in way)


@lru_cache(maxsize=1)
def bridge() -> Mapping[Term, tuple[Term, ...]]:
    """Every term of the table with all the others of its rows."""
    others: defaultdict[Term, dict[Term, None]] = defaultdict(dict)
    for rows in tomllib.loads(TABLE.read_text(encoding="utf-8")).values():
        for row in rows:
            ways = [tuple(terms(word)) for word in row]
            for way in ways:
                others[way].update(dict.fromkeys(ways))
    return {way: tuple(other for other in found if other != way and other) for way, found in others.items() if way}


def sounds_of(words: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    """`words`, as `tokens` gives them, by their `sound`."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for word in words:
        if len(key := sound(word)) >= FEWEST_SOUNDS:
            found[key].append(word)
    return {key: tuple(alike) for key, alike in found.items()}


def _alike(word: str, sounds: Mapping[str, Iterable[str]]) -> list[Term]:
    from rapidfuzz import fuzz

    mine, hindi = romanised(word), is_hindi(word)
    others = [other for other in sounds.get(sound(word), ()) if is_hindi(other) != hindi]
    return [(stem(other),) for other in others if fuzz.ratio(mine, romanised(other)) >= ALIKE]


@lru_cache(maxsize=100_000)
def sound(word: str) -> str:
    """The consonants of a word in either script, doubled ones once: what a name keeps in any spelling."""
    kept = ""
    for letter in romanised(word):
        if letter.isalpha() and letter not in "aeiouy" and not kept.endswith(letter):
            kept += letter
    return kept[:1] + kept[1:].replace("h", "")


def romanised(word: str) -> str:
    """`word` in a rough Latin spelling, without aspirations; only the last unwritten vowel is silent."""
    if not word.isascii():
        return "".join(_heard(word, at) for at in range(len(word)))
    for spelled, heard in _LATIN:
        word = word.replace(spelled, heard)
    return word


def _heard(word: str, at: int) -> str:
    letter, following = word[at], word[at + 1 : at + 2]
    if letter in _CONSONANTS:
        unwritten = following in _CONSONANTS or following == "\u0902"
        return _CONSONANTS[letter] + ("a" if unwritten else "")
    if letter == "\u0902" and following and following in "पफबभम":
        return "m"
    return _VOWELS.get(letter, "")
