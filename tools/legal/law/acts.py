"""Acts by every name that documents give them, English or Hindi, in full or short: where they stand in a text, and
their short name. Knows nothing of their sections, and no act that `data/law/acts.tsv` does not list.
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final, Literal

from rapidfuzz import fuzz, process

from tools.legal.law.spelling import Spelling, is_hindi, is_sign, spelled, squeezed
from tools.legal.law.states import state_before, state_in, state_name, state_spellings
from tools.legal.types import Language

FILE: Final = Path(__file__).parents[3] / "data" / "law" / "acts.tsv"
Kind = Literal["code", "sanhita", "constitution", "act", "procedure", "state"]
CALLED_CODES: Final = frozenset({"code", "sanhita"})
_ACT_WORDS: Final = tuple(
    spelled(word) for word in ("Ordinance", "Adhiniyam", "Act", "अधिनियमों", "अधिनियम", "अध्यादेश", "एक्ट", "कानून", "अधि")
)
_AMENDMENT: Final = (spelled("Amendment"), spelled("संशोधन"))
_BRACKET = re.compile(r"\([^()]{0,80}\)")
_YEAR_AFTER = re.compile(r"[\s,.()\[\]-]{0,4}(?P<year>1[89]\d\d|20\d\d)")
_SHORT = 3  # letters of a Latin abbreviation that must be capitals: "IT Act", not "it act"
_LONG = 10  # letters from which a name may be misspelled
_SURE = 16  # letters of a name that may begin a longer one: not "Registration" of "Registration of Births and Deaths"
_ALIKE = 88.0  # rapidfuzz ratio, 0-100, from which a long name counts as misspelled rather than another


@dataclass(frozen=True)
class Act:
    """An act: short name, full names, year, number of its last section (0 when not known), and what kind it is.

    ``state`` acts differ from state to state; ``procedure`` and codes of procedure say how a case runs.
    """

    code: str
    last_section: int
    kind: Kind
    name_en: str
    name_hi: str
    year: int
    older: tuple[str, ...]
    names: tuple[str, ...]
    stems: tuple[str, ...]


@dataclass(frozen=True)
class ActMention:
    """An act named in a text: its short name, first character, one past the last."""

    code: str
    start: int
    end: int


@cache
def acts() -> Mapping[str, Act]:
    """Every act by its short name."""
    with FILE.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return {row["code"]: _act(row) for row in rows}


def act_code(text: str) -> str | None:
    """The short name of the act that `text`, a cell or a phrase, names; None when it names none that is known.

    A long name may be misspelled. An act of a state carries it: "Excise Act (UP)"; one of an older year the year.
    """
    if found := next(acts_in(text), None):
        return found.code
    stem = re.sub(r"[\d,.:()\[\]।/-]+", " ", spelled(text[:200])).strip()
    for word in _ACT_WORDS:
        stem = stem.removesuffix(word).strip()
    stem = stem.replace(" ", "")
    if code := _stems().get(stem):
        return _dated(code, text, 0, len(text))
    if len(stem) < _LONG:
        return None
    stem = stem.removeprefix("the")
    rest = stem[len(_state(text)) :]
    if code := _stems().get(rest):
        return _dated(code, text, 0, len(text))
    for name in sorted(_long_names(), key=len, reverse=True):  # a cell with more words before "act", or cut off
        if len(name) >= _SURE and rest.startswith(name):
            return _dated(_long_names()[name], text, 0, len(text))
    best = process.extractOne(stem, _long_names().keys(), scorer=fuzz.ratio, score_cutoff=_ALIKE)
    return _dated(_long_names()[best[0]], text, 0, len(text)) if best else None


def acts_in(text: str) -> Iterator[ActMention]:
    """Every known act that `text` names, in order, by an exact name or abbreviation; none overlaps another."""
    form = squeezed(text)
    at = 0
    while at < len(form.text):
        if found := _at(form, text, at):
            code, end = found
            start, stop = form.places[at], _through_signs(text, form.places[end - 1] + 1)
            code = _dated(code, text, start, stop)
            if year := _YEAR_AFTER.match(text, stop):
                stop = year.end()
            _, start = state_before(text, start)
            yield ActMention(code, start, stop)
            at = end
        else:
            at += 1


def act_name(code: str, language: Language) -> str:
    """The full name of the act `code` in `language`; the code itself for an act that is not known."""
    base, _, state = code.removesuffix(")").partition(" (")
    year = re.search(r" (\d{4})$", base)
    act = acts().get(base) or acts().get(base[: year.start()] if year else "")
    if act is None:
        return code
    name = act.name_hi if language == "hi" else act.name_en
    if state:
        return f"{state_name(state, language)} {name.removesuffix(' (of the state)')}"
    return f"{name}, {year.group(1)}" if year else name


def base_act(code: str) -> Act | None:
    """The act behind a code, with its state or older year left out; None when it is not known."""
    return acts().get(code.partition(" (")[0]) or acts().get(re.sub(r" \d{4}$", "", code))


def _state(text: str) -> str:
    """How the state that `text` begins with is spelled; empty for none."""
    form = spelled(text)
    return next((name for name in state_spellings() if form.startswith(name)), "")


def _act(row: Mapping[str, str]) -> Act:
    def split(column: str) -> tuple[str, ...]:
        return tuple(part for part in row[column].split("|") if part)

    return Act(
        row["code"], int(row["last_section"] or 0), row["kind"], row["name_en"], row["name_hi"],  # type: ignore[arg-type]
        int(row["year"] or 0), split("older"), split("names"), split("stems"),
    )  # fmt: skip


@cache
def _by_beginning() -> Mapping[str, tuple[tuple[str, str, bool], ...]]:
    """Spelled names by their first two letters, longest first: name, code, whether a word for act must follow."""
    found: dict[str, list[tuple[str, str, bool]]] = defaultdict(list)
    for act in acts().values():
        for names, stem in ((act.names, False), (act.stems, True)):
            for name in names:
                form = spelled(name)
                found[form[:2]].append((form, act.code, stem))
    return {start: tuple(sorted(set(items), key=lambda item: -len(item[0]))) for start, items in found.items()}


@cache
def _stems() -> Mapping[str, str]:
    return {spelled(name): act.code for act in acts().values() for name in (*act.stems, *act.names)}


@cache
def _long_names() -> Mapping[str, str]:
    return {name: code for name, code in _stems().items() if len(name) >= _LONG}


def _at(form: Spelling, text: str, at: int) -> tuple[str, int] | None:
    """The act whose name begins at character `at` of the form, and where it ends."""
    for name, code, stem in _by_beginning().get(form.text[at : at + 2], ()):
        end = at + len(name)
        if not form.text.startswith(name, at) or not form.whole(at, end) or not _written(form, text, at, end):
            continue
        after = _after_act_word(form, end)
        if after or not stem:
            return code, after or end
    return None


def _after_act_word(form: Spelling, at: int) -> int | None:
    """One past the word for act that follows character `at`, with a bracket or "amendment" between or nothing."""
    for _ in range(2):
        if bracket := _BRACKET.match(form.text, at):
            at = bracket.end()
        at += next((len(word) for word in _AMENDMENT if form.text.startswith(word, at)), 0)
    for word in _ACT_WORDS:
        if form.text.startswith(word, at) and form.whole(at, at + len(word)):
            return at + len(word)
    return None


def _through_signs(text: str, at: int) -> int:
    """One past the signs that belong to the last letter of an abbreviation: a nasal sign, its dot, or a zero for it."""
    while at < len(text) and (
        is_sign(text[at]) or (text[at] in "0०॰o" and (is_hindi(text[at - 1]) or is_sign(text[at - 1])))
    ):
        at += 1
    last = text[max(0, at - 12) : at].split()[-1:]
    dotted = bool(last) and ("." in last[0] or len(last[0]) == 1)
    return at + 1 if dotted and text[at : at + 1] == "." else at


def _written(form: Spelling, text: str, start: int, end: int) -> bool:
    """Whether a short Latin name has its capitals, and no gap before its last letter alone ("BNS S." is no BNSS)."""
    name = form.text[start:end]
    if not name.isascii() or len(name) > 5:
        return True
    letters = [place for place, letter in zip(form.places[start:end], name, strict=True) if letter.isalpha()]
    if len(letters) <= _SHORT and name not in ("ipc", "bns", "cpc") and not all(text[at].isupper() for at in letters):
        return False
    gaps = form.opens[start + 1 : end]
    return not (gaps and gaps[-1] and len(gaps) > 1 and not any(gaps[:-1]))


def _dated(code: str, text: str, start: int, end: int) -> str:
    """The code with its state or the year of an older act of the same name; BSA for the Evidence Act of 2023."""
    act = acts()[code]
    year = _YEAR_AFTER.match(text, end) or re.search(r"(?P<year>1[89]\d\d|20\d\d)", text[start:end])
    if year and code == "Evidence Act" and year["year"] == "2023":
        return "BSA"
    if year and year["year"] in act.older:
        return f"{code} {year['year']}"
    if code == "Public Gambling Act" and (state := state_before(text, start)[0]):
        return f"Gambling Act ({state})"  # that of the state, not the act of 1867
    if act.kind == "state" and (state := state_before(text, start)[0] or state_in(text[start:end])):
        return f"{code} ({state})"
    return code
