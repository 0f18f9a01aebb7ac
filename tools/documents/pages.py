"""Small things that all readers share: building a `Page` from lines, and listing page numbers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tools.documents.types import Word
from tools.documents.words import RawWord


def words_of(lines: Iterable[Sequence[RawWord]], hidden: dict[int, bool]) -> tuple[Word, ...]:
    """`Word`s of a page; `hidden` maps the identity of a raw word to whether it cannot be seen."""
    words: list[Word] = []
    for number, line in enumerate(lines):
        for raw in line:
            # Same as Word(...), in half the time: there are hundreds a page, and a frozen class sets field by field.
            word, style = object.__new__(Word), raw.style
            word.__dict__.update(
                text=raw.text, box=raw.box, line=number, font=style.font, size=style.size, color=style.color,
                confidence=100.0, hidden=hidden[id(raw)], uncertain=False,
            )  # fmt: skip
            words.append(word)
    return tuple(words)


def page_list(numbers: Sequence[int]) -> str:
    """`[1, 2, 3, 7]` as "pages 1–3 and 7"; one page as "page 4"."""
    ranges: list[list[int]] = []
    for number in sorted(numbers):
        if ranges and number == ranges[-1][1] + 1:
            ranges[-1][1] = number
        else:
            ranges.append([number, number])
    parts = [str(first) if first == last else f"{first}–{last}" for first, last in ranges]
    listed = parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
    return f"{'page' if len(numbers) == 1 else 'pages'} {listed}"
