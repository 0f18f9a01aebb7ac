# ruff: noqa: E501 (cases side by side)
from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools.chat.figures import missing

SOURCE = (
    "Rs. 1,50,000 was paid on 12.03.2025; Section 303(2); five years; 7.5 % interest; धारा १०३; दो लाख रुपये; "
    "on 3rd June, 2024 he was aged 42"
)


@pytest.mark.parametrize(
    "said",
    [
        "1.5 lakh", "₹1,50,000", "150000 rupees", "12 March 2025", "March 12, 2025", "12/3/25", "2025-03-12", "१२ मार्च २०२५",
        "in 2025", "section 303(2)", "5 years", "five years", "7.5%", "section 103", "2 lakh", "200,000", "June 3", "aged 42",
        "3 जून 2024", "1. He paid\n2. He left", "nothing at all", "he paid [1][12]",
    ],
)  # fmt: skip
def test_what_the_source_states(said: str) -> None:
    assert missing(said, [SOURCE]) == ()


@pytest.mark.parametrize(
    ("said", "lost"),
    [
        ("Rs. 15,000 was paid", ("15,000",)),
        ("1.6 lakh", ("1.6 lakh",)),
        ("on 13 March 2025", ("13 March 2025",)),
        ("12 March 2024", ("12 March 2024",)),
        ("six years", ("six",)),
        ("9% and 9%", ("9",)),
        ("४५ दिन", ("45",)),
    ],
)
def test_what_it_does_not(said: str, lost: tuple[str, ...]) -> None:
    assert missing(said, [SOURCE]) == lost


@given(st.text(max_size=200))
def test_a_text_states_its_own_figures(text: str) -> None:
    assert missing(text, [text]) == () or "[" in text or any(sign in text for sign in ".)")
