"""What a visitor sends, and what becomes of it when it is not let through: nothing of it is lost.

Whatever refuses it, a limit or a model that cannot be asked, the talk and an answer that is being written stay as they
are; the question and its files wait above the field, with the sentence that says what to do, to be sent once more.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import streamlit as st
from streamlit.typing import UploadedFile

from tools.chat.types import Options
from tools.errors import PortalError, TooLarge
from tools.ui import limits
from tools.ui.chat.state import UPLOADS, Refused, Visit
from tools.ui.language import _, sentence
from tools.ui.theme import plain


def send(visit: Visit, question: str, options: Options, files: Sequence[UploadedFile] = ()) -> None:
    """Take the files and ask."""
    visit.refused = None
    try:
        take(visit, files)
        if question:
            visit.ask(question, options, files=[file.name for file in files])
    except PortalError as error:
        visit.refuse(Refused(str(error), question, tuple(files)))


def send_again(visit: Visit, options: Options, question: str = "") -> None:
    """Ask the last question anew, in other words if `question` is given."""
    visit.refused = None
    try:
        visit.again(options, question)
    except PortalError as error:
        visit.refuse(Refused(str(error)))


def take(visit: Visit, files: Sequence[UploadedFile]) -> None:
    """Begin to read files, one run for the pile.

    Raises
    ------
    TooLarge, TooOften, ShuttingDown
        A limit of the visitor's; nothing of the pile was taken.
    """
    keyed = {hashlib.sha256(file.getvalue()).hexdigest(): file for file in files}
    known = {item.key for item in visit.attachments.items}
    fresh = {key: file for key, file in keyed.items() if key not in known}
    if fresh:
        limits.hold(UPLOADS, sum(visit.sizes.values()) + sum(file.size for file in fresh.values()))
        limits.start()
    try:
        for key, file in fresh.items():
            visit.attachments.add(key, file.name, file.getvalue())
            visit.sizes[key] = file.size
    except TooLarge as error:  # what fits is read
        st.toast(plain(sentence(str(error))), icon=":material/warning:")


def not_sent(visit: Visit, options: Options) -> None:
    """What was not let through, why, and the way to send it once more; nothing when there is nothing."""
    refused = visit.refused
    if refused is None:
        return
    with st.container(key="chat-refused", gap="xsmall"):
        st.warning(plain(sentence(refused.reason)), icon=":material/hourglass_top:")
        if not refused.question and not refused.files:  # nothing waits: it is said once
            visit.refused = None
            return
        with st.container(horizontal=True, vertical_alignment="center", gap="xsmall"):
            st.text(refused.question)
            for file in refused.files:
                st.badge(plain(file.name), icon=":material/description:", color="gray")
            st.space("stretch")
            st.button(
                _("Send again"),
                icon=":material/refresh:",
                key="chat.send_again",
                on_click=send,
                args=(visit, refused.question, options, refused.files),
            )
            st.button(_("Discard"), key="chat.discard", type="tertiary", on_click=visit.discard)
