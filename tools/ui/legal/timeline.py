"""The dates of a document on one line, and the time that the law gives for the charge sheet."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from tools.legal.charts import in_words, rows, timeline
from tools.legal.phrases import say
from tools.legal.result import Result
from tools.legal.types import Clock, Language
from tools.legal.values import written_date
from tools.ui.charts import chart, look
from tools.ui.language import _, sentence
from tools.ui.theme import plain

if TYPE_CHECKING:
    from plotly.graph_objects import Figure


def dates_tab(result: Result, language: Language) -> None:
    """The timeline, then the clock."""
    if len(rows(result, language)) > 1:
        chart("legal.timeline", (in_words(result, language),), partial(_line, result, language))
    else:
        st.caption(say("no_dates", language))
    if result.clock:
        _clock(result.clock, language)


def _line(result: Result, language: Language) -> tuple[Figure, str]:
    figure = timeline(result, language, dark=look()["dark"])
    assert figure is not None
    return figure, in_words(result, language)


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
