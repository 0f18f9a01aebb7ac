"""What a demo's page may do with the history: record once, thumbs, comment, save; and an outage that breaks nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.ui.kept import history_in, recorded
from tools import metrics
from tools.errors import HistoryUnavailable
from tools.history import History, history, recorder
from tools.history.database import FAILS
from tools.history.types import COMMENT
from tools.settings import settings
from tools.ui.runs import KEY


def draw() -> None:
    from tools.ui import runs
    from tools.ui.frame import page

    with page("crop"):
        runs.record("crop", key="one", source="0", model="net", device="cpu", seconds=0.5, outcome="diagnosed")
        runs.actions("crop", "one", "leaf.jpg", lambda: {"status": "diagnosed"})
        runs.actions("crop", "never recorded", "x", dict)


@pytest.fixture(autouse=True)
def own_history(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with history_in(tmp_path, monkeypatch):
        yield


@pytest.fixture
def app() -> AppTest:
    return AppTest.from_function(draw, default_timeout=60).run()


def press(app: AppTest, label: str) -> AppTest:
    next(button for button in app.button if button.label == label).click().run()
    assert not app.exception
    return app


def test_recorded_once_however_often_the_page_runs(app: AppTest) -> None:
    app.run().run()
    assert len(recorded(app)) == len(app.get("feedback")) == 1
    assert history().count("local") == 1


def test_thumb_goes_and_comes_back(app: AppTest) -> None:
    app.feedback[0].set_value(0).run()
    assert recorded(app)[0].thumb == -1
    app.feedback[0].set_value(1).run()
    assert recorded(app)[0].thumb == 1


def test_a_thumb_that_could_not_be_kept_is_kept_once_the_database_is_back(
    app: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    def down(*_given: object) -> None:
        raise HistoryUnavailable(FAILS["write"])

    with monkeypatch.context() as outage:
        outage.setattr(History, "feedback", down)
        app.feedback[0].set_value(1).run()
        assert "could not be kept" in app.error[0].value
    assert recorded(app)[0].thumb == 0
    app.run()
    assert not app.error
    assert recorded(app)[0].thumb == 1


def test_the_metrics_count_each_answer_once(app: AppTest) -> None:
    def count(name: str, **labels: str) -> float:
        return metrics.REGISTRY.get_sample_value(name, labels) or 0.0

    runs = count("portal_runs_total", tool="crop", outcome="diagnosed")
    timed = count("portal_run_seconds_count", tool="crop")
    app.run()
    assert count("portal_runs_total", tool="crop", outcome="diagnosed") == runs
    AppTest.from_function(draw, default_timeout=60).run()
    assert count("portal_runs_total", tool="crop", outcome="diagnosed") == runs + 1
    assert count("portal_run_seconds_count", tool="crop") == timed + 1


def test_an_input_of_which_nothing_came_is_recorded_without_a_time() -> None:
    def failing() -> None:
        from tools.ui import runs
        from tools.ui.frame import page

        with page("crop"):
            runs.record_failed("crop", key="one", source="0")
            runs.record_failed("crop", key="one", source="0")

    app = AppTest.from_function(failing, default_timeout=60).run()
    (run,) = recorded(app)
    assert (run.outcome, run.model, run.seconds) == ("unreadable", "", 0.0)
    assert not history().latencies(run.at)


def test_comment(app: AppTest) -> None:
    app.text_area[0].set_value("The spots are rust.").run()
    press(app, "Send")
    assert recorded(app)[0].comment == "The spots are rust."
    assert app.success


def test_an_oversize_comment_is_refused_and_stays_in_its_field(app: AppTest) -> None:
    app.text_area[0].set_value("x" * (COMMENT + 1)).run()
    press(app, "Send")
    assert "2,001" in app.error[0].value
    assert len(app.text_area[0].value or "") == COMMENT + 1
    assert recorded(app)[0].comment == ""


def test_save_makes_the_result_only_then(app: AppTest) -> None:
    assert not recorded(app)[0].saved
    press(app, "Save to my runs")
    (run,) = recorded(app)
    assert history().saved("local", run.id).result == {"status": "diagnosed"}
    assert run.title == "leaf.jpg"
    assert not any(button.label == "Save to my runs" for button in app.run().button)


def test_an_outage_is_said_once_and_what_was_asked_for_says_that_it_failed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with history_in(tmp_path, monkeypatch, "sqlite:////proc/no/folder/history.sqlite"):
        app = AppTest.from_function(draw, default_timeout=60).run()
        assert not app.error
        assert not recorder().flush(30)
        press(app, "Save to my runs")
        assert "could not be kept" in app.error[0].value
        assert not app.session_state[KEY]["local", "crop", "one"].saved
        app.text_area[0].set_value("Keep this.").run()
        press(app, "Send")
        assert "could not be kept" in app.error[0].value
        assert app.text_area[0].value == "Keep this."
        assert sum("not kept right now" in caption.value for caption in app.caption) == 1


def test_turned_off_it_records_and_draws_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORTAL_HISTORY", "off")
    settings.cache_clear()
    app = AppTest.from_function(draw, default_timeout=60).run()
    assert not app.get("feedback")
    assert not app.exception
