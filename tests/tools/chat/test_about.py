"""A result of another demo cut down: nothing empty, nothing endless, what is cut is said."""

from __future__ import annotations

import json

from tools.chat.about import CHARACTERS, TEXT, trimmed


def test_empty_values_go_and_numbers_get_short() -> None:
    found = trimmed({"a": None, "b": "", "c": [], "d": 0.123456789, "e": 0, "f": False, "g": float("nan")})
    assert found == {"d": 0.12346, "e": 0, "f": False, "g": None}


def test_long_lists_say_how_much_was_left_out() -> None:
    found = trimmed({"rows": list(range(500))})
    assert found["rows"][-1] == "… 460 more left out"
    assert found["rows"][:3] == [0, 1, 2]


def test_long_texts_end_in_an_ellipsis() -> None:
    assert trimmed({"text": "x" * 5000})["text"] == "x" * TEXT + "…"


def test_whatever_comes_the_whole_fits() -> None:
    deep = {f"key{number}": [{"quote": "word " * 100, "page": at} for at in range(200)] for number in range(60)}
    found = trimmed(deep)
    assert found
    assert len(json.dumps(found, ensure_ascii=False)) <= CHARACTERS
