"""The language switch of the sidebar. The choice holds for the visit and, in a cookie, for the next one.

Nothing on the page is lost by switching: every widget is known by its key, not by its words.
"""

from __future__ import annotations

from typing import Final, cast

import streamlit as st

from tools.translations import LANGUAGES, Language
from tools.ui.language import COOKIE, KEY, _, choose, language

SWITCH: Final = "portal.language.switch"
LABEL: Final = "Language · भाषा"  # the same in both, so that everybody finds it
YEAR: Final = 365 * 24 * 60 * 60  # seconds
SCRIPT: Final = """<script>
document.documentElement.lang = "{language}";
{remember}
</script>"""
WORDS: Final = """<style>
[data-testid="stFileUploaderDropzone"] button p,
[data-testid="stFileUploaderDropzoneInstructions"] span,
[data-testid="InputInstructions"] {{ font-size: 0; }}
[data-testid="stFileUploaderDropzone"] button p::after {{ content: "{upload}"; font-size: 1rem; }}
[data-testid="stFileUploaderDropzoneInstructions"] span::after {{ content: "{size}"; font-size: .875rem; }}
[data-testid="InputInstructions"]::after {{ content: "{enter}"; font-size: .75rem; }}
[data-testid="stTextArea"] [data-testid="InputInstructions"]::after {{ content: "{both}"; }}
</style>"""
REMEMBER: Final = (
    'document.cookie = "{cookie}={language}; path=/; max-age={seconds}; SameSite=Lax"'
    ' + (location.protocol === "https:" ? "; Secure" : "");'
)


def language_switch() -> None:
    """Draw the two languages; a press changes the whole page at once."""
    st.session_state[SWITCH] = language()
    st.segmented_control(
        LABEL,
        tuple(LANGUAGES),
        format_func=_name,
        key=SWITCH,
        on_change=_choose,
        label_visibility="collapsed",
        required=True,
        width="stretch",
    )
    st.html(_script(language(), remember=KEY in st.session_state), unsafe_allow_javascript=True)
    if language() != "en":
        st.html(_own_words())


def _name(code: str) -> str:
    return LANGUAGES[cast(Language, code)]


def _choose() -> None:
    choose("hi" if st.session_state.get(SWITCH) == "hi" else "en")
    _hold()


def _hold() -> None:
    """Write back what the widgets hold: a select box is known to the browser by the words of the last language."""
    for key, value in st.session_state.items():
        chosen = isinstance(value, list) and value and all(isinstance(each, (str, int)) for each in value)
        if key != SWITCH and (chosen or (isinstance(value, (str, int, float)) and not isinstance(value, bool))):
            st.session_state[key] = value


def _own_words() -> str:
    """The words that Streamlit itself writes on widgets, for which it takes no others: replaced by the style."""
    size = _("{size} MB per file").format(size=st.get_option("server.maxUploadSize"))
    return WORDS.format(
        upload=_("Upload"), size=size, enter=_("Press Enter to apply"), both=_("Press Ctrl+Enter to apply")
    )


def _script(chosen: Language, *, remember: bool) -> str:
    """Tells the browser the page's language (screen readers need it), and what to remember once it was chosen."""
    cookie = REMEMBER.format(cookie=COOKIE, language=chosen, seconds=YEAR) if remember else ""
    return SCRIPT.format(language=chosen, remember=cookie)
