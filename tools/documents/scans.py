"""Turns pictures of pages into pages by OCR, within one budget of seconds for the whole file.

Shared by PDF, images and DOCX; it knows neither where a picture came from nor how Tesseract works.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from typing import Any

from tools.documents import ocr, tesseract
from tools.documents.devanagari import normalised
from tools.documents.limits import Limits
from tools.documents.types import Page, Problem, Word

BLANK_SPREAD = 40  # grey levels; a picture whose darkest and lightest parts differ less is an empty page


@dataclass
class Scanner:
    """Reads pictures of one file's pages."""

    limits: Limits
    _spent: float = 0.0

    def read(self, picture: Any, number: int, width: float, height: float, images: int = 1) -> Page:
        """The page that the Pillow `picture` shows, `width` × `height` in points."""
        page = Page(number, width, height, (), "blank", (), images)
        if _is_blank(picture):
            return page
        try:
            read = self._recognized(picture)
        except TimeoutError:
            return replace(page, source="picture", problem="late")
        if read is None or not read.believed:
            problem: Problem = "no_reader" if read is None else "unread"
            return replace(page, source="picture", problem=problem)
        across, down = width / picture.width, height / picture.height
        words = tuple(_placed(word, across, down) for word in read.words)
        return replace(page, source="ocr", words=words, skew=read.skew, unread_words=read.dropped)

    def _recognized(self, picture: Any) -> tesseract.Recognized | None:
        """What OCR reads; None where it is not installed. Raises TimeoutError when the file's time is up."""
        if not tesseract.available():
            return None
        left = self.limits.ocr_seconds - self._spent
        if left <= 0:
            raise TimeoutError
        started = time.monotonic()
        try:
            chosen = tesseract.languages(self.limits.ocr_language)
            return ocr.recognize(picture, chosen, left, check_numbers=self.limits.check_numbers)
        finally:
            self._spent += time.monotonic() - started


def _is_blank(picture: Any) -> bool:
    """Whether a small copy of the picture is of one colour; a few specks of dust vanish in it."""
    low, high = picture.convert("L").resize((100, 140)).getextrema()
    return bool(high - low < BLANK_SPREAD)


def _placed(word: Word, across: float, down: float) -> Word:
    """The word with its box and size in points."""
    left, top, right, bottom = word.box
    box = (left * across, top * down, right * across, bottom * down)
    return replace(word, text=normalised(word.text), box=box, size=round(word.size * down, 1))
