"""“Ask about this”: takes a demo's result, as that demo may show it, to the assistant."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import streamlit as st

from tools.chat.about import trimmed
from tools.chat.types import Context, Fact
from tools.documents import Document
from tools.documents.reading import Source
from tools.documents.types import Box
from tools.errors import TooLarge
from tools.translations import LANGUAGES, Language, catalogue
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
    facts: Callable[[], Sequence[Fact]] = tuple,
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
    facts
        Gives what the result says, in sentences of both languages.
    key
        Tells several buttons of one page apart.
    """
    if not demo("chat").exists:
        return
    with st.container(horizontal=True, horizontal_alignment="right", width="content"):
        pressed = st.button(
            _("Ask about this"),
            icon=demo("chat").icon,
            key=f"{tool}.ask.{key}",
            help=_("Opens the assistant with this result, as it is shown here."),
            type="tertiary",
        )
    if pressed:
        bring(Context(tool, title, trimmed(result()), tuple(facts())), paper() if paper else None)
        st.switch_page(demo("chat").page)


def both(text: str, **gaps: object) -> dict[Language, str]:
    """`text` in each language, its gaps filled; a gap may be a text by language itself."""

    def filled(language: Language) -> str:
        own = {name: gap[language] if isinstance(gap, Mapping) else gap for name, gap in gaps.items()}
        said = catalogue(language).text(text)
        if language == "hi" and said == text and text.endswith("."):
            said = f"{text[:-1]}।"  # nothing but gaps: no catalogue has it, else it would meet every sentence
        return said.format(**own)

    return {language: filled(language) for language in LANGUAGES}


def sentences(said: Mapping[Language, Sequence[str]], *topics: str) -> tuple[Fact, ...]:
    """As many facts as there are sentences in each language, all of the same topics."""
    return tuple(Fact({"en": en, "hi": hi}, topics) for en, hi in zip(said["en"], said["hi"], strict=True))


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
