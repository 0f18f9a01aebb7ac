"""What a transliterator is, without how it works. Loads nothing heavy."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol


class Transliterator(Protocol):
    """Writes words of Latin letters in Devanagari by their sound.

    `label` names the model for the user; `device` says where it runs.
    """

    @property
    def label(self) -> str:
        """The model's name and where its weights came from."""
        ...

    @property
    def device(self) -> str:
        """``cpu`` or ``cuda``."""
        ...

    def transliterate(self, words: Sequence[str], best: int = 1) -> list[tuple[str, ...]]:
        """For each word the `best` likeliest spellings, the likeliest first.

        A word is one run of letters; case does not matter, other signs are ignored. A word without Latin letters comes
        back as it is.
        """
        ...
