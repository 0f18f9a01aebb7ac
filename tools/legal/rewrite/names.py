"""Names in a sentence, and whether two writings of one name are the same across Latin and Devanagari.

Names are compared by their consonants as they sound, for vowels are written in many ways: "Ramesh", "रमेश". It knows
no list of people: capitals tell a name in English, its place in the sentence tells one in Hindi.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from typing import Final

from tools.legal.dates import MONTHS
from tools.legal.keys import KEYS
from tools.legal.law.table import listing
from tools.legal.rewrite.words import AGENTS_HI, CAPITALS, FIRST_WORDS, NOT_NAMES_HI, SURNAMES, TITLES_HI
from tools.legal.summary.sentences_hi import CLOCK, DECIDED, FIR, FIR_NEXT, MEANS, ORDER, ORDER_AFTER

_LATIN: Final = (
    ("tch", "C"), ("chh", "C"), ("sch", "s"), ("ch", "C"), ("sh", "s"), ("ph", "p"), ("bh", "b"), ("dh", "d"),
    ("gh", "g"), ("jh", "j"), ("kh", "k"), ("th", "t"), ("ck", "k"), ("gy", "g"), ("gn", "g"), ("jn", "g"),
    ("x", "ks"), ("q", "k"), ("z", "j"), ("w", "v"), ("f", "p"),
)  # fmt: skip
_SOFT: Final = re.compile(r"c(?=[eiy])")
_NASAL: Final = re.compile(r"(?<=n)g")  # Singh, सिंह: after n a g may stand or not
_FLAP: Final = re.compile("[डढ]\u093c")
# Unicode's form NFD, where a nukta is a sign of its own
_DEVANAGARI: Final[dict[str, str]] = {
    letter: sound
    for letters, sound in (
        ("कख", "k"), ("गघ", "g"), ("चछ", "c"), ("जझ", "j"), ("टठतथ", "t"), ("डढदध", "d"), ("पफ", "p"), ("बभ", "b"),
        ("शषस", "s"), ("नणङञ", "n"), ("म", "m"), ("रऋृ", "r"), ("लळ", "l"), ("व", "v"), ("ह", "h"), ("य", "y"),
        ("ंँ", "N"), ("अआइईउऊएऐओऔऑ", "A"),
    )
    for letter in letters
}  # fmt: skip
_WORD: Final = re.compile(r"[A-Za-z][A-Za-z'’.]*[A-Za-z]|[A-Za-z]|[\u0900-\u0963\u0970-\u097f]+")
_CAPITAL: Final = re.compile(r"(?<![\w'’.@/-])[A-Z][A-Za-z'’]*(?:-[A-Z][A-Za-z'’]*)?")
_SENTENCE_START: Final = re.compile(r"(?:^|[.!?:;“\"(]\s+|^[“\"'(]+)$")
_BY_PLACE: Final = re.compile(
    r"(?:को\s+(?:ज़?मानत|बरी|दोषी|गिरफ़?्तार|सज़?ा|रिहा|जेल|हिरासत)|की\s+(?:शिकायत|ओर|तरफ़?|पत्नी|गवाही|हत्या)|"
    r"के\s+(?:ख़?िलाफ़?|विरुद्ध|पिता|बेटे|पति|वकील|घर)|पर\s+आरोप|का\s+(?:बयान|कहना|आरोप)|और\s+दूसरी|बनाम)(?![\u0900-\u0963])"
)
_TAIL_WORDS: Final = re.compile(
    r"\s+(?:[A-Z]|(?:was|is|has|had|said|told|filed|got|gave|took|stole|reported|must|asked)\b|and\s+[A-Z])"
)


@lru_cache(maxsize=4096)
def skeleton(word: str) -> str:
    """The consonants of a word as they sound, in either script; empty for a word that has none.

    A first vowel is marked; h after the first letter, y and doubled letters are left out.
    """
    found = _latin(word.lower()) if word[:1].isascii() else _devanagari(unicodedata.normalize("NFC", word))
    return re.sub(r"(.)\1+", r"\1", found)


def sounds_of(word: str) -> frozenset[str]:
    """The skeletons that a word may have: ड़ and ढ़ are written r or d in Latin letters."""
    flapped = _FLAP.sub("र", unicodedata.normalize("NFD", word))
    return frozenset({skeleton(word), skeleton(flapped)} - {""})


def skeletons(text: str) -> frozenset[str]:
    """The skeletons of all words of `text`, and of all words that stand beside each other as one ("Raj Kumar")."""
    words = words_in(text)
    pairs = {skeleton(first) + skeleton(second).replace("A", "") for first, second in pairwise(words)}
    return frozenset({sound for word in words for sound in sounds_of(word)} | pairs - {""})


def words_in(text: str) -> list[str]:
    """The words of `text` in either script."""
    return _WORD.findall(unicodedata.normalize("NFC", text))


def names_in(sentence: str, skip: Iterable[tuple[int, int]] = ()) -> tuple[str, ...]:
    """The words of `sentence` that can only be names; `skip` are places that are known to be something else."""
    taken = list(skip)
    found = [*_latin_names(sentence, taken), *_hindi_names(sentence)]
    return tuple(dict.fromkeys(found))


def _latin(word: str) -> str:
    word = re.sub(r"[^a-z]", "", word)
    for letters, sound in _LATIN:
        word = word.replace(letters, sound)
    word = _SOFT.sub("s", word).replace("c", "k").replace("C", "c")
    word = re.sub(r"m(?=[pb])", "n", word)
    first = "A" if word[:1] in tuple("aeiou") else word[:1]
    return _NASAL.sub("", first + re.sub(r"[aeiouyh]", "", word[1:]))


def _devanagari(word: str) -> str:
    sounds: list[str] = []
    letters = list(unicodedata.normalize("NFD", word))
    for at, letter in enumerate(letters):
        sound = _DEVANAGARI.get(letter, "")
        if (
            letter == "म"
            and letters[at + 1 : at + 2] == ["्"]
            and letters[at + 2 : at + 3] in (["प"], ["ब"], ["भ"], ["फ"])
        ):
            sound = "n"
        elif letter == "ञ" and at > 1 and letters[at - 1] == "्" and letters[at - 2] == "ज":  # ज्ञ sounds like gy
            sounds[-1:], sound = ["g"], ""
        if sound:
            sounds.append("n" if sound == "N" else sound)
    first = sounds[:1]
    return _NASAL.sub("", "".join([*first, *(sound for sound in sounds[1:] if sound not in "Ahy")]))


def _latin_names(sentence: str, taken: list[tuple[int, int]]) -> Iterator[str]:
    for match in _CAPITAL.finditer(sentence):
        word = match[0].removesuffix("'s").removesuffix("’s")
        if any(start < match.end() and match.start() < end for start, end in taken):
            continue
        low = word.lower().replace("’", "'")
        if low in CAPITALS or len(word) < 2:
            continue
        if _SENTENCE_START.search(sentence[: match.start()]) and (
            low in FIRST_WORDS or not _TAIL_WORDS.match(sentence, match.end())
        ):
            continue
        yield word


def _hindi_names(sentence: str) -> Iterator[str]:
    text = unicodedata.normalize("NFC", sentence)
    words = list(_WORD.finditer(text))
    for at, match in enumerate(words):
        word = match[0]
        before = [other[0] for other in words[max(0, at - 2) : at]]
        if word in SURNAMES:
            yield word
            yield from (name for name in before[-1:] if _maybe_name(name))
        elif word in TITLES_HI and not _breaks(text, words, at) and not text[: match.start()].rstrip()[-1:].isdigit():
            yield from (name for name in (other[0] for other in words[at + 1 : at + 2]) if _maybe_name(name))
        elif word == "ने" or _BY_PLACE.match(text, match.start()):
            yield from _before(before)


def _before(words: Sequence[str]) -> Iterator[str]:
    """The names among the last two words before a place where a person stands, nearest first."""
    for name in reversed(words):
        if name[0].isascii():  # capitals tell these
            continue
        if not _maybe_name(name) or name in common_words():
            return
        yield name


@cache
def common_words() -> frozenset[str]:
    """Ordinary Hindi words: those of the portal's own sentences, of the facts' names and of the table of law."""
    texts = [*(key.hi for key in KEYS.values()), *MONTHS]
    texts += [text for group in (*FIR, *ORDER, *ORDER_AFTER, FIR_NEXT, CLOCK) for text in group]
    texts += [*MEANS.values(), *(text for group in DECIDED.values() for text in group)]
    for found in listing():
        texts += [found.offence_hi, found.punishment_hi, found.meaning_hi]
    return frozenset(word for text in texts for word in words_in(text))


def _breaks(sentence: str, words: list[re.Match[str]], at: int) -> bool:
    """Whether a sign stands between a title and the next word."""
    following = words[at + 1 : at + 2]
    return bool(following) and bool(sentence[words[at].end() : following[0].start()].strip(". "))


def _maybe_name(word: str) -> bool:
    return (
        not word[0].isascii()
        and word not in NOT_NAMES_HI
        and word not in AGENTS_HI
        and len(word) > 1
        and skeleton(word) != ""
    )
