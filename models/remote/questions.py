"""Questions to a cluster's models: what can travel, how many go in one request, and which are answered already.

Knows no kind of model.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final, TypeVar

from models.leaf.types import Image
from models.lru import LruCache
from models.remote.wire import Malformed

LONGEST_TEXT: Final = 1 << 16  # characters; far more than an embedder reads
Question = TypeVar("Question")
Answer = TypeVar("Answer")


def answered(
    memory: LruCache[bytes, Answer],
    keys: Sequence[bytes],
    questions: Sequence[Question],
    fresh: Callable[[Sequence[Question]], Sequence[Answer]],
) -> list[Answer]:
    """The answers in order, those that are not remembered by `fresh`, each question once."""
    found = memory.find(keys)
    missing = {key: question for key, question in zip(keys, questions, strict=True) if key not in found}
    if missing:
        found |= memory.keep(dict(zip(missing, fresh(list(missing.values())), strict=True)))
    return [found[key] for key in keys]


def pieces(items: Sequence[Question], size: int) -> Iterator[Sequence[Question]]:
    """The questions in groups of at most `size`."""
    return (items[start : start + size] for start in range(0, len(items), size))


def within(images: Sequence[Image], most: int) -> list[list[Image]]:
    """The photos in groups of at most `most` bytes, at least one in each."""
    groups: list[list[Image]] = []
    room = 0
    for image in images:
        if not groups or image.nbytes > room:
            groups.append([])
            room = most
        groups[-1].append(image)
        room -= image.nbytes
    return groups


def sendable(text: str) -> str:
    """What can travel: no lone surrogates, and no more than any of these models reads."""
    return text[:LONGEST_TEXT].encode("utf-8", "replace").decode()


def all_of(items: Sequence[Answer], count: int) -> Sequence[Answer]:
    """`items`, of which there must be `count`.

    Raises
    ------
    Malformed
        There are more or fewer.
    """
    if len(items) != count:
        raise Malformed(f"{len(items)} answers to {count} questions")
    return items
