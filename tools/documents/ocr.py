"""Optical character recognition of one picture through Tesseract: words, boxes, confidence, or the honest answer "no".

Knows pictures only; nothing of PDF. One thread for each call, because pages are already read in parallel processes.
"""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby
from statistics import mean
from typing import Any

from tools.documents import numbers
from tools.documents.look import Look, look_at
from tools.documents.ocr_words import mended
from tools.documents.prepare import Prepared, prepared
from tools.documents.types import Word
from tools.translations import N_

DPI = 300  # what Tesseract's models were trained at
MOST_PIXELS = 12_000_000  # A4 at 300 dpi is 8.7 million; more only costs time
LEAST_CONFIDENCE = 30.0  # words below are noise
BELIEVED_CONFIDENCE = 55.0  # mean over letters; below, the page is called a picture
TURNED_CONFIDENCE = 70.0  # below, other orientations are tried
LEAST_WORDLIKE = 0.5  # share of words that look like words
DOUBTFUL = 60.0  # confidence
DOUBTFUL_HINTED = 78.0  # of a line, on a page that shows strokes as Devanagari has
MOST_DOUBTFUL = 0.04  # of the words of a page in one script
LEAST_HEADLINE = 0.008  # of the ink in level strokes: less, and the page is hardly in Devanagari
ENGLISH = "eng"
AUTOMATIC, BLOCK = 3, 6  # Tesseract's page segmentation: found out, or one block of text
SURE_NUMBER = 95.0  # confidence from which a number is not read again: of 136 such on spoiled pages all were right
ROTATE = re.compile(r"Rotate: (\d+)")
MISSING = N_("Scanned pages need Tesseract, which is not installed: install the package tesseract-ocr.")


@dataclass(frozen=True)
class Recognized:
    """What was read of one picture. Boxes are in pixels of the picture as given.

    `skew` is the angle in degrees by which its lines fall to the right; `dropped` counts words that were seen and not
    read with any confidence.
    """

    words: tuple[Word, ...]
    confidence: float
    skew: float = 0.0
    dropped: int = 0

    @property
    def believed(self) -> bool:
        """Whether the result is likely to be what stands on the page."""
        if not self.words or self.confidence < BELIEVED_CONFIDENCE:
            return False
        return sum(_wordlike(word.text) for word in self.words) >= LEAST_WORDLIKE * len(self.words)


def available() -> bool:
    """Whether the Tesseract program is on this machine."""
    return shutil.which("tesseract") is not None


@lru_cache(maxsize=1)
def _installed() -> frozenset[str]:
    try:
        answer = subprocess.run(["tesseract", "--list-langs"], capture_output=True, text=True, timeout=20, check=False)
    except subprocess.TimeoutExpired as error:
        raise TimeoutError("Tesseract took too long") from error
    return frozenset(line.strip().rpartition("/")[2] for line in answer.stdout.splitlines()[1:])


def languages(wanted: str) -> str:
    """The part of `wanted` (joined by +) that is installed; whatever is installed when none is."""
    installed = _installed()
    usable = [language for language in wanted.split("+") if language in installed]
    return "+".join(usable or sorted(installed - {"osd"})[:1] or ["eng"])


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
        degrees = _orientation(picture, clock.left())
        if degrees:
            second = _turned(picture, degrees, language, clock)
            best = second if _weight(second[1]) > _weight(first[1]) else first
    ready, read = best
    words = _with_numbers_checked(ready.picture, read, clock) if check_numbers else read.words
    placed = tuple(replace(word, box=ready.back(word.box), size=word.size / ready.scale) for word in words)
    return replace(read, words=placed, skew=ready.skew if not ready.turned else 0.0)


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
    told = _orientation(picture, clock.left())
    readings: list[_Reading] = []
    for degrees in [told] if told in (90, 270) else [90, 270]:
        readings.append(_turned(picture, degrees, language, clock))
        if _is_good(readings[-1][1]):
            break
    return max(readings, key=lambda reading: _weight(reading[1]))


def _is_good(read: Recognized) -> bool:
    return read.confidence >= TURNED_CONFIDENCE and len(read.words) > 10


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
        return _read(picture, language, clock.left())
    first = _read(picture, plain, clock.left())
    if not _looks_wrong(first, headline) or clock.left() <= 1:
        return first
    second = _read(picture, language, clock.left())
    return second if second.confidence >= first.confidence else first


def _with_numbers_checked(picture: Any, first: Recognized, clock: _Clock) -> tuple[Word, ...]:
    """The words, their numbers of which the first reading is not sure read once more, by the English model."""

    def read(montage: Any) -> Sequence[Word]:
        return _read(montage, ENGLISH, clock.left(), segmentation=BLOCK).words

    return numbers.checked(first.words, picture, read, SURE_NUMBER)


def _looks_wrong(result: Recognized, headline: float) -> bool:
    """Whether some words or a whole line were read badly, as those in another script are; level strokes hint at it."""
    doubtful = result.dropped + sum(word.confidence < DOUBTFUL for word in result.words)
    if result.confidence < TURNED_CONFIDENCE or doubtful > MOST_DOUBTFUL * len(result.words):
        return True
    lines = (list(line) for _, line in groupby(result.words, key=lambda word: word.line))
    least = DOUBTFUL_HINTED if headline >= LEAST_HEADLINE / 2 else DOUBTFUL
    return any(len(line) > 2 and mean(word.confidence for word in line) < least for line in lines)


def _weight(result: Recognized) -> float:
    return result.confidence * sum(len(word.text) for word in result.words if _wordlike(word.text))


def _orientation(picture: Any, seconds: float) -> int:
    """Clockwise degrees by which the picture has to be turned to stand upright; 0 when Tesseract cannot tell."""
    half = picture.reduce(2) if min(picture.size) > 1200 else picture
    try:
        answer = _tesseract(half, seconds, "--psm", "0")
    except TimeoutError:
        return 0
    found = ROTATE.search(answer)
    return int(found[1]) % 360 if found else 0


def _read(picture: Any, language: str, seconds: float, segmentation: int = AUTOMATIC) -> Recognized:
    options = ("-l", language, "--psm", str(segmentation), "--dpi", str(DPI), "tsv")
    return _recognized(_tesseract(picture, seconds, *options))


def _tesseract(picture: Any, seconds: float, *options: str) -> str:
    """What Tesseract prints about a picture; nothing when it fails. Raises TimeoutError.

    The picture goes in unpacked: packing and unpacking it as PNG would take as long as a tenth of the reading.
    """
    pixels = io.BytesIO()
    picture.save(pixels, "PPM")
    try:
        answer = subprocess.run(
            ["tesseract", "stdin", "stdout", *options],
            input=pixels.getbuffer(),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=max(1.0, seconds),
            check=False,
            env=os.environ | {"OMP_THREAD_LIMIT": "1"},
        )
    except subprocess.TimeoutExpired as error:
        raise TimeoutError("Tesseract took too long") from error
    return answer.stdout.decode("utf-8", "replace")


def _recognized(table: str) -> Recognized:
    words: list[Word] = []
    keys: dict[tuple[str, ...], int] = {}
    heights: dict[tuple[str, ...], float] = {}
    letters, weighted = 0, 0.0
    for row in table.splitlines()[1:]:
        level, _, *key_parts, _, left, top, width, height, sureness, text = row.split("\t", 11)
        key, text, confidence = tuple(key_parts), text.strip(), float(sureness)
        if level == "4":
            heights[key] = float(height)
        if not text or confidence < 0:
            continue
        letters += len(text)
        weighted += confidence * len(text)
        x, y = float(left), float(top)
        box = (x, y, x + float(width), y + float(height))
        line = keys.setdefault(key, len(keys))
        words.append(Word(text, box, line, "", heights.get(key, 0.0), None, confidence))
    tidy = mended(words)
    kept = tuple(word for word in tidy if word.confidence >= LEAST_CONFIDENCE)
    dropped = sum(word.confidence < LEAST_CONFIDENCE and _wordlike(word.text) for word in tidy)
    return Recognized(kept, weighted / letters if letters else 0.0, dropped=dropped)


def _wordlike(text: str) -> bool:
    """Mostly letters or digits, which the noise that Tesseract reads into a photo is not."""
    core = text.strip(".,;:!?()[]{}\"'•-–—|/")
    return len(core) > 1 and sum(letter.isalnum() or "\u0900" <= letter <= "\u097f" for letter in core) >= 0.7 * len(
        core
    )
