"""The visitor's documents, searched by words and by meaning; nothing leaves the process and nothing is kept on disk.

Documents come and go while others ask: a search works on what was complete when it began, and by words alone until the
vectors are there (or where there is no embedder). Knows no conversation and writes no answer.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

import numpy as np

from models.text import Embedder
from tools.chat.library_answers import CALIBRATED_FOR, likely_answers
from tools.chat.library_bridge import in_english, wanted
from tools.chat.library_index import Index, Near, Vector
from tools.chat.library_rank import fused, merged
from tools.chat.library_words import is_hindi, is_hindi_in_latin, tokens
from tools.chat.passages import passages
from tools.chat.quotes_question import is_overview
from tools.chat.quotes_sentences import Sentence
from tools.chat.quotes_summary import key_sentences
from tools.chat.types import Evidence, Found, Passage
from tools.documents.types import Document
from tools.errors import PortalError

CHUNK: Final = 64  # passages that the embedder gets at once, so that progress moves
OVERVIEW: Final = 3  # documents that are summarised together
LONGEST_QUESTION: Final = 2_000  # characters that are looked at
log = logging.getLogger(__name__)

Progress = Callable[[int, int], None]
"""Told how many of how many passages are done."""


@dataclass(frozen=True, eq=False)  # one is the same only as itself: arrays have no truth value
class _Entry:
    """A document with its passages, their words and, once they are computed, their vectors."""

    document: Document
    passages: tuple[Passage, ...]
    words: tuple[tuple[str, ...], ...]
    vectors: Vector | None = None

    @cached_property
    def key_sentences(self) -> tuple[Sentence, ...]:
        """What the document says above all; worked out when it is first wanted."""
        return key_sentences(self.document)


@dataclass(frozen=True)
class _State:
    """All that a search needs; replaced as a whole, never changed."""

    entries: tuple[_Entry, ...]
    index: Index


class DocumentLibrary:
    """The documents of one visitor; a `tools.chat.types.Library`. Safe to use from many threads.

    Parameters
    ----------
    embedder
        Finds passages by meaning; None: by words alone.
    """

    def __init__(self, embedder: Embedder | None = None) -> None:
        self._embedder = embedder
        self._lock = threading.Lock()
        self._state = _state(())

    @property
    def documents(self) -> tuple[Document, ...]:
        """All documents, in the order they came; names differ."""
        return tuple(entry.document for entry in self._state.entries)

    @property
    def passages(self) -> tuple[Passage, ...]:
        """All passages, document after document, in reading order."""
        return self._state.index.passages

    def add(self, document: Document, progress: Progress | None = None) -> Document:
        """Take in a document; it can be searched by words at once and by meaning when this returns.

        The same document under the same name is taken once. Another one of that name gets a number ("cv.pdf (2)").

        Returns
        -------
        Document
            The document as it is held, perhaps under its new name.
        """
        with self._lock:
            entry = next((one for one in self._state.entries if _same(one.document, document)), None)
            if entry is None:
                entry = _entry(self._with_free_name(document))
                self._state = _state((*self._state.entries, entry))
        if entry.vectors is None and self._embedder is not None:
            self._embed(entry, self._embedder, progress or (lambda _done, _all: None))
        return entry.document

    def remove(self, name: str) -> None:
        """Forget the document of that name; nothing happens when there is none."""
        with self._lock:
            left = tuple(entry for entry in self._state.entries if entry.document.name != name)
            if len(left) < len(self._state.entries):
                self._state = _state(left)

    def find(self, question: str, count: int = 6) -> Evidence:
        """The at most `count` passages nearest to `question`; neighbours on a page are joined to one.

        No evidence when there are no documents or nothing in them has to do with the question. When it wants a summary
        ("what is this about?"), the passages are those of the key sentences, in reading order.
        """
        begun = time.perf_counter()
        state, question = self._state, question[:LONGEST_QUESTION]
        if is_overview(question):
            found = _overview(state, count)
            return Evidence(found, bool(found), (time.perf_counter() - begun) * 1000)
        index, documents = state.index, {entry.document.name: entry.document for entry in state.entries}
        near, words = self._near(question, index)
        found = merged(index.passages, fused(near), count, documents)
        calibrated = index.has_vectors and self._is_default
        likely = likely_answers(near, words, hindi=_speaks_hindi(question), calibrated=calibrated)
        return Evidence(found, bool(found) and likely, (time.perf_counter() - begun) * 1000)

    def near(self, question: str) -> Near:
        """How near every one of `passages` is to `question`: what `find` decides with."""
        return self._near(question[:LONGEST_QUESTION], self._state.index)[0]

    def _near(self, question: str, index: Index) -> tuple[Near, int]:
        """The same, and how many different things the question names."""
        sought = wanted(question, index.sounds)
        return index.near(sought, self._vector(question, index)), len(sought)

    @property
    def _is_default(self) -> bool:
        return self._embedder is not None and self._embedder.info.name == CALIBRATED_FOR

    def _vector(self, question: str, index: Index) -> Vector | None:
        """The question's vector; for the default embedder, which reads English, of a Hindi question's known words."""
        if self._embedder is None or not index.has_vectors or not question.strip():
            return None
        text = in_english(question, index.sounds) if _speaks_hindi(question) and self._is_default else question
        try:
            return np.asarray(self._embedder.embed([text])[0], np.float32) if text else None
        except PortalError as error:
            log.info("A question was searched by words alone: %s", error)
            return None

    def _embed(self, entry: _Entry, embedder: Embedder, progress: Progress) -> None:
        texts, vectors = [passage.text for passage in entry.passages], []
        try:
            for start in range(0, len(texts), CHUNK):
                vectors.append(embedder.embed(texts[start : start + CHUNK]))
                progress(min(start + CHUNK, len(texts)), len(texts))
        except PortalError as error:
            log.info("A document is searched by words alone: %s", error)
            return
        whole = replace(entry, vectors=np.concatenate(vectors).astype(np.float32) if vectors else None)
        with self._lock:
            now = tuple(whole if one.document is entry.document else one for one in self._state.entries)
            if whole in now:
                self._state = _state(now)

    def _with_free_name(self, document: Document) -> Document:
        taken, name, number = {one.name for one in self.documents}, document.name, 1
        while name in taken:
            number += 1
            name = f"{document.name} ({number})"
        return document if name == document.name else replace(document, name=name)


def _overview(state: _State, count: int) -> tuple[Found, ...]:
    """The passages of the key sentences of the latest documents, at most `count`."""
    latest = [entry for entry in state.entries if entry.passages][-OVERVIEW:]
    found = []
    for entry in latest:
        best = sorted(entry.key_sentences[: max(count, 0)], key=lambda one: -one.score)[: max(count // len(latest), 1)]
        holding = (one for one in entry.passages if any(_holds(one, sentence) for sentence in best))
        found += [Found(one, 1.0) for one in holding]
    return tuple(found[: max(count, 0)])


def _speaks_hindi(question: str) -> bool:
    """Whether a question is Hindi, in either script."""
    return is_hindi(question) or is_hindi_in_latin(question)


def _holds(passage: Passage, sentence: Sentence) -> bool:
    """Whether the sentence stands in the passage; where it stands in two, in the first."""
    return passage.page == sentence.page and passage.start <= sentence.start < passage.end


def _same(held: Document, new: Document) -> bool:
    return held.sha256 == new.sha256 and (held.name == new.name or held.name.startswith(f"{new.name} ("))


def _entry(document: Document) -> _Entry:
    cut = passages(document)
    return _Entry(document, cut, tuple(tuple(tokens(passage.text)) for passage in cut))


def _state(entries: Sequence[_Entry]) -> _State:
    cut = [passage for entry in entries for passage in entry.passages]
    words = [line for entry in entries for line in entry.words]
    return _State(tuple(entries), Index(cut, words, _vectors(entries)))


def _vectors(entries: Sequence[_Entry]) -> Vector | None:
    """All passages' vectors, rows of NaN where there are none; None when nothing has any."""
    wide = next((entry.vectors.shape[1] for entry in entries if entry.vectors is not None), None)
    if wide is None:
        return None
    missing = [np.full((len(entry.passages), wide), np.nan, np.float32) for entry in entries]
    parts = [empty if entry.vectors is None else entry.vectors for entry, empty in zip(entries, missing, strict=True)]
    return np.concatenate(parts)
