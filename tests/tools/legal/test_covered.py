"""A document that goes to the assistant carries no private number and no protected name, in text or picture."""

from __future__ import annotations

from concurrent.futures import Future
from typing import Any

import pytest

from tools.documents.reading import Source
from tools.legal.covered import covered_document
from tools.legal.privacy import MARK
from tools.legal.process import process
from tools.settings import DATA


class Here:
    """Does the work at once."""

    size = 1

    def submit(self, function: Any, /, *args: Any, seconds: float | None = None) -> Future[Any]:
        done: Future[Any] = Future()
        done.set_result(function(*args))
        return done


@pytest.mark.parametrize("name", ["fir_english.pdf", "order_daily.pdf"])
def test_private_words_are_marks_and_everything_else_stays(name: str) -> None:
    data = (DATA / "samples" / "legal" / name).read_bytes()
    processed = process(name, (Source(name, data),), Here(), lambda: None)
    document, covers = covered_document(name, "0" * 64, processed)
    extract = processed.extract
    secrets = [extract.facts[key].value for key in ("complainant_phone", "complainant_uid") if key in extract.facts]
    assert all(secret not in document.text for secret in secrets)
    assert bool(covers) is bool(secrets)
    assert (MARK in document.text) is bool(secrets)
    for number, boxes in covers.items():
        assert {word.box for word in processed.page(number).words} >= set(boxes)
    assert len(document.pages) == processed.result.pages
