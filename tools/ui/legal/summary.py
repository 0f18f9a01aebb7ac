"""The summary card: simple Hindi or English, a click apart, legal words explained, read aloud, copied, shared."""

from __future__ import annotations

import html
from urllib.parse import quote

import streamlit as st

from tools.legal import speech
from tools.legal.batch import Item
from tools.legal.glossary import terms_in
from tools.legal.phrases import LANGUAGES, say
from tools.legal.result import Result
from tools.legal.share import share_text
from tools.legal.types import Language
from tools.ui.frame import guard
from tools.ui.language import _
from tools.ui.legal.state import Visit
from tools.ui.legal.written import rewritten


def summary_card(visit: Visit, item: Item, result: Result, language: Language) -> None:
    """What the document says, in the portal's language until the visitor chooses; then in the chosen one."""
    key = f"legal.summary.{item.key}"
    st.session_state[key] = visit.told_in or language
    with st.container(border=True):
        with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
            st.markdown(f"**{say('summary', language)}**", width="content")
            told = st.segmented_control(
                _("Language of the summary"),
                ("hi", "en"),
                format_func=LANGUAGES.__getitem__,
                key=key,
                on_change=visit.choose_summary,
                args=(key,),
                label_visibility="collapsed",
                required=True,
            )
        shown: Language = "en" if told == "en" else "hi"
        st.html(_lines(shown, tuple((each.text, each.struck) for each in result.summary(shown))))
        _actions(item, result, shown, language)
        rewritten(visit, item, result, shown, language)
    st.html(f'<div class="standing">{html.escape(say("standing", language))}</div>')


@st.cache_data(show_spinner=False, max_entries=8, ttl=900, scope="session")
def _lines(shown: Language, sentences: tuple[tuple[str, str], ...]) -> str:
    """The sentences and why some are struck, as HTML: found again at every rerun, it would slow all visitors down."""
    return f'<div class="plain-words" lang="{shown}">{"".join(_line(*each, shown) for each in sentences)}</div>'


def _line(text: str, struck: str, language: Language) -> str:
    if struck:
        why = html.escape(say("struck", language, why=struck))
        return f'<p class="struck"><s>{html.escape(text)}</s><small>{why}</small></p>'
    return f"<p>{explained(text, language)}</p>"


def explained(text: str, language: Language) -> str:
    """`text` as HTML, each legal word with its meaning on hover, focus or tap."""
    parts, at = [], 0
    for term in terms_in(text, language):
        meaning = html.escape(term.term.meaning(language), quote=True)
        word = html.escape(text[term.start : term.end])
        parts += [
            html.escape(text[at : term.start]),
            f'<span class="term" tabindex="0" data-tip="{meaning}">{word}</span>',
        ]
        at = term.end
    return "".join([*parts, html.escape(text[at:])])


@st.cache_data(show_spinner=False, max_entries=8, ttl=900, scope="session")
def _share(key: str, shown: Language, sentences: tuple[str, ...], _result: Result) -> str:
    assert key, sentences
    return share_text(_result.extract, _result.summary(shown), shown) if _result.extract else ""


def _actions(item: Item, result: Result, shown: Language, language: Language) -> None:
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        if speech.available() and st.button(
            say("listen", language), icon=":material/volume_up:", key=f"legal.listen.{item.key}"
        ):
            with guard():
                spoken = " ".join(sentence.text for sentence in result.summary("hi") if not sentence.struck)
                st.audio(speech.speak(spoken, "hi"), format="audio/wav", autoplay=True)
        with st.popover(say("share", language), icon=":material/share:"):
            text = _share(item.key, shown, tuple(each.text for each in result.summary(shown)), result)
            st.code(text, language=None, wrap_lines=True)
            st.link_button(
                say("whatsapp", language), f"https://wa.me/?text={quote(text)}", icon=":material/send:", width="stretch"
            )
