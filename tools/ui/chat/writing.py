"""The answer while it comes: what is waited for, then the words; leaving the page loses none of them."""

from __future__ import annotations

import html
from collections.abc import Iterator

import streamlit as st

from tools.ui.chat import seams
from tools.ui.chat.state import Visit
from tools.ui.chat.writer import Writer, settled
from tools.ui.language import _
from tools.ui.limits import line
from tools.ui.theme import plain

LOOK = 0.1  # seconds between looks at the text, and at whether the visitor pressed Stop
PAINT = 0.05  # at most so often the text is drawn


def writing(visit: Visit) -> None:
    """Draw the answer that is being written until it is whole; then the page is drawn anew with all of it."""
    writer = visit.writer
    if writer is None:
        if visit.entries and visit.entries[-1].turn.answer is not None:  # heard, where the words are seen
            st.html(f'<p class="unseen" role="status">{html.escape(_("The answer is complete."))}</p>')
        return
    with st.chat_message("assistant", avatar=":material/forum:"):
        waiting = st.empty()
        st.write_stream(_pieces(visit, writer, waiting), cursor=" :primary[▍]")
    visit.collect()
    st.rerun()


def _pieces(visit: Visit, writer: Writer, waiting: st.delta_generator.DeltaGenerator) -> Iterator[str]:
    """Safe Markdown piece by piece: what was given out never changes, so a half-written link or picture waits.

    Each look touches the page, also while nothing comes: only there does Streamlit notice a click.
    """
    seen, shown = 0, ""
    while True:
        finished = writer.finished
        text = writer.wait(seen, LOOK)
        seen = len(text)
        safe = seams.safe_markdown(text if finished else settled(text))
        if safe.startswith(shown) and safe != shown:
            waiting.empty()
            yield safe[len(shown) :]
            shown = safe
            writer.rest(PAINT)
        elif shown:
            waiting.empty()
        else:
            waiting.markdown(f":shimmer[{_stage(visit, writer)}]")
        if finished:
            return


def _stage(visit: Visit, writer: Writer) -> str:
    """What the visitor waits for."""
    for item in visit.attachments.items:
        if item.state in ("reading", "waiting"):
            told = _("Reading {name}: {done} of {total} pages")
            return told.format(name=plain(item.name), done=item.done, total=item.total or "…")
    if ahead := writer.ahead or (visit.search.ahead if visit.search is not None else 0):
        return line(ahead)
    if visit.attachments.items and not visit.loading.done():
        return _("Loading the model that finds passages")
    if not writer.begun and writer.seconds > 1:  # else it is there
        return _("Loading the model that answers")
    told = _("Looking in your documents") if visit.attachments.ready else _("Thinking")
    return told if writer.seconds < 3 else f"{told} · {_('{seconds} s').format(seconds=f'{writer.seconds:.0f}')}"
