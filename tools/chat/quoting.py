"""An answer without any model: the documents' own sentences that are nearest to the question, word by word."""

from __future__ import annotations

from typing import Final, Literal

from tools.chat.citations import best_quote
from tools.chat.types import Answer, Citation, Evidence

MOST_QUOTES: Final = 3
MODEL: Final = "quotes"
_LEAD: Final = {"en": "The documents say:", "hi": "दस्तावेज़ों में लिखा है:"}


def quoted(question: str, evidence: Evidence, language: Literal["en", "hi"]) -> Answer:
    """The best sentence of each of the best passages, each with its citation."""
    cited: list[Citation] = []
    for each in evidence.found:
        passage = each.passage
        start, end = best_quote(passage.text, (question,))
        quote = passage.text[start:end]
        if quote and all(quote != other.quote for other in cited):
            place = passage.start + start, passage.start + end
            cited.append(Citation(len(cited) + 1, passage.document, passage.page, quote, *place))
        if len(cited) == MOST_QUOTES:
            break
    lines = [f"- “{' '.join(one.quote.split())}” [{one.number}]" for one in cited]
    return Answer("\n".join((_LEAD[language], "", *lines)), "quotes", MODEL, "cpu", "document", tuple(cited))
