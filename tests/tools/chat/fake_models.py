"""A library and models that say what a test wants, and remember what they were asked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from models.language.types import Message, Reply, Usage
from tests.support import document_from_text
from tools.chat.types import Evidence, Found, Passage
from tools.documents.types import Document
from tools.errors import PortalError

ORDER = """IN THE COURT OF THE SESSIONS JUDGE, KALPANAGAR
Bail Application No. 412 of 2025
The applicant Ramesh Kalpit was arrested on 12.03.2025 by PS Kotwali.
The application is dismissed because the recovery is still to be made.
The applicant shall pay costs of Rs. 15,000/- within four weeks.
\fThe matter is to be listed on 10 April 2025."""


class FakeLibrary:
    """Every page is one passage; those that share most words with the question come first."""

    def __init__(self, *texts: str, answers: bool = True) -> None:
        self.documents: tuple[Document, ...] = tuple(
            document_from_text(f"order{number or ''}.txt", text, gaps=False) for number, text in enumerate(texts)
        )
        self.answers, self.asked = answers, list[str]()

    def find(self, question: str, count: int = 6) -> Evidence:
        self.asked.append(question)
        cut = [
            Passage(document.name, page.number, 0, len(page.text), page.text)
            for document in self.documents
            for page in document.pages
        ]
        wanted = set(question.lower().split())
        scored = [Found(passage, len(wanted & set(passage.text.lower().split()))) for passage in cut]
        return Evidence(tuple(sorted(scored, key=lambda each: -each.score)[:count]), self.answers, 1.0)


class FakeModel:
    """Says its pieces; an exception among them is raised there."""

    label, device = "fake-1 (here)", "cpu"

    def __init__(self, *pieces: str | Exception, context: int = 8_000, usage: Usage | None = None) -> None:
        self.pieces, self.context, self.usage = pieces, context, usage
        self.asked: list[tuple[Message, ...]] = []
        self.closed = 0

    def stream(
        self, messages: Sequence[Message], *, max_tokens: int = 512, temperature: float = 0.0, stop: Sequence[str] = ()
    ) -> Reply:
        self.asked.append(tuple(messages))
        reply = Reply(self._told())
        reply.usage = self.usage
        return reply

    def _told(self) -> Iterator[str]:
        try:
            for piece in self.pieces:
                if isinstance(piece, Exception):
                    raise piece
                yield piece
        finally:
            self.closed += 1


class Broken(PortalError):
    """What a provider's failure looks like."""
