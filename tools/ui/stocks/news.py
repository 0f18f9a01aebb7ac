"""Headlines and how each one speaks of the company."""

from __future__ import annotations

import html
from collections.abc import Sequence
from functools import partial

import streamlit as st

from models import cached
from models.sentiment.types import SentimentClassifier
from tools.errors import PortalError
from tools.stocks.analysis import Analysis
from tools.stocks.charts import mood_bars
from tools.stocks.mood import moods, news_moods
from tools.stocks.news import news_of
from tools.stocks.sample import SAMPLE, sample_news
from tools.stocks.types import Headline, Mood, Sentiment, Symbol
from tools.translations import N_
from tools.ui.charts import look
from tools.ui.language import _
from tools.ui.stocks.overview import draw
from tools.ui.stocks.words import shown, waiting, words
from tools.ui.theme import plain

PLACES = (N_("ships with the portal"), N_("local folder"))  # as the model's label says them
SIGNS: dict[Mood, str] = {"positive": "▲", "neutral": "●", "negative": "▼"}
NAMES: dict[Mood, str] = {"positive": N_("positive"), "neutral": N_("neutral"), "negative": N_("negative")}


def news_tab(found: Analysis) -> None:
    """Judged one by one; the model, where it runs, and how sure it is stand beside the answer."""
    symbol = found.prices.symbol
    try:
        with waiting(_("Looking for news…")):
            lines = sample_news() if symbol == SAMPLE else news_of(symbol)
    except PortalError as error:
        st.warning(shown(error), icon=":material/cloud_off:")
        return
    if not lines:
        st.info(_("The source has no headlines for this symbol just now."), icon=":material/newspaper:")
        return
    try:
        with waiting(_("Reading the headlines…")):
            model: SentimentClassifier | None = cached.sentiment()
            judged = _judged(lines, symbol, model)
    except PortalError as error:
        st.warning(shown(error), icon=":material/warning:")
        judged, model = {}, None
    if judged:
        told = list(judged.values())
        make = partial(mood_bars, told, **look())
        draw("stocks.moods", (repr(told),), make, own=False)
    for line in lines:
        _line(line, judged.get(line))
    if model:
        st.badge(f"{_labelled(model)} · {model.device}", icon=":material/neurology:", color="primary")
        st.caption(_("The model reads English headlines one by one. It cannot tell whether a headline is true or new."))


def _labelled(model: SentimentClassifier) -> str:
    """The model's name and where its weights came from: "name (local folder)"."""
    name, _open, place = model.label.removesuffix(")").partition(" (")
    return plain(f"{name} ({_(place)})" if place in PLACES else model.label)


def _judged(lines: Sequence[Headline], symbol: Symbol, model: SentimentClassifier | None) -> dict[Headline, Sentiment]:
    """The headlines that name the company, each with its mood; those about others are not judged."""
    if model is None:
        return {}
    if symbol == SAMPLE:
        told = moods(lines, [symbol.name] * len(lines), model)
        return dict(zip(lines, told, strict=True))
    return dict(news_moods(lines, symbol, model))


def _line(line: Headline, mood: Sentiment | None) -> None:
    say = words()
    about = " · ".join(filter(None, (say(line.publisher), say.moment(line.published) if line.published else "")))
    judged = f"{SIGNS[mood.label]} {_(NAMES[mood.label])} ({say.percent(mood.probability, 0)})" if mood else ""
    link = line.address if line.address.startswith(("https://", "http://")) else ""
    title = html.escape(line.title)
    opened = (
        f'<a href="{html.escape(link, quote=True)}" target="_blank" rel="noreferrer">{title}</a>' if link else title
    )
    st.html(
        f'<div class="quote">{opened}<br><span class="where">{html.escape(about)} · {html.escape(judged)}</span></div>'
    )
