"""The assistant's page driven without a browser: what tests do on it, and small models of their own."""

from __future__ import annotations

import html
import threading
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
import pytest
from streamlit.testing.v1 import AppTest

from models.language.types import Message, Reply
from models.text import EmbedderInfo
from tools.errors import Outage
from tools.settings import ROOT
from tools.ui.chat import models, state
from tools.ui.chat.models import Choice
from tools.ui.chat.state import Visit

PAGE = str(ROOT / "pages" / "Assistant.py")
KEYS = ("OPENAI_API_KEY", "ANTHROPIC_API_KEY", "GEMINI_API_KEY", "GOOGLE_API_KEY", "PORTAL_COMPATIBLE_ADDRESS")


class Meanings:
    """An embedder that counts letters: enough for words to be near themselves."""

    info = EmbedderInfo("letters", "embedded", "cpu", "float32", 26)

    def embed(self, texts: Sequence[str]) -> Any:
        counted = np.array([[text.casefold().count(chr(97 + at)) + 1e-3 for at in range(26)] for text in texts])
        return (counted / np.linalg.norm(counted, axis=1, keepdims=True)).astype(np.float32)


class Model:
    """Says its pieces; may fail after them, or wait for the test before the second."""

    label, device, context = "Small test model", "api", 8192

    def __init__(self, *pieces: str, error: str = "", wait: threading.Event | None = None) -> None:
        self.pieces, self.error, self.wait = pieces, error, wait
        self.asked: list[Sequence[Message]] = []

    def stream(self, messages: Sequence[Message], **_options: Any) -> Reply:
        self.asked.append(messages)
        return Reply(self._say())

    def _say(self) -> Iterator[str]:
        for place, piece in enumerate(self.pieces):
            if place and self.wait:
                self.wait.wait(20)
            yield piece
        if self.error:
            raise Outage(self.error)


class Line(Model):
    """Says nothing before its reader leaves; `place` answers come before this one."""

    def __init__(self, place: int) -> None:
        super().__init__()
        self.place = place
        self.asked_at, self.left = threading.Event(), threading.Event()

    def stream(self, messages: Sequence[Message], **_options: Any) -> Reply:
        self.asked_at.set()
        return Reply(self._say(), ahead=lambda: self.place, halt=self.left.set)

    def _say(self) -> Iterator[str]:
        self.left.wait(20)
        yield from ()


def use(monkeypatch: pytest.MonkeyPatch, model: Model) -> Model:
    monkeypatch.setattr(state, "answering_model", lambda: lambda: model)
    return model


def visit(app: AppTest) -> Visit:
    found: Visit = app.session_state[state.KEY]
    return found


def chosen(app: AppTest) -> Choice:
    found: Choice = app.session_state[models.KEY]
    return found


def ask(app: AppTest, question: str) -> AppTest:
    app.chat_input[0].set_value(question).run()
    assert not app.exception
    return app


def with_sample(app: AppTest) -> AppTest:
    app.button(key="chat.sample").click().run()
    assert visit(app).attachments.wait(60)
    return app.run()


def told(app: AppTest) -> str:
    """All texts of the page as one, without escapes."""
    kinds = ("markdown", "caption", "text", "html", "warning", "error", "info", "badge")
    texts = (
        getattr(found, "value", None) or getattr(found.proto, "body", "") for kind in kinds for found in app.get(kind)
    )
    return html.unescape(" ".join(str(text) for text in texts)).replace("\\", "")
