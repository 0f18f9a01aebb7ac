"""Names and places as the summary writes them: in a Hindi summary in Devanagari, with the original in brackets once.

Common words, offices, states and initials come from a table; what is left over, the true names, is given to the
transliterator, word by word. Knows no document.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from models.names.types import Transliterator
from tools.legal.types import Language
from tools.settings import DATA

LONGEST_PHRASE: Final = 5  # words
LONGEST_BRACKET: Final = 48  # characters; a longer original stands beside the fact, not in the sentence
MOST_WORDS: Final = 60
MASK: Final = "▮"
_LATIN: Final = re.compile(r"[A-Za-z]")
_DEVANAGARI: Final = re.compile(r"[\u0900-\u097f]")
_PARTS: Final = re.compile(r"([A-Za-z]+(?:['’/&-][A-Za-z]+)*)")
_INITIALS: Final = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]?\.?")
_VOWEL: Final = re.compile(r"[aeiouyAEIOUY]")
_HIGH_COURT: Final = re.compile(
    r"high court (?:of judicature )?(?:of|for|at) (?:the )?(?:state of )?(?P<seat>[a-z& ]{3,40}?)"
    r"(?:,? at (?P<bench>[a-z ]{3,30}))?",
    re.I,
)
_STATE_OF: Final = re.compile(r"(?:the )?state (?:of )?\(?(?P<name>[a-z& .]{2,40}?)\)?", re.I)
_OPENING: Final = re.compile(
    r"^(?:(?:in|before)\s+the\s+|the\s+)?(?:court\s+of\s+(?!sessions?\b(?!\s+judge)))?(?:the\s+)?", re.I
)
_HONOURED: Final = re.compile(
    r"(?:the\s+)?hon\W{0,2}(?:ble|ourable)\W{1,2}(?:the\s+)?(?:(?:mr|mrs|ms|miss|dr)\.?\s*(?=(?:chief\s+)?justice\b))?"
    r"|\b(?:mr|mrs|ms|miss)\.?\s*(?=(?:chief\s+)?justice\b)",
    re.I,
)
_TWICE: Final = re.compile(r"^(.{3,60}) \(\1\)")  # "ASI (Assistant Sub-Inspector)" becomes the same word twice
_POSITIONS: Final = {
    "near": "के पास", "opposite": "के सामने", "opp": "के सामने", "behind": "के पीछे", "outside": "के बाहर",
    "in front of": "के सामने", "beside": "के बगल में", "inside": "के अंदर",
}  # fmt: skip
_POSITION: Final = re.compile(rf"(?:{'|'.join(_POSITIONS)})\b\.?\s+", re.I)


@dataclass(frozen=True)
class Name:
    """A name as the summary says it the first time and later."""

    first: str
    later: str


@dataclass
class NameWriter:
    """Writes names of one summary; `transliterator` None leaves what the table does not know in Latin letters."""

    transliterator: Transliterator | None
    language: Language
    _known: dict[str, str] = field(default_factory=dict)

    def write(self, text: str) -> Name:
        """A name, place or office for the summary's language; in English only the shouting of capitals is lowered."""
        plain = _HONOURED.sub("", _OPENING.sub("", " ".join(text.split()))).strip(" ,;:-")
        if self.language == "en":
            return Name(calm(plain), calm(plain))
        if not _LATIN.search(plain) or MASK in plain:
            return Name(plain, plain)
        hindi = self._devanagari(plain)
        if hindi is None:
            return Name(calm(plain), calm(plain))
        bracket = len(plain) <= LONGEST_BRACKET and not _DEVANAGARI.search(plain)
        return Name(f"{hindi} ({calm(plain)})" if bracket else hindi, hindi)

    def _devanagari(self, text: str) -> str | None:
        if whole := _whole(text):
            return whole
        parts = [self._part(part, shouting=text.isupper()) for part in text.split(",") if part.strip()]
        written = [part for part in parts if part is not None]
        if len(written) < len(parts):
            return None
        return _TWICE.sub(r"\1", ", ".join(part for part in written if part)) or None

    def _part(self, text: str, *, shouting: bool) -> str | None:
        """What stands between two commas; "near the temple" becomes "मंदिर के पास"."""
        position = _POSITION.match(text.strip())
        behind = _POSITIONS[position[0].strip(" .").lower()] if position else ""
        tokens = text.strip()[position.end() if position else 0 :].split()[:MOST_WORDS]
        pieces, unknown = _by_table(tokens, shouting=shouting)
        if unknown:
            if self.transliterator is None:
                return None
            self._learn(unknown)
        written = [piece if isinstance(piece, str) else self._word(piece.text) for piece in pieces]
        return " ".join(word for word in (*written, behind) if word)

    def _learn(self, tokens: Sequence[str]) -> None:
        words = sorted({word.lower() for token in tokens for word in _PARTS.findall(token)} - self._known.keys())
        if words and self.transliterator is not None:
            answers = self.transliterator.transliterate(words)
            self._known.update({word: found[0] for word, found in zip(words, answers, strict=True) if found})

    def _word(self, token: str) -> str:
        return _PARTS.sub(lambda match: self._known.get(match[1].lower(), match[1]), token)


@dataclass(frozen=True)
class _Unknown:
    text: str


def calm(text: str) -> str:
    """`text` with capitals at the start of words only, when all of it is in capitals; otherwise as it is."""
    if not text.isupper() or not _LATIN.search(text):
        return text
    return _PARTS.sub(lambda match: _calm_word(match[1]), text)


def _calm_word(word: str) -> str:
    low = word.lower()
    if low in _MANNERS:
        return word.capitalize()
    if len(word) < 2 or not _VOWEL.search(word) or low in _ABBREVIATIONS:
        return word
    if low in {"of", "and", "the", "at", "through"}:
        return low
    return {"s/o": "S/o", "d/o": "D/o", "w/o": "W/o", "r/o": "R/o", "m/s": "M/s"}.get(low, word.capitalize())


_MANNERS: Final = frozenset({"mr", "mrs", "ms", "dr", "smt", "sh", "shri", "md", "mohd", "ltd", "pvt", "km"})
_ABBREVIATIONS: Final = frozenset({"up", "mp", "si", "asi", "psi", "sho", "ps", "atm", "ndps", "pocso", "cbi", "sbi"})


def _whole(text: str) -> str:
    """The name of a High Court or of a State as a party in Hindi word order; empty for anything else."""
    plain = text.replace(".", "")
    if match := _HIGH_COURT.fullmatch(plain):
        seat, bench = _table_word(match["seat"]), _table_word(match["bench"] or "")
        if seat and not match["bench"]:
            return f"{seat} हाई कोर्ट"
        if seat and bench:
            return f"{seat} हाई कोर्ट, {bench}"
    match = _STATE_OF.fullmatch(plain)
    state = _tables()["states"].get(match["name"].strip().lower()) if match else ""
    return f"{state} राज्य" if state else ""


def _table_word(text: str) -> str:
    low = " ".join(text.lower().split())
    tables = _tables()
    return tables["states"].get(low) or tables["places"].get(low) or ""


def _by_table(tokens: Sequence[str], *, shouting: bool) -> tuple[list[str | _Unknown], list[str]]:
    """Each token in Devanagari where the table or the alphabet knows it, and those that neither knows.

    In a text that is all capitals (`shouting`) capitals do not tell an abbreviation from a name.
    """
    pieces: list[str | _Unknown] = []
    unknown: list[str] = []
    position = 0
    while position < len(tokens):
        taken, hindi = _phrase(tokens, position)
        if position and tokens[position].strip(".,").lower() in {"km", "kms"} and tokens[position - 1][-1:].isdigit():
            taken, hindi = 1, "किमी"
        if taken:
            pieces.append(hindi)
            position += taken
            continue
        token = tokens[position]
        if spelt := _spelt(token, shouting):
            pieces.append(spelt)
        elif _LATIN.search(token):
            pieces.append(_Unknown(token))
            unknown.append(token)
        else:
            pieces.append(token)
        position += 1
    return pieces, unknown


def _phrase(tokens: Sequence[str], position: int) -> tuple[int, str]:
    """How many tokens from `position` the longest phrase of the table takes, and the phrase with its outer signs."""
    words = _words()
    for count in range(min(LONGEST_PHRASE, len(tokens) - position), 0, -1):
        bare = [token.strip("()[],;:-") for token in tokens[position : position + count]]
        found = words.get(" ".join(bare).replace(".", "").lower())
        if found is not None:
            first, last = tokens[position], tokens[position + count - 1]
            before = first[: len(first) - len(first.lstrip("(["))]
            after = last[len(last.rstrip(")],;:-")) :]
            return count, f"{before}{found}{after}"
    return 0, ""


def _spelt(token: str, shouting: bool) -> str:
    """Initials and abbreviations letter by letter ("R.K." as "आर.के."); empty for a word."""
    core = token.strip("(),;:")
    short = core.isalpha() and core.isupper() and len(core) <= 4
    if _INITIALS.fullmatch(core) or (short and (len(core) == 1 or not shouting or not _VOWEL.search(core))):
        letters = _tables()["letters"]
        spelt = "".join(letters.get(sign.lower(), sign) for sign in core)
        return token.replace(core, spelt)
    return ""


@lru_cache(maxsize=1)
def _tables() -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = tomllib.loads((DATA / "legal" / "names_hi.toml").read_text(encoding="utf-8"))
    return found


@lru_cache(maxsize=1)
def _words() -> dict[str, str]:
    tables = _tables()
    return {**tables["places"], **tables["states"], **tables["phrases"]}
