"""Phrases in a row of tokens, as printed or misread, and the label that each of them begins.

Knows neither which labels there are nor what stands round them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate, pairwise
from typing import Final, NamedTuple

from rapidfuzz import fuzz

from tools.documents.types import Box
from tools.legal.evidence import union
from tools.legal.fir.labels import Phrase
from tools.legal.fir.rows import Row
from tools.legal.fir.tokens import Token, joined

WIDE: Final = 2.2  # heights; a wider gap parts columns
LEAST_FUZZY: Final = 6  # letters of a phrase that may be misread
FUZZY: Final = 80.0  # of 100, the likeness that counts as the same phrase
SURER: Final = 92.0  # …and that puts a misread phrase in the place of a shorter one that was read


@dataclass(eq=False)
class Block:
    """A label in print: what it stands for, its tokens, and what speaks for its being a label.

    `row` is the index of the row in which it starts; `colon`, `bracket` and `enumerator` say what was found round it.
    """

    key: str
    row: int
    tokens: list[Token]
    weak: bool = False
    colon: bool = False
    bracket: bool = False
    enumerator: str = ""
    starts_row: bool = False
    isolated: bool = False
    rows: set[int] = field(default_factory=set)
    phrase: str = ""
    indent: float = 0.0  # where the phrase itself begins, right of its number
    numbered: int = 0  # tokens of the number before the phrase

    @property
    def box(self) -> Box:
        """Around all its tokens."""
        return union([token.box for token in self.tokens])

    @property
    def sure(self) -> bool:
        """Whether it is a label: not an everyday word in running text."""
        return not self.weak or self.colon or self.bracket or self.isolated or bool(self.enumerator)


def matches_in(row: Row, at: int, phrases: Sequence[Phrase]) -> list[Block]:
    """Phrases that stand in a row, longer ones first, none within another; from left to right.

    On a scan, a longer phrase that is misread takes the place of a shorter one for the same thing.
    """
    text = _Letters.of(row)
    found: dict[int, tuple[range, Block]] = {}
    for misread in (False, True) if row.page.source == "ocr" else (False,):
        for phrase in phrases:
            for first, last, likeness in _misread(phrase, text) if misread else _exact(phrase, text):
                places = range(text.places[first], text.places[last] + 1)
                tokens = [row.tokens[place] for place in places]
                others = [key for key, (taken, _) in found.items() if taken[0] <= places[-1] and places[0] <= taken[-1]]
                same = all(_lesser(found[key], phrase, places) for key in others)
                if _torn(tokens) or _within_word(row, places[0]) or (others and not (same and SURER <= likeness < 100)):
                    continue
                for key in others:
                    del found[key]
                block = Block(phrase.key, at, tokens, phrase.weak, rows={at}, starts_row=first == 0, phrase=phrase.text)
                block.indent = tokens[0].box[0]
                found[places[0]] = (places, block)
    return sorted((block for _, block in found.values()), key=lambda block: block.box[0])


def _lesser(other: tuple[range, Block], phrase: Phrase, places: range) -> bool:
    """Whether a misread phrase takes the other's place: both for one thing, or the other but a small part of it."""
    taken, block = other
    within = places[0] <= taken[0] and taken[-1] <= places[-1] and 2 * len(block.phrase) <= len(phrase.text)
    return len(taken) < len(places) and (block.key == phrase.key or within)


class _Letters(NamedTuple):
    """A row's plain spelling, and for each token with letters its place in the row, its start and its end."""

    text: str
    places: list[int]
    starts: list[int]
    ends: list[int]

    @classmethod
    def of(cls, row: Row) -> _Letters:
        places = [place for place, token in enumerate(row.tokens) if token.skeleton]
        lengths = [len(row.tokens[place].skeleton) for place in places]
        ends = list(accumulate(lengths))
        text = "".join(row.tokens[place].skeleton for place in places)
        return cls(text, places, [end - length for end, length in zip(ends, lengths, strict=True)], ends)


def _exact(phrase: Phrase, row: _Letters) -> list[tuple[int, int, float]]:
    """First and last token of each place where the phrase stands as printed, and 100."""
    found = []
    position = row.text.find(phrase.text)
    while position >= 0:
        if position in row.starts and position + len(phrase.text) in row.ends:
            found.append((row.starts.index(position), row.ends.index(position + len(phrase.text)), 100.0))
        position = row.text.find(phrase.text, position + 1)
    return found


def _misread(phrase: Phrase, row: _Letters) -> list[tuple[int, int, float]]:
    """The one place in a misread row that is most like the phrase, if it is like enough, and how like, of 100."""
    size = len(phrase.text)
    if size < LEAST_FUZZY or fuzz.partial_ratio(phrase.text, row.text, score_cutoff=FUZZY - 5) == 0:
        return []
    best, span = FUZZY, None
    for first, start in enumerate(row.starts):
        for last in range(first, len(row.ends)):
            length = row.ends[last] - start
            if length > size * 1.3:
                break
            if length < size * 0.75:
                continue
            score = fuzz.ratio(row.text[start : row.ends[last]], phrase.text, score_cutoff=best)
            if score > best:
                best, span = score, (first, last, score)
    return [span] if span else []


def _within_word(row: Row, place: int) -> bool:
    """Whether the token there goes on a word with a hyphen: the "FIR" of "e-FIR"."""
    before = row.tokens[max(0, place - 2) : place + 1]
    return (
        len(before) == 3
        and before[1].text == "-"
        and before[0].skeleton.isalpha()
        and joined(before[0], before[1])
        and joined(before[1], before[2])
    )


def _torn(tokens: Sequence[Token]) -> bool:
    """Whether a column gap runs through the tokens."""
    return any(
        after.box[0] - before.box[2] > WIDE * max(before.height, after.height) for before, after in pairwise(tokens)
    )
