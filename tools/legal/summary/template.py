"""Sentences with gaps: `fill` writes one from the values that there are and notes the facts that it says.

A template is text with `{name}` for a value and `[…]`, which may nest, for a part that is left out when a value in it
is missing. Knows no law and no language.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from tools.legal.types import SummarySentence

_PARTS: Final = re.compile(r"\{(\w+)\}|(\[)|(\])")
_SPACES: Final = re.compile(r"\s+")
_BEFORE_MARKS: Final = re.compile(r"\s+([,;.।])")


@dataclass(frozen=True)
class Value:
    """What stands in for a gap: `text`, and the keys of the facts that it says.

    `brief` is its form once `text` has been said before ("राम कुमार" after "राम कुमार (Ram Kumar)"). A value with an
    empty text only proves the sentence.
    """

    text: str
    keys: tuple[str, ...]
    brief: str = ""


class _Missing(Exception):
    """A gap has no value."""


def fill(templates: Iterable[str], values: Mapping[str, Value], told: set[str]) -> SummarySentence | None:
    """The first of `templates` that can be filled, as a sentence; None when none can or it would say no fact.

    `told` holds the texts that have been said in full; what this sentence says is added.
    """
    for template in templates:
        said: set[str] = set()
        keys: dict[str, None] = {}
        try:
            text, _ = _part(template, 0, values, told | said, said, keys, top=True)
        except _Missing:
            continue
        if keys:
            told |= said
            return SummarySentence(tidy(text), tuple(keys))
    return None


def gaps(template: str) -> frozenset[str]:
    """The names of all values that a template can take."""
    return frozenset(match[1] for match in _PARTS.finditer(template) if match[1])


def tidy(text: str) -> str:
    """One space between words, none before a comma or stop, no doubled stop at the end."""
    text = _BEFORE_MARKS.sub(r"\1", _SPACES.sub(" ", text)).strip()
    return text[:-1] if text.endswith(("..", "।।")) else text


def _part(
    template: str,
    position: int,
    values: Mapping[str, Value],
    told: set[str],
    said: set[str],
    keys: dict[str, None],
    *,
    top: bool,
) -> tuple[str, int]:
    """The text from `position` to the end or the closing bracket, and where that is."""
    pieces: list[str] = []
    mine: dict[str, None] = {}
    spoken: set[str] = set()
    missing = False
    while match := _PARTS.search(template, position):
        pieces.append(template[position : match.start()])
        position = match.end()
        if match[3]:
            break
        if match[2]:
            inner, position = _part(template, position, values, told | spoken, spoken, mine, top=False)
            pieces.append(inner)
        elif value := values.get(match[1]):
            pieces.append(value.brief if value.brief and value.text in told | spoken else value.text)
            spoken.add(value.text)
            mine.update(dict.fromkeys(value.keys))
        else:
            missing = True
    else:
        pieces.append(template[position:])
        position = len(template)
    if missing:
        if top:
            raise _Missing
        return "", position
    said |= spoken
    keys.update(mine)
    return "".join(pieces), position
