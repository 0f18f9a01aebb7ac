"""What a demo's page tells the history, and what a visitor may do with an answer: thumb, comment, save.

Recording never waits and never fails a page. Saving and commenting are asked for, so that they say when they failed.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, Final, cast

import streamlit as st

from tools import metrics
from tools.history import Feedback, Run, history, recorder
from tools.history.types import Thumb
from tools.settings import settings
from tools.ui.frame import guard
from tools.ui.language import _
from tools.ui.links import link
from tools.ui.sign_in import fragment, user

KEY: Final = "portal.runs"
MOST: Final = 500  # answers of one visit that are remembered
SCALE: Final = "thumbs"
PAGE: Final = "pages/My_Runs.py"

Result = Mapping[str, Any] | Callable[[], Mapping[str, Any]]


@dataclass
class Noted:
    """An answer of this visit: its run, and what the visitor did with it so far."""

    run: Run
    thumb: Thumb = 0
    comment: str = ""
    saved: bool = False


def record(
    tool: str, *, key: str, source: str | Callable[[], str], model: str, device: str, seconds: float, outcome: str
) -> None:
    """Note an answer once; the same `key` again costs nothing.

    Parameters
    ----------
    tool
        The demo's key.
    key
        Tells this answer from the visit's others.
    source
        The `fingerprint` of the input, or what works it out: asked only for a new answer.
    outcome
        A code word of the demo; never content, a name or a file's name.
    """
    noted, mine = _noted(), (user().key, tool, key)
    if mine in noted:
        return
    run = Run(mine[0], tool, source() if callable(source) else source, model, device, seconds, outcome)
    noted[mine] = Noted(run)
    while len(noted) > MOST:
        noted.popitem(last=False)
    metrics.RUNS.labels(tool, outcome).inc()
    if seconds > 0:
        metrics.RUN_TIME.labels(tool).observe(seconds)
    if settings().history:
        recorder().put(partial(history().record, run))


def record_failed(tool: str, *, key: str, source: str | Callable[[], str], outcome: str = "unreadable") -> None:
    """Note once that nothing came of an input: no model answered, and how long it took is not known."""
    record(tool, key=f"{key} {outcome}", source=source, model="", device="", seconds=0.0, outcome=outcome)


@fragment
def actions(tool: str, key: str, title: str, result: Result) -> None:
    """Thumbs, comment and save in one row; a press redraws this row alone. Nothing for an answer that was not recorded.

    `result`, or what it gives, is only looked at when the visitor saves.
    """
    noted = _noted().get((user().key, tool, key))
    if noted is None or not settings().history:
        return
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        _say(noted)
        _keep(noted, title, result)
    if recorder().failing or history().failing("write"):
        st.caption(_(":material/cloud_off: The history is not kept right now. Everything else works as always."))


def _noted() -> OrderedDict[tuple[str, str, str], Noted]:
    return cast("OrderedDict[tuple[str, str, str], Noted]", st.session_state.setdefault(KEY, OrderedDict()))


def _say(noted: Noted) -> None:
    st.caption(_("Was this useful?"), width="content")
    shown: int | None = None if not noted.thumb else int(noted.thumb > 0)
    given = st.feedback(SCALE, default=shown, key=f"runs.thumb.{noted.run.id}")
    thumb: Thumb = 0 if given is None else 1 if given else -1
    if thumb != noted.thumb:
        with guard():
            _tell(noted, thumb, noted.comment)
    with st.popover(_("Comment"), icon=":material/comment:"):
        _comment(noted)


def _comment(noted: Noted) -> None:
    # no `max_chars`: a text that was pasted and is too long would vanish without a word
    text = st.text_area(
        _("What was right or wrong?"),
        value=noted.comment,
        key=f"runs.comment.{noted.run.id}",
        help=_("Your comment is kept with this run. Leave names and case details out."),
    )
    if st.button(_("Send"), key=f"runs.send.{noted.run.id}"):
        with guard():
            _tell(noted, noted.thumb, (text or "").strip())
            st.success(_("Thank you. Your comment is kept with this run."))


def _tell(noted: Noted, thumb: Thumb, comment: str) -> None:
    """Keep both; what could not be kept is tried again with the next redraw."""
    history().record(noted.run)  # it may still wait in the background
    history().feedback(noted.run.owner, noted.run.id, Feedback(thumb, comment))
    noted.thumb, noted.comment = thumb, comment


def _keep(noted: Noted, title: str, result: Result) -> None:
    slot = st.empty()
    if not noted.saved and slot.button(
        _("Save to my runs"), icon=":material/bookmark_add:", key=f"runs.save.{noted.run.id}"
    ):
        with guard():
            history().record(noted.run)
            history().save(noted.run.owner, noted.run.id, title, result() if callable(result) else result)
            noted.saved = True
    if noted.saved:
        with slot:
            if not link(PAGE, _("Saved: open my runs"), ":material/bookmark:", {"run": noted.run.id}):
                st.caption(_("Saved to my runs"))


def forget(run_ids: Collection[str] | None = None) -> None:
    """What was saved and said of these runs, of all when none are named, is gone: their answers can be saved anew."""
    for noted in _noted().values():
        if run_ids is None or noted.run.id in run_ids:
            noted.thumb, noted.comment, noted.saved = 0, "", False
