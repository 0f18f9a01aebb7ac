"""One document opened: what it says beside the document itself; a click on a fact shows where it stands."""

from __future__ import annotations

import html
from collections.abc import Callable
from functools import partial

import streamlit as st

from tools.legal.batch import Item
from tools.legal.phrases import LANGUAGES, kind_name, outcome_name, say
from tools.legal.result import Result
from tools.legal.types import Language, Outcome
from tools.ui.legal.badges import badges
from tools.ui.legal.document import document_pane
from tools.ui.legal.facts import facts_tab
from tools.ui.legal.kept import kept
from tools.ui.legal.sections import sections_tab
from tools.ui.legal.state import Focus, Visit
from tools.ui.legal.summary import summary_card
from tools.ui.legal.timeline import dates_tab
from tools.ui.legal.words import reading_tab, words_tab
from tools.ui.sign_in import fragment

TABS = "legal.tabs"
GOOD = {"bail_granted", "anticipatory_bail_granted", "allowed", "acquitted", "discharged", "quashed", "stay_granted"}
BAD = {"bail_refused", "anticipatory_bail_refused", "bail_cancelled", "dismissed", "convicted", "sentenced"}


@fragment
def answer_panel(visit: Visit, item: Item, language: Language) -> None:
    """The opened document: the answer left, the document right; a click inside redraws nothing else."""
    if item.processed is None:
        return
    result = item.processed.result
    left, right = st.columns([6, 5], gap="large")
    with right, st.container(key="legal-document"):
        document_pane(visit, item, language)
    with left:
        _head(visit, item, result, language)
        summary_card(visit, item, result, language)
        _tabs(visit, item, result, language)
        badges(result, language)
        kept(visit, item, result)


def _head(visit: Visit, item: Item, result: Result, language: Language) -> None:
    kind = kind_name(result.kind, language)
    if result.kind == "order":
        _outcome(visit, item, result.outcome, kind, language)
    else:
        more = say("other_next", language) if result.kind == "other" else ""
        st.html(_banner("again" if more else "", kind, more))
    if item.sample:
        st.badge(say("fictional", language), icon=":material/theater_comedy:", color="orange")


def _outcome(visit: Visit, item: Item, outcome: Outcome | None, kind: str, language: Language) -> None:
    """What the court decided, in its own words too, with a way to them."""
    if outcome is None:
        st.html(_banner("again", kind, say("no_outcome", language)))
        return
    names = [outcome_name(outcome.kind, language), *(outcome_name(other.kind, language) for other in outcome.also)]
    tone = "healthy" if outcome.kind in GOOD else "found" if outcome.kind in BAD else ""
    st.html(_banner(tone, " · ".join(dict.fromkeys(names)), f"{kind}: “{_folded(outcome.quote)}”"))
    focus = Focus(outcome.page, outcome.boxes, names[0])
    st.button(
        say("page", language, page=outcome.page),
        key=f"legal.outcome.{item.key}",
        icon=":material/find_in_page:",
        type="tertiary",
        on_click=visit.look,
        args=(item, focus),
    )


def _banner(tone: str, headline: str, detail: str) -> str:
    more = f"<p>{html.escape(detail)}</p>" if detail else ""
    return f'<div class="verdict {tone}" role="status"><h3>{html.escape(headline)}</h3>{more}</div>'


def _folded(quote: str) -> str:
    return " ".join(quote.split())


def _tabs(visit: Visit, item: Item, result: Result, language: Language) -> None:
    draw: dict[str, Callable[[], None]] = {
        "facts": partial(facts_tab, visit, item, result, language),
        "sections": partial(sections_tab, visit, item, result, language),
        "dates": partial(dates_tab, result, language),
        "words": partial(words_tab, visit, item, result, language),
        "reading": partial(reading_tab, result, language),
    }
    names = [say(name, language) for name in draw]
    if (opened := st.session_state.get(TABS)) not in (None, *names):  # known by its name in the other language
        known = {say(name, each): say(name, language) for each in LANGUAGES for name in draw}
        st.session_state[TABS] = known.get(str(opened), names[0])
    for tab, show in zip(st.tabs(names, key=TABS, on_change="rerun"), draw.values(), strict=True):
        if tab.open:
            with tab:
                show()
