"""The program Tesseract: is it here, in which languages, and what it reads of one picture as the picture is.

Knows pictures only; turning and cleaning them is for `tools.documents.ocr`.
"""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from tools.documents.ocr_words import mended
from tools.documents.types import Word
from tools.translations import N_

DPI = 300  # what Tesseract's models were trained at
MOST_PIXELS = 12_000_000  # A4 at 300 dpi is 8.7 million; more only costs time
LEAST_CONFIDENCE = 30.0  # words below are noise
BELIEVED_CONFIDENCE = 55.0  # mean over letters; below, the page is called a picture
LEAST_WORDLIKE = 0.5  # share of words that look like words
AUTOMATIC, BLOCK = 3, 6  # Tesseract's page segmentation: found out, or one block of text
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
        return sum(wordlike(word.text) for word in self.words) >= LEAST_WORDLIKE * len(self.words)


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


def read(picture: Any, language: str, seconds: float, segmentation: int = AUTOMATIC) -> Recognized:
    """What Tesseract reads of a picture as it is, with the models `language`. Raises TimeoutError."""
    options = ("-l", language, "--psm", str(segmentation), "--dpi", str(DPI), "tsv")
    return _recognized(_output(picture, seconds, *options))


def orientation(picture: Any, seconds: float) -> int:
    """Clockwise degrees by which the picture has to be turned to stand upright; 0 when Tesseract cannot tell."""
    half = picture.reduce(2) if min(picture.size) > 1200 else picture
    try:
        answer = _output(half, seconds, "--psm", "0")
    except TimeoutError:
        return 0
    found = ROTATE.search(answer)
    return int(found[1]) % 360 if found else 0


def _output(picture: Any, seconds: float, *options: str) -> str:
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
    dropped = sum(word.confidence < LEAST_CONFIDENCE and wordlike(word.text) for word in tidy)
    return Recognized(kept, weighted / letters if letters else 0.0, dropped=dropped)


def wordlike(text: str) -> bool:
    """Mostly letters or digits, which the noise that Tesseract reads into a photo is not."""
    core = text.strip(".,;:!?()[]{}\"'•-–—|/")
    return len(core) > 1 and sum(letter.isalnum() or "\u0900" <= letter <= "\u097f" for letter in core) >= 0.7 * len(
        core
    )
