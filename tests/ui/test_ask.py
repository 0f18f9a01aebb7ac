"""What goes along when somebody asks about a result: as shown, so that blind stays blind and covers stay on."""

from __future__ import annotations

import json
from concurrent.futures import Future
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from models import cached
from tests.tools.resume.people import candidate
from tools.chat.types import Context
from tools.ui.resume.ask import _short, _whole
from tools.ui.resume.state import shown


def bring_two() -> None:
    from tools.chat.types import Context
    from tools.ui.ask import bring

    for title in ("First", "Second", "First"):
        bring(Context("stocks", title, {"close": 1.0}))


def test_a_result_is_brought_once_and_the_last_one_is_last(monkeypatch: pytest.MonkeyPatch) -> None:
    ready: Future[Any] = Future()
    monkeypatch.setattr(cached, "preload_embedder", lambda: ready)
    app = AppTest.from_function(bring_two).run(timeout=20)
    assert not app.exception
    contexts: tuple[Context, ...] = app.session_state["chat.visit"].contexts
    assert [context.title for context in contexts] == ["Second", "First"]


def test_blind_mode_carries_no_identity() -> None:
    someone = candidate()  # with a name, an e-mail and a telephone
    identity = someone.resume.identity
    for who in shown([someone], blind=True):
        told = json.dumps([_short(who), _whole(who)], ensure_ascii=False).casefold()
        for secret in (identity.name, identity.email, identity.phone, someone.resume.file):
            assert secret
            assert secret.casefold() not in told
    for who in shown([someone], blind=False):
        told = json.dumps(_whole(who), ensure_ascii=False)
        assert str(identity.email) not in told
        assert str(identity.phone) not in told
