"""One run opened: what is known of it, and the result if it was saved."""

from __future__ import annotations

import html
import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

import streamlit as st

from tools.history import PastRun, history
from tools.ui.catalogue import DEMOS
from tools.ui.devices import device_name
from tools.ui.history.shape import Path, shape_of
from tools.ui.history.values import in_language, value
from tools.ui.history.words import duration, label, model_name, moment, outcome, tool_name
from tools.ui.language import _
from tools.ui.links import link
from tools.ui.theme import plain

if TYPE_CHECKING:
    import pandas as pd

BEHIND: Final = frozenset(
    {
        "engine", "model", "device", "milliseconds", "first_token_ms", "prompt_tokens", "answer_tokens", "estimated",
        "ended",
    }
)  # fmt: skip
"""What the badges say in words already, or only a developer asks for: it stands in the raw data."""


def opened(run: PastRun, where: str) -> None:
    """Draw a run; its result is read only now. `where` keeps the widgets of two runs on one page apart."""
    st.header(plain(run.title) or outcome(run.tool, run.outcome), anchor=False)
    about(run)
    if not run.saved:
        st.info(
            _("Only that it ran was kept, not the answer. To keep an answer, press “Save to my runs” beside it."),
            icon=":material/bookmark_border:",
        )
        _again(run, {})
        return
    saved = history().saved(run.owner, run.id)
    result(saved.result, where)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.download_button(
            _("Download as JSON"),
            data=json.dumps(saved.to_dict(), ensure_ascii=False, indent=1).encode(),
            file_name=f"{run.tool}-{run.id[:8]}.json",
            mime="application/json",
            icon=":material/data_object:",
            on_click="ignore",
            key=f"runs.json.{where}",
        )
        _again(run, saved.result)


def about(run: PastRun) -> None:
    """When, which demo, which model, how long, what the visitor said."""
    with st.container(horizontal=True, gap="small"):
        st.badge(tool_name(run.tool), icon=icon(run.tool), color="primary")
        st.badge(moment(run.at), icon=":material/schedule:", color="gray")
        if run.model:
            st.badge(plain(model_name(run.model)), icon=":material/neurology:", color="gray")
        if run.device:
            st.badge(plain(device_name(run.device)), icon=":material/memory:", color="gray")
        if run.seconds:
            st.badge(duration(run.seconds), icon=":material/timer:", color="gray")
    if run.title:
        st.caption(plain(outcome(run.tool, run.outcome)))
    if run.comment:
        st.html(f'<div class="quote"><span class="where">{html.escape(_("Your comment"))}</span><br>'
                f"{html.escape(run.comment)}</div>")  # fmt: skip


def result(found: Mapping[str, Any], where: str) -> None:
    """Any result: facts that are stated as a list, texts, tables; the raw data last, with what is not stated."""
    shape = shape_of(in_language(found), label, value)
    cells = "".join(
        f"<div><span>{html.escape(named(path))}</span>{html.escape(value(each, path[-1]))}</div>"
        for path, each in shape.facts
        if each not in (None, "") and not (len(path) == 1 and path[0] in BEHIND)
    )
    if cells:
        st.html(f'<div class="facts">{cells}</div>')
    for path, text in shape.texts:
        st.markdown(f"**{plain(named(path))}**")
        st.text(value(text, path[-1]))
    for path, rows in shape.tables:
        st.markdown(f"**{plain(named(path))}**")
        st.dataframe(_table(rows), hide_index=True, alt=named(path), key=f"runs.rows.{where}.{'.'.join(path)}")
    with st.expander(_("Raw data"), icon=":material/data_object:"):
        st.json(dict(found), expanded=1)


def _table(rows: list[dict[str, Any]]) -> pd.DataFrame:
    """Rows with the same columns; a column without a name holds keys."""
    columns = list(dict.fromkeys(key for row in rows for key in row))
    cells = [[label(row[key]) if key == "" else value(row.get(key), key) for key in columns] for row in rows]
    import pandas as pd  # here, because Home shares this module and needs no table

    return pd.DataFrame(cells, columns=[label(key) for key in columns])


def named(path: Path) -> str:
    """The keys that lead to a value, as words."""
    return " · ".join(label(key) for key in path)


def icon(tool: str) -> str:
    """The demo's icon."""
    return next((demo.icon for demo in DEMOS if demo.key == tool), ":material/play_circle:")


def _again(run: PastRun, found: Mapping[str, Any]) -> None:
    """The way back to the demo; a share opens by its symbol."""
    entry = next((demo for demo in DEMOS if demo.key == run.tool and demo.exists), None)
    if entry is None:
        return
    symbol = str(found.get("symbol") or "") if run.tool == "stocks" and found.get("source") != "file" else ""
    text = _("Open {symbol} in the demo").format(symbol=plain(symbol)) if symbol else _("Open the demo")
    link(entry.page, text, ":material/open_in_new:", {"symbol": symbol} if symbol else None)
