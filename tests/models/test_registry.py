"""What is told about models without loading any."""

from __future__ import annotations

from concurrent.futures import Future
from dataclasses import dataclass
from typing import Any

import pytest

from models import registry
from tools.errors import ModelUnavailable


@dataclass
class Labelled:
    label: str = "names-small (embedded)"
    device: str = "cpu"
    waiting: int = 3


@dataclass
class Info:
    name: str = "MiniLM"
    source: str = "hub"
    device: str = "CPU"
    dtype: str = "float32"


@dataclass
class Informed:
    info: Info


@pytest.fixture(autouse=True)
def nothing_begun(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registry, "_begun", {})
    monkeypatch.setattr(registry, "_took", {})


def begin(key: str, result: Any = None, error: Exception | None = None) -> None:
    future: Future[Any] = Future()
    registry.note(key, future)
    if error:
        future.set_exception(error)
    else:
        future.set_result(result)


def test_model_tells_its_names() -> None:
    begin("names", Labelled())
    begin("embedder", Informed(Info()))
    embedder, names = registry.loaded()
    assert (embedder.name, embedder.source, embedder.dtype, embedder.state) == ("MiniLM", "hub", "float32", "ready")
    assert (names.name, names.device, names.waiting) == ("names-small (embedded)", "cpu", 3)
    assert names.seconds is not None


def test_loading_failing_and_absent_models_are_told_apart() -> None:
    registry.note("leaf", Future())
    begin("language")
    begin("sentiment", error=ModelUnavailable("The weights are missing."))
    language, leaf, sentiment = registry.loaded()
    assert (language.state, leaf.state, sentiment.state) == ("not configured", "loading", "failed")
    assert leaf.seconds is None
    assert sentiment.notice == "The weights are missing."


def test_a_later_try_takes_the_place_of_an_earlier_one() -> None:
    begin("leaf", error=ModelUnavailable("The weights are missing."))
    begin("leaf", Labelled())
    assert [model.state for model in registry.loaded()] == ["ready"]


def test_an_error_that_nobody_wrote_a_sentence_for_goes_to_the_log(caplog: pytest.LogCaptureFixture) -> None:
    begin("leaf", error=ModuleNotFoundError("No module named 'torch'"))
    assert [model.notice for model in registry.loaded()] == [registry.UNEXPECTED]
    assert caplog.records[-1].exc_info
    assert isinstance(caplog.records[-1].exc_info[1], ModuleNotFoundError)
