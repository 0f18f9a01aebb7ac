"""Says before anything is sent that it leaves this machine, and to whom."""

from __future__ import annotations

import streamlit as st

from tools.ui.chat.models import sent_to
from tools.ui.language import _
from tools.ui.theme import plain


def say_where_it_goes() -> None:
    """A line where a hosted provider is chosen in the assistant; nothing where all stays here."""
    if where := sent_to():
        told = _("Pressing this sends what was found here, with quotes, to {where}.").format(where=plain(where))
        st.caption(f":material/outbound: {told}")
