"""The status page: what runs, how it was used, what went wrong, and whether outside services answer."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.ports import free_port
from tests.ui.kept import history_in
from tools.history import Failure, Feedback, Run, Usage, fingerprint, history
from tools.history.charts import in_words, usage_chart
from tools.settings import ROOT, settings


@pytest.fixture
def app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[AppTest]:
    monkeypatch.setenv("PORTAL_YAHOO_ADDRESS", f"http://127.0.0.1:{free_port()}")
    with history_in(tmp_path, monkeypatch):
        yield AppTest.from_file(str(ROOT / "pages" / "Status.py"), default_timeout=60)
    settings.cache_clear()


def tables(app: AppTest) -> list[list[dict[str, object]]]:
    return [table.value.to_dict("records") for table in app.dataframe]


def test_use_times_and_defects_are_listed(app: AppTest) -> None:
    run = Run("somebody", "crop", fingerprint("x"), "leaf", "cpu", 1.5, "diagnosed")
    history().record(run)
    history().feedback("somebody", run.id, Feedback(-1, "Call Asha Fictional"))
    history().note(Failure("crop", "ab12cd34", "KeyError"))
    app.run()
    assert not app.exception
    models, latencies, failures = tables(app)
    assert "Leaf photos" in [row["model"] for row in models]
    (row,) = latencies
    assert row == {"demo": "Crop disease detector", "runs": 1, "p50": 1.5, "p95": 1.5, "up": 0, "down": 1}
    (row,) = failures
    assert (row["reference"], row["page"], row["kind"]) == ("ab12cd34", "Crop disease detector", "KeyError")
    assert "somebody" not in str(tables(app))
    assert "Asha" not in str(tables(app))  # a comment is its writer's


def test_a_portal_without_history_says_so_and_opens_no_database(
    app: AppTest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PORTAL_HISTORY", "off")
    settings.cache_clear()
    app.run()
    assert not app.exception
    assert any("keeps no history" in found.value for found in app.info)
    assert not list(tmp_path.glob("*.sqlite"))


def test_a_service_that_cannot_be_reached_is_said(app: AppTest) -> None:
    app.run()
    app.button(key="status.ask").click().run()
    (asked,) = tables(app)[-1]
    assert (asked["name"], asked["state"]) == ("Yahoo Finance", "does not answer")


def test_every_day_stands_in_the_chart_and_the_words_count_all() -> None:
    usage = [Usage(date(2026, 11, 2), "crop", 3), Usage(date(2026, 11, 4), "crop", 1), Usage(date(2026, 11, 4), "x", 9)]
    names = {"crop": "Crops", "legal": "Law"}
    chart = usage_chart(usage, date(2026, 11, 1), date(2026, 11, 4), names, answers="Answers", dark=False)
    assert [(bar.name, list(bar.y)) for bar in chart.data] == [("Crops", [0, 3, 0, 1])]
    hindi = usage_chart(usage, date(2026, 11, 1), date(2026, 11, 4), names, answers="जवाब", dark=True, language="hi")
    assert hindi.data[0].x[0] == "1 नवंबर"
    assert in_words(usage, names, "{count}: {tools}", "none") == "4: Crops: 4"
    assert in_words([], names, "{count}: {tools}", "none") == "none"
