"""What a reader must know about an answer before believing it: figures and quotations that stand nowhere, lost markers.

Notices are English templates, filled in; a page shows them in the visitor's language. Knows no model.
"""

from __future__ import annotations

import re
import threading
from collections import OrderedDict
from collections.abc import Iterable, Sequence
from typing import Final

from tools.chat.citations import Cited, loose_quotes
from tools.chat.figures import missing
from tools.chat.rules import NOT_IN_DOCUMENT
from tools.chat.sources import Source
from tools.chat.types import Context, Options, Suspicion
from tools.documents.types import Document
from tools.instructions import Instruction, instructions_in, instructions_of
from tools.translations import N_

ABSENT: Final = frozenset(said.casefold().rstrip(".।") for said in NOT_IN_DOCUMENT.values())
MOST_NAMED: Final = 5
MOST_KNOWN: Final = 256  # documents whose words to a machine are remembered
NO_FIGURE: Final = N_("Not found in the documents: {figures}.")
NO_QUOTE: Final = N_("Set in quotation marks, but not word by word in the documents: {quotes}.")
NO_MARKER: Final = N_("The answer does not say where in the documents it stands: compare it with the passages.")
UNKNOWN_MARKER: Final = N_("The answer pointed to passages that do not exist; those marks were taken out.")
NOT_ASKED: Final = N_("No model was asked: nothing in the documents comes near the question.")


def notices(cited: Cited, found: Sequence[Source], question: str, options: Options) -> tuple[str, ...]:
    """What must be said about an answer; figures are only checked where the documents alone may answer."""
    said: list[str] = []
    texts = [source.text for source in found]
    if cited.unknown:
        said.append(UNKNOWN_MARKER)
    if found and (loose := loose_quotes(cited.text, (*texts, question))):
        said.append(NO_QUOTE.format(quotes=_listed(f"“{quote}”" for quote in loose)))
    if options.document_only and (lost := missing(cited.text, (*texts, question))):
        said.append(NO_FIGURE.format(figures=_listed(lost)))
    if options.document_only and found and not cited.citations:
        said.append(NO_MARKER)
    return tuple(said)


def says_absent(text: str) -> bool:
    """Whether an answer says that the documents do not say, in either language, and nothing else."""
    words = re.sub(r"\[[\d\s,]+\]|[^\w\u0900-\u0963\s]", " ", text.casefold())
    return " ".join(words.split()) in ABSENT


def suspicions(
    documents: Iterable[Document], contexts: Iterable[Context], found: Sequence[Source]
) -> tuple[Suspicion, ...]:
    """All words to a machine in the documents and in the results that were sent along."""
    seen = [Suspicion(document.name, said.page, said.quote) for document in documents for said in _searched(document)]
    for context in contexts:
        text = "\n".join(source.text for source in found if source.context is context)
        seen += [Suspicion(context.title, 0, said.quote) for said in instructions_in(text)]
    return tuple(dict.fromkeys(seen))


_known: OrderedDict[str, tuple[Instruction, ...]] = OrderedDict()
_lock = threading.Lock()


def _searched(document: Document) -> tuple[Instruction, ...]:
    """A document's words to a machine; what was found is kept by the hash of its bytes, the document is not."""
    with _lock:
        if (seen := _known.get(document.sha256)) is not None:
            return seen
    seen = instructions_of(document)
    with _lock:
        _known[document.sha256] = seen
        while len(_known) > MOST_KNOWN:
            _known.popitem(last=False)
    return seen


def _listed(parts: Iterable[str]) -> str:
    named = list(parts)
    more = f" (+{len(named) - MOST_NAMED})" if len(named) > MOST_NAMED else ""
    return ", ".join(named[:MOST_NAMED]) + more
