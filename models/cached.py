"""The models as the pages get them: loaded once in the background, shared by all sessions.

The only part of `models` that knows Streamlit.
"""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING

import streamlit as st

if TYPE_CHECKING:
    from models.text.embedder import SentenceEmbedder


def embedder() -> SentenceEmbedder:
    """The sentence embedder that the settings name; waits while it loads.

    Raises
    ------
    ModelUnavailable
        Its weights or its device are missing; the next call tries again.
    """
    try:
        return preload_embedder().result()
    except Exception:
        preload_embedder.clear()
        raise


@st.cache_resource(show_spinner=False, max_entries=1)
def preload_embedder() -> Future[SentenceEmbedder]:
    """Begin to load the embedder while the visitor still reads the page."""

    def load() -> SentenceEmbedder:
        from models.text.embedder import SentenceEmbedder

        return SentenceEmbedder()

    loader = ThreadPoolExecutor(1, thread_name_prefix="load-embedder")
    future = loader.submit(load)
    loader.shutdown(wait=False)
    return future
