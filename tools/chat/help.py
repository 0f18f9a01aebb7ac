"""Help about the portal itself: questions in several wordings with written answers, found by words and by meaning.

A question that is not confidently one of them gets none. Also what to suggest in an empty chat, and what to say when
there is neither a document nor a model. Knows no document of a visitor.
"""

from __future__ import annotations

import math
import tomllib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from models.text import Embedder
from tools.chat.library_answers import CALIBRATED_FOR
from tools.chat.library_words import is_hindi, stem, tokens
from tools.chat.types import Answer
from tools.errors import PortalError
from tools.settings import DATA, settings
from tools.translations import LANGUAGES, N_, Language, catalogue

MODEL: Final = "help"
BY_WORDS: Final = 0.50
WITH_MEANING: Final = 0.48
"""The confidence from which an entry answers; chosen with `python -m tests.benchmarks.chat_help`."""
COMPARED: Final = 40  # wordings whose meaning is compared
LONGEST: Final = 300  # characters; who writes more asks something else
NOTHING: Final = N_(
    "Without a language model I cannot answer this. I can answer questions about this portal, and quote documents that "
    "you add with + beside the question. For anything else choose a model under “Who answers” in the sidebar."
)
EMPTY_CHAT: Final = (
    N_("What can this portal do?"),
    N_("Is anything I upload stored?"),
    N_("How do I get a real language model?"),
)
WITH_DOCUMENTS: Final = (
    N_("Summarise this document"),
    N_("Which dates and deadlines are there?"),
    N_("Who are the people named?"),
)
WITH_RESULT: Final = {
    "resume": (
        N_("Why is the first candidate first?"), N_("Who lacks a must-have skill?"), N_("Who has the most experience?"),
    ),
    "crop": (N_("How sure is this diagnosis?"), N_("What should I do now?"), N_("What should I spray?")),
    "legal": (N_("What happened?"), N_("What was decided, and why?"), N_("Which sections are named?")),
    "stocks": (
        N_("How risky is this share?"), N_("What does the forecast say, and how sure is it?"),
        N_("Where do the prices come from?"),
    ),
}  # fmt: skip


@dataclass(frozen=True)
class Entry:
    """One thing to know about the portal: how it is asked for, the demo it is about, what is answered."""

    key: str
    page: str
    asks: tuple[str, ...]
    answer: str


@dataclass(frozen=True)
class Match:
    """The entry that a question is nearest to, and how sure that is, 0 to 1."""

    key: str
    confidence: float
    enough: bool


def help_answer(question: str, language: Language = "en", embedder: Embedder | None = None) -> Answer | None:
    """The portal's own answer to a question about the portal; None when it is about something else.

    Parameters
    ----------
    question
        In English or Hindi, whatever the language of the answer.
    embedder
        Finds other wordings of an English question; without it words alone decide.
    """
    match = best_match(question, embedder)
    if match is None or not match.enough:
        return None
    return Answer(entry_text(match.key, language), "quotes", MODEL, "cpu", "help")


def nothing_to_say(language: Language = "en") -> Answer:
    """What is said when there is no document, no model, and no help for a question."""
    return Answer(catalogue(language).text(NOTHING), "quotes", MODEL, "cpu", "help")


def suggestions(language: Language, has_documents: bool, context_tool: str = "") -> tuple[str, ...]:
    """Questions to offer in an empty chat, in `language`; `context_tool` is the demo whose result is asked about."""
    texts = (*WITH_RESULT.get(context_tool, ()), *(WITH_DOCUMENTS if has_documents else ()))
    return tuple(map(catalogue(language).text, texts or EMPTY_CHAT))


def entry_text(key: str, language: Language) -> str:
    """The answer of an entry, with the settings of this installation filled in."""
    return entries(language)[key].answer.format(crops=", ".join(_crops(language)), **_limits())


def best_match(question: str, embedder: Embedder | None = None) -> Match | None:
    """The nearest entry, whichever language it was asked in; None for a question without words or a very long one."""
    words = _words(question)
    if not words or len(question) > LONGEST:
        return None
    known = _wordings()
    scores = np.array([known.likeness(words, other) for other in known.words])
    enough = BY_WORDS
    if (meaning := _meaning(question, known.texts, scores, embedder)) is not None:
        scores, enough = (scores + meaning) / 2, WITH_MEANING
    at = int(np.argmax(scores))
    return Match(known.keys[at], float(scores[at]), bool(scores[at] >= enough))


@lru_cache(maxsize=len(LANGUAGES))
def entries(language: Language) -> dict[str, Entry]:
    """All entries of a language by key, in the order of the file."""
    read = tomllib.loads((DATA / "chat" / f"help_{language}.toml").read_text(encoding="utf-8"))
    return {key: Entry(key, row["page"], tuple(row["asks"]), row["answer"]) for key, row in read.items()}


@dataclass(frozen=True)
class _Wordings:
    """Every way to ask for every entry, with its words and how much each word tells."""

    keys: tuple[str, ...]
    texts: tuple[str, ...]
    words: tuple[frozenset[str], ...]
    often: Counter[str]

    def likeness(self, one: frozenset[str], other: frozenset[str]) -> float:
        """Dice's coefficient of two questions' words, rare ones counting more."""
        return 2 * self._weight(one & other) / (self._weight(one) + self._weight(other))

    def _weight(self, words: frozenset[str]) -> float:
        return sum(math.log(1 + len(self.texts) / (1 + self.often[word])) for word in words)


@lru_cache(maxsize=1)
def _wordings() -> _Wordings:
    found = [(entry.key, text) for language in LANGUAGES for entry in entries(language).values() for text in entry.asks]
    words = tuple(_words(text) for _, text in found)
    often = Counter(word for each in words for word in each)
    return _Wordings(tuple(key for key, _ in found), tuple(text for _, text in found), words, often)


def _words(text: str) -> frozenset[str]:
    """Stems of all words, the commonest too: "who are you" has no others."""
    return frozenset(stem(token.replace("’", "'").removesuffix("'s")) for token in tokens(text))


def _meaning(
    question: str, texts: Sequence[str], scores: NDArray[np.float64], embedder: Embedder | None
) -> NDArray[np.float64] | None:
    """Cosines with the wordings that are nearest by words, 0 for others: embedding all would take seconds.

    None without the embedder whose cosines are known, and for Hindi, which it does not know.
    """
    if embedder is None or is_hindi(question) or embedder.info.name != CALIBRATED_FOR:
        return None
    try:
        near = [at for at in np.argsort(-scores, kind="stable") if not is_hindi(texts[at])][:COMPARED]
        vectors = np.asarray(embedder.embed([question, *(texts[at] for at in near)]), np.float64)
    except PortalError:
        return None
    cosines = np.zeros(len(texts))
    cosines[near] = np.clip(vectors[1:] @ vectors[0], 0, 1)
    return cosines


def _limits() -> dict[str, str]:
    """The settings that answers name, as they are said."""
    chosen = settings()
    names = ("max_upload_mb", "max_files", "max_pages", "legal_max_pages", "file_seconds", "stocks_seconds")
    values = {name: getattr(chosen, name) for name in (*names, "stocks_fresh_minutes")}
    return {name: f"{value:g}" for name, value in values.items()}


@lru_cache(maxsize=len(LANGUAGES))
def _crops(language: Language) -> tuple[str, ...]:
    """The crops that the detector has advice for, as their tables name them."""
    tables = [tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted((DATA / "crop").glob("*.toml"))]
    return tuple(table["crop"][language] for table in tables if "crop" in table)
