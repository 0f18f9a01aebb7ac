from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools.chat.citations import best_quote, cite, loose_quotes
from tools.chat.sources import Source
from tools.chat.types import Context, Passage

ONE = "The hearing was short. The applicant shall deposit Rs. 15,000 within two weeks. Copies were given."
TWO = "The next date is 10 April 2025. Bail is refused for now."
AT = 40


def sources() -> list[Source]:
    return [
        Source(1, ONE, Passage("a.pdf", 3, AT, AT + len(ONE), ONE)),
        Source(2, TWO, Passage("b.pdf", 1, 0, len(TWO), TWO)),
        Source(3, "symbol: SAMPLE\nrisk: sharpe 1.2", context=Context("stocks", "SAMPLE", {})),
    ]


def test_each_marker_gets_the_sentence_that_bears_it_out() -> None:
    cited = cite("He must deposit ₹15,000 in two weeks [1]. The next date is 10 April [2].", sources())
    first, second = cited.citations
    assert first.quote == "The applicant shall deposit Rs. 15,000 within two weeks."
    assert (first.document, first.page, first.start) == ("a.pdf", 3, AT + ONE.index("The applicant"))
    assert first.end - first.start == len(first.quote)
    assert second.quote == "The next date is 10 April 2025."
    assert cited.unknown == 0


@pytest.mark.parametrize(
    ("text", "shown", "numbers"),
    [
        ("A [1][2].", "A [1][2].", [1, 2]),
        ("A [1, 2].", "A [1][2].", [1, 2]),
        ("A [1-2].", "A [1][2].", [1, 2]),
        ("A 【2】.", "A [2].", [2]),
        ("A [२].", "A [2].", [2]),
        ("A [7].", "A.", []),
        ("A [1, 9].", "A [1].", [1]),
        ("A [1](https://x.example)", "A [1](https://x.example)", []),
        ("A [2024] and [x].", "A [2024] and [x].", []),
    ],
)
def test_kinds_of_markers(text: str, shown: str, numbers: list[int]) -> None:
    cited = cite(text, sources())
    assert cited.text == shown
    assert [citation.number for citation in cited.citations] == numbers


def test_unknown_markers_are_counted() -> None:
    assert cite("A [8] b [9][1].", sources()).unknown == 2


def test_a_result_is_quoted_by_its_line() -> None:
    (citation,) = cite("The Sharpe ratio is 1.2 [3].", sources()).citations
    assert (citation.tool, citation.document, citation.page, citation.quote) == (
        "stocks", "SAMPLE", 0, "risk: sharpe 1.2",
    )  # fmt: skip


@given(st.text(max_size=400), st.text(max_size=80))
def test_a_quote_always_stands_in_its_text(text: str, claim: str) -> None:
    start, end = best_quote(text, [claim])
    assert 0 <= start <= end <= len(text)


@given(st.text(max_size=200))
def test_any_text_can_be_cited(text: str) -> None:
    cited = cite(text, sources())
    assert {citation.number for citation in cited.citations} <= {1, 2, 3}


def test_quotes_that_stand_nowhere() -> None:
    said = 'It says “The applicant shall  deposit rs. 15,000” and "he is a free man now" and "ok".'
    assert loose_quotes(said, [ONE]) == ("he is a free man now",)
    assert loose_quotes("“The hearing was … Copies were given”", [ONE]) == ()
