"""What the legal page remembers during a visit: the documents, which is open, where to look in it. Draws nothing."""

from __future__ import annotations

from concurrent.futures import Future
from dataclasses import dataclass, field, replace
from typing import cast

import streamlit as st

from models import cached
from models.loading import waited
from models.names.types import Transliterator
from tools.documents.types import Box
from tools.errors import PortalError
from tools.legal.batch import Batch, Item
from tools.legal.rewrite.translate import Translated
from tools.legal.types import Language, SummarySentence
from tools.ui.language import language
from tools.ui.resources import workers

KEY = "legal.visit"


@dataclass(frozen=True)
class Focus:
    """Where the document pane looks: a page, what is marked on it, and why; `turn` counts the looks."""

    page: int
    boxes: tuple[Box, ...] = ()
    what: str = ""
    turn: int = 0


@dataclass(frozen=True)
class Written:
    """A summary in the words of a language model, and which one wrote it where."""

    label: str
    device: str
    sentences: tuple[SummarySentence, ...]


@dataclass
class Visit:
    """One visitor's documents."""

    loading: Future[Transliterator]
    extra: set[str] = field(default_factory=set)  # keys of documents that no uploader holds: samples
    opened: str = ""  # key of the document that is shown
    told_in: Language | None = None  # the summary's language, once the visitor has chosen one
    focus: dict[str, Focus] = field(default_factory=dict)  # by key of the document
    written: dict[str, Written] = field(default_factory=dict)  # by key of the document and language
    translations: dict[str, tuple[tuple[Translated, ...], str]] = field(default_factory=dict)  # with the model's label
    batch: Batch = field(init=False)

    def __post_init__(self) -> None:
        self.batch = Batch(workers(), self.names)

    def names(self) -> Transliterator | None:
        """The transliterator; None when it cannot be had: names then stay in their own letters."""
        try:
            return waited(self.loading)
        except PortalError:
            return None

    @property
    def language(self) -> Language:
        """The language of the page's own words: the portal's."""
        return language()

    def choose_summary(self, key: str) -> None:
        """Remember the summary's language: from now on the portal's does not change it."""
        self.told_in = "hi" if st.session_state.get(key) == "hi" else "en"

    @property
    def shown(self) -> Item | None:
        """The document to show: the opened one, else the first that is ready."""
        ready = self.batch.ready
        return next((item for item in ready if item.key == self.opened), ready[0] if ready else None)

    def look(self, item: Item, focus: Focus) -> None:
        """Turn the document pane to a page and mark something on it."""
        self.focus[item.key] = replace(focus, turn=self.looks_at(item).turn + 1)

    def looks_at(self, item: Item) -> Focus:
        """Where the document pane looks: the first page until a fact was pressed."""
        return self.focus.get(item.key, Focus(1))


def visit() -> Visit:
    """This visitor's state, made at the first visit; the model begins to load."""
    if KEY not in st.session_state:
        st.session_state[KEY] = Visit(cached.preload_names())
    return cast(Visit, st.session_state[KEY])


def start_again() -> None:
    """Forget the documents and what was open; the chosen language of summaries stays."""
    chosen = visit().told_in
    visit().batch.keep(set())
    for key in [key for key in st.session_state if str(key).startswith("legal.")]:
        del st.session_state[key]
    visit().told_in = chosen
