"""What a bulk screening has done so far, on disk: one record per file, so that a job that was stopped goes on.

Records are appended as they come and read one at a time; a record that was cut short by a crash is dropped. A journal
belongs to one job description, one day and one model. It holds what was read of people: its file is private.
"""

from __future__ import annotations

import hashlib
import os
import struct
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Final

import msgspec

from tools import packing
from tools.errors import BadInput
from tools.resume.types import Candidate

HEAD: Final = struct.Struct("<I")
OTHER: Final = (
    "{path} was begun for another job description, day or model: delete it to begin anew, or choose another --json."
)
LONGEST: Final = 256 << 20  # bytes of one record


class Record(msgspec.Struct, frozen=True):
    """What became of one file: a scored candidate without a rank, or the sentence why there is none.

    `stamp` says which state of the file this is (see `stamp_of`).
    """

    file: str
    stamp: str
    candidate: Candidate | None = None
    error: str = ""


class Journal:
    """The records of one screening; a context manager.

    Parameters
    ----------
    path
        Where they are.
    screening
        What the records depend on besides the files; a journal of another one is refused.

    Raises
    ------
    BadInput
        The file is another screening's.
    """

    def __init__(self, path: Path, screening: str) -> None:
        self.path = path
        mark = hashlib.sha256(screening.encode()).digest()
        self._file: BinaryIO = os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT, 0o600), "r+b")
        known = self._file.read(len(mark) + 1)
        if len(known) > len(mark) and known[: len(mark)] != mark:
            self._file.close()
            raise BadInput(OTHER.format(path=path))
        self._file.seek(0)
        self._file.write(mark)
        self._begin = self._end = len(mark)
        for place, size in self._places():
            self._end = place + size
        self._file.truncate(self._end)

    def add(self, record: bytes) -> None:
        """Append an encoded record."""
        self._file.seek(self._end)
        self._file.write(HEAD.pack(len(record)) + record)
        self._end += HEAD.size + len(record)

    def flush(self) -> None:
        """Hand what was added to the disk."""
        self._file.flush()
        os.fsync(self._file.fileno())

    def records(self) -> Iterator[tuple[int, Record]]:
        """Every record with its place, the oldest first."""
        for place, size in self._places():
            yield place, self._read(place, size)

    def at(self, place: int) -> Record:
        """The record at a place that `records` told."""
        self._file.seek(place - HEAD.size)
        (size,) = HEAD.unpack(self._file.read(HEAD.size))
        return self._read(place, size)

    def __enter__(self) -> Journal:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.flush()
        self._file.close()

    def _places(self) -> Iterator[tuple[int, int]]:
        """Place and size of each whole record."""
        total, place = self._file.seek(0, os.SEEK_END), self._begin
        while place + HEAD.size <= total:
            self._file.seek(place)
            (size,) = HEAD.unpack(self._file.read(HEAD.size))
            place += HEAD.size
            if size > LONGEST or place + size > total:
                return
            yield place, size
            place += size

    def _read(self, place: int, size: int) -> Record:
        self._file.seek(place)
        return packing.decode(self._file.read(size), Record)


def stamp_of(file: str) -> str:
    """Size and time of a file, to see whether it is still the one that was read; empty when it is not there."""
    try:
        found = os.stat(file)
    except OSError:
        return ""
    return f"{found.st_size} {found.st_mtime_ns}"
