"""A visitor's pile of files: its limit, names of their own, and how the work on each ended."""

from __future__ import annotations

from concurrent.futures import CancelledError

import pytest

from tools.errors import Corrupt, TooLarge
from tools.uploads import Upload, Uploads

DEFECT = "Our fault."


class Pile(Uploads[Upload]):
    @property
    def pending(self) -> int:
        return 0

    def add(self, key: str, name: str) -> Upload | None:
        return self._admit(key, name, lambda free: Upload(key, free), "Too many.")

    def work(self, item: Upload, error: BaseException | None) -> None:
        with self._outcome(item, DEFECT):
            if error:
                raise error


def test_each_key_once_and_each_name_once() -> None:
    pile = Pile(9)
    assert [pile.add(key, "cv.pdf") is not None for key in ("a", "a", "b", "c")] == [True, False, True, True]
    assert [item.name for item in pile.items] == ["cv.pdf", "cv (2).pdf", "cv (3).pdf"]
    assert pile.keep({"a"})
    assert not pile.keep({"a"})
    assert [item.key for item in pile.items] == ["a"]


def test_the_limit_is_told() -> None:
    pile = Pile(1)
    pile.add("a", "a.pdf")
    with pytest.raises(TooLarge, match="Too many"):
        pile.add("b", "b.pdf")


@pytest.mark.parametrize(
    ("error", "told", "cancelled"),
    [
        (None, "", False),
        (CancelledError(), "", True),
        (Corrupt("It is damaged."), "It is damaged.", False),
        (KeyError("secret"), DEFECT, False),
    ],
)
def test_how_the_work_ended_stays_with_the_file(error: BaseException | None, told: str, cancelled: bool) -> None:
    pile, item = Pile(1), Upload("a", "a.pdf")
    pile.work(item, error)
    assert (item.error, item.cancelled) == (told, cancelled)
