"""The language of somebody who signs in, on another browser than the one where it was chosen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from tests.ui.kept import history_in
from tests.ui.test_sign_in import AUTH, claims, opened
from tools.access import key_of
from tools.history import history, recorder
from tools.settings import settings
from tools.ui.language import COOKIE
from tools.ui.switch import SWITCH

ME = key_of("https://login.example.org", "1")


def draw() -> None:
    from tools.ui.frame import page

    with page("runs"):
        pass


@pytest.fixture(autouse=True)
def own_history(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("PORTAL_STAFF", "@example.org")
    in_this_browser(monkeypatch, {})
    with history_in(tmp_path, monkeypatch):
        yield


def in_this_browser(monkeypatch: pytest.MonkeyPatch, cookies: dict[str, str]) -> None:
    monkeypatch.setattr(type(st.context), "cookies", property(lambda _: cookies))


def visit() -> AppTest:
    app = opened(AppTest.from_function(draw, default_timeout=60), claims(), AUTH)
    assert not app.exception
    assert not app.error
    return app


def choose(app: AppTest, language: str) -> None:
    app.segmented_control(key=SWITCH).set_value(language).run()
    assert recorder().flush(30)


def test_a_choice_is_known_in_the_next_browser() -> None:
    assert "My runs" in visit().title[0].value
    assert history().preferences(ME) == {}  # nothing was chosen
    choose(visit(), "hi")
    assert history().preferences(ME) == {"language": "hi"}
    again = visit()
    assert "मेरे काम" in again.title[0].value
    choose(again, "en")
    assert history().preferences(ME) == {"language": "en"}
    assert "My runs" in visit().title[0].value


def test_this_browsers_own_choice_comes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    history().prefer(ME, "language", "hi")
    in_this_browser(monkeypatch, {COOKIE: "en"})
    assert "My runs" in visit().title[0].value


def test_what_is_no_language_is_left_alone() -> None:
    history().prefer(ME, "language", "<script>")
    assert "My runs" in visit().title[0].value


def test_nobody_is_remembered_where_nobody_signs_in() -> None:
    app = AppTest.from_function(draw, default_timeout=60).run()
    choose(app, "hi")
    assert history().preferences("local") == {}


def test_a_database_that_is_down_keeps_nobody_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with history_in(tmp_path, monkeypatch, "sqlite:////proc/no/folder/history.sqlite"):
        assert "My runs" in visit().title[0].value
        assert "My runs" in visit().title[0].value


def test_turned_off_nothing_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORTAL_HISTORY", "off")
    settings.cache_clear()
    choose(visit(), "hi")
    assert history().preferences(ME) == {}
