"""How much of one file is read: bytes, pages, pixels, seconds of OCR. Knows no format; each reader asks it."""

from __future__ import annotations

from dataclasses import dataclass

from tools.settings import settings

MEGABYTE = 1024 * 1024


@dataclass(frozen=True)
class Limits:
    """Bounds for reading one file. A file over a bound is refused with a sentence, or noted where that is kinder."""

    max_bytes: int = 25 * MEGABYTE
    max_pages: int = 60
    max_pixels: int = 60_000_000
    max_unpacked_bytes: int = 256 * MEGABYTE  # what one compressed part of a file may grow to
    max_characters: int = 2_000_000
    ocr_language: str = "eng+Devanagari"  # Tesseract's names, joined by +
    ocr_seconds: float = 75.0  # for all pages of one file (or part of it) together; the rest stay pictures
    check_numbers: bool = False  # read doubtful numbers of scans in a second way, mark those that differ

    @classmethod
    def default(cls) -> Limits:
        """The limits that the portal's settings ask for."""
        chosen = settings()
        return cls(
            max_bytes=chosen.max_upload_mb * MEGABYTE,
            max_pages=chosen.max_pages,
            max_pixels=chosen.max_pixels,
            ocr_language=chosen.ocr_language,
            ocr_seconds=chosen.file_seconds * 0.8,
        )
