"""Where the company stands in a headline, and what becomes of headlines that mean no good."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.sentiment.marking import MAX_TOKENS, collate, mark, mentions, tokenizer_of


def named_words(title: str, entity: str) -> list[str]:
    return [title[start:end] for start, end in mentions(title, entity)]


@pytest.mark.parametrize(
    ("title", "entity", "found"),
    [
        ("Alpha Steel rises, alpha steel holds", "Alpha Steel", ["Alpha Steel", "alpha steel"]),
        ("Itinerary of ITC", "itc", ["ITC"]),
        ("Alpha Steel rises", "Alpha Steel Ltd.", ["Alpha Steel"]),
        ("Alphas and Alpha", "Alpha", ["Alpha"]),
        ("Alphabeta rises", "Alpha", ["Alpha"]),
        ("Nobody is named", "Alpha", []),
        ("Alpha", "", []),
        ("", "Alpha", []),
        ("İİİ Alpha rises", "alpha", ["Alpha"]),
        ("अल्फा के शेयर चढ़े", "अल्फा", ["अल्फा"]),
    ],
)
def test_mentions(title: str, entity: str, found: list[str]) -> None:
    assert named_words(title, entity) == found


def test_the_companys_tokens_alone_are_marked(base: Path) -> None:
    tokenizer = tokenizer_of(base)
    marked = mark("Alpha jump as Beta Bank slump", "Beta Bank", tokenizer)
    assert [tokenizer.id_to_token(number) for number, named in zip(marked.ids, marked.named, strict=True) if named] == [
        "beta", "bank",
    ]  # fmt: skip
    assert all(mark("Alpha jump", "Gamma", tokenizer).named)


@pytest.mark.parametrize(
    "title",
    ["", " ", "\x00", "\ud800 Alpha", "🚀" * 50, "Alpha " * 5000, "ॐ" * 3000, "x" * 100_000, "[SEP] [CLS] [MASK]"],
)
def test_hostile_titles_become_short_rows(title: str, base: Path) -> None:
    marked = mark(title, "Alpha", tokenizer_of(base))
    assert 2 <= len(marked.ids) == len(marked.named) <= MAX_TOKENS
    assert any(marked.named)


def test_a_company_far_into_a_long_title_is_kept(base: Path) -> None:
    marked = mark("holds " * 200 + "Gamma Steel rises", "Gamma Steel", tokenizer_of(base))
    assert any(marked.named)
    assert not all(marked.named)


def test_rows_side_by_side_are_padded(base: Path) -> None:
    tokenizer = tokenizer_of(base)
    batch = collate([mark("Alpha rises", "Alpha", tokenizer), mark("Alpha", "Alpha", tokenizer)])
    assert batch.ids.shape == (2, 4)
    assert batch.attended.tolist() == [[True] * 4, [True] * 3 + [False]]
    assert batch.named.sum(1).tolist() == [1, 1]
