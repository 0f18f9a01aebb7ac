"""What all sessions share besides the models: the worker processes that read files."""

from __future__ import annotations

import streamlit as st

from tools.settings import settings
from tools.workers import WorkerPool


@st.cache_resource(show_spinner=False, max_entries=1, on_release=WorkerPool.close)
def workers() -> WorkerPool:
    """The worker pool, sized by the settings; its processes start when first used."""
    wanted = settings()
    return WorkerPool(wanted.workers, memory_mb=wanted.worker_memory_mb, seconds=wanted.file_seconds)
