"""How the portal is doing, as Prometheus counts it: runs, failures, how long pages take, models and their queues.

Served on a port of its own (`PORTAL_METRICS_PORT`), so that it never lies open beside the pages. Labels name demos,
outcomes and models, never visitors.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from prometheus_client import CollectorRegistry, Counter, Histogram, start_http_server
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.process_collector import ProcessCollector
from prometheus_client.registry import Collector

from models import registry as models
from tools.settings import settings

log = logging.getLogger(__name__)
REGISTRY: Final = CollectorRegistry()
RUN_SECONDS: Final = (0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 180)
PAGE_SECONDS: Final = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)
TAKEN: Final = "The portal's metrics are not served: port %s cannot be used (%s)."

RUNS: Final = Counter("portal_runs", "Answers given.", ["tool", "outcome"], registry=REGISTRY)
RUN_TIME: Final = Histogram(
    "portal_run_seconds", "How long an answer took.", ["tool"], buckets=RUN_SECONDS, registry=REGISTRY
)
PAGE_TIME: Final = Histogram(
    "portal_page_seconds", "How long a run of a page took.", ["page"], buckets=PAGE_SECONDS, registry=REGISTRY
)
FAILURES: Final = Counter("portal_failures", "Defects shown as a reference number.", ["page"], registry=REGISTRY)
REFUSALS: Final = Counter(
    "portal_refusals", "Expected failures shown as a sentence.", ["page", "kind"], registry=REGISTRY
)


class _Models(Collector):
    """Asked for at every scrape: which models are there and how many requests wait for each."""

    def collect(self) -> Iterator[GaugeMetricFamily]:
        ready = GaugeMetricFamily(
            "portal_model_ready", "1 when it answers.", labels=["model", "name", "source", "device"]
        )
        waiting = GaugeMetricFamily("portal_model_waiting", "Requests in its queue.", labels=["model"])
        for model in models.loaded():
            ready.add_metric([model.key, model.name, model.source, model.device], float(model.state == "ready"))
            waiting.add_metric([model.key], model.waiting)
        yield ready
        yield waiting


REGISTRY.register(_Models())
ProcessCollector(registry=REGISTRY)


@lru_cache(maxsize=1)
def serve() -> int:
    """Serve the metrics if the settings name a port; the port, or 0 where nothing is served. Later calls do nothing."""
    wanted = settings()
    if not wanted.metrics_port:
        return 0
    try:
        start_http_server(wanted.metrics_port, wanted.metrics_address, registry=REGISTRY)
    except OSError as error:  # a second replica on the same machine: the portal itself must go on
        log.warning(TAKEN, wanted.metrics_port, type(error).__name__)
        return 0
    return wanted.metrics_port
