"""Stop texts: never shown, nor anything after them, however the pieces are cut."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from models.language.stopping import until

TEXT = st.text("ab|", max_size=30)


@given(st.lists(st.text("ab|", max_size=4), max_size=12), st.lists(st.text("ab|", min_size=1, max_size=4), max_size=3))
def test_it_ends_before_the_first_stop_text(pieces: list[str], stop: list[str]) -> None:
    shown = "".join(until(iter(pieces), stop))
    whole = "".join(pieces)
    assert whole.startswith(shown)
    assert not any(sign in shown for sign in stop)
    if not any(sign in whole for sign in stop):
        assert shown == whole
    else:
        assert any(whole[len(shown) :].startswith(sign) for sign in stop)


def test_nothing_is_held_back_that_need_not_be() -> None:
    assert list(until(iter(["Hello ", "the E", "nd ", "END"]), ["END"])) == ["Hello ", "the ", "End "]


def test_it_reads_no_further_than_the_stop_text() -> None:
    pieces = iter(["a", "STOP", "b", "c"])
    assert list(until(pieces, ["STOP"])) == ["a"]
    assert list(pieces) == ["b", "c"]
