"""The portal's models as a cluster serves them: how each is loaded, what it says of itself, how it answers requests.

Requests that came together are answered in one go. Knows no network and no ray.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import astuple, dataclass
from itertools import islice
from typing import Any, Final

from models.remote.wire import (
    ChatRequest,
    EmbedReply,
    EmbedRequest,
    Failure,
    Kind,
    LeafReply,
    LeafRequest,
    Malformed,
    NamesReply,
    NamesRequest,
    Part,
    SentimentReply,
    SentimentRequest,
    Told,
    View,
    pack,
    unpack,
)
from tools.errors import PortalError, QueueFull

log = logging.getLogger(__name__)
DEFECT: Final = "defect"  # the name of a `Failure` that is nobody's sentence


@dataclass(frozen=True)
class Served:
    """One kind of model.

    Parameters
    ----------
    request
        What is asked of it.
    load
        Loads the model that the settings name; None where they name none.
    tell
        What the model says of itself.
    answer
        One reply for each of several requests; None for a model that streams.
    """

    request: type[Part]
    load: Callable[[], Any]
    tell: Callable[[Any], Told]
    answer: Callable[[Any, Sequence[Any]], list[Part]] | None

    def answers(self, model: Any, requests: Sequence[Part]) -> list[Part]:
        """A reply or a `Failure` for each request; one that fails does not spoil the others."""
        assert self.answer is not None
        try:
            return self.answer(model, requests)
        except Exception as error:
            if len(requests) == 1:
                return [failure_of(error)]
        return [self.answers(model, [request])[0] for request in requests]


def failure_of(error: Exception) -> Failure:
    """An error as it travels; what is no `PortalError` is logged here and travels without its words."""
    if isinstance(error, PortalError):
        return Failure(type(error).__name__, str(error)[:4096], error.waiting if isinstance(error, QueueFull) else 0)
    if isinstance(error, Malformed):
        return Failure(Malformed.__name__, "")
    log.error("a model failed", exc_info=error)
    return Failure(DEFECT, "")


def _load_embedder() -> Any:
    from models.text.embedder import SentenceEmbedder

    return SentenceEmbedder()


def _tell_embedder(model: Any) -> Told:
    info = model.info
    return Told(info.name, info.source, info.device, info.dtype, info.notice, dimensions=info.dimensions)


def _embed(model: Any, requests: Sequence[EmbedRequest]) -> list[Part]:
    vectors, at = model.embed([text for request in requests for text in request.texts]), 0
    replies: list[Part] = []
    for request in requests:
        replies.append(EmbedReply(pack(vectors[at : at + len(request.texts)])))
        at += len(request.texts)
    return replies


def _load_leaf() -> Any:
    from models.leaf.classifier import load_leaf

    return load_leaf()


def _tell_leaf(model: Any) -> Told:
    info = model.info
    return Told(
        info.name, info.source, info.device, info.dtype, info.notice,
        classes=info.classes, thresholds=astuple(info.thresholds),
    )  # fmt: skip


def _classify(model: Any, requests: Sequence[LeafRequest]) -> list[Part]:
    images = [unpack(image, "uint8", (None, None, 3)) for request in requests for image in request.images]
    if any(not image.size for image in images):
        raise Malformed("a photo without pixels")
    views = iter(model.classify(images))
    return [LeafReply(tuple(_view(view) for view in islice(views, len(request.images)))) for request in requests]


def _view(view: Any) -> View:
    maps = pack(view.maps) if view.maps is not None else None
    return View(pack(view.probabilities), float(view.familiarity), maps)


def _load_names() -> Any:
    from models.names.transliterator import load_names

    return load_names()


def _tell_labelled(model: Any) -> Told:
    return Told(model.label, "", model.device, notice=getattr(model, "notice", ""), label=model.label)


def _transliterate(model: Any, requests: Sequence[NamesRequest]) -> list[Part]:
    best = max(request.best for request in requests)
    found = iter(model.transliterate([word for request in requests for word in request.words], best))
    return [
        NamesReply(tuple(spellings[: request.best] for spellings in islice(found, len(request.words))))
        for request in requests
    ]


def _load_sentiment() -> Any:
    from models.sentiment.classifier import load_sentiment

    return load_sentiment()


def _judge(model: Any, requests: Sequence[SentimentRequest]) -> list[Part]:
    rows = iter(model.classify([pair for request in requests for pair in request.pairs]))
    return [SentimentReply(tuple(astuple(row) for row in islice(rows, len(request.pairs)))) for request in requests]


def _load_language() -> Any:
    from models.language.local_chat import load_language

    return load_language()


def _tell_language(model: Any) -> Told:
    return Told(model.label, "", model.device, label=model.label, context=model.context)


KINDS: Final[dict[Kind, Served]] = {
    "embedder": Served(EmbedRequest, _load_embedder, _tell_embedder, _embed),
    "leaf": Served(LeafRequest, _load_leaf, _tell_leaf, _classify),
    "names": Served(NamesRequest, _load_names, _tell_labelled, _transliterate),
    "sentiment": Served(SentimentRequest, _load_sentiment, _tell_labelled, _judge),
    "language": Served(ChatRequest, _load_language, _tell_language, None),
}
