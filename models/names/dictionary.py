"""Names and places whose Hindi spelling is settled: a lookup that comes before the model.

Reads ``data/names``. Knows common names and surnames, their usual short forms, states, districts and court seats
alone. Loads no torch.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set
from functools import lru_cache
from pathlib import Path

from models.names.alphabet import CONSONANTS, devanagari_letters, is_word, latin_letters
from models.names.data import NAME, Pair
from tools.settings import DATA

FOLDER = DATA / "names"
SOURCE = "data/names"  # what its rows are called among those of other lists
LEARNED = ("names.tsv", "places.tsv")
LOOKED_UP = (*LEARNED, "more_names.tsv")  # the last was written after the weights that ship were trained
# Written for the whole name, so nothing to learn a sound from.
SHORT_FORMS = {"md": ("मोहम्मद",), "kr": ("कुमार",), "pd": ("प्रसाद",), "sk": ("शेख",)}

# Logarithms of how much likelier a spelling becomes when the dictionary has it, or its two parts (मुन्नी, लाल). The
# first was chosen on validation rows, the others by judgement.
WHOLE, PARTS = 3.0, 2.0
PLURAL, PLURAL_ENDINGS = -2.0, ("ों", "ें")  # of common words; a name that ends in -on or -en is none
SHORTEST_PART = 3  # letters
_ALIKE = {"ph": "f", "w": "v", "z": "j", "q": "k", "x": "ks", "ksh": "ks", "ck": "k", "y": "i", "o": "u", "e": "i"}
_DOUBLED, _BREATH = re.compile(r"(.)\1+"), re.compile("(?<=[kgcjtdpbs])h")


@lru_cache(maxsize=1)
def dictionary() -> dict[str, tuple[str, ...]]:
    """Spellings of a Latin form in a…z, the usual one first."""
    found: dict[str, tuple[str, ...]] = dict(SHORT_FORMS)
    for roman, word in read_lists(FOLDER, LOOKED_UP):
        if word not in found.get(roman, ()):
            found[roman] = (*found.get(roman, ()), word)
    return found


def preference(spelling: str, settled: Set[str]) -> float:
    """What to add to the logarithm of a guess's probability, given the spellings that are settled."""
    if spelling in settled:
        return WHOLE
    for middle in range(SHORTEST_PART, len(spelling) - SHORTEST_PART + 1):
        if spelling[middle] in CONSONANTS and spelling[:middle] in settled and spelling[middle:] in settled:
            return PARTS
    return PLURAL if spelling.endswith(PLURAL_ENDINGS) else 0.0


def sound(roman: str) -> str:
    """A key that Latin forms of a like sound share (sudhakar, sudakar): breath, doubling and length are dropped."""
    for letters, one in _ALIKE.items():
        roman = roman.replace(letters, one)
    roman = _BREATH.sub("", _DOUBLED.sub(r"\1", roman))
    return roman[:-1] if len(roman) > 3 and roman[-1] == "a" and roman[-2] not in "iu" else roman


def by_sound(known: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    """Spellings by the `sound` of their Latin forms, short forms left out."""
    found: dict[str, list[str]] = {}
    for roman, spellings in known.items():
        if len(roman) > SHORTEST_PART:
            kept = found.setdefault(sound(roman), [])
            kept.extend(word for word in spellings if word not in kept)
    return found


def own_pairs() -> list[Pair]:
    """The lists that are learned from, as pairs; `models.names.data.split` takes out what is held out."""
    return [Pair(roman, word, NAME, SOURCE, "own") for roman, word in read_lists(FOLDER, LEARNED)]


def read_lists(folder: Path, files: Sequence[str]) -> list[tuple[str, str]]:
    """Latin form and spelling of each word of some lists, each once.

    A row is a list of Latin forms, comma-separated, and the Devanagari spelling; what is written in several words gives
    one pair a word where both sides have as many.
    """
    rows: dict[tuple[str, str], None] = {}
    for file in files:
        for line in (folder / file).read_text(encoding="utf-8").splitlines()[1:]:
            romans, spelling = line.split("\t")[:2]
            for roman in romans.split(","):
                rows |= dict.fromkeys(_words(roman, spelling))
    return list(rows)


def _words(roman: str, spelling: str) -> list[tuple[str, str]]:
    left, right = roman.replace("-", " ").split(), spelling.replace("-", " ").split()
    if len(left) != len(right):
        return []
    words = [(latin_letters(one), devanagari_letters(other)) for one, other in zip(left, right, strict=True)]
    return [(one, other) for one, other in words if len(one) > 1 and is_word(other)]
