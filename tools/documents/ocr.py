"""Optical character recognition of one picture: turned, cleaned, read in the languages that suit it, or "no".

Knows pictures only; nothing of PDF. One thread for each call, because pages are already read in parallel processes.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby
from statistics import mean
from typing import Any

from tools.documents import numbers
from tools.documents.look import Look, look_at
from tools.documents.prepare import Prepared, prepared
from tools.documents.tesseract import BLOCK, Recognized, orientation, read, wordlike
from tools.documents.types import Word

TURNED_CONFIDENCE = 70.0  # below, other orientations are tried
DOUBTFUL = 60.0  # confidence
DOUBTFUL_HINTED = 78.0  # of a line, on a page that shows strokes as Devanagari has
MOST_DOUBTFUL = 0.04  # of the words of a page in one script
LEAST_HEADLINE = 0.008  # of the ink in level strokes: less, and the page is hardly in Devanagari
ENGLISH = "eng"
SURE_NUMBER = 95.0  # confidence from which a number is not read again: of 136 such on spoiled pages all were right


def recognize(picture: Any, language: str, seconds: float, *, check_numbers: bool = False) -> Recognized:
    """Read a Pillow picture in grey; sideways, upside-down and sloping pages are turned, shadows taken out.

    Parameters
    ----------
    language
        Names of Tesseract's models, joined by +. English first: the others come in only where that reads badly.
        Another first: all at once, unless the page shows no sign of a script like Devanagari.
    seconds
        For all that is done with this picture.
    check_numbers
        Read doubtful numbers a second time, cut out and by the English model, and mark those that differ.

    Raises
    ------
    TimeoutError
        Tesseract did not answer within `seconds`.
    """
    clock = _Clock(seconds)
    look = look_at(picture)
    first = None
    if look.sideways:
        best = _best_turn(picture, language, clock)
    else:
        best = first = _reading(prepared(picture, look), look, language, clock)
    if first and not _is_good(first[1]):
        degrees = orientation(picture, clock.left())
        if degrees:
            second = _turned(picture, degrees, language, clock)
            best = second if _weight(second[1]) > _weight(first[1]) else first
    ready, found = best
    words = _with_numbers_checked(ready.picture, found, clock) if check_numbers else found.words
    placed = tuple(replace(word, box=ready.back(word.box), size=word.size / ready.scale) for word in words)
    return replace(found, words=placed, skew=ready.skew if not ready.turned else 0.0)


class _Clock:
    """Seconds that are left of a budget."""

    def __init__(self, seconds: float) -> None:
        self._until = time.monotonic() + seconds

    def left(self) -> float:
        """At least one second, because Tesseract is stopped by whole seconds."""
        return max(1.0, self._until - time.monotonic())


_Reading = tuple[Prepared, Recognized]


def _reading(ready: Prepared, look: Look, language: str, clock: _Clock) -> _Reading:
    return ready, _first_reading(ready.picture, _for_script(language, look), look.headline, clock)


def _turned(picture: Any, degrees: int, language: str, clock: _Clock) -> _Reading:
    look = look_at(picture.rotate(-degrees, expand=True))
    return _reading(prepared(picture, look, degrees), look, language, clock)


def _best_turn(picture: Any, language: str, clock: _Clock) -> _Reading:
    """A page whose lines run up or down: as Tesseract says which, or both ways when it cannot tell."""
    told = orientation(picture, clock.left())
    readings: list[_Reading] = []
    for degrees in [told] if told in (90, 270) else [90, 270]:
        readings.append(_turned(picture, degrees, language, clock))
        if _is_good(readings[-1][1]):
            break
    return max(readings, key=lambda reading: _weight(reading[1]))


def _is_good(found: Recognized) -> bool:
    return found.confidence >= TURNED_CONFIDENCE and len(found.words) > 10


def _for_script(language: str, look: Look) -> str:
    """English alone first where a page in another script first shows no level strokes as Devanagari has."""
    first, *others = language.split("+")
    if first == ENGLISH or ENGLISH not in others or look.headline >= LEAST_HEADLINE or not look.letter_height:
        return language
    return "+".join([ENGLISH, first, *(other for other in others if other != ENGLISH)])


def _first_reading(picture: Any, language: str, headline: float, clock: _Clock) -> Recognized:
    """What English reads when it comes first; with all languages where that looks wrong, or where another is first."""
    plain, *others = language.split("+")
    if plain != ENGLISH or not others:
        return read(picture, language, clock.left())
    first = read(picture, plain, clock.left())
    if not _looks_wrong(first, headline) or clock.left() <= 1:
        return first
    second = read(picture, language, clock.left())
    return second if second.confidence >= first.confidence else first


def _with_numbers_checked(picture: Any, first: Recognized, clock: _Clock) -> tuple[Word, ...]:
    """The words, their numbers of which the first reading is not sure read once more, by the English model."""

    def again(montage: Any) -> Sequence[Word]:
        return read(montage, ENGLISH, clock.left(), segmentation=BLOCK).words

    return numbers.checked(first.words, picture, again, SURE_NUMBER)


def _looks_wrong(result: Recognized, headline: float) -> bool:
    """Whether some words or a whole line were read badly, as those in another script are; level strokes hint at it."""
    doubtful = result.dropped + sum(word.confidence < DOUBTFUL for word in result.words)
    if result.confidence < TURNED_CONFIDENCE or doubtful > MOST_DOUBTFUL * len(result.words):
        return True
    lines = (list(line) for _, line in groupby(result.words, key=lambda word: word.line))
    least = DOUBTFUL_HINTED if headline >= LEAST_HEADLINE / 2 else DOUBTFUL
    return any(len(line) > 2 and mean(word.confidence for word in line) < least for line in lines)


def _weight(result: Recognized) -> float:
    return result.confidence * sum(len(word.text) for word in result.words if wordlike(word.text))
