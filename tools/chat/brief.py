"""A demo's result as lines ``path: value``, shortened to what a model has room for. Knows no demo."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

FORMS: Final = ((40, 12, 400), (24, 8, 240), (12, 5, 160), (6, 3, 100), (3, 2, 60))
"""From generous to brief: lines of the result, entries of a list, characters of a value, at most."""
# what no question is about: places on a page, curves, bytes, how long it took
NOISE: Final = frozenset(
    {
        "boxes", "box", "milliseconds", "sha256", "start", "end", "paths", "frame", "image", "heat_map", "mask",
        "profile", "chunks", "terms", "readings", "rule_text", "series", "curve", "points", "layouts", "embedding",
        "numbers",
    }
)  # fmt: skip
# what a result's reader wants first, whatever the demo
FIRST: Final = (
    "status", "kind", "symbol", "name", "as_of", "verdict", "predictions", "score", "rank", "outcome", "next_date",
    "facts", "parts", "matched", "missing", "summary_en", "summary_hi", "forecast", "risk", "indicators", "commentary",
    "sections",
)  # fmt: skip
FIELD: Final = 3  # lines that a nested object of a brief form may have before others get theirs


def brief(result: Mapping[str, Any], room: int, count: Callable[[str], int]) -> str:
    """A result as lines ``path: value``, the headline figures first, shortened until it fits into `room` tokens."""
    text = ""
    for lines, items, letters in FORMS:
        text = "\n".join(_lines(result, lines * 2, items, letters))
        if count(text) <= room:
            return text
    kept: list[str] = []
    for line in text.split("\n"):
        if count("\n".join((*kept, line))) > room:
            break
        kept.append(line)
    return "\n".join(kept)


def _lines(result: Mapping[str, Any], most: int, items: int, letters: int) -> list[str]:
    """At most `most` lines: each part of the result in turn gives some, so that one long part does not fill them."""
    known = {key: value for key, value in result.items() if key not in NOISE}
    keys = [key for key in FIRST if key in known] + [key for key in known if key not in FIRST]
    parts = [list(_flat(key, known[key], items, letters)) for key in keys]
    share = max(FIELD, most // max(1, sum(map(bool, parts))))
    kept = [line for part in parts for line in part[:share]]
    rest = [line for part in parts for line in part[share:]]
    return (kept + rest)[:most]


def _flat(path: str, value: Any, items: int, letters: int) -> Iterator[str]:
    """One value as lines; small objects and lists of plain values stay on one."""
    if value is None or value == "" or value == [] or value == {}:
        return
    if isinstance(value, Mapping):
        inner = {key: each for key, each in value.items() if key not in NOISE and each not in (None, "", [], {})}
        if all(not isinstance(each, (Mapping, list, tuple)) for each in inner.values()) and len(inner) <= 6:
            yield f"{path}: {_cut(_pairs(inner), letters)}"
            return
        for key, each in inner.items():
            yield from _flat(f"{path}.{key}", each, items, letters)
    elif isinstance(value, (list, tuple)):
        if all(not isinstance(each, (Mapping, list, tuple)) for each in value):
            yield f"{path}: {_cut('; '.join(map(_plain, value)), letters)}"
            return
        for number, each in enumerate(value[:items], 1):
            yield from _flat(f"{path} {number}", each, items, letters)
        if len(value) > items:
            yield f"{path}: {len(value) - items} more, left out here"
    else:
        yield f"{path}: {_cut(_plain(value), letters)}"


def _pairs(values: Mapping[str, Any]) -> str:
    return "; ".join(f"{key} {_plain(value)}" for key, value in values.items())


def _plain(value: Any) -> str:
    if isinstance(value, float):
        return f"{value:.4g}" if abs(value) < 1000 else f"{value:.2f}"
    if isinstance(value, (str, int, bool)):
        return " ".join(str(value).split())
    return json.dumps(value, ensure_ascii=False, default=str)


def _cut(text: str, letters: int) -> str:
    return text if len(text) <= letters else text[: letters - 1].rstrip() + "…"
