"""The sentences about how the pages of a file were read, and the refusal of a file of which nothing could be read.

Knows pages only, so that parts of a file that were read in different processes are judged as one.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tools.documents import tesseract
from tools.documents.pages import page_list
from tools.documents.types import Page
from tools.errors import Corrupt, Empty, PortalError, Unreadable
from tools.translations import N_

SOME_WORDS = 4  # that were not read on a page, before anybody is told: fewer are dust

_NOTES: tuple[tuple[Callable[[Page], bool], str], ...] = (
    (lambda page: page.problem == "no_reader", f"{N_('only a picture.')} {tesseract.MISSING}"),
    (
        lambda page: page.problem == "unread",
        N_("only a picture that could not be read, perhaps because it is written by hand."),
    ),
    (lambda page: page.problem == "late", N_("not read, because the time was up.")),
    (lambda page: page.problem == "damaged", N_("damaged and could not be read. The other pages were read.")),
    (lambda page: page.decoding == "cctns", N_("the text layer was in police glyph numbers and was decoded.")),
    (lambda page: page.decoding == "krutidev", N_("the text was in an old Hindi font and was turned into Unicode.")),
    (lambda page: page.decoding == "actual_text", N_("the file's own replacement text was read.")),
    (
        lambda page: page.unread_words >= SOME_WORDS,
        N_("some words could not be read, perhaps because they are written by hand."),
    ),
    (
        lambda page: any(word.uncertain for word in page.words),
        N_("some numbers could be read in two ways. Compare them with the page."),
    ),
)


def notes_of(pages: Sequence[Page]) -> tuple[str, ...]:
    """What the user should know about the pages, one sentence for each kind of thing."""
    found = []
    for applies, sentence in _NOTES:
        numbers = [page.number for page in pages if applies(page)]
        if numbers:
            listed = page_list(numbers)
            found.append(f"{listed[0].upper()}{listed[1:]}: {sentence}")
    return tuple(found)


def refusal(name: str, kind: str, pages: Sequence[Page]) -> PortalError | None:
    """The error for a file of which nothing could be read; None when there is at least a word."""
    if any(page.words for page in pages):
        return None
    problems: set[str] = {page.problem for page in pages}
    if problems == {"damaged"}:
        return Corrupt(f"{name} is damaged: none of its pages can be opened. Send the file again.")
    if "no_reader" in problems:
        return Unreadable(f"{name} is only pictures. {tesseract.MISSING}")
    if "unread" in problems:
        return Unreadable(f"{name} is only pictures that could not be read. {_AGAIN}")
    if "late" in problems:
        return Unreadable(f"{name} is only pictures, and reading them took too long. Split it and add the parts.")
    return Empty(f"{name} is blank: {_NO_PICTURE if kind == 'image' else _NOTHING} and add the new file.")


_AGAIN = "Scan it again, sharper and upright, or add the original. Handwriting cannot be read."
_NO_PICTURE = "there is nothing in the picture. Scan it again"
_NOTHING = "there is nothing on its pages. Export it again"
