"""What to do about a diagnosed condition: now, for the next season, and with which kinds of products."""

from __future__ import annotations

import html
from collections.abc import Sequence

import streamlit as st

from tools.crop.advice import KINDS, STANDING, Advice, advice, class_name, condition, provenance
from tools.crop.phrases import say
from tools.crop.types import Diagnosis, Language
from tools.ui.theme import plain


def advice_card(answer: Diagnosis, shown: Language) -> None:
    """The advice on the diagnosed condition, with the standing sentence and where it comes from."""
    class_id = answer.shown_class
    told, about = advice(class_id, shown), condition(class_id)
    with st.container(border=True):
        st.subheader(f"{say('what_to_do', shown)} · {plain(class_name(class_id, shown))}", anchor=False)
        st.markdown(plain(told.what))
        if about.agent:
            st.caption(plain(f"{say('cause', shown)}: {KINDS[about.kind][shown]} ({about.agent})"))
        if told.note:
            st.html(f'<div class="flag">⚠ {html.escape(told.note)}</div>')
        _tabs(told, shown, healthy=about.kind == "healthy")
        st.html(f'<div class="standing">{html.escape(STANDING[shown])}</div>')
        st.caption(plain(provenance(class_id, shown)))


def bullets(lines: Sequence[str]) -> str:
    """`lines` as a Markdown list."""
    return "\n".join(f"- {plain(line)}" for line in lines)


def _tabs(told: Advice, shown: Language, *, healthy: bool) -> None:
    parts = {say("now", shown): told.now, say("prevent", shown): told.prevent}
    if not healthy:
        parts[say("organic", shown)] = told.organic or (say("none_organic", shown),)
        parts[say("chemical", shown)] = told.chemical or (say("none_chemical", shown),)
    parts[say("recognise", shown)] = told.recognise
    for tab, lines in zip(st.tabs(list(parts)), parts.values(), strict=True):
        with tab:
            st.markdown(bullets(lines))
            if lines is told.recognise and told.tell_apart:
                st.markdown(f"**{say('tell_apart', shown)}:** {plain(told.tell_apart)}")
