"""The models as the pages get them: loaded once in the background, shared by all sessions.

With PORTAL_ENGINE=remote those of a cluster answer, and the same models here while it does not. The only part of
`models` that knows Streamlit.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from typing import TYPE_CHECKING, Protocol, TypeVar

import streamlit as st

from models import registry
from models.loading import begin, waited
from tools.settings import settings

if TYPE_CHECKING:
    from models.language.types import ChatModel, Translator
    from models.leaf.types import LeafClassifier
    from models.names.types import Transliterator
    from models.sentiment.types import SentimentClassifier
    from models.text.types import Embedder

Model = TypeVar("Model")


class Preload(Protocol[Model]):
    """A cached function that begins to load a model."""

    def __call__(self) -> Future[Model]:
        """The model, or its loading."""
        ...

    def clear(self) -> None:
        """The next call begins anew."""
        ...


def embedder() -> Embedder:
    """The sentence embedder that the settings name; waits while it loads.

    Raises
    ------
    ModelUnavailable
        Its weights or its device are missing, or it takes too long; the next call tries again.
    """
    return _loaded(preload_embedder)


def leaf() -> LeafClassifier:
    """The leaf classifier that the settings name; waits while it loads.

    Raises
    ------
    ModelUnavailable
        Its weights or its device are missing, or it takes too long; the next call tries again.
    """
    return _loaded(preload_leaf)


def names() -> Transliterator:
    """The names model that the settings name; waits while it loads.

    Raises
    ------
    ModelUnavailable
        Its weights or its device are missing, or it takes too long; the next call tries again.
    """
    return _loaded(preload_names)


def language() -> ChatModel | None:
    """The chat model that the settings name, None when they name none; waits while it loads.

    Raises
    ------
    ModelUnavailable
        Its weights or its device are missing, or it takes too long; the next call tries again.
    """
    return _loaded(preload_language)


def translator() -> Translator | None:
    """The translator that the settings name, None when they name none; waits while it loads.

    Raises
    ------
    ModelUnavailable
        Its weights or its device are missing, or it takes too long; the next call tries again.
    """
    return _loaded(preload_translator)


def sentiment() -> SentimentClassifier:
    """The sentiment model that the settings name; waits while it loads.

    Raises
    ------
    ModelUnavailable
        Its weights or its device are missing, or it takes too long; the next call tries again.
    """
    return _loaded(preload_sentiment)


@st.cache_resource(show_spinner=False, max_entries=1)
def preload_embedder() -> Future[Embedder]:
    """Begin to load the embedder while the visitor still reads the page."""

    def load() -> Embedder:
        from models.text.embedder import SentenceEmbedder

        return SentenceEmbedder()

    return _begin(load, "load-embedder")


@st.cache_resource(show_spinner=False, max_entries=1)
def preload_leaf() -> Future[LeafClassifier]:
    """Begin to load the leaf classifier while the visitor still reads the page."""

    def load() -> LeafClassifier:
        from models.leaf.classifier import load_leaf

        return load_leaf()

    return _begin(load, "load-leaf")


@st.cache_resource(show_spinner=False, max_entries=1)
def preload_names() -> Future[Transliterator]:
    """Begin to load the names model while the visitor still reads the page."""

    def load() -> Transliterator:
        from models.names.transliterator import load_names

        return load_names()

    return _begin(load, "load-names")


@st.cache_resource(show_spinner=False, max_entries=1)
def preload_language() -> Future[ChatModel | None]:
    """Begin to load the chat model while the visitor still reads the page."""

    def load() -> ChatModel | None:
        from models.language.local_chat import load_language

        return load_language()

    return _begin(load, "load-language")


@st.cache_resource(show_spinner=False, max_entries=1)
def preload_translator() -> Future[Translator | None]:
    """Begin to load the translator while the visitor still reads the page."""

    def load() -> Translator | None:
        from models.language.translator import load_translator

        return load_translator()

    return _begin(load, "load-translator")


@st.cache_resource(show_spinner=False, max_entries=1)
def preload_sentiment() -> Future[SentimentClassifier]:
    """Begin to load the sentiment model while the visitor still reads the page."""

    def load() -> SentimentClassifier:
        from models.sentiment.classifier import load_sentiment

        return load_sentiment()

    return _begin(load, "load-sentiment")


def _begin(load: Callable[[], Model], name: str) -> Future[Model]:
    if settings().engine == "remote":
        from models.remote.connect import CONNECTED

        load = CONNECTED.get(name.removeprefix("load-"), load)
    future = begin(load, name)
    registry.note(name.removeprefix("load-"), future)
    return future


def _loaded(preload: Preload[Model]) -> Model:
    loading = preload()
    try:
        return waited(loading)
    except Exception:
        if loading.done():  # else the next call waits for the same loading
            preload.clear()
        raise
