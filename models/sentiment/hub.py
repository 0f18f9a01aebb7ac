"""Another sentiment model through transformers: a three-label sequence classifier such as FinBERT.

It reads the headline alone, unless it was trained on pairs: most were not, so two companies in one headline get the
same answer from it, and the notice says so. Its probabilities are its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

import torch
from torch import nn

from models.device import device
from models.sentiment.serving import Pair, SentimentServer
from models.sentiment.types import LABELS, Label, Probabilities
from models.weights import Weights
from tools.errors import ModelUnavailable

if TYPE_CHECKING:
    from transformers import PreTrainedModel

MAX_TOKENS: Final = 96
MAX_CHARACTERS: Final = 2000
NOTICE: Final = "This model reads a headline as a whole: companies in the same headline get the same mood."
WORDS: Final[dict[Label, tuple[str, ...]]] = {
    "positive": ("positive", "pos", "bullish"),
    "neutral": ("neutral", "neu"),
    "negative": ("negative", "neg", "bearish"),
}


class HubSentiment(SentimentServer):
    """A transformers sequence classifier behind a cache and a batcher.

    Parameters
    ----------
    weights
        The checkpoint's folder: safetensors, its configuration and its tokenizer.

    Raises
    ------
    ModelUnavailable
        It cannot be loaded, or its labels are not positive, neutral and negative.
    """

    def __init__(self, weights: Weights) -> None:
        self._tokenizer, self._model = _load(weights)
        names = [name for _, name in sorted((self._model.config.id2label or {}).items())]
        self._columns = _columns(names, weights.name)
        super().__init__(replace(weights, notice=" ".join(filter(None, (weights.notice, NOTICE)))))

    @property
    def network(self) -> nn.Module:
        """The checkpoint's network."""
        found: nn.Module = self._model
        return found

    @torch.inference_mode()
    def answer(self, pairs: Sequence[Pair]) -> list[Probabilities]:
        """One answer per pair, in order; runs in the worker thread alone."""
        titles = [_clean(title) for title, _ in pairs]
        tokens = self._tokenizer(titles, padding=True, truncation=True, max_length=MAX_TOKENS, return_tensors="pt")
        logits = self._model(**tokens.to(self._place.kind)).logits.double().cpu()
        return [Probabilities(*row) for row in logits[:, self._columns].softmax(1).tolist()]


def _clean(title: str) -> str:
    """Without lone surrogates, which no tokenizer takes; cut."""
    return title[:MAX_CHARACTERS].encode("utf-8", "replace").decode("utf-8")


def _columns(names: Sequence[str], model: str) -> list[int]:
    """Where each of `LABELS` lies among the checkpoint's labels."""
    low = [name.casefold() for name in names]
    found = [next((low.index(word) for word in WORDS[label] if word in low), -1) for label in LABELS]
    if len(names) != len(LABELS) or -1 in found:
        raise ModelUnavailable(
            f"The labels of {model} are not positive, neutral and negative. The embedded default answers."
        )
    return found


def _load(weights: Weights) -> tuple[Any, PreTrainedModel]:
    from transformers import AutoModelForSequenceClassification, AutoTokenizer

    place = device()
    own: dict[str, Any] = {"trust_remote_code": False, "local_files_only": True}
    try:
        tokenizer = AutoTokenizer.from_pretrained(weights.folder, **own)
        model = AutoModelForSequenceClassification.from_pretrained(
            weights.folder, use_safetensors=True, dtype=place.torch_dtype, **own
        )
    except (OSError, ValueError, KeyError, RuntimeError, ImportError) as error:
        raise ModelUnavailable(
            f"{weights.name} is no headline classifier that can be loaded ({type(error).__name__}). "
            "The embedded default answers."
        ) from error
    return tokenizer, model.to(place.kind).eval()
