"""The visitor's language on the stock page: its way of writing values, and texts that are filled in already."""

from __future__ import annotations

from contextlib import AbstractContextManager

import streamlit as st

from tools.stocks.words import Words, words_of
from tools.ui.language import language
from tools.ui.theme import plain


def words() -> Words:
    """How the visitor's language writes amounts, shares and days."""
    return words_of(language())


def waiting(text: str) -> AbstractContextManager[None]:
    """A spinner with the seconds beside it, which Streamlit itself writes in English alone."""
    return st.spinner(text, show_time=language() == "en")


def shown(text: object) -> str:
    """An error or a note in the visitor's language, without Markdown meaning."""
    return plain(words().sentence(str(text)))
