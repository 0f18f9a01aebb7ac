"""What a model is given of another demo's result: its sentences, those of a page by themselves.

They are the sentences with which the portal itself answers where no model does; a result without any is given by its
figures. Knows no demo and no model.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from tools.chat.brief import brief
from tools.chat.facts import chosen, place_of
from tools.chat.types import Context, Fact
from tools.documents.types import Document
from tools.translations import Language

HEADING: Final = 12  # tokens of a piece's number and title
LEFT_OUT: Final = "({count} more sentences of this result are left out here)"


@dataclass(frozen=True)
class Line:
    """A sentence of a result, or one of its figures as ``path: value``.

    `quote` stands at `start` to `end` of the text of `page` of the document that has the result's title; a line that
    was read from no page has none: 0.
    """

    text: str
    page: int = 0
    start: int = 0
    end: int = 0
    quote: str = ""


@dataclass(frozen=True)
class Piece:
    """Lines that are cited together: those of one page, or those of none (0)."""

    page: int
    lines: tuple[Line, ...]


def pieces_of(
    context: Context,
    room: int,
    count: Callable[[str], int],
    question: str,
    language: Language,
    documents: Sequence[Document],
) -> tuple[Piece, ...]:
    """A result in pieces that fit into `room` tokens; what answers `question` comes in first where not all does."""
    if not context.facts:
        text = brief(context.result, room, count)
        return (Piece(0, tuple(map(Line, text.split("\n")))),) if text else ()
    lines = _sentences(context, room, count, question, language, documents)
    pages = sorted({line.page for line in lines if line.page})
    plain = [line for line in lines if not line.page]
    if lines and (more := len(context.facts) - len(lines)):
        plain.append(Line(LEFT_OUT.format(count=more)))
    made = [Piece(0, tuple(plain))] if plain else []
    return (*made, *(Piece(page, tuple(line for line in lines if line.page == page)) for page in pages))


def _sentences(
    context: Context,
    room: int,
    count: Callable[[str], int],
    question: str,
    language: Language,
    documents: Sequence[Document],
) -> list[Line]:
    """The sentences that fit, in the result's own order."""
    wanted = [one.fact for one in chosen(question, [context])]
    order = sorted(range(len(context.facts)), key=lambda at: not any(context.facts[at] is one for one in wanted))
    kept: dict[int, Line] = {}
    room -= HEADING + count(LEFT_OUT)
    for at in order:
        line = _line(context.facts[at], context.title, language, documents)
        heading = HEADING if line.page and all(line.page != other.page for other in kept.values()) else 0
        if (cost := count(line.text) + 2 + heading) <= room:
            kept[at] = line
            room -= cost
    return [kept[at] for at in sorted(kept)]


def _line(fact: Fact, title: str, language: Language, documents: Sequence[Document]) -> Line:
    text = " ".join(fact.said[language].split())
    place = place_of(fact, title, documents)
    return Line(text, fact.page, *place, fact.quote) if place else Line(text)
