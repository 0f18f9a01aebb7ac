"""The photos of a visit: read elsewhere, answered in groups, each photo once, anew for another crop without reading."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from typing import Any

import pytest

from tests.tools.crop.drawn import encoded, leaf
from tests.tools.crop.fakes import FakeLeaf
from tools.crop.batch import DEFECT, GROUP, Batch
from tools.crop.examine import Examined
from tools.crop.types import OTHER_CROP
from tools.errors import ModelUnavailable, TooLarge

GIVEN = {"tomato__early_blight": 0.9}


class Here:
    """A pool that runs what it is given at once, and counts."""

    def __init__(self) -> None:
        self.read: list[str] = []

    def submit(self, function: Callable[[str, bytes], Examined], name: str, data: bytes, /) -> Future[Examined]:
        self.read.append(name)
        future: Future[Examined] = Future()
        try:
            future.set_result(function(name, data))
        except Exception as error:
            future.set_exception(error)
        return future


def picture(shade: int = 0) -> bytes:
    return encoded(leaf(256, 256, ground=(150 + shade, 145, 150)))


@pytest.fixture
def pool() -> Here:
    return Here()


def batch_of(pool: Here, model: FakeLeaf, *photos: bytes, **options: Any) -> Batch:
    batch = Batch(pool, lambda: model, **options)
    for number, data in enumerate(photos):
        batch.add(f"key{number}", "leaf.jpg", data)
    assert batch.wait(30)
    return batch


def test_each_photo_gets_its_answer_and_a_name_of_its_own(pool: Here) -> None:
    batch = batch_of(pool, FakeLeaf(GIVEN), picture(), picture(5))
    assert [item.name for item in batch.answered] == ["leaf.jpg", "leaf (2).jpg"]
    assert all(item.answer and item.answer.status == "diagnosed" for item in batch.answered)


def test_a_bad_file_is_told_and_stops_nothing(pool: Here) -> None:
    batch = batch_of(pool, FakeLeaf(GIVEN), b"not a picture", picture())
    first, second = batch.items
    assert first.state == "failed"
    assert "leaf.jpg" in first.error
    assert second.state == "answered"


def test_the_same_photo_is_answered_once_also_after_the_first_is_dropped(pool: Here) -> None:
    model = FakeLeaf(GIVEN)
    batch = batch_of(pool, model, picture(), picture())
    assert len(batch.answered) == 1
    assert sum(model.groups) == 1
    assert batch.copies["key1"].key == "key0"
    batch.keep({"key1"})
    assert batch.wait(30)
    assert [item.key for item in batch.answered] == ["key1"]


def test_another_crop_asks_the_model_and_reads_nothing(pool: Here) -> None:
    batch = batch_of(pool, FakeLeaf(GIVEN), picture())
    batch.name_crop("tomato")
    assert batch.wait(30)
    (item,) = batch.answered
    assert item.answer
    assert item.answer.crop == "tomato"
    assert all(each.class_id.startswith("tomato") for each in item.answer.predictions)
    batch.name_crop(OTHER_CROP)
    assert batch.wait(30)
    assert batch.answered[0].answer
    assert batch.answered[0].answer.reason == "unsupported_crop"
    assert pool.read == ["leaf.jpg"]


def test_photos_go_to_the_model_in_groups(pool: Here) -> None:
    model = FakeLeaf(GIVEN)
    batch_of(pool, model, *(picture(shade) for shade in range(GROUP + 3)))
    assert sum(model.groups) == GROUP + 3
    assert max(model.groups) <= GROUP


def test_too_many_photos_are_refused_with_a_sentence(pool: Here) -> None:
    with pytest.raises(TooLarge, match="At most 1 photos"):
        batch_of(pool, FakeLeaf(GIVEN), picture(), picture(5), limit=1)


def test_model_failure_is_told_and_can_be_tried_again(pool: Here) -> None:
    model = FakeLeaf(GIVEN, error=ModelUnavailable("The weights are missing."))
    batch = batch_of(pool, model, picture())
    assert batch.items[0].error == "The weights are missing."
    model.error = None
    batch.retry()
    assert batch.wait(30)
    assert batch.answered


def test_a_defect_is_recorded_and_shown_as_such(pool: Here, caplog: pytest.LogCaptureFixture) -> None:
    def broken() -> FakeLeaf:
        raise ZeroDivisionError("secret")

    batch = Batch(pool, broken)
    batch.add("key", "leaf.jpg", picture())
    assert batch.wait(30)
    assert batch.items[0].error == DEFECT
    assert "ZeroDivisionError" in caplog.text


class Never:
    """A pool that never gets to what it is given."""

    def submit(self, *_: object) -> Future[Any]:
        return Future()


def test_stop_ends_what_has_not_begun() -> None:
    batch = Batch(Never(), lambda: FakeLeaf(GIVEN))
    batch.add("key", "leaf.jpg", b"")
    assert batch.pending == 1
    assert not batch.wait(0)
    batch.cancel()
    assert batch.wait(5)
    assert batch.items[0].state == "cancelled"
