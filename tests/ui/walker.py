"""Reads everything that a page drawn by `AppTest` would show, to find what stayed English."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from typing import Any

from google.protobuf.message import Message
from streamlit.testing.v1 import AppTest

# a message's fields that a visitor reads or hears; a frame's cells come from `value` below
FIELDS = {
    "label",
    "body",
    "help",
    "placeholder",
    "caption",
    "alt",
    "text",
    "options",
    "title",
    "message",
    "value",
    "raw_text",
}
THREE_WORDS = re.compile(r"\b[A-Za-z][A-Za-z'’-]+(?: [A-Za-z][A-Za-z'’-]+){2,}")
MARKUP = re.compile(r"<(style|script)>.*?</\1>|<[^>]*>|:material/\w+:|`[^`]*`", re.S)


def english(app: AppTest, *allowed: str, documents: str = "") -> list[str]:
    """Runs of three or more Latin words that a page shows.

    Parameters
    ----------
    allowed
        Texts that stay as they are: proper names, terms.
    documents
        Whatever the visitor gave the page: what stands there may be shown as it is.
    """
    given, found = " ".join(documents.split()), set()
    for text in shown(app):
        bare = html.unescape(MARKUP.sub("\n", text)).replace("\\", "")
        for name in allowed:
            bare = bare.replace(name, "\n")
        found |= {
            f"{run.group()!r} in {text[:120]!r}" for run in THREE_WORDS.finditer(bare) if run.group() not in given
        }
    return sorted(found)


def shown(app: AppTest) -> Iterator[str]:
    """Every text of the page's elements, containers and charts."""
    for element in _elements(app._tree):
        proto = getattr(element, "proto", None)
        if isinstance(proto, Message):
            yield from _texts(proto)
        frame = getattr(element, "value", None)
        if type(frame).__name__ == "DataFrame":
            yield from (str(cell) for cell in frame.to_numpy().ravel())


def _elements(block: Any) -> Iterator[Any]:
    yield block
    children = getattr(block, "children", None)
    for child in (children or {}).values():
        yield from _elements(child)


def _texts(message: Message) -> Iterator[str]:
    for field, value in message.ListFields():
        if field.message_type is not None:
            parts = value if field.is_repeated else [value]
            for part in parts:
                if isinstance(part, Message):
                    yield from _texts(part)
        elif field.name in FIELDS and isinstance(value, str):
            yield value
        elif field.name in FIELDS and field.is_repeated:
            yield from (str(part) for part in value)
        elif field.name in {"spec", "figure"} and isinstance(value, str):
            yield from _drawn(value)
        elif field.name == "columns" and isinstance(value, str):
            yield from re.findall(r'"(?:label|help)":\s*"([^"]*)"', value)


def _drawn(spec: str) -> Iterator[str]:
    """The words of a plotly figure: titles, names, texts, hover templates."""
    yield from (text for text in _strings(json.loads(spec)) if " " in text)


def _strings(value: Any, key: str = "") -> Iterator[str]:
    if isinstance(value, str):
        if key not in {"family", "color", "symbol", "type", "mode"}:
            yield value
    elif isinstance(value, dict):
        for name, part in value.items():
            yield from _strings(part, name)
    elif isinstance(value, list):
        for part in value:
            yield from _strings(part, key)
