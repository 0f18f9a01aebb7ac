"""A question's words with others that mean the same, across English and Hindi: a small table of terms, and for names
and loan words the sound (दिनेश meets Dinesh). Knows no grammar and no sentence; what it does not list stays as it is.
"""

from __future__ import annotations

import re
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
IN_ENGLISH: Final = 2  # English words for one Hindi word
ALIKE_SHORT: Final = 85.0  # the same of words with two consonants, which chance makes alike more often
FEWEST_SOUNDS: Final = 2
VOWELS: Final = frozenset("aeiou")
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

_NAMES: Final = "डब्ल्यू क्यू एक्स वाई आई आर एफ एच एल एम एन एस जेड ए बी सी डी ई जी जे के ओ पी टी यू वी"
_LETTER_NAMES: Final = dict(zip(_NAMES.split(), "wqxyirfhlmnszabcdegjkoptuv", strict=True))
"""The names of Latin letters as Hindi writes them, longer ones first."""
_LETTER_NAME: Final = re.compile("|".join(_LETTER_NAMES))
_ALL_LETTER_NAMES: Final = re.compile(rf"(?:{'|'.join(_LETTER_NAMES)}){{2,}}")

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
        named = length == 1 and not _translated(own, others)
        alike = [*_spelled_out(words[at][0]), *_alike(words[at][0], sounds or {})] if named else []
        found.append(Wanted(tuple(dict.fromkeys((own, *others, *alike)))))
        at += length
    return tuple(dict.fromkeys(found))


def _translated(own: Term, others: Iterable[Term]) -> bool:
    """Whether the table knows the term in the other script: what is no name or loan word is not looked for by sound."""
    hindi = is_hindi(" ".join(own))
    return any(is_hindi(" ".join(other)) != hindi for other in others)


def _spelled_out(word: str) -> list[Term]:
    """The Latin initials that a Hindi word spells by their names (एडीजे is ``adj``); none when it is another word."""
    if not _ALL_LETTER_NAMES.fullmatch(word):
        return []
    return [("".join(_LETTER_NAMES[name] for name in _LETTER_NAME.findall(word)),)]


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


def in_english(question: str, sounds: Mapping[str, Iterable[str]] | None = None) -> str:
    """The English words of a Hindi question in either script: those that the table knows, those that a library holds
    in a like sound, and its Latin ones."""
    latin = ([way for way in one.ways if not is_hindi(" ".join(way))] for one in wanted(question, sounds))
    return " ".join(word for ways in latin for way in ways[:IN_ENGLISH] for word in way)


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

    mine, hindi, key = romanised(word), is_hindi(word), sound(word)
    least = ALIKE if len(key) > FEWEST_SOUNDS else ALIKE_SHORT
    others = [other for other in sounds.get(key, ()) if is_hindi(other) != hindi]
    heard = ((other, romanised(other)) for other in others)
    return [
        (stem(other),)
        for other, theirs in heard
        if (mine[0] in VOWELS) == (theirs[0] in VOWELS) and fuzz.ratio(mine, theirs) >= least
    ]


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
