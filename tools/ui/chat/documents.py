"""The visitor's documents in the sidebar: how far they are read, what failed, a sample, and a way to take them away."""

from __future__ import annotations

import html

import streamlit as st

from tools.chat.attachments import Item
from tools.settings import DATA
from tools.ui import limits
from tools.ui.chat.state import Visit
from tools.ui.frame import guard
from tools.ui.language import _, ngettext, sentence
from tools.ui.sign_in import fragment
from tools.ui.theme import plain

SAMPLE = DATA / "samples" / "legal" / "judgment_high_court.pdf"
KINDS = ("pdf", "docx", "txt", "png", "jpg", "jpeg", "webp", "tif", "tiff")


def documents_panel(visit: Visit) -> None:
    """The list; it moves by itself while documents are being read."""
    st.markdown(f"**{_('Documents')}**")
    if visit.attachments.pending:
        _moving(visit, _states(visit))
    else:
        _rows(visit)
    if not visit.attachments.items:
        st.caption(_("PDF, Word, text or photos: add them with + beside the question."))
        st.button(
            _("Sample judgment"),
            icon=":material/gavel:",
            key="chat.sample",
            on_click=use_sample,
            args=(visit,),
            width="stretch",
        )


def use_sample(visit: Visit) -> None:
    """Read the fictional judgment that ships with the portal."""
    with guard():
        limits.start()
        visit.attachments.add(f"sample:{SAMPLE.name}", SAMPLE.name, SAMPLE.read_bytes(), sample=True)


@fragment(run_every=0.4)
def _moving(visit: Visit, drawn: tuple[str, ...]) -> None:
    """`drawn` is how documents stood when the page was drawn: when one is ready or failed, all of it is drawn anew."""
    with guard():
        now = _states(visit)
        if [state in ("ready", "failed") for state in now] != [state in ("ready", "failed") for state in drawn]:
            st.rerun()
        _rows(visit)
        if place := limits.waiting():
            st.caption(f":material/hourglass_top: {place}")


def _states(visit: Visit) -> tuple[str, ...]:
    return tuple(item.state for item in visit.attachments.items)


def _rows(visit: Visit) -> None:
    for item in visit.attachments.items:
        with st.container(key=f"chat-document-{item.key[-24:].replace('.', '-')}", gap=None):
            _row(visit, item)


def _row(visit: Visit, item: Item) -> None:
    with st.container(horizontal=True, vertical_alignment="center", wrap=False, gap="xsmall"):
        st.button(
            item.name if len(item.name) < 27 else f"{item.name[:14]}…{item.name[-10:]}",
            icon=":material/description:",
            key=f"chat.show.{item.key}",
            help=plain(item.name),
            type="tertiary",
            width="stretch",
            disabled=item.document is None,
            on_click=visit.open,
            args=(item.name,),
        )
        st.button(
            "",
            icon=":material/close:",
            key=f"chat.remove.{item.key}",
            help=_("Remove {name}").format(name=plain(item.name)),
            type="tertiary",
            on_click=visit.remove,
            args=(item.key,),
        )
    if item.state == "failed":
        st.html(f'<div class="document-state failed">{html.escape(sentence(item.error))}</div>')
    else:
        st.html(f'<div class="document-state">{html.escape(state_in_words(item))}</div>')
        for note in item.document.notes if item.document else ():
            st.html(f'<div class="document-state">{html.escape(sentence(note))}</div>')


def state_in_words(item: Item) -> str:
    """Where a document stands, as said on the page."""
    state = item.state  # once: it moves while it is looked at
    if state == "ready" and item.document:
        pages = len(item.document.pages)
        told = ngettext("{count} page", "{count} pages", pages).format(count=pages)
        return f"{told} · {_('fictional sample')}" if item.sample else told
    if state == "reading":
        return _("reading: {done} of {total} pages").format(done=item.done, total=item.total)
    words = {"waiting": _("waiting to be read"), "cancelled": _("stopped"), "failed": sentence(item.error)}
    return words.get(state, _("read, being indexed"))
