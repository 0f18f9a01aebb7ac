"""What stands around the talk: what it is about, stop, clear, export, and what an empty chat offers."""

from __future__ import annotations

from functools import partial
from typing import Literal

import streamlit as st

from tools.ui.catalogue import demo
from tools.ui.chat import seams
from tools.ui.chat.models import QUOTES, choice, missing
from tools.ui.chat.sidebar import engine_title
from tools.ui.chat.state import Visit
from tools.ui.language import _, language
from tools.ui.theme import plain


def toolbar(visit: Visit) -> None:
    """Clear and download, once there is something to."""
    if not visit.entries:
        return
    with st.container(key="chat-toolbar", horizontal=True, horizontal_alignment="right", gap="small"):
        with st.popover(_("Download"), icon=":material/download:", type="tertiary"):
            _download(visit, "Markdown", "md", "text/markdown")
            _download(visit, "JSON", "json", "application/json")
        st.button(
            _("Clear"),
            icon=":material/delete_sweep:",
            type="tertiary",
            key="chat.clear",
            help=_("Clears the talk and forgets a typed key. Your documents stay."),
            on_click=visit.clear,
        )


def _download(visit: Visit, name: str, kind: Literal["md", "json"], mime: str) -> None:
    documents = [item.name for item in visit.attachments.ready]
    st.download_button(
        name,
        data=partial(seams.exported, kind, visit.turns, documents),
        file_name=f"chat.{kind}",
        mime=mime,
        on_click="ignore",
        key=f"chat.download.{kind}",
        width="stretch",
    )


def above_input(visit: Visit) -> None:
    """Pinned above the question: what is asked about, and the way to stop an answer."""
    if not visit.contexts and visit.writer is None:
        return
    with st.container(key="chat-above", horizontal=True, vertical_alignment="center", gap="small"):
        for place, context in enumerate(visit.contexts):
            st.button(
                _("About: {title}").format(title=plain(context.title)),
                icon=":material/close:",
                icon_position="right",
                key=f"chat.about.{place}",
                help=_("Ask no longer about this result of “{demo}”").format(demo=_(demo(context.tool).title)),
                on_click=visit.drop_context,
                args=(place,),
            )
        if visit.writer is not None:
            st.space("stretch")
            st.button(_("Stop"), icon=":material/stop_circle:", key="chat.stop", on_click=visit.stop)


def empty(visit: Visit) -> str:
    """What an empty chat says and offers; the suggestion that was chosen."""
    if visit.cleared:
        with st.container(horizontal=True, vertical_alignment="center", gap="small", key="chat-cleared"):
            st.markdown(_("The chat was cleared."), width="content")
            st.button(_("Undo"), icon=":material/undo:", key="chat.undo", type="tertiary", on_click=visit.undo)
    st.html(f'<div class="chat-hello"><h2>{_("What would you like to know?")}</h2><p>{_hello(visit)}</p></div>')
    context = visit.contexts[-1].tool if visit.contexts else ""
    offered = seams.suggestions(language(), bool(visit.attachments.items), context)
    with st.container(horizontal_alignment="center"):
        chosen = st.pills(
            _("Suggestions"), offered, key=f"chat.suggestions.{context}.{visit.refusals}", label_visibility="collapsed"
        )
    return chosen or ""


def _hello(visit: Visit) -> str:
    if visit.contexts:
        return _("Ask about the result you brought along, or about anything else.")
    if visit.attachments.items:
        return _("Answers about your documents name the page; press a source to see it there.")
    return _("Add documents with + below and ask about them, or ask how this portal works.")


def needed() -> str:
    """Why nothing can be asked now, in one sentence; empty where everything is there."""
    made = choice()
    entry = made.hosted
    lacks = missing()
    if entry is None or not lacks:
        return ""
    name = engine_title(entry.key)
    if lacks == "key":
        told = _("{provider} needs a key: set {names} where the portal runs, or type a key in the sidebar.")
        return told.format(provider=name, names=" / ".join(entry.variables))
    if lacks == "address":
        return _("{provider}: type the address of the server in the sidebar.").format(provider=name)
    return _("{provider}: choose or type a model in the sidebar.").format(provider=name)


def not_yet(told: str) -> None:
    """Say what is missing, and offer to answer without it."""
    st.warning(plain(told), icon=":material/key:")
    st.button(_("Answer with quotes instead"), icon=":material/format_quote:", key="chat.quotes", on_click=_use_quotes)


def _use_quotes() -> None:
    choice().provider = QUOTES
    for key in [key for key in st.session_state if str(key).startswith("chat.provider.")]:
        del st.session_state[key]
