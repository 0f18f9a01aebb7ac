"""Finds resumes of the same person among thousands: the same answers as `find_duplicates`, in bounded memory and time.

Of each resume it keeps contacts and 64 sums of its word counts. Two resumes share at most what their sums share, so a
pair whose sums share too little is passed over without looking at its words.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Mapping
from typing import Final

import numpy as np
from numpy.typing import NDArray

from tools.resume.duplicates import NEAR, SAME, contacts_of, is_near
from tools.resume.types import Flag, Resume

SUMS: Final = 64
STEP: Final = 1024  # rows by which the table grows


class Repeats:
    """Told one resume after another, it says which repeats an earlier one.

    Parameters
    ----------
    words
        The words of an earlier resume, by its number; called for the few that may be near.
    """

    def __init__(self, words: Callable[[int], Mapping[str, int]]) -> None:
        self._words = words
        self._files: list[str] = []
        self._keys: dict[tuple[str, str], str] = {}
        self._sums: NDArray[np.int32] = np.zeros((STEP, SUMS), np.int32)

    def add(self, resume: Resume) -> Flag | None:
        """The "duplicate" flag of this resume, None for the first of its kind."""
        mine = contacts_of(resume)
        match = next(((key[0], self._keys[key]) for key in mine if key in self._keys), None)
        sums = sums_of(resume.terms)
        if match is None and (near := self._near(resume, sums)) is not None:
            match = ("text", self._files[near])
        for key in mine:
            self._keys.setdefault(key, resume.file)
        self._keep(resume.file, sums)
        if match is None or match[1] == resume.file:
            return None
        return Flag("duplicate", None, SAME[match[0]].format(file=match[1]))

    def _near(self, resume: Resume, sums: NDArray[np.int32]) -> int | None:
        known = self._sums[: len(self._files)]
        shared = np.minimum(known, sums).sum(1)
        total = known.sum(1) + sums.sum()
        maybe = np.flatnonzero(shared >= NEAR * (total - shared))
        return next((int(number) for number in maybe if is_near(resume.terms, self._words(int(number)))), None)

    def _keep(self, file: str, sums: NDArray[np.int32]) -> None:
        if len(self._files) == len(self._sums):
            self._sums = np.concatenate([self._sums, np.zeros((len(self._sums), SUMS), np.int32)])
        self._sums[len(self._files)] = sums
        self._files.append(file)


def sums_of(terms: Mapping[str, int]) -> NDArray[np.int32]:
    """Word counts summed in `SUMS` groups, by a hash of the word."""
    sums = np.zeros(SUMS, np.int32)
    for term, count in terms.items():
        sums[zlib.crc32(term.encode("utf-8", "replace")) % SUMS] += count
    return sums
