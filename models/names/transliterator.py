"""The names model that answers: Latin words in, Devanagari spellings out, shared by all sessions.

A dictionary of common names and places comes before the network, whose weights lie beside this file (see CARD.md), and
lifts the network's guesses that it knows as spellings. Single words only: initials and honorifics are the caller's.
"""

from __future__ import annotations

import logging
import threading
from collections import OrderedDict
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Future
from pathlib import Path

from models.batcher import Batcher, answer_of
from models.device import CPU, device
from models.memory import NOTICE, sparing
from models.names.alphabet import latin_letters
from models.names.beam import LONGEST, Spelling, search
from models.names.dictionary import SHORTEST_PART, by_sound, dictionary, preference, sound
from models.names.weights_file import FILE, load_network
from models.weights import Source, Weights, resolve
from tools.errors import ModelUnavailable
from tools.settings import settings

log = logging.getLogger(__name__)
DEFAULT_NAME = "names-transformer"
WIDTH = 6  # beginnings that the search keeps, and the most spellings of a word
CACHE_SIZE = 20_000  # words; a few hundred bytes each
AHEAD = 128  # words of one caller in the queue, so that a long list does not shut out short ones
SECONDS = 60.0  # how long a word may wait for the model
LABELS: dict[Source, str] = {
    "embedded": "embedded names model",
    "local": "names model from the folder {}",
    "hub": "names model {} from the Hub",
}
Spellings = tuple[str, ...]


def embedded_folder() -> Path:
    """The folder of the weights that ship with the portal."""
    return Path(__file__).parent


def load_names() -> NamesModel:
    """The model that the settings name, else what ships; a Hub model that does not fit gives way with a notice.

    Raises
    ------
    ModelUnavailable
        The settings name a folder without fitting weights, or the weights that ship are missing.
    """
    wanted = settings()
    weights = resolve(wanted.names_model, wanted.names_revision, embedded_folder, DEFAULT_NAME)
    try:
        return NamesModel(weights)
    except ModelUnavailable as error:
        if weights.source != "hub":
            raise
        log.warning(str(error))
        return NamesModel(Weights(embedded_folder(), "embedded", DEFAULT_NAME, str(error)))


class NamesModel:
    """A transliterator (`models.names.types.Transliterator`) that many sessions share.

    Parameters
    ----------
    weights
        A folder with `names.safetensors`; by default the one that ships.
    known
        Spellings that come first, by Latin form, and are preferred for other forms too; by default those of
        ``data/names``.
    max_batch
        Most words in one batch.

    Raises
    ------
    ModelUnavailable
        The weights are missing or damaged.
    """

    def __init__(
        self, weights: Weights | None = None, known: Mapping[str, Spellings] | None = None, *, max_batch: int = 64
    ) -> None:
        weights = weights or Weights(embedded_folder(), "embedded", DEFAULT_NAME)
        place = device()
        self._network = load_network(weights.folder / FILE)[0].to(place.kind)
        self._known = dictionary() if known is None else known
        self._settled = {spelling for spellings in self._known.values() for spelling in spellings}
        self._alike = by_sound(self._known)
        self._cache: OrderedDict[str, Spellings] = OrderedDict()
        self._lock = threading.Lock()
        self._batcher: Batcher[str, Spellings] = Batcher(
            self._spared, max_batch=max_batch, queue_size=settings().queue_size, name="names-model"
        )
        self.label = LABELS[weights.source].format(weights.name)
        self.device = place.kind
        self.notice = weights.notice

    @property
    def waiting(self) -> int:
        """How many words wait for the model."""
        return self._batcher.waiting

    def transliterate(self, words: Sequence[str], best: int = 1) -> list[Spellings]:
        """For each word at most `best` spellings (never more than `WIDTH`), the likeliest first.

        Case and other signs do not matter. What has no Latin letters, or more than 30, comes back as it is.

        Raises
        ------
        QueueFull
            Too many words wait already.
        TookTooLong
            The model had no time within `SECONDS`.
        """
        letters = [latin_letters(word) for word in words]
        found = dict(self._spellings([word for word in dict.fromkeys(letters) if 0 < len(word) <= LONGEST]))
        pairs = zip(words, letters, strict=True)
        return [found[plain][: max(1, best)] if plain in found else (word,) for word, plain in pairs]

    def close(self) -> None:
        """Finish what is queued and stop the model's thread."""
        self._batcher.close()

    def _spellings(self, words: Sequence[str]) -> Iterator[tuple[str, Spellings]]:
        """Each word with its spellings, from the cache where it has them."""
        pending: OrderedDict[str, Future[Spellings]] = OrderedDict()
        try:
            for word in words:
                if kept := self._lookup(word):
                    yield word, kept
                    continue
                if len(pending) == AHEAD:
                    yield self._settle(*pending.popitem(last=False))
                pending[word] = self._batcher.submit(word, deadline_s=SECONDS)
            while pending:
                yield self._settle(*pending.popitem(last=False))
        finally:
            for future in pending.values():
                future.cancel()

    def _settle(self, word: str, future: Future[Spellings]) -> tuple[str, Spellings]:
        spellings = answer_of(future, SECONDS)
        with self._lock:
            self._cache[word] = spellings
            while len(self._cache) > CACHE_SIZE:
                self._cache.popitem(last=False)
        return word, spellings

    def _lookup(self, word: str) -> Spellings | None:
        with self._lock:
            if word in self._cache:
                self._cache.move_to_end(word)
            return self._cache.get(word)

    def _spared(self, words: Sequence[str]) -> list[Spellings]:
        return sparing(self._answer, words, self._to_cpu)

    def _to_cpu(self) -> None:
        self._network.to(CPU.kind, CPU.torch_dtype)
        self.device, self.notice = CPU.kind, NOTICE

    def _answer(self, words: Sequence[str]) -> list[Spellings]:
        """Spellings of each word; runs in the worker thread alone.

        The dictionary's come first, then the network's; the fourth and fifth place may go to names of a like sound.
        """
        answers = []
        for word, guessed in zip(words, search(self._network, words, WIDTH), strict=True):
            likely = [*self._known.get(word, ()), *self._ordered(guessed)]
            alike = self._alike.get(sound(word), [])[:2] if len(word) > SHORTEST_PART else []
            answers.append(tuple(dict.fromkeys((*likely[:3], *alike, *likely[3:])))[:WIDTH] or (word,))
        return answers

    def _ordered(self, spellings: Sequence[Spelling]) -> list[str]:
        """The network's spellings, the likeliest first, where a spelling of the dictionary counts as likelier."""
        ranked = sorted(spellings, key=lambda one: -one.score - preference(one.word, self._settled))
        return [one.word for one in ranked]
