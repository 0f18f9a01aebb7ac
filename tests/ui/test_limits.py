"""The guard rails on pages: what is refused is refused with its sentence, and what is there stays."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from tools import guard
from tools.guard import Guard
from tools.settings import ROOT, settings

PAGE = str(ROOT / "pages" / "Resume_Screener.py")
CV = b"Asha Verma\nJava Developer\n\nExperience\nJava Developer, Acme Software\nJan 2020 - Present\nJava and SQL.\n"


@pytest.fixture
def strict(monkeypatch: pytest.MonkeyPatch) -> Iterator[Guard]:
    made = Guard(1, 1, 1, 1.0)
    for module in ("tools.ui.limits", "tools.closing"):
        monkeypatch.setattr(f"{module}.guard", lambda: made)
    yield made
    st.cache_data.clear()


def uploaded(app: AppTest, *names: str) -> AppTest:
    uploader = next(found for found in app.file_uploader if found.label.startswith("Resumes"))
    return uploader.set_value([(name, CV, "text/plain") for name in names]).run()


def test_the_second_pile_within_a_minute_is_refused(strict: Guard) -> None:
    app = AppTest.from_file(PAGE, default_timeout=60).run()
    uploaded(app, "one.txt")
    assert not app.warning
    uploaded(app, "one.txt", "two.txt")
    assert any("1 runs within a minute" in found.value for found in app.warning)
    assert "two.txt" not in [item.name for item in app.session_state["resume.screen"].batch.items]


def test_a_portal_that_ends_says_so_in_the_visitor_s_language(strict: Guard) -> None:
    strict.close()
    app = AppTest.from_file(PAGE, default_timeout=60)
    app.session_state["portal.language"] = "hi"
    app.run()
    next(found for found in app.file_uploader if found.key == "resume.files").set_value(
        [("one.txt", CV, "text/plain")]
    ).run()
    assert any("पोर्टल फिर से शुरू हो रहा है" in found.value for found in app.warning)


def test_a_visit_holds_no_more_than_its_megabytes(strict: Guard, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings(), "user_upload_mb", 0)
    app = AppTest.from_file(PAGE, default_timeout=60).run()
    uploaded(app, "one.txt")
    assert any("larger than 0 MB" in found.value for found in app.warning)
    assert not app.session_state["resume.screen"].batch.items


def test_the_guard_is_made_by_the_settings() -> None:
    assert guard.guard()._per_minute == settings().user_runs_per_minute
