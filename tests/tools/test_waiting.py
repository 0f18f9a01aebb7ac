"""What comes in time is handed on, failures too; what does not is taken back and told."""

from __future__ import annotations

from concurrent.futures import Future

import pytest

from tools.errors import TookTooLong
from tools.waiting import answer_within

LATE = TookTooLong("It took too long: try again.")


def test_what_came_is_handed_on() -> None:
    answer: Future[int] = Future()
    answer.set_result(3)
    assert answer_within(0, answer, LATE) == 3


def test_what_has_not_begun_is_taken_back() -> None:
    answer: Future[int] = Future()
    with pytest.raises(TookTooLong, match="try again") as caught:
        answer_within(0, answer, LATE)
    assert caught.value is LATE
    assert caught.value.__suppress_context__
    assert answer.cancelled()


def test_what_runs_goes_on() -> None:
    answer: Future[int] = Future()
    answer.set_running_or_notify_cancel()
    with pytest.raises(TookTooLong):
        answer_within(0, answer, LATE)
    answer.set_result(3)
    assert answer_within(0, answer, LATE) == 3


def test_the_works_own_timeout_is_no_limit_of_ours() -> None:
    answer: Future[int] = Future()
    answer.set_exception(TimeoutError("its own"))
    with pytest.raises(TimeoutError, match="its own"):
        answer_within(20, answer, LATE)
