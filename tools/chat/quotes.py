"""The embedded answer: the document's own sentences, word by word, with their places. No language model, no generation.

When the documents do not seem to answer, it says so and shows the nearest passages as what they are. Every marker
``[n]`` has a citation that stands verbatim on its page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from tools.chat.quotes_forms import best_fields
from tools.chat.quotes_question import is_overview
from tools.chat.quotes_sentences import Sentence, best_sentences, surely_answers
from tools.chat.quotes_summary import MOST, key_sentences
from tools.chat.types import Answer, Citation, Evidence, Ground, Passage
from tools.documents.types import Document
from tools.translations import N_, Catalogue, Language, catalogue

NEAREST: Final = 2
TOGETHER: Final = 3  # documents that are summarised together, the latest
MODEL: Final = "quotes"
SAYS: Final = N_("This is what the document says, word for word:")
SAY: Final = N_("This is what the documents say, word for word:")
KEY: Final = N_("{name} has {pages} pages. Its key sentences, word for word:")
KEY_ONE: Final = N_("{name} has one page. Its key sentences, word for word:")
KEYS: Final = N_("The key sentences of the documents, word for word:")
ABSENT: Final = N_("I did not find an answer to this in the document.")
ABSENT_ALL: Final = N_("I did not find an answer to this in the documents.")
CLOSE: Final = N_("The document does not say this in so many words. The closest sentences, which may not answer:")
CLOSE_ALL: Final = N_("The documents do not say this in so many words. The closest sentences, which may not answer:")
NEAR: Final = N_("The nearest passages, which may be about something else:")
UNREADABLE: Final = N_("There is no text in the document that could be read.")
PLACE: Final = N_("{name}, page {page}")


@dataclass(frozen=True)
class Quoted:
    """An answer made of quotes: its sentences as they are to be streamed, its citations, and what it rests on."""

    pieces: tuple[str, ...]
    citations: tuple[Citation, ...]
    ground: Ground

    @property
    def text(self) -> str:
        """The whole answer."""
        return "".join(self.pieces)

    def answer(self) -> Answer:
        """The same as the conversation keeps it."""
        return Answer(self.text, "quotes", MODEL, "cpu", self.ground, self.citations)

    def __iter__(self) -> Iterator[str]:
        return iter(self.pieces)


def quoted_answer(
    question: str,
    evidence: Evidence,
    documents: Sequence[Document],
    *,
    language: Language = "en",
) -> Quoted:
    """Answer `question` with quotes.

    Parameters
    ----------
    evidence
        What the library found for the question.
    documents
        All documents of the library.
    language
        Of the words around the quotes; the quotes stay as they are.

    Returns
    -------
    Quoted
        Ground ``document`` with one to six quotes, or ``absent`` with at most two nearest passages.
    """
    words = catalogue(language)
    if not any(page.text for document in documents for page in document.pages):
        return Quoted((words.text(UNREADABLE),), (), "absent")
    if is_overview(question):
        latest = documents[-TOGETHER:]
        key = [one for document in latest for one in key_sentences(document, MOST // len(latest))]
        return _quoted(_overview_lead(documents, words), key, "document", documents, words)
    if fields := best_fields(question, documents):
        return _quoted(words.text(SAYS if len(documents) == 1 else SAY), fields, "document", documents, words)
    best = best_sentences(question, evidence.found, documents)
    if evidence.answers and best:
        one, more = (SAYS, SAY) if surely_answers(question, best, evidence.found) else (CLOSE, CLOSE_ALL)
        return _quoted(words.text(one if len(documents) == 1 else more), best, "document", documents, words)
    absent = words.text(ABSENT if len(documents) == 1 else ABSENT_ALL)
    if not best:
        return Quoted((absent,), (), "absent")
    return _quoted(f"{absent} {words.text(NEAR)}", best[:NEAREST], "absent", documents, words)


def _overview_lead(documents: Sequence[Document], words: Catalogue) -> str:
    if len(documents) > 1:
        return words.text(KEYS)
    only = documents[0]
    return words.text(KEY if len(only.pages) > 1 else KEY_ONE).format(name=only.name, pages=len(only.pages))


def _quoted(
    lead: str, quotes: Sequence[Sentence | Passage], ground: Ground, documents: Sequence[Document], words: Catalogue
) -> Quoted:
    citations = tuple(
        Citation(number, one.document, one.page, one.text, one.start, one.end) for number, one in enumerate(quotes, 1)
    )
    pieces = [lead, *(_line(citation, len(documents) > 1, words) for citation in citations)]
    return Quoted(tuple(pieces), citations, ground)


def _line(citation: Citation, name_it: bool, words: Catalogue) -> str:
    """A quote as it is shown, on one line with its marker; of several documents the name is said."""
    place = words.text(PLACE).format(name=citation.document, page=citation.page) if name_it else ""
    return f"\n\n“{' '.join(citation.quote.split())}” [{citation.number}]" + (f" ({place})" if place else "")
