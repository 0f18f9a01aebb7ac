"""The talk: questions as plain text, answers with who gave them, what they rest on, and what can be done with them."""

from __future__ import annotations

import html

import streamlit as st

from tools.chat.types import Answer, Citation, Options
from tools.ui.catalogue import demo
from tools.ui.chat import seams
from tools.ui.chat.copy_button import copy_button
from tools.ui.chat.kept import kept
from tools.ui.chat.sending import send_again
from tools.ui.chat.state import Entry, Visit
from tools.ui.devices import device_name
from tools.ui.language import _, sentence
from tools.ui.theme import plain

SHORTEST_NAME = 24  # letters of a document's name on a chip


def talk(visit: Visit, options: Options) -> None:
    """Every question with its answer; the last one can be changed and asked again."""
    for entry in visit.entries:
        last = entry is visit.entries[-1]
        if last and visit.editing:
            _edit(visit, entry, options)
            continue
        _question(entry)
        if entry.turn.answer is not None:
            with st.chat_message("assistant", avatar=":material/forum:"):
                _answer(visit, entry, entry.turn.answer, options if last else None)


def _question(entry: Entry) -> None:
    with (
        st.chat_message("user", avatar=":material/person:"),
        st.container(key=f"chat-question-{entry.key}", gap="xsmall"),
    ):
        st.text(entry.turn.question)
        if entry.files or entry.turn.contexts:
            with st.container(horizontal=True, gap="xsmall"):
                for name in entry.files:
                    st.badge(plain(name), icon=":material/description:", color="gray")
                for context in entry.turn.contexts:
                    st.badge(plain(context.title), icon=demo(context.tool).icon, color="gray")


def _edit(visit: Visit, entry: Entry, options: Options) -> None:
    with st.chat_message("user", avatar=":material/person:"), st.form(f"chat.edit.{entry.key}", border=False):
        question = st.text_area(
            _("Your question"), entry.turn.question, key=f"chat.edited.{entry.key}", label_visibility="collapsed"
        )
        with st.container(horizontal=True):
            sent = st.form_submit_button(_("Ask again"), type="primary")
            left = st.form_submit_button(_("Leave as it was"), type="tertiary")
    if sent and question and question.strip():
        send_again(visit, options, question.strip())
    if sent or left:
        visit.editing = sent and visit.refused is not None  # what was typed is still there
        st.rerun()


def _answer(visit: Visit, entry: Entry, answer: Answer, options: Options | None) -> None:
    if answer.text:
        st.markdown(seams.safe_markdown(answer.text), anchors=False)
    _how_it_ended(visit, answer, options)
    _citations(visit, entry, answer)
    for each in answer.suspicions:
        told = _("In {document}, page {page}, somebody wrote instructions to a machine. They were not followed:")
        if not each.page:  # of a result
            told = _("In {document}, somebody wrote instructions to a machine. They were not followed:")
        told = told.format(document=each.document, page=each.page)
        st.html(f'<div class="flag">⚠ {html.escape(told)} “{html.escape(" ".join(each.quote.split()))}”</div>')
    if answer.notice:
        told = "<br>".join(html.escape(sentence(line)) for line in answer.notice.splitlines())
        st.html(f'<div class="chat-notice">{told}</div>')
    with st.container(key=f"chat-foot-{entry.key}", horizontal=True, vertical_alignment="center", gap="xsmall"):
        badges(answer)
        st.space("stretch")
        with st.container(horizontal=True, vertical_alignment="center", gap="xsmall", wrap=False, width="content"):
            _actions(visit, entry, answer, options)
    kept(entry, answer, last=options is not None)


def _how_it_ended(visit: Visit, answer: Answer, options: Options | None) -> None:
    if answer.ended == "error":
        st.error(sentence(answer.error) or _("The answer broke off."), icon=":material/error:")
        if options is not None:
            st.button(
                _("Try again"), icon=":material/refresh:", key="chat.retry", on_click=send_again, args=(visit, options)
            )
    elif answer.ended in ENDS:
        icon = f":material/{ENDS[answer.ended]}:"
        st.caption(f"{icon} {_ended(answer)}")


ENDS = {"stopped": "stop_circle", "length": "content_cut", "refused": "block"}


def _ended(answer: Answer) -> str:
    return {
        "stopped": _("You stopped the answer here."),
        "length": _("The answer reached its longest length: ask to go on, or allow longer answers."),
        "refused": _("The model refused to answer this."),
    }[answer.ended]


def _citations(visit: Visit, entry: Entry, answer: Answer) -> None:
    if not answer.citations:
        return
    several = len(visit.attachments.items) > 1
    with st.container(key=f"chat-sources-{entry.key}", horizontal=True, gap="xsmall"):
        for place, each in enumerate(answer.citations):
            st.button(
                chip(each, named=several),
                icon=":material/find_in_page:" if not each.tool else demo(each.tool).icon,
                key=f"chat.cite.{entry.key}.{place}",
                help=plain(" ".join(each.quote.split())[:300]),
                on_click=visit.open,
                args=(each.document, each.page, each),
            )


def chip(citation: Citation, *, named: bool = True) -> str:
    """A citation in few words: its number, the document unless there is only one, and the page."""
    name = citation.document
    short = name if len(name) <= SHORTEST_NAME else f"{name[: SHORTEST_NAME - 9]}…{name[-8:]}"
    page = _("p. {page}").format(page=citation.page) if citation.page else ""
    where = " · ".join(filter(None, (short if named or not page else "", page)))
    return f"{citation.number} · {plain(where)}"


def badges(answer: Answer) -> None:
    """Who answered, on which device, how long it took, and what it cost."""
    if answer.engine == "quotes":
        st.badge(_("Quotes, no generation"), icon=":material/format_quote:", color="primary")
    else:
        st.badge(plain(answer.model), icon=":material/neurology:", color="primary")
    st.badge(device_name(answer.device), icon=":material/memory:", color="gray")
    st.badge(_times(answer), icon=":material/timer:", color="gray")
    if answer.engine != "quotes" and answer.ended != "error":
        st.badge(_cost(answer), icon=":material/toll:", color="gray", help=_tokens(answer))


def _times(answer: Answer) -> str:
    whole = _("{seconds} s").format(seconds=f"{answer.milliseconds / 1000:.1f}")
    if answer.first_token_ms is None or answer.engine == "quotes":
        return whole
    first = f"{answer.first_token_ms / 1000:.1f}"
    return _("first word {first} s · {whole}").format(first=first, whole=whole)


def _tokens(answer: Answer) -> str:
    about = "≈ " if answer.estimated else ""
    told = _("{about}{prompt} tokens read, {answer} written")
    return told.format(about=about, prompt=f"{answer.prompt_tokens:,}", answer=f"{answer.answer_tokens:,}")


def _cost(answer: Answer) -> str:
    count = f"{answer.prompt_tokens + answer.answer_tokens:,}"
    tokens = _("{count} tokens").format(count=("≈ " if answer.estimated else "") + count)
    if answer.engine == "local":
        return tokens
    cost = _("cost not known") if answer.cost_usd is None else f"≈ \\${answer.cost_usd:.4f}"
    return f"{tokens} · {cost}"


def _actions(visit: Visit, entry: Entry, answer: Answer, options: Options | None) -> None:
    if answer.text:
        copy_button(answer.text, key=f"chat.copy.{entry.key}")
    if options is None:
        return
    if answer.ended != "error":  # there "Try again" stands already
        _again(visit, entry, options)
    st.button(
        _("Change the question"),
        icon=":material/edit:",
        help=_("Change the question"),
        key=f"chat.change.{entry.key}",
        type="tertiary",
        on_click=visit.edit,
    )


def _again(visit: Visit, entry: Entry, options: Options) -> None:
    st.button(
        _("Answer again"),  # heard; seen is the icon alone
        icon=":material/refresh:",
        help=_("Answer again"),
        key=f"chat.again.{entry.key}",
        type="tertiary",
        on_click=send_again,
        args=(visit, options),
    )
