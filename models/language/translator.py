"""English sentences into Hindi by a sequence-to-sequence model: Marian, T5 (MADLAD-400), NLLB, M2M100 or mBART-50.

Sessions share it through a queue. It does not know whether a translation is right: `tools.legal.rewrite` checks that.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import torch

from models.batcher import Batcher
from models.device import CPU, device
from models.language.checkpoint import INSTEAD, context_length, find, load, without_signals
from models.language.types import Translator
from models.memory import NOTICE, sparing
from models.weights import Weights
from tools.errors import ModelUnavailable
from tools.settings import settings

if TYPE_CHECKING:
    from transformers import PreTrainedTokenizerBase

LONGEST: Final = 256  # tokens of a source piece; models were trained on sentences, not on paragraphs
MOST_PIECES: Final = 40  # pieces of one sentence; beyond it is no sentence
CHUNK: Final = 8  # sentences in one queue item, so that a long document does not shut out a short one
BEAMS: Final = 4
# (source language, token that opens the target) of the models that name languages by tokens
TOKENS: Final = (("eng_Latn", "hin_Deva"), ("en", "__hi__"), ("en_XX", "hi_IN"))
PREFIXES: Final = ("<2hi>", ">>hin<<", ">>hi<<")  # MADLAD-400; Marian models with several targets
_CLAUSE = re.compile(r"(?<=[;:,.])\s+")


@dataclass(frozen=True)
class Direction:
    """How a model is told to write Hindi: text before the source, or the first token of the target."""

    prefix: str = ""
    first_token: int | None = None


def load_translator() -> Translator | None:
    """The model that the settings name; None when they name none.

    Raises
    ------
    ModelUnavailable
        It cannot be found or loaded, or does not translate into Hindi.
    """
    wanted = settings()
    weights = find(wanted.translation_model, wanted.translation_revision)
    return LocalTranslator(weights) if weights else None


class LocalTranslator:
    """A translation model behind a queue.

    Parameters
    ----------
    weights
        The checkpoint's folder.
    batch_size
        Pieces in one forward pass.

    Raises
    ------
    ModelUnavailable
        It cannot be loaded, or does not translate into Hindi.
    """

    def __init__(self, weights: Weights, *, batch_size: int = 16) -> None:
        from transformers import AutoModelForSeq2SeqLM

        self._tokenizer, self._model = load(weights, AutoModelForSeq2SeqLM)
        self._name, self._source = weights.name, weights.source
        self._direction = direction(self._tokenizer, self._model.config.model_type, weights.name)
        self._longest = min(LONGEST, context_length(self._model, LONGEST * 2) // 2)
        self._batch_size = batch_size
        self._place, self.notice = device(), weights.notice
        self._seconds = settings().language_seconds
        self._batcher: Batcher[list[str], list[str]] = Batcher(
            self._answer, max_batch=4, queue_size=settings().queue_size, name="translator"
        )

    @property
    def label(self) -> str:
        """The model's name and where its weights came from."""
        return f"{self._name} ({self._source})"

    @property
    def device(self) -> str:
        """``cpu`` or ``cuda``."""
        return self._place.kind

    @property
    def waiting(self) -> int:
        """How many requests wait for the model."""
        return self._batcher.waiting

    def translate(self, sentences: Sequence[str]) -> list[str]:
        """Each sentence in Hindi, in order; empty where the model did not come to an end.

        Raises
        ------
        QueueFull
            Too many requests wait.
        TookTooLong
            The model had no time within `language_seconds` of the settings.
        """
        order = sorted(range(len(sentences)), key=lambda number: len(sentences[number]))  # less padding
        groups = [order[start : start + CHUNK] for start in range(0, len(order), CHUNK)]
        asked = [[sentences[number] for number in group] for group in groups]
        found = [""] * len(sentences)
        for group, texts in zip(groups, self._batcher.ask(asked, seconds=self._seconds), strict=True):
            for number, text in zip(group, texts, strict=True):
                found[number] = text
        return found

    def close(self) -> None:
        """Finish what is queued and stop the model's thread."""
        self._batcher.close()

    def _answer(self, groups: Sequence[list[str]]) -> list[list[str]]:
        pieces = [[self._pieces(sentence) for sentence in group] for group in groups]
        flat = [piece for group in pieces for sentence in group for piece in sentence]
        translated = iter(self._forward(flat))
        return [[_joined([next(translated) for _ in sentence]) for sentence in group] for group in pieces]

    def _forward(self, pieces: Sequence[str]) -> list[str]:
        found: list[str] = []
        for start in range(0, len(pieces), self._batch_size):
            found += sparing(self._batch, pieces[start : start + self._batch_size], self._to_cpu)
        return found

    def _to_cpu(self) -> None:
        self._model.to(CPU.kind, CPU.torch_dtype)  # type: ignore[arg-type]
        self._place, self.notice = CPU, NOTICE

    @torch.inference_mode()
    def _batch(self, pieces: Sequence[str]) -> list[str]:
        tokenizer: Any = self._tokenizer
        prefix = f"{self._direction.prefix} " if self._direction.prefix else ""
        inputs = tokenizer([prefix + piece for piece in pieces], return_tensors="pt", padding=True)
        length = inputs["input_ids"].shape[1]
        model: Any = self._model
        most = min(2 * length + 16, context_length(model, 2 * LONGEST) - 1)
        extra = {} if self._direction.first_token is None else {"forced_bos_token_id": self._direction.first_token}
        rows = model.generate(
            input_ids=inputs["input_ids"].to(model.device),
            attention_mask=inputs["attention_mask"].to(model.device),
            max_new_tokens=most,
            max_length=None,
            num_beams=BEAMS,
            do_sample=False,
            no_repeat_ngram_size=0,
            max_time=self._seconds,
            **extra,
        )
        # some decoders begin with the end sign, and some are forced to end at the last token
        ended = (rows[:, 1:most] == tokenizer.eos_token_id).any(1).tolist()
        texts = tokenizer.batch_decode(rows, skip_special_tokens=True)
        return [text.strip() if done else "" for text, done in zip(texts, ended, strict=True)]

    def _pieces(self, sentence: str) -> list[str]:
        """`sentence` in pieces that the model can hold, cut at clauses, else between words."""
        cleaned = " ".join(without_signals(sentence, _signals(self._tokenizer)).split())
        pieces: list[str] = []
        for clause in _CLAUSE.split(cleaned):
            for part in self._halves(clause):
                if pieces and self._fits(f"{pieces[-1]} {part}"):
                    pieces[-1] += f" {part}"
                else:
                    pieces.append(part)
        return [piece for piece in pieces if piece][:MOST_PIECES]

    def _halves(self, clause: str) -> list[str]:
        words = clause.split()
        if len(words) < 2 or self._fits(clause):
            return [clause[: 20 * self._longest]]  # a "word" of any length must not reach the model
        middle = len(words) // 2
        return self._halves(" ".join(words[:middle])) + self._halves(" ".join(words[middle:]))

    def _fits(self, text: str) -> bool:
        tokenizer: Any = self._tokenizer
        return len(tokenizer(text)["input_ids"]) <= self._longest - 2


def direction(tokenizer: PreTrainedTokenizerBase, model_type: str, name: str) -> Direction:
    """How this model is told to translate from English into Hindi; sets the tokenizer's source language.

    Raises
    ------
    ModelUnavailable
        Its vocabulary has no sign for Hindi and its name does not end in it.
    """
    known = tokenizer.get_vocab()
    for source, target in TOKENS:
        if target in known and hasattr(tokenizer, "src_lang"):
            tokenizer.src_lang = source
            return Direction(first_token=known[target])
    if prefix := next((sign for sign in PREFIXES if sign in known), ""):
        return Direction(prefix)
    if model_type == "marian" and not any(sign.startswith(">>") for sign in known):  # one target: the name says it
        return Direction()
    raise ModelUnavailable(f"{name} does not translate into Hindi: set another PORTAL_TRANSLATION_MODEL. {INSTEAD}")


def _signals(tokenizer: PreTrainedTokenizerBase) -> list[str]:
    return [*tokenizer.all_special_tokens, *PREFIXES, *tokenizer.get_added_vocab()]


def _joined(pieces: Sequence[str]) -> str:
    """The pieces of one sentence; empty when one of them is missing."""
    return " ".join(pieces) if all(pieces) else ""
