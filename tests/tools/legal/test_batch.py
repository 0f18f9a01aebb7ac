"""A visit's documents: each by itself, a bad one beside good ones, stopping, dropping."""

from __future__ import annotations

import threading
from typing import Any

import pytest

from tests.tools.documents.pools import InlinePool
from tools.documents.reading import Source, Stopped
from tools.errors import TooLarge
from tools.legal import batch as module
from tools.legal.batch import DEFECT, Batch, Item
from tools.legal.samples import samples

ORDER = next(sample for sample in samples() if sample.name == "order_daily.pdf")


def batch_of(**options: Any) -> Batch:
    return Batch(InlinePool(), lambda: None, **options)


def add(batch: Batch, key: str, data: bytes = ORDER.data) -> Item:
    batch.add(key, f"{key}.pdf", (Source(f"{key}.pdf", data),))
    return next(item for item in batch.items if item.key == key)


def test_a_document_is_read_and_summarised() -> None:
    batch = batch_of()
    item = add(batch, "a")
    assert batch.wait(60)
    assert item.state == "ready"
    assert item.processed is not None
    result = item.processed.result
    assert (result.kind, result.pages) == ("order", 1)
    assert result.summary_hi
    assert item.processed.page(1).number == 1
    assert item.progress is not None
    assert item.progress.done == item.progress.total == 1


def test_a_broken_file_is_told_and_stops_nothing() -> None:
    batch = batch_of()
    broken, good = add(batch, "broken", ORDER.data[:400]), add(batch, "good")
    assert batch.wait(60)
    assert broken.state == "failed"
    assert "broken.pdf" in broken.error
    assert good.state == "ready"
    assert batch.ready == (good,)


def test_a_defect_is_recorded_and_told_in_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*args: Any) -> None:
        raise ValueError("secret")

    monkeypatch.setattr(module, "process", fail)
    batch = batch_of()
    item = add(batch, "a")
    assert batch.wait(60)
    assert item.error == DEFECT


def test_the_limit_names_the_file_that_was_left_out() -> None:
    batch = batch_of(limit=1)
    add(batch, "a")
    with pytest.raises(TooLarge, match=r"b\.pdf"):
        add(batch, "b")


def test_stopping_ends_what_is_not_ready(monkeypatch: pytest.MonkeyPatch) -> None:
    def waiting(name: str, sources: Any, pool: Any, names: Any, told: Any, stop: threading.Event) -> None:
        stop.wait(30)
        raise Stopped

    monkeypatch.setattr(module, "process", waiting)
    batch = batch_of()
    items = [add(batch, key) for key in "abcd"]
    assert batch.pending == 4
    batch.cancel()
    assert batch.wait(60)
    assert {item.state for item in items} == {"cancelled"}


def test_dropping_a_document_forgets_it() -> None:
    batch = batch_of()
    add(batch, "a")
    add(batch, "b")
    assert batch.wait(60)
    assert batch.keep({"b"})
    assert [item.key for item in batch.items] == ["b"]
