"""The dates of a document on one line, and the time that the law gives for the charge sheet."""

from __future__ import annotations

import streamlit as st

from tools.charts import CONFIG
from tools.legal.charts import in_words, timeline
from tools.legal.phrases import say
from tools.legal.result import Result
from tools.legal.types import Clock, Language
from tools.legal.values import written_date
from tools.ui.language import _, sentence
from tools.ui.theme import dark, plain


def dates_tab(result: Result, language: Language) -> None:
    """The timeline, then the clock."""
    figure = timeline(result, language, dark=dark())
    if figure is None:
        st.caption(say("no_dates", language))
    else:
        alt = in_words(result, language)
        st.plotly_chart(figure, theme=None, config=CONFIG, alt=alt, key="legal.timeline", width="stretch")
    if result.clock:
        _clock(result.clock, language)


def _clock(clock: Clock, language: Language) -> None:
    with st.container(border=True):
        st.markdown(f"**{say('clock', language)}: {say('clock_days', language, days=clock.days)}**")
        st.markdown(plain(clock.reason[language]))
        if clock.due and clock.bail_from:
            due, bail_from = (written_date(day.isoformat(), language) for day in (clock.due, clock.bail_from))
            st.markdown(plain(say("clock_due", language, due=due, bail_from=bail_from)))
        else:
            st.markdown(plain(say("clock_no_start", language)))
        if clock.other_days:
            st.markdown(plain(say("clock_other", language, days=clock.other_days)))
        told = _("{rule}, in the words of the act: “{text}”")
        st.caption(plain(told.format(rule=sentence(clock.rule), text=clock.rule_text)))
