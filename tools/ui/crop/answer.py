"""One photo opened: the picture with its evidence, beside it the verdict; below, what to do or what to compare."""

from __future__ import annotations

import html

import streamlit as st

from tools.crop.advice import advice, class_name
from tools.crop.batch import Item
from tools.crop.charts import in_words, probability_bars
from tools.crop.phrases import percent, say
from tools.crop.types import Diagnosis, Language
from tools.crop.verdict import COMPARED, Verdict, may_compare, severity_sentence, verdict
from tools.ui.charts import chart
from tools.ui.crop.advice_card import advice_card, bullets
from tools.ui.crop.ask import ask
from tools.ui.crop.badges import badges
from tools.ui.crop.inputs import add_another
from tools.ui.crop.kept import kept
from tools.ui.crop.pictures import large
from tools.ui.crop.state import LANGUAGE, Visit
from tools.ui.language import _
from tools.ui.theme import dark, plain

ICONS = {"found": "●", "healthy": "✓", "unsure": "?", "again": "↻", "none": "✕"}


def answer_panel(visit: Visit, item: Item, shown: Language) -> None:
    """The opened photo: picture left, verdict right, then everything that follows from it."""
    answer = item.answer
    if answer is None:
        return
    told = verdict(answer, shown)
    left, right = st.columns([6, 5], gap="large")
    with left:
        large(item, told.headline, shown)
    with right:
        _language(visit)
        _verdict(told, shown)
        st.caption(plain(item.name))
        if told.tone in ("unsure", "again", "none"):
            add_another(visit)
        _severity(answer, shown)
        if answer.status == "diagnosed" or (may_compare(answer) and answer.reason != "unfamiliar"):
            _chances(answer, shown)
        badges(visit, answer)
        kept(visit, item)
        ask(item, shown)
    if answer.status == "diagnosed":
        advice_card(answer, shown)
    elif may_compare(answer):
        _compare(answer, shown)


def _language(visit: Visit) -> None:
    """Changes the words in place: the answers are not worked out again."""
    st.segmented_control(
        _("Language of the answer"),
        ("en", "hi"),
        default=visit.language,
        format_func={"en": "English", "hi": "हिन्दी"}.__getitem__,
        key=LANGUAGE,
        on_change=visit.take_language,
        label_visibility="collapsed",
        required=True,
    )


def _verdict(told: Verdict, shown: Language) -> None:
    details = "".join(f"<p>{html.escape(sentence)}</p>" for sentence in told.details)
    st.html(
        f'<div class="verdict {told.tone}" role="status" lang="{shown}"><h2><span aria-hidden="true">'
        f"{ICONS[told.tone]}</span> {html.escape(told.headline)}</h2>{details}</div>"
    )


def _severity(answer: Diagnosis, shown: Language) -> None:
    sentence = severity_sentence(answer, shown)
    severity = answer.severity
    if not sentence or severity is None:
        return
    st.markdown(f"**{say('damage', shown)}**  \n{plain(sentence)}")
    if severity.reliable and severity.grade != "none":
        st.caption(say("severity_check", shown))


def _chances(answer: Diagnosis, shown: Language) -> None:
    st.markdown(f"**{say('chances', shown)}**")
    told = answer.predictions
    chart(
        "crop.chances",
        (shown, repr(told)),
        lambda: (probability_bars(told, shown, dark=dark()), in_words(told, shown)),
    )


def _compare(answer: Diagnosis, shown: Language) -> None:
    """The first answers beside each other, with the signs that tell them apart."""
    if answer.reason == "unfamiliar":  # a name here is no answer: it is shown to those alone who ask for it
        with st.expander(say("resembles", shown), icon=":material/help:"):
            _candidates(answer, shown)
        return
    st.subheader(say("compare", shown), anchor=False)
    _candidates(answer, shown)


def _candidates(answer: Diagnosis, shown: Language) -> None:
    first = answer.predictions[:COMPARED]
    for column, each in zip(st.columns(len(first)), first, strict=True):
        told = advice(each.class_id, shown)
        with column, st.container(border=True, height="stretch"):
            st.markdown(f"**{plain(class_name(each.class_id, shown))}** ({percent(each.probability)})")
            st.markdown(bullets(told.recognise))
            if told.tell_apart:
                st.caption(plain(told.tell_apart))
