"""Refuses files that are small on disk and huge in memory, before any decoder sees them.

Knows the raw bytes of PDF streams and ZIP members only. A bound, not a proof: the worker's memory limit is behind it.
"""

from __future__ import annotations

import re
import zipfile
import zlib

from tools.documents.limits import Limits
from tools.errors import Corrupt, Encrypted, TooLarge

STREAM = re.compile(rb"stream\r?\n")
SIZES = re.compile(rb"/(Width|Height)\s+(\d{1,12})")
CHUNK = 4 * 1024 * 1024
FEED = 16 * 1024  # zlib copies what it leaves over at the end of a stream, so bites are small
NESTING = 3
SMALL = 64 * 1024
MOST_GAINED = 1032  # the highest ratio of zlib


def check_pdf(name: str, data: bytes, limits: Limits) -> None:
    """Raise TooLarge when a stream of the PDF inflates, or an image in it grows, beyond the limits."""
    total = 0
    most = limits.max_unpacked_bytes // MOST_GAINED
    harmless = most if len(data) <= most else min(SMALL, most // 2)  # a file so small cannot get over the bound
    for match in STREAM.finditer(data):
        start = match.end()
        if data[start : start + 1] not in (b"x", b"h", b"H", b"X", b"8"):
            continue  # not zlib
        end = data.find(b"endstream", start)
        if 0 < end - start < harmless and not _holds_another(data[start : min(end, start + 256)]):
            continue
        total += _inflated(memoryview(data)[start:], limits.max_unpacked_bytes, NESTING)
        if total > limits.max_unpacked_bytes:
            raise TooLarge(f"{name} unpacks to more than {limits.max_unpacked_bytes >> 20} MB. {_PRINT_AGAIN}")
    _check_images(name, data, limits)


_PRINT_AGAIN = "Print it to a new PDF and add that."


def _holds_another(packed: bytes) -> bool:
    """Whether a zlib stream, of which this is the start, inflates to something that starts like a zlib stream again."""
    try:
        return zlib.decompressobj().decompress(packed, 1) == b"x"
    except zlib.error:
        return False


def _inflated(packed: memoryview, most: int, depth: int) -> int:
    """Bytes that a zlib stream inflates to, counted no further than `most`; streams in streams are followed."""
    inflater, size, first = zlib.decompressobj(), 0, b""
    feed: bytes | memoryview = packed[:FEED]
    at = FEED
    try:
        while size <= most and not inflater.eof:
            piece = inflater.decompress(feed, CHUNK)
            first = first or piece
            size += len(piece)
            feed = inflater.unconsumed_tail
            if not feed:
                feed, at = packed[at : at + FEED], at + FEED
            if not piece and not feed:
                break
    except zlib.error:
        return size
    if depth > 1 and first[:1] == b"x":
        return size + _inflated(memoryview(first), most, depth - 1)
    return size


def _check_images(name: str, data: bytes, limits: Limits) -> None:
    """A width and a height that stand near each other are an image's."""
    last: tuple[bytes, int, int] | None = None
    for match in SIZES.finditer(data):
        key, value = match.group(1), int(match.group(2))
        if last and last[0] != key and match.start() - last[2] < 500 and value * last[1] > 4 * limits.max_pixels:
            raise TooLarge(f"{name} holds an image of {value * last[1] / 1e6:,.0f} million pixels. {_PRINT_AGAIN}")
        last = key, value, match.start()


def check_zip(name: str, archive: zipfile.ZipFile, limits: Limits) -> None:
    """Raise when the members of a DOCX are locked, too many or too large unpacked, or declare XML entities."""
    members = archive.infolist()
    if any(member.flag_bits & 1 for member in members):
        raise Encrypted(f"{name} is protected by a password. Save it without the password and add it again.")
    if sum(member.file_size for member in members) > limits.max_unpacked_bytes or len(members) > 10_000:
        raise TooLarge(f"{name} unpacks to more than {limits.max_unpacked_bytes >> 20} MB. Save it again in Word.")
    for member in members:
        if not member.filename.endswith((".xml", ".rels")):
            continue
        if member.file_size > limits.max_unpacked_bytes // 4:
            raise TooLarge(f"{name} holds more text than is read here. Split it into smaller files.")
        with archive.open(member) as part:
            start = part.read(4096)
        if b"<!DOCTYPE" in start or b"<!ENTITY" in start or b"<\x00!\x00D" in start:
            raise Corrupt(f"{name} declares XML entities, which no word processor writes. Save it again in Word.")
