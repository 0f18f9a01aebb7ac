"""Who is looking at the page. Without an identity provider everybody may come in."""

from __future__ import annotations

import secrets
from typing import Final

import streamlit as st

from tools.access import User
from tools.settings import settings

KEY: Final = "portal.visitor"


def user() -> User:
    """The visitor: on a developer's machine the owner, elsewhere somebody who is known for this visit alone."""
    if settings().environment == "development":
        return User("local", "admin")
    if KEY not in st.session_state:
        st.session_state[KEY] = f"visit-{secrets.token_hex(16)}"
    return User(st.session_state[KEY], "staff")
