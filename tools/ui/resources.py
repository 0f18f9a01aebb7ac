"""What all sessions share besides the models: the worker processes that read files."""

from __future__ import annotations

import streamlit as st

from tools.settings import settings
from tools.ui.sign_in import user
from tools.workers import Lane, WorkerPool


def workers() -> Lane:
    """The worker pool as this visitor sees it: visitors' files are read in turn."""
    return pool().lane(user().key)


def quick() -> Lane:
    """A process of its own for what a page waits for, such as a page's picture: no pile of files comes before it."""
    return quick_pool().lane(user().key)


@st.cache_resource(show_spinner=False, max_entries=1, on_release=WorkerPool.close)
def quick_pool() -> WorkerPool:
    """One worker process, started when first used."""
    wanted = settings()
    return WorkerPool(1, memory_mb=wanted.worker_memory_mb, seconds=wanted.file_seconds)


@st.cache_resource(show_spinner=False, max_entries=1, on_release=WorkerPool.close)
def pool() -> WorkerPool:
    """The worker pool, sized by the settings; its processes start when first used."""
    wanted = settings()
    return WorkerPool(wanted.workers, memory_mb=wanted.worker_memory_mb, seconds=wanted.file_seconds)
