"""“Ask about this”: takes a demo's result, as that demo may show it, to the assistant."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import streamlit as st

from tools.chat.about import trimmed
from tools.chat.types import Context
from tools.documents import Document
from tools.documents.reading import Source
from tools.documents.types import Box
from tools.errors import TooLarge
from tools.ui.catalogue import demo
from tools.ui.chat.state import visit
from tools.ui.language import _, sentence

MOST = 3  # results that are asked about at once


@dataclass(frozen=True)
class Paper:
    """The document behind a result: as read, the files that its pages are drawn from, what stays covered on them."""

    key: str
    document: Document
    sources: tuple[Source, ...]
    covers: Mapping[int, tuple[Box, ...]]


def ask_about(
    tool: str,
    title: str,
    result: Callable[[], Mapping[str, Any]],
    paper: Callable[[], Paper] | None = None,
    *,
    key: str = "",
) -> None:
    """A button that opens the assistant with a result.

    Parameters
    ----------
    tool
        The demo's key.
    title
        What the result is called, as the visitor may see it.
    result
        Gives the result as plain data, masked as the page shows it; asked only when the button is pressed.
    paper
        Gives the document behind it, so that a citation can open its page.
    key
        Tells several buttons of one page apart.
    """
    if not demo("chat").exists:
        return
    with st.container(horizontal=True, horizontal_alignment="right"):
        pressed = st.button(
            _("Ask about this"),
            icon=demo("chat").icon,
            key=f"{tool}.ask.{key}",
            help=_("Opens the assistant with this result, as it is shown here."),
            type="tertiary",
        )
    if pressed:
        bring(Context(tool, title, trimmed(result())), paper() if paper else None)
        st.switch_page(demo("chat").page)


def bring(context: Context, paper: Paper | None = None) -> None:
    """Put a result, and the document behind it, before the assistant."""
    seen = visit()
    others: Sequence[Context] = [
        each for each in seen.contexts if (each.tool, each.title) != (context.tool, context.title)
    ]
    seen.contexts = (*others[-(MOST - 1) :], context)
    if paper is None:
        return
    try:
        seen.attachments.put(paper.key, paper.document, paper.sources, paper.covers)
    except TooLarge as error:
        st.toast(sentence(str(error)), icon=":material/warning:")
