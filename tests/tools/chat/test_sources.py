from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tests.tools.legal.samples import order_result
from tools.chat.brief import brief
from tools.chat.sources import sources
from tools.chat.types import Context, Evidence, Found, Passage


def letters(text: str) -> int:
    return len(text) // 4


def evidence(count: int, size: int = 400) -> Evidence:
    texts = [f"{number} " + "x" * size for number in range(count)]
    return Evidence(
        tuple(Found(Passage("a.pdf", number, 0, len(text), text), -number) for number, text in enumerate(texts)),
        True,
        0.0,
    )


plain = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_subnormal=False) | st.text(max_size=80),
    lambda inner: st.lists(inner, max_size=6) | st.dictionaries(st.text(max_size=10), inner, max_size=6),
    max_leaves=40,
)


@given(st.dictionaries(st.text(min_size=1, max_size=12), plain, max_size=12), st.integers(0, 400))
def test_any_result_fits(result: dict[str, Any], room: int) -> None:
    assert letters(brief(result, room, letters)) <= room


def test_a_brief_result_keeps_the_headline_figures() -> None:
    told = order_result().to_dict()
    long, short = brief(told, 4_000, letters), brief(told, 160, letters)
    assert len(short) < len(long)
    for text in (long, short):
        assert "outcome: kind bail_granted" in text
        assert "next_date: value 2025-04-10" in text
    assert "boxes" not in long
    assert "Ramesh Kalpit" in long


def test_passages_come_first_best_first_and_results_last() -> None:
    context = Context("stocks", "SAMPLE", {"symbol": "SAMPLE", "score": 3})
    found = sources(evidence(3), [context], 4_000, letters)
    assert [source.number for source in found] == [1, 2, 3, 4]
    assert [source.passage.page for source in found if source.passage] == [0, 1, 2]
    assert found[3].context == context
    assert found[3].title == "SAMPLE (stocks result)"
    assert found[0].title == "a.pdf, page 0"


def test_what_does_not_fit_is_left_out_the_worst_first() -> None:
    found = sources(evidence(6), [], 250, letters)
    assert [source.passage.page for source in found if source.passage] == [0, 1]
    assert sources(evidence(6), [], 0, letters) == ()
