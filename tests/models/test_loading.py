"""Whoever waits for a model that is being loaded waits only so long; the loading goes on."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from concurrent.futures import Future

import pytest
import streamlit as st

from models import cached
from models.loading import begin, waited
from tools.errors import ModelUnavailable
from tools.settings import settings


@pytest.fixture
def hold() -> Iterator[threading.Event]:
    held = threading.Event()
    yield held
    held.set()


def test_a_model_that_takes_too_long_is_told_and_comes_later(hold: threading.Event) -> None:
    loading = begin(lambda: hold.wait(20) and "model", "load-test")
    with pytest.raises(ModelUnavailable, match="still being loaded: try again in a minute"):
        waited(loading, 0.01)
    hold.set()
    assert waited(loading, 20) == "model"


def test_what_loading_raised_is_raised() -> None:
    failed: Future[str] = Future()
    failed.set_exception(TimeoutError("the disk's own"))
    with pytest.raises(TimeoutError, match="the disk's own"):
        waited(failed, 5)


def test_pages_wait_as_long_as_the_settings_say(hold: threading.Event, monkeypatch: pytest.MonkeyPatch) -> None:
    begun: list[int] = []

    @st.cache_resource(show_spinner=False)
    def preload() -> Future[object]:
        begun.append(1)
        return begin(lambda: hold.wait(20), "load-test")

    monkeypatch.setattr(cached, "preload_leaf", preload)
    monkeypatch.setattr(settings(), "load_seconds", 0.01)
    for _page in range(2):  # the second waits for the same loading
        with pytest.raises(ModelUnavailable, match="still being loaded"):
            cached.leaf()
    assert begun == [1]
    hold.set()
    monkeypatch.setattr(settings(), "load_seconds", 20.0)
    assert cached.leaf() is True
    preload.clear()


def test_a_model_that_failed_is_loaded_again(monkeypatch: pytest.MonkeyPatch) -> None:
    tries: list[int] = []

    @st.cache_resource(show_spinner=False)
    def preload() -> Future[object]:
        def load() -> object:
            tries.append(1)
            raise ModelUnavailable("No weights.")

        return begin(load, "load-test")

    monkeypatch.setattr(cached, "preload_leaf", preload)
    for _page in range(2):
        with pytest.raises(ModelUnavailable, match="No weights"):
            cached.leaf()
    assert len(tries) == 2
