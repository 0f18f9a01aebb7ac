"""The frame around every page: expected failures as sentences, defects as references, the gallery's truth."""

from __future__ import annotations

import logging
import re

import pytest
from streamlit.testing.v1 import AppTest

from models import readiness
from tools.settings import ROOT, settings
from tools.ui.catalogue import available, demo


def draw_with_expected_failure() -> None:
    from tools.errors import Encrypted
    from tools.ui.frame import page

    with page("home"):
        raise Encrypted("cv.pdf needs a password: save it without one.")


def draw_with_defect() -> None:
    from tools.ui.frame import page

    with page("home"):
        raise KeyError("secret detail")


def draw_a_fragment() -> None:
    import streamlit as st

    from tools.ui.frame import page
    from tools.ui.sign_in import fragment

    @fragment
    def part() -> None:
        st.button("Again", key="again")
        if st.session_state.get("broken"):
            raise KeyError("secret detail")

    with page("home"):
        part()


def test_expected_failure_is_shown_as_its_sentence() -> None:
    app = AppTest.from_function(draw_with_expected_failure).run()
    assert [error.value for error in app.error] == ["cv.pdf needs a password: save it without one."]


def test_defect_is_shown_as_a_reference_that_the_log_has(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR, "portal"):
        app = AppTest.from_function(draw_with_defect).run()
    shown = app.error[0].value
    assert "secret detail" not in shown
    reference = re.search(r"\*\*([0-9a-f]{8})\*\*", shown)
    assert reference
    assert reference.group(1) in caplog.text


@pytest.mark.parametrize("again", [False, True])
def test_defect_in_a_fragment_is_a_reference_too_also_when_it_runs_by_itself(
    again: bool, caplog: pytest.LogCaptureFixture
) -> None:
    app = AppTest.from_function(draw_a_fragment).run()
    app.session_state["broken"] = True
    with caplog.at_level(logging.ERROR):
        app.button(key="again").click().run() if again else app.run()
    assert not app.exception
    assert "tell support the reference" in app.error[0].value
    assert "secret detail" not in app.error[0].value
    failures = [record.name for record in caplog.records if record.levelno >= logging.ERROR]
    assert failures == ["portal"]  # Streamlit would log the error with its words


def test_home_shows_each_demo_and_finds_it() -> None:
    app = AppTest.from_file(str(ROOT / "Home.py")).run(timeout=20)
    assert not app.exception
    assert demos(app) == [f"{entry.icon} {entry.title}" for entry in available()]
    app.text_input[0].set_value("hiring").run()
    assert any("Resume screener" in heading for heading in demos(app))


def demos(app: AppTest) -> list[str]:
    """The headings of the gallery; recent runs may stand below it."""
    return [str(heading.value) for heading in app.header if str(heading.value).startswith(":material/")]


def test_home_says_when_nothing_matches() -> None:
    app = AppTest.from_file(str(ROOT / "Home.py")).run(timeout=20)
    app.text_input[0].set_value("submarines").run()
    assert not demos(app)
    assert "submarines" in app.info[0].value
    app.button(key="home.clear").click().run()
    assert len(demos(app)) == len(available())


def test_unsafe_setting_stops_the_page_with_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORTAL_MAX_PAGES", "many")
    settings.cache_clear()
    try:
        app = AppTest.from_file(str(ROOT / "Home.py")).run(timeout=20)
        assert "PORTAL_MAX_PAGES" in app.error[0].value
    finally:
        settings.cache_clear()


@pytest.mark.parametrize(("query", "found"), [("", True), ("cv", True), ("RANK resume", True), ("tractor", False)])
def test_search(query: str, found: bool) -> None:
    assert demo("resume").matches(query) is found


def test_status_is_true_when_the_model_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readiness, "find_spec", lambda name: None)
    assert readiness.text_readiness().word == "not ready"


def test_status_of_the_default_model() -> None:
    assert readiness.text_readiness().word == "offline default"
