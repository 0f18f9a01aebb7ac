"""Passages are verbatim, cover every word, stay within what the embedder reads, and end where something ends."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from models.text.embedder import MAX_TOKENS, embedded_folder
from tests.support import document_from_text
from tools.chat.passages import LONGEST_WORD, MOST_WORDS, passages

WORDS = st.sampled_from(
    ["the", "court", "held", "that", "bail", "is", "Rs.", "24,02,380/-", "302.", "said.", "No.", "याचिका", "मंज़ूर", "की",
     "है।", "HEADING", "(a)", ";", "a" * 700, "2.1", "🙂", "x"]
)  # fmt: skip
TEXTS = st.lists(st.lists(WORDS, max_size=30).map(" ".join), max_size=40).map("\n".join)

ORDER = """IN THE HIGH COURT
1. The petitioner was appointed as a clerk in 1998 and worked without a complaint for many years in the same office.
2. The petitioner has not been paid since April 2019. He wrote to the department five times and had no answer.
FINDINGS
3. The department says that the post was abolished. No order that abolishes it was shown to this court by anybody today.
4. The petition is allowed with costs of Rs. 10,000/- to be paid within four weeks from the date of this order.
"""


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_passages_are_verbatim_cover_all_words_and_fit(text: str) -> None:
    document = document_from_text("a.txt", text)
    page = document.pages[0]
    found = passages(document)
    covered = [False] * len(page.text)
    for one in found:
        assert page.text[one.start : one.end] == one.text
        assert one.text == one.text.strip() != ""
        assert len(one.text.split()) <= MOST_WORDS + 1
        covered[one.start : one.end] = [True] * (one.end - one.start)
    assert all(covered[at] for at, letter in enumerate(page.text) if not letter.isspace())
    assert [one.start for one in found] == sorted({one.start for one in found})
    assert [one.end for one in found] == sorted({one.end for one in found})


def test_a_heading_goes_with_what_follows() -> None:
    found = passages(document_from_text("order.txt", ORDER * 4))
    assert len(found) > 1
    assert not any(one.text.endswith(("FINDINGS", "HIGH COURT")) for one in found)


def test_neighbours_share_a_short_sentence() -> None:
    sentences = [f"Sentence {n} tells that clause {n} of the deed was signed by both." for n in range(40)]
    found = passages(document_from_text("deed.txt", "\n".join(sentences)))
    assert len(found) > 3
    assert all(one.end > two.start for one, two in pairwise(found))


def test_a_page_without_text_has_no_passage_and_pages_keep_their_number() -> None:
    found = passages(document_from_text("a.txt", "\fOne.\f\fTwo words"))
    assert [(one.page, one.text) for one in found] == [(2, "One."), (4, "Two words")]


def test_a_page_of_numbers_is_cut_at_its_lines() -> None:
    rows = "\n".join(f"{row} 24,02,380 16,93,880 7,08,500 {row * 17}" for row in range(60))
    page = document_from_text("table.txt", rows).pages[0]
    found = passages(document_from_text("table.txt", rows))
    assert len(found) > 5
    assert all(one.end == len(page.text) or page.text[one.end] == "\n" for one in found)


def test_a_word_without_end_is_cut() -> None:
    found = passages(document_from_text("a.txt", "b" * 5000))
    assert max(len(one.text) for one in found) <= 3 * LONGEST_WORD
    assert {at for one in found for at in range(one.start, one.end)} == set(range(5000))


def test_a_huge_page_is_cut_in_one_go() -> None:
    found = passages(document_from_text("a.txt", "The court said nothing about it to anybody. " * 4_000))
    assert len(found) > 300


def test_passages_fit_into_the_embedder() -> None:
    from transformers import AutoTokenizer

    tokenizer = AutoTokenizer.from_pretrained(embedded_folder())
    lengths = [len(tokenizer(one.text)["input_ids"]) for one in passages(document_from_text("order.txt", ORDER * 30))]
    assert max(lengths) <= MAX_TOKENS
    assert sum(lengths) / len(lengths) > MAX_TOKENS / 2
