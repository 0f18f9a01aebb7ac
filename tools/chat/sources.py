"""What an answer may cite, numbered as the model sees it: passages of documents, then other demos' results."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from tools.chat.results import Line, Piece, pieces_of
from tools.chat.types import Context, Evidence, Passage
from tools.documents.types import Document
from tools.translations import Language

HEADING: Final = 12  # tokens of a piece's number and title


@dataclass(frozen=True)
class Source:
    """Something that can be cited as ``[number]``: a passage, or a piece of a demo's result, a line a sentence.

    `lines` are those of `text` where the result has places in a document; `page` is theirs, 0 for none.
    """

    number: int
    text: str
    passage: Passage | None = None
    context: Context | None = None
    lines: tuple[Line, ...] = ()
    page: int = 0

    @property
    def title(self) -> str:
        """What the source is called, for the model and the visitor."""
        if self.passage:
            return f"{self.passage.document}, page {self.passage.page}"
        if self.context is None:
            return ""
        page = f", page {self.page}" if self.page else ""
        return f"{self.context.title}{page} ({self.context.tool} result)"


@dataclass(frozen=True)
class Asked:
    """For whom sources are chosen: the question, the language of its answer, the documents that are open."""

    question: str = ""
    language: Language = "en"
    documents: tuple[Document, ...] = ()


def sources(
    evidence: Evidence,
    contexts: Sequence[Context],
    room: int,
    count: Callable[[str], int],
    asked: Asked = Asked(),
) -> tuple[Source, ...]:
    """Numbered sources that fit into `room` tokens: results first, at most half of it, then passages, best first."""
    results: list[Source] = []
    used = 0
    for left, context in zip(range(len(contexts), 0, -1), contexts, strict=True):
        share = (room // 2 - used) // left
        made = pieces_of(context, share, count, asked.question, asked.language, asked.documents)
        results += [_source(piece, context) for piece in made]
        used = sum(count(source.text) + HEADING for source in results)
    found: list[Source] = []
    for each in evidence.found:
        used += count(each.passage.text) + HEADING
        if used <= room:
            found.append(Source(0, each.passage.text, passage=each.passage))
    return tuple(
        Source(number, each.text, each.passage, each.context, each.lines, each.page)
        for number, each in enumerate((*found, *results), 1)
    )


def _source(piece: Piece, context: Context) -> Source:
    return Source(0, "\n".join(line.text for line in piece.lines), None, context, piece.lines, piece.page)
