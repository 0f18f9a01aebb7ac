"""The sentiment model that ships with the portal, ready to answer; and the choice between it and a configured one.

The weights lie beside this file (see CARD.md). It reads a headline alone: it knows no prices and no other news.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from torch import Tensor, nn

from models.sentiment.base import base_folder
from models.sentiment.inference import logits_of
from models.sentiment.marking import tokenizer_of
from models.sentiment.serving import Pair, SentimentServer
from models.sentiment.types import Probabilities
from models.sentiment.weights_file import FILE, load_networks
from models.weights import Weights, resolve
from tools.errors import ModelUnavailable
from tools.settings import settings

log = logging.getLogger(__name__)
DEFAULT_NAME: Final = "headline-mood-minilm"


def embedded_folder() -> Path:
    """The folder of the weights that ship with the portal."""
    return Path(__file__).parent


def load_sentiment() -> SentimentServer:
    """The model that the settings name: our own weights or a transformers checkpoint; else what ships, with a notice.

    Raises
    ------
    ModelUnavailable
        The settings name a folder without safetensors, or the weights that ship or their base are missing.
    """
    wanted = settings()
    weights = resolve(wanted.sentiment_model, wanted.sentiment_revision, embedded_folder, DEFAULT_NAME)
    if (weights.folder / FILE).is_file() or weights.source == "embedded":
        return SentimentModel(weights)
    from models.sentiment.hub import HubSentiment

    try:
        return HubSentiment(weights)
    except ModelUnavailable as error:
        log.warning(str(error))
        return SentimentModel(Weights(embedded_folder(), "embedded", DEFAULT_NAME, str(error)))


class SentimentModel(SentimentServer):
    """Our own network behind a cache and a batcher.

    Parameters
    ----------
    weights
        A folder with `sentiment.safetensors`; by default the one that ships.
    base
        The folder of the base weights; by default the packaged ones.

    Raises
    ------
    ModelUnavailable
        The weights are missing or damaged, or made for another base.
    """

    def __init__(self, weights: Weights | None = None, *, base: Path | None = None) -> None:
        weights = weights or Weights(embedded_folder(), "embedded", DEFAULT_NAME)
        base = base or base_folder()
        net, metadata = load_networks(weights.folder / FILE, base)
        super().__init__(weights)
        self._net = net.to(self._place.kind)
        self._tokenizer = tokenizer_of(base)
        self._calibration = metadata.calibration

    @property
    def network(self) -> nn.Module:
        """The networks and their base."""
        return self._net

    def answer(self, pairs: Sequence[Pair]) -> list[Probabilities]:
        """One answer per pair, in order; runs in the worker thread alone."""
        return probabilities_of(self._calibration.apply(logits_of(self._net, pairs, self._tokenizer)))


def probabilities_of(logits: Tensor) -> list[Probabilities]:
    """Rows of logits in the order of `LABELS` as probabilities."""
    return [Probabilities(*row) for row in logits.double().softmax(1).tolist()]
