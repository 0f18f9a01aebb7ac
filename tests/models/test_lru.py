"""What is kept of answers, for how long, and by which key."""

from __future__ import annotations

from models.lru import LruCache, key_of


def test_what_was_asked_for_last_stays() -> None:
    cache = LruCache[str, int](3)
    cache.keep({"a": 1, "b": 2, "c": 3})
    assert cache.find(["a", "x"]) == {"a": 1}
    cache.keep({"d": 4})
    assert len(cache) == 3
    assert cache.find("abcd") == {"a": 1, "c": 3, "d": 4}
    cache.clear()
    assert not cache.find("abcd")


def test_the_first_answer_is_everybodys() -> None:
    cache = LruCache[str, list[int]](3)
    first = cache.keep({"a": [1]})["a"]
    assert cache.keep({"a": [1]})["a"] is first


def test_parts_cut_otherwise_have_another_key() -> None:
    assert key_of(b"ab", b"c") != key_of(b"a", b"bc")
    assert key_of(b"ab", b"c") == key_of(b"ab", b"c")
