"""Turns pictures of pages into pages by OCR, within one budget of seconds for the whole file, and says what failed.

Shared by PDF, images and DOCX; it knows neither where a picture came from nor how Tesseract works.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, field, replace
from typing import Any

from tools.documents import ocr
from tools.documents.limits import Limits
from tools.documents.pages import page_list
from tools.documents.types import Page, PageSource, Word
from tools.errors import Unreadable

BLANK_SPREAD = 40  # grey levels; a picture whose darkest and lightest parts differ less is an empty page


@dataclass
class Scanner:
    """Reads pictures of one file's pages. `notes` are the sentences for the user afterwards."""

    limits: Limits
    missing: bool = False
    unread: list[int] = field(default_factory=list)
    late: list[int] = field(default_factory=list)
    _spent: float = 0.0

    def read(self, picture: Any, number: int, width: float, height: float, images: int = 1) -> Page:
        """The page that the Pillow `picture` shows, `width` × `height` in points."""
        if _is_blank(picture):
            return Page(number, width, height, (), "blank", (), images)
        words, source = self._words(picture, number, width / picture.width, height / picture.height)
        return Page(number, width, height, words, source, (), images)

    def _words(self, picture: Any, number: int, across: float, down: float) -> tuple[tuple[Word, ...], PageSource]:
        if not ocr.available():
            self.missing = True
            self.unread.append(number)
            return (), "picture"
        left = self.limits.ocr_seconds - self._spent
        started = time.monotonic()
        try:
            if left <= 0:
                raise TimeoutError
            read = ocr.recognize(picture, ocr.languages(self.limits.ocr_language), left)
        except TimeoutError:
            self.late.append(number)
            return (), "picture"
        finally:
            self._spent += time.monotonic() - started
        if not read.believed:
            self.unread.append(number)
            return (), "picture"
        return tuple(
            _placed(word, read.turned, picture.width, picture.height, across, down) for word in read.words
        ), "ocr"

    @property
    def notes(self) -> tuple[str, ...]:
        """What the user should know, one sentence each."""
        found = []
        if self.missing:
            found.append(f"{_capital(page_list(self.unread))}: only a picture. {ocr.MISSING}")
        elif self.unread:
            found.append(f"{_capital(page_list(self.unread))}: only a picture that could not be read.")
        if self.late:
            found.append(f"{_capital(page_list(self.late))}: a picture that was not read, because the time was up.")
        return tuple(found)

    def refuse(self, name: str) -> Unreadable:
        """The error for a file of which nothing could be read."""
        if self.missing:
            return Unreadable(f"{name} is only pictures. {ocr.MISSING}")
        if self.late and not self.unread:
            return Unreadable(f"{name} is only pictures, and reading them took too long. Split it and add the parts.")
        return Unreadable(
            f"{name} is only pictures that could not be read. Scan it again, sharper and upright, or add the original."
        )


def _capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]


def _is_blank(picture: Any) -> bool:
    """Whether a small copy of the picture is of one colour; a few specks of dust vanish in it."""
    low, high = picture.convert("L").resize((100, 140)).getextrema()
    return bool(high - low < BLANK_SPREAD)


def _placed(word: Word, turned: int, wide: int, high: int, across: float, down: float) -> Word:
    """The word with its box in points on the page as it lies, not as it was turned for reading."""
    left, top, right, bottom = word.box
    if turned == 90:
        left, top, right, bottom = top, high - right, bottom, high - left
    elif turned == 180:
        left, top, right, bottom = wide - right, high - bottom, wide - left, high - top
    elif turned == 270:
        left, top, right, bottom = wide - bottom, left, wide - top, right
    box = (left * across, top * down, right * across, bottom * down)
    return replace(word, box=box, size=round(word.size * down, 1))
