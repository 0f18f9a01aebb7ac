"""What Prometheus is told, through a real scrape; and a port that is taken."""

from __future__ import annotations

import socket
import urllib.request
from collections.abc import Iterator

import pytest

from tests.ports import free_port
from tools import metrics
from tools.settings import settings


@pytest.fixture
def port(monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    found = free_port()
    monkeypatch.setenv("PORTAL_METRICS_PORT", str(found))
    settings.cache_clear()
    metrics.serve.cache_clear()
    yield found
    settings.cache_clear()
    metrics.serve.cache_clear()


def test_scrape_tells_runs_models_and_memory(port: int) -> None:
    metrics.RUNS.labels("resume", "scored").inc()
    assert metrics.serve() == port
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics", timeout=5) as answer:
        told = answer.read().decode()
    assert 'portal_runs_total{outcome="scored",tool="resume"}' in told
    assert "process_resident_memory_bytes" in told
    assert "portal_model_waiting" in told


def test_nothing_is_served_unless_asked_for() -> None:
    metrics.serve.cache_clear()
    assert metrics.serve() == 0
    metrics.serve.cache_clear()


def test_port_that_is_taken_is_said_and_survived(port: int, caplog: pytest.LogCaptureFixture) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", port))
        other.listen()
        assert metrics.serve() == 0
    assert "cannot be used" in caplog.text
