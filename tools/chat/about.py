"""A result of another demo cut down to what a model can read at once: short texts, short lists, plain numbers.

What is cut is said in place, so that a model cannot take a part for the whole. It knows no demo.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from typing import Any, Final

CHARACTERS: Final = 12_000  # of the whole result as JSON: about 3000 tokens
TEXT: Final = 600  # characters of one text
LISTS: Final = (40, 20, 12, 8, 5, 3)  # items of one list, tried in turn until the whole fits
FIGURES: Final = 5  # significant figures of a number
LEFT_OUT: Final = "… {count} more left out"


def trimmed(result: Mapping[str, Any]) -> dict[str, Any]:
    """`result` without empty values, its lists and texts cut until it is at most `CHARACTERS` long."""
    found: dict[str, Any] = {}
    for most in LISTS:
        found = {str(key): _cut(value, most) for key, value in result.items() if not _empty(value)}
        if _size(found) <= CHARACTERS:
            return found
    while _size(found) > CHARACTERS and len(found) > 1:
        del found[max(found, key=lambda key: _size(found[key]))]
    return found


def _size(value: Any) -> int:
    return len(json.dumps(value, ensure_ascii=False))


def _empty(value: Any) -> bool:
    return value is None or value == "" or (isinstance(value, (Mapping, list, tuple, set)) and not value)


def _cut(value: Any, most: int) -> Any:
    if isinstance(value, Mapping):
        kept = [(key, inside) for key, inside in value.items() if not _empty(inside)]
        return {str(key): _cut(inside, most) for key, inside in kept[: most * 3]}
    if isinstance(value, Sequence) and not isinstance(value, (str, bytes)):
        kept_items = [_cut(item, most) for item in value[:most]]
        return [*kept_items, LEFT_OUT.format(count=len(value) - most)] if len(value) > most else kept_items
    return _plain(value)


def _plain(value: Any) -> Any:
    if isinstance(value, bool) or value is None or isinstance(value, int):
        return value
    if isinstance(value, float):
        return float(f"{value:.{FIGURES}g}") if math.isfinite(value) else None
    text = str(value)
    return text if len(text) <= TEXT else f"{text[:TEXT]}…"
