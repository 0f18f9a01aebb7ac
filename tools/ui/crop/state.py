"""What the crop page remembers during a visit: the photos with their answers, and which one is open. Draws nothing."""

from __future__ import annotations

from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import cast

import streamlit as st

from models import cached
from models.leaf.types import LeafClassifier
from models.loading import waited
from tools.crop.batch import Batch, Item
from tools.crop.types import Language
from tools.ui.language import language
from tools.ui.resources import workers

KEY = "crop.visit"
LANGUAGE = "crop.language"
CROP = "crop.named"


@dataclass
class Visit:
    """One visitor's photos."""

    loading: Future[LeafClassifier]
    extra: set[str] = field(default_factory=set)  # keys of photos that no uploader holds: samples, camera, retaken
    added: int = 0  # part of widgets' keys: a widget with a new key is an empty one
    opened: str = ""  # key of the photo that is shown large
    interface: Language = "en"  # of the portal, when the page was last drawn
    language: Language = "en"  # of the answer: the interface's, until the visitor chooses another
    batch: Batch = field(init=False)

    def __post_init__(self) -> None:
        self.batch = Batch(workers(), lambda: waited(self.loading))

    def add(self, key: str, name: str, data: bytes, *, drawn: bool = False) -> None:
        """Take a photo that no uploader holds, and open it; raises as `Batch.add` does."""
        self.batch.add(key, name, data, drawn=drawn)
        self.extra.add(key)
        self.opened = key

    def take_language(self) -> None:
        """Remember what the switch says, also while no switch is on the page."""
        self.language = "hi" if st.session_state.get(LANGUAGE) == "hi" else "en"

    def follow(self, interface: Language) -> None:
        """Take over the interface's language when that has changed."""
        if interface != self.interface:
            self.interface = self.language = interface
            if LANGUAGE in st.session_state:
                st.session_state[LANGUAGE] = interface

    def retry(self) -> None:
        """Load the model anew and ask it again."""
        if self.loading.done():
            cached.preload_leaf.clear()
        self.loading = cached.preload_leaf()
        self.batch.retry()

    @property
    def shown(self) -> Item | None:
        """The photo to show large: the opened one, else the first with an answer."""
        answered = self.batch.answered
        key = self.opened
        if key in (copies := self.batch.copies):
            key = copies[key].key
        return next((item for item in answered if item.key == key), answered[0] if answered else None)


def visit() -> Visit:
    """This visitor's state, made at the first visit; the model begins to load."""
    if KEY not in st.session_state:
        st.session_state[KEY] = Visit(cached.preload_leaf())
    seen = cast(Visit, st.session_state[KEY])
    seen.follow(language())
    return seen


def start_again() -> None:
    """Forget the photos, the crop and what was open; the language stays."""
    shown = visit().language
    visit().batch.keep(set())
    for key in [key for key in st.session_state if str(key).startswith("crop.")]:
        del st.session_state[key]
    visit().language = shown
