"""Where the page meets what answers: one small function for each thing it needs of `tools.chat`. Draws nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from models.language.prices import price
from models.language.types import ChatModel
from models.text import Embedder, EmbedderInfo
from tools.chat import export
from tools.chat.aids import Aids
from tools.chat.answering import Answering
from tools.chat.answering import ask as begin
from tools.chat.conversation import Conversation
from tools.chat.help import help_answer, suggestions
from tools.chat.markdown import safe_markdown
from tools.chat.types import Answer, Context, Library, Options, Turn
from tools.format import INDIA
from tools.translations import Language

__all__ = ["Late", "ask", "exported", "safe_markdown", "suggestions"]


class Late:
    """An embedder that is still being loaded: whoever asks first waits."""

    def __init__(self, loaded: Callable[[], Embedder], ready: Callable[[], bool] = lambda: True) -> None:
        self._loaded, self._ready = loaded, ready

    @property
    def ready(self) -> bool:
        """Whether it answers without being waited for."""
        return self._ready()

    @property
    def info(self) -> EmbedderInfo:
        """Which model answers."""
        return self._loaded().info

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Unit-length vectors, as `models.text.Embedder` says."""
        return self._loaded().embed(texts)


def ask(
    before: Sequence[Turn],
    question: str,
    model: ChatModel | None,
    documents: Library,
    options: Options,
    contexts: Sequence[Context],
    meanings: Embedder,
) -> Answering:
    """Begin to answer `question` after the turns `before`; raises what `tools.chat.answering.ask` raises."""

    def help_with(text: str, language: Language) -> Answer | None:
        waits = isinstance(meanings, Late) and not meanings.ready  # then words alone: help must not take a minute
        return help_answer(text, language, None if waits else meanings)

    aids = Aids(price=price, help=help_with)
    talk = Conversation(before, contexts=contexts, documents=[document.name for document in documents.documents])
    return begin(question, talk, documents, model, options, contexts, aids=aids)


def exported(kind: Literal["md", "json"], turns: Sequence[Turn], documents: Sequence[str]) -> str:
    """The talk as a file."""
    write = export.to_json if kind == "json" else export.to_markdown
    return write(turns, datetime.now(INDIA), documents)
