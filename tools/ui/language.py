"""Which language this visitor reads, and the portal's words in it: the choice, else a cookie, else the browser's.

Looked up at every call, because callbacks and fragments run without the page's frame.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

import streamlit as st

from tools.translations import LANGUAGES, Language, catalogue

KEY: Final = "portal.language"
COOKIE: Final = "portal_language"


def language() -> Language:
    """The visitor's language."""
    chosen = st.session_state.get(KEY) or st.context.cookies.get(COOKIE)
    if chosen in LANGUAGES:
        return "hi" if chosen == "hi" else "en"
    return "hi" if (st.context.locale or "").lower().startswith("hi") else "en"


def _(text: str) -> str:
    """`text` in the visitor's language; gaps are filled by the caller afterwards."""
    return catalogue(language()).text(text)


def ngettext(one: str, many: str, number: int) -> str:
    """The form of a text that goes with `number`, in the visitor's language."""
    return catalogue(language()).count(one, many, number)


def prose(path: Path) -> str:
    """A page's longer Markdown text: `about.md`, or `about.hi.md` beside it for those who read Hindi."""
    said = path.with_suffix(f".{language()}{path.suffix}")
    return (said if said.exists() else path).read_text(encoding="utf-8")


def sentence(text: str) -> str:
    """An error or note that was filled in already, in the visitor's language."""
    return catalogue(language()).sentence(text)
