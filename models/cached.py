"""The models as the pages get them: loaded once, shared by all sessions.

The only part of `models` that knows Streamlit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

if TYPE_CHECKING:
    from models.text.embedder import SentenceEmbedder


@st.cache_resource(show_spinner="Loading the text model…", max_entries=1)
def embedder() -> SentenceEmbedder:
    """The sentence embedder that the settings name."""
    from models.text.embedder import SentenceEmbedder

    return SentenceEmbedder()
