"""A text seen in another way (letters folded, spaces closed up) that still knows where each character came from."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class View:
    """`text`, and for each of its characters where it stands in the original; `places` None means the same places."""

    text: str
    places: tuple[int, ...] | None = None

    @classmethod
    def of(cls, text: str) -> View:
        """The original itself."""
        return cls(text)

    def place(self, at: int) -> int:
        """Where character `at` of this view stands in the original."""
        return at if self.places is None else self.places[at]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The characters of the original that `start` to `end` of this view cover; at least one."""
        return self.place(start), self.place(max(start, end - 1)) + 1

    def without(self, gone: Iterable[int]) -> View:
        """This view without the characters at these places."""
        left_out = set(gone)
        if not left_out:
            return self
        kept = [at for at in range(len(self.text)) if at not in left_out]
        return View("".join(self.text[at] for at in kept), tuple(self.place(at) for at in kept))

    def with_letters(self, letters: Callable[[str], str]) -> View:
        """This view with each character replaced by what `letters` makes of it: none, one or several."""
        parts, places = [], []
        for at, sign in enumerate(self.text):
            made = letters(sign)
            parts.append(made)
            places.extend([self.place(at)] * len(made))
        return View("".join(parts), tuple(places))
