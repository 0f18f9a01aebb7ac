"""Which language this visitor reads, and the portal's words in it: the choice, else a cookie, else the browser's.

What somebody who signs in chose in another browser is in `remembered.py`. Asked a hundred times a rerun, so it is kept
for the rerun; callbacks and fragments run without the page's frame and ask anew.
"""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Final

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from tools.translations import LANGUAGES, Language, catalogue

KEY: Final = "portal.language"
COOKIE: Final = "portal_language"


class _Run(threading.local):
    """What a script's thread knows of its run; a run never leaves its thread."""

    context: object = None
    language: Language = "en"


_run = _Run()


def language() -> Language:
    """The visitor's language."""
    context = get_script_run_ctx(suppress_warning=True)
    if context is None:
        return _asked()
    if _run.context is not context:
        _run.language, _run.context = _asked(), context
    return _run.language


def choose(wanted: Language) -> None:
    """From now on the visitor reads `wanted`."""
    st.session_state[KEY] = wanted
    _run.context = None


def _asked() -> Language:
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


def tongue(text: str) -> Language:
    """The language that a screen reader should read `text` in: by the script of most of its letters."""
    letters = [letter for letter in text if letter.isalpha()]
    return "hi" if 2 * sum("\u0900" <= letter <= "\u097f" for letter in letters) > len(letters) else "en"


def sentence(text: str) -> str:
    """An error or note that was filled in already, in the visitor's language."""
    return catalogue(language()).sentence(text)
