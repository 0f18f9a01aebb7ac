"""Counts what the pages do for the metrics: how long each run took, and what was refused."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

from tools import logs, metrics
from tools.errors import PortalError
from tools.ui.failures import current


@contextmanager
def observed(page: str) -> Iterator[None]:
    """Time one run of `page`; the first one starts the log and the metrics."""
    logs.configure()
    metrics.serve()
    begun = time.perf_counter()
    try:
        yield
    finally:  # also when Streamlit stops the run for a newer one
        metrics.PAGE_TIME.labels(page).observe(time.perf_counter() - begun)


def refused(error: PortalError) -> None:
    """Count an expected failure by its kind, on the page that is open."""
    metrics.REFUSALS.labels(current(), type(error).__name__).inc()
