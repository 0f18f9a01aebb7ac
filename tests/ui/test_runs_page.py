"""My runs driven without a browser: open, compare, delete, take away, forget; forged addresses, outages."""

from __future__ import annotations

import html
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from tests.ui.kept import history_in
from tools.access import User
from tools.history import Feedback, Run, fingerprint, history
from tools.history.database import FAILS
from tools.history.kept import FULL, GONE, LONG, UNSAVED
from tools.history.migrating import NEWER
from tools.history.packing import DAMAGED, LARGE
from tools.history.writer import Recorder
from tools.settings import ROOT, settings
from tools.translations import catalogue
from tools.ui.history.comparing import UNLIKE
from tools.ui.language import KEY as LANGUAGE

PAGE = str(ROOT / "pages" / "My_Runs.py")
ME = "local"
RESULT = {
    "symbol": "KAVERI", "source": "live", "score": 71.5, "stale": False, "note": "", "said": "Steady. " * 40,
    "risk": {"beta": 1.2}, "facts": {"fir_number": {"value": "12/2026", "page": 1}, "act": {"value": "BNS"}},
    "rows": [{"days": 5, "low": 1.0, "more": {"a": [1, 2]}}],
}  # fmt: skip


@pytest.fixture(autouse=True)
def own_history(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with history_in(tmp_path, monkeypatch):
        yield


def ran(tool: str = "stocks", owner: str = ME, result: dict[str, Any] | None = None, title: str = "T") -> Run:
    made = Run(owner, tool, fingerprint("x"), "net", "cpu", 0.5, "analysed: live")
    history().record(made)
    if result is not None:
        history().save(owner, made.id, title, result)
    return made


def opened(**query: str) -> AppTest:
    app = AppTest.from_file(PAGE, default_timeout=60)
    for name, value in query.items():
        app.query_params[name] = value
    return no_defect(app.run())


def no_defect(app: AppTest) -> AppTest:
    assert not app.exception
    assert not [error for error in app.error if "reference" in error.value]
    return app


def choose(app: AppTest, *rows: int) -> AppTest:
    table = next(found for found in app.dataframe if str(found.key).startswith("runs.table."))
    app.session_state[str(table.key)] = {"selection": {"rows": list(rows), "columns": [], "cells": []}}
    return no_defect(app.run())


def press(app: AppTest, key: str) -> AppTest:
    return no_defect(app.button(key=key).click().run())


def told(app: AppTest) -> str:
    kinds = ("markdown", "caption", "header", "subheader", "html", "warning", "error", "info", "success", "text")
    texts = (
        getattr(found, "value", None) or getattr(found.proto, "body", "") for kind in kinds for found in app.get(kind)
    )
    return html.unescape(" ".join(str(text) for text in texts)).replace("\\", "")


def test_nothing_yet_says_what_to_do() -> None:
    app = opened()
    assert "No runs here yet" in app.info[0].value
    assert not app.dataframe


def test_the_table_shows_ones_own_runs_in_words() -> None:
    ran("legal")
    ran(owner="ravi")
    history().feedback(ME, history().runs(ME)[0].id, Feedback(-1, "Wrong <b>date</b>"))
    (row,) = opened().dataframe[0].value.to_dict("records")
    assert (row["Demo"], row["Useful"], row["Seconds"]) == ("Legal summariser", "👎", 0.5)
    assert row["When (IST)"].tzinfo is not None


def test_a_saved_result_opens_readably() -> None:
    ran(result=RESULT, title="Kaveri *Mills* <b>")
    app = choose(opened(), 0)
    page = told(app)
    for text in ("Kaveri *Mills* <b>", "71.5", "Steady.", "Risk · Beta", "12/2026"):
        assert text in page or any(text in frame.value.to_string() for frame in app.dataframe)
    assert app.header[0].value == r"Kaveri \*Mills\* \<b\>"
    assert "Note" not in page  # nothing is stated there
    facts = next(frame.value for frame in app.dataframe if "Value" in frame.value.columns)
    assert facts.to_dict("records") == [
        {"": "FIR number", "Value": "12/2026", "Page": "1"},
        {"": "Act", "Value": "BNS", "Page": "—"},
    ]


def test_a_run_that_was_not_saved_says_what_was_kept() -> None:
    ran()
    assert "Only that it ran was kept" in told(choose(opened(), 0))


def test_two_of_one_demo_are_compared_and_what_differs_is_marked() -> None:
    ran(result=RESULT)
    ran(result={**RESULT, "score": 64.0, "new": True})
    app = choose(opened(), 0, 1)
    assert "2 values differ" in told(app)
    table = app.dataframe[1].value
    assert list(table["≠"]) == ["≠", "≠"]
    assert list(table["A"]) + list(table["B"]) == ["64", "Yes", "71.5", "—"]
    app.toggle(key="runs.compare.all").set_value(True).run()
    assert len(app.dataframe[1].value) > 2


def test_two_of_different_demos_cannot_be_compared() -> None:
    ran("crop", result=RESULT)
    ran("legal", result=RESULT)
    assert "same demo" in choose(opened(), 0, 1).error[0].value


def test_filters() -> None:
    ran("crop")
    old = Run(ME, "legal", "0", "net", "cpu", 1.0, "fir", at=datetime.now(UTC) - timedelta(days=20))
    history().record(old)
    app = opened()
    assert len(app.dataframe[0].value) == 2
    app.selectbox(key="runs.tool").set_value("legal").run()
    assert list(app.dataframe[0].value["Result"]) == ["FIR summarised"]
    app.segmented_control(key="runs.period").set_value("7").run()
    assert "None of your runs" in app.info[0].value
    assert len(press(app, "runs.unfilter").dataframe[0].value) == 2


def test_more_runs_are_a_press_away() -> None:
    for _run in range(52):
        ran()
    app = opened()
    assert len(app.dataframe[0].value) == 50
    assert len(press(app, "runs.show_more").dataframe[0].value) == 52


def test_delete_asks_first_and_takes_the_chosen_alone() -> None:
    ran("crop")
    ran("legal")
    app = choose(opened(), 0)
    assert history().count(ME) == 2
    press(app, "runs.delete")
    assert [run.tool for run in history().runs(ME)] == ["crop"]


def test_an_address_opens_ones_own_run() -> None:
    mine = ran(result=RESULT, title="By its address")
    app = opened(run=mine.id)
    assert app.header[0].value == "By its address"
    choose(app, 0)  # the same run twice on one page
    press(app, "runs.close")
    assert "run" not in app.query_params


@pytest.mark.parametrize("forged", ["theirs", "nothing", "' OR 1=1 --", "x" * 9000, "\0"])
def test_a_forged_address_shows_nothing_of_anybody(forged: str) -> None:
    theirs = ran(owner="ravi", result={"secret": "hidden value"}, title="Not yours")
    app = opened(run=theirs.id if forged == "theirs" else forged)
    assert "no such run of yours" in app.error[0].value
    assert "Not yours" not in told(app)
    assert "hidden value" not in told(app)


def test_export_and_forget() -> None:
    ran(result=RESULT)
    ran(owner="ravi")
    app = press(opened(), "runs.export")
    assert any(button.proto.label == "Download ZIP" for button in app.get("download_button"))
    app.checkbox(key="runs.sure").check().run()
    press(app, "runs.forget")
    assert (history().count(ME), history().count("ravi")) == (0, 1)


def test_nothing_is_deleted_while_the_newest_runs_still_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    ran()
    app = opened()
    app.checkbox(key="runs.sure").check().run()
    monkeypatch.setattr(Recorder, "flush", lambda *_: False)
    press(app, "runs.forget")
    assert "Nothing was deleted" in app.error[0].value
    assert history().count(ME) == 1


def test_a_visit_without_sign_in_sees_its_own_alone_and_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    ran()
    for name in ("tools.ui.history.listing", "tools.ui.history.mine"):
        monkeypatch.setattr(f"{name}.user", lambda: User("visit-1", "staff"))
    app = opened()
    assert "No runs here yet" in app.info[0].value
    assert "You are not signed in" in told(app)


def test_a_database_that_is_down_is_told_with_a_way_to_try_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with history_in(tmp_path, monkeypatch, "sqlite:////proc/no/folder/history.sqlite"):
        app = opened()
        assert "cannot be read right now" in app.warning[0].value
        assert any(button.label == "Try again" for button in app.button)
        home = no_defect(AppTest.from_file(str(ROOT / "Home.py"), default_timeout=60).run())
        assert home.header


def test_history_turned_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORTAL_HISTORY", "off")
    settings.cache_clear()
    assert "keeps no history" in opened().info[0].value


def test_home_shows_the_latest_with_the_way_to_each() -> None:
    for number in range(7):
        ran(result=RESULT, title=f"Run {number}")
    home = no_defect(AppTest.from_file(str(ROOT / "Home.py"), default_timeout=60).run())
    links = [link.proto for link in home.get("page_link") if "Run " in link.proto.label]
    assert [link.label.split(" · ")[1] for link in links] == [f"Run {number}" for number in (6, 5, 4, 3, 2)]


def test_a_defect_is_kept_by_its_reference_without_its_message() -> None:
    def draw() -> None:
        from tools.ui.frame import page

        with page("runs"):
            raise KeyError("asha.verma@example.in")

    app = AppTest.from_function(draw).run()
    (kept,) = _failures()
    assert kept.reference in app.error[0].value
    assert (kept.tool, kept.kind) == ("runs", "KeyError")
    assert "asha" not in str(kept)


def _failures() -> Any:
    from tools.history import recorder

    assert recorder().flush(30)
    return history().failures()


def test_in_hindi_words_outcomes_and_times_too() -> None:
    ran("legal", result=RESULT)
    app = AppTest.from_file(PAGE, default_timeout=60)
    app.session_state[LANGUAGE] = "hi"
    app = choose(no_defect(app.run()), 0)
    assert "मेरे काम" in app.title[0].value
    assert "1 काम" in told(app)
    assert "नतीजा" in app.dataframe[0].value.columns


@pytest.mark.parametrize(
    "said",
    [GONE, UNSAVED, LONG.format(most=2000, count=2001), FULL.format(most=100), LARGE.format(size=1200, most=1024),
     DAMAGED, NEWER, UNLIKE, *FAILS.values()],
)  # fmt: skip
def test_every_sentence_of_the_history_is_known_in_hindi(said: str) -> None:
    assert catalogue("hi").sentence(said) != said
