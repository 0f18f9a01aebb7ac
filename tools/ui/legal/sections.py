"""The sections of law as cards: old beside new, what it is in simple words, punishment, bail, court."""

from __future__ import annotations

import html

import streamlit as st

from tools.legal.batch import Item
from tools.legal.law.acts import act_name
from tools.legal.phrases import say
from tools.legal.result import Result, SectionCard
from tools.legal.types import Language
from tools.ui.language import _, sentence
from tools.ui.legal.state import Focus, Visit
from tools.ui.theme import plain


def sections_tab(visit: Visit, item: Item, result: Result, language: Language) -> None:
    """First the sections that the case is about, then those that are only mentioned."""
    if not result.cards:
        st.caption(say("no_sections", language))
        return
    if note := result.code_note.get(language):
        st.html(f'<div class="standing">{html.escape(note)}</div>')
    for use in ("charged", "cited"):
        cards = [card for card in result.cards if card.mention.use == use]
        if not cards:
            continue
        st.markdown(f"**{say(use, language)}**")
        for number, card in enumerate(cards):
            _card(visit, item, card, f"{use}.{number}", language)


def _card(visit: Visit, item: Item, card: SectionCard, key: str, language: Language) -> None:
    mention = card.mention
    name = f"{act_name(mention.act, language)} {mention.section}"
    with st.container(border=True):
        st.html(_head(card, name, language))
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.button(
                say("page", language, page=mention.page),
                key=f"legal.section.{item.key}.{key}",
                help=" ".join(mention.quote.split())[:300] or None,
                type="tertiary",
                icon=":material/find_in_page:",
                on_click=visit.look,
                args=(item, Focus(mention.page, mention.boxes, name)),
            )
            if mention.uncertain:
                st.badge(say("uncertain", language), icon=":material/help:", color="orange")
        if card.row_of:
            st.caption(plain(_("The row is of section {section}.").format(section=card.row_of)))
        if card.note:
            st.caption(plain(sentence(card.note)))
        if not card.known:
            st.caption(say("unknown_section", language))
        elif not card.checked_against:
            st.caption(say("unchecked", language))
        else:
            st.caption(plain(_("Checked against: {source}").format(source=sentence(card.checked_against))))


def _head(card: SectionCard, name: str, language: Language) -> str:
    title = card.title.get(language, "")
    meaning = card.meaning.get(language, "")
    pair = "".join(
        f"<div><span>{html.escape(say(which, language))}</span>{html.escape(_number(act, number, language))}</div>"
        for which, act, number in (("old", card.old_act, card.old), ("new", card.new_act, card.new))
        if card.old_act or card.new_act
    )
    facts = "".join(
        f"<div><span>{html.escape(say(what, language))}</span>{html.escape(value)}</div>"
        for what, value in (
            ("punishment", card.punishment.get(language, "")),
            ("cognizable", card.cognizable.get(language, "")),
            ("bailable", card.bailable.get(language, "")),
            ("tried_by", card.court.get(language, "")),
        )
        if value
    )
    told = f'<p class="section-meaning">{html.escape(meaning)}</p>' if meaning and meaning != title else ""
    return (
        f'<div class="section-card"><h4>{html.escape(name)}{" · " if title else ""}{html.escape(title)}</h4>'
        f'<div class="section-pair">{pair}</div>{told}<div class="section-facts">{facts}</div></div>'
    )


def _number(act: str, number: str, language: Language) -> str:
    return f"{act_name(act, language)} {number}" if number else say("no_partner", language)
