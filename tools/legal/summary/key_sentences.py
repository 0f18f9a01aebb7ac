"""The sentences that say the most, in the document's own words: of an FIR's story, or of an order.

LexRank over TF-IDF, cue phrases and place give each sentence a weight; an order gets its facts, question, reasons and
decision (roles); MMR keeps out what has been said (J. Carbonell and J. Goldstein, SIGIR 1998). Knows no meaning.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import cycle, islice
from typing import Final

import numpy as np
from numpy.typing import NDArray

from tools.documents.centrality import Matrix, centrality, similarities
from tools.documents.sentences import sentences
from tools.documents.types import Document, Page
from tools.legal.summary.roles import Role, cue, place, role_of
from tools.legal.types import KeySentence

Span = tuple[int, int, int]
"""Page number (from 1), first character and one past the last of the page's text."""

FEWEST, MOST = 3, 8
MOST_CANDIDATES: Final = 1500
FEWEST_WORDS, LONGEST = 6, 700  # words; characters
FRESHNESS: Final = 0.35  # MMR: how much likeness to what is chosen counts against a sentence
SHARES: Final[tuple[Role, ...]] = (
    "decision", "facts", "reasoning", "issue", "reasoning", "facts", "reasoning", "facts",
)  # fmt: skip
"""The roles of an order's sentences in the order in which they are chosen."""
OPENING: Final = 0.12  # share of an order in which what it is about is told
SAME: Final = 0.8  # cosine from which a sentence only repeats another
_WORD: Final = re.compile(r"[^\W\d_][\w\u0900-\u097f]*")
_FURNITURE: Final = re.compile(
    r"^(?:page|पृष्ठ)\s+\d|digitally signed|signature not|neutral citation|^(?:coram|present|before)\b|through:|"
    r"^for the |"
    r"\bcopy (?:of this|be sent)|dasti|https?://|www\.|n\.?c\.?r\.?b|i\.i\.f|reportable|[.…]{5}|"
    r"^(?:to,? the|subject\s*:|sub\s*:|respected sir|yours faithfully|in the (?:court|high court|supreme court) of|"
    r"presided over|case (?:no|title))|"
    r"^(?:सेवा में|श्रीमान|महोदय|विषय|भवदीय|प्रार्थी\s*[:-]|न्यायालय\s*[:-]|पीठासीन|समक्ष\s*[:-])",
    re.I,
)
_PARAGRAPH: Final = re.compile(r"(?:\(?\d{1,3}[.)\]]|[०-९]{1,3}[.)\]-])\s+")


@dataclass(frozen=True)
class Candidate:
    """A sentence that may be chosen; `position` is 0 at the start of what is looked at and 1 at its end."""

    page: int
    start: int
    end: int
    text: str
    position: float = 0.0


def key_sentences(
    document: Document, spans: Sequence[Span] = (), *, story: bool = False, most: int = MOST
) -> tuple[KeySentence, ...]:
    """Three to `most` sentences in document order, fewer when there are fewer; none from `spans` that say nothing.

    `spans` are the parts to choose from (an FIR's story; an order's body without heading and signature), the whole
    document when empty. `story` says that they tell what happened rather than reason and decide.
    """
    found = candidates(document, spans)
    chosen = ranked([one.text for one in found], [one.position for one in found], wanted(len(found), most), story=story)
    pages = {page.number: page for page in document.pages}
    return tuple(
        KeySentence(one.text, one.page, pages[one.page].boxes(one.start, one.end))
        for one in (found[at] for at in sorted(chosen))
    )


def wanted(count: int, most: int = MOST) -> int:
    """How many of `count` sentences to choose: three of a short text, one more for every ten, at most `most`."""
    return min(most, max(FEWEST, 2 + count // 10), count)


def candidates(document: Document, spans: Sequence[Span]) -> list[Candidate]:
    """The sentences of `spans` that are prose, in document order."""
    pages = {page.number: page for page in document.pages}
    parts = spans or [(page.number, 0, len(page.text)) for page in document.pages]
    found = [
        candidate
        for number, start, end in parts
        if number in pages
        for candidate in _of_page(pages[number], start, end)
    ][:MOST_CANDIDATES]
    last = max(len(found) - 1, 1)
    return [Candidate(one.page, one.start, one.end, one.text, at / last) for at, one in enumerate(found)]


def ranked(texts: Sequence[str], positions: Sequence[float], count: int, *, story: bool = False) -> list[int]:
    """Which `count` of the sentences to choose, the first chosen first."""
    if not texts or count < 1:
        return []
    similar = similarities(texts)
    if story:
        return _by_weight(_story_weights(texts, positions, centrality(similar)), similar, count)
    weights, roles = order_weights(texts, positions, centrality(similar))
    return _by_role(weights, roles, similar, count)


def order_weights(
    texts: Sequence[str], positions: Sequence[float], central: NDArray[np.float64]
) -> tuple[NDArray[np.float64], list[Role]]:
    """The weight of each sentence of an order and its role."""
    roles = [role_of(text, position) for text, position in zip(texts, positions, strict=True)]
    weights = np.array(
        [
            0.5 * central[at]
            + 0.3 * cue(text, roles[at])
            + 0.2 * place(positions[at], roles[at], text)
            + 0.2 * max(0.0, 1 - positions[at] / OPENING)
            for at, text in enumerate(texts)
        ]
    )
    return weights, roles


def _story_weights(
    texts: Sequence[str], positions: Sequence[float], central: NDArray[np.float64]
) -> NDArray[np.float64]:
    """A story's first sentences say who, when and where; any that tells of harm says what happened."""
    early = np.array([max(0.0, 1 - position / 0.3) for position in positions])
    harmed = np.array([cue(text, "harm") for text in texts])
    weights: NDArray[np.float64] = 0.45 * central + 0.2 * early + 0.35 * harmed
    return weights


def _by_weight(weights: NDArray[np.float64], similar: Matrix, count: int) -> list[int]:
    """MMR: the heaviest sentence, then always the heaviest that says least of what has been said."""
    chosen: list[int] = []
    said = np.zeros(len(weights))
    left = weights.copy()
    while len(chosen) < count and np.isfinite(left).any():
        best = int(np.argmax((1 - FRESHNESS) * left - FRESHNESS * said))
        chosen.append(best)
        left[_same(similar, best)] = -np.inf
        said = np.maximum(said, similar[best])
    return chosen


def _same(similar: Matrix, chosen: int) -> NDArray[np.bool_]:
    """The chosen sentence and those that only repeat it."""
    same: NDArray[np.bool_] = similar[chosen] > SAME
    same[chosen] = True
    return same


def _by_role(weights: NDArray[np.float64], roles: Sequence[Role], similar: Matrix, count: int) -> list[int]:
    """As `_by_weight`, but every role gets its share before any gets more; the decision first."""
    chosen: list[int] = []
    said = np.zeros(len(weights))
    left = weights.copy()
    for wanted_role in islice(cycle(SHARES), count):
        among = [at for at, role in enumerate(roles) if role == wanted_role and np.isfinite(left[at])]
        pool = among or [at for at in range(len(roles)) if np.isfinite(left[at])]
        if not pool:
            break
        best = max(pool, key=lambda at: (1 - FRESHNESS) * left[at] - FRESHNESS * said[at])
        chosen.append(best)
        left[_same(similar, best)] = -np.inf
        said = np.maximum(said, similar[best])
    return chosen


def _of_page(page: Page, start: int, end: int) -> list[Candidate]:
    found = []
    for span in sentences(page):
        first, last = max(span.start, start), min(span.end, end)
        first += len(page.text[first:last]) - len(page.text[first:last].lstrip())
        if numbered := _PARAGRAPH.match(page.text, first, max(first, last)):
            first = numbered.end()
        raw = page.text[first:last].rstrip()
        text = " ".join(raw.split())
        if text and _is_prose(text):
            found.append(Candidate(page.number, first, first + len(raw), text))
    return found


def _is_prose(text: str) -> bool:
    """Whether a sentence can stand alone: words enough, not all capitals, no heading, list of cases or running foot."""
    words = _WORD.findall(text)
    if len(words) < FEWEST_WORDS or len(text) > LONGEST or _FURNITURE.search(text):
        return False
    letters = sum(sign.isalpha() for sign in text)
    capitals = sum(sign.isupper() for sign in text)
    return letters > 0.5 * len(text.replace(" ", "")) * 0.8 and capitals < 0.4 * letters
