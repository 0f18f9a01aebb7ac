"""What one visit may hold, what a pile may be, and what a portal that ends says."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from tests.ui.limits.driving import CV, page, told, uploaded
from tools import guard
from tools.guard import Guard
from tools.settings import ROOT, settings


def test_what_is_left_out_of_a_pile_counts_once(strict: Guard, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings(), "max_files", 2)
    app = uploaded(page("Resume_Screener"), "one.txt", "two.txt", "three.txt", "four.txt")
    for _drawn in range(3):  # each time the page is drawn it meets the two that are too many
        assert told(app) == ["At most 2 files are read at once: three.txt and what follows was left out."]
        app.run()
    assert len(app.session_state["resume.screen"].batch.items) == 2


def test_a_portal_that_ends_says_so_in_the_visitor_s_language(strict: Guard) -> None:
    strict.close()
    app = AppTest.from_file(str(ROOT / "pages" / "Resume_Screener.py"), default_timeout=60)
    app.session_state["portal.language"] = "hi"
    app.run()
    next(found for found in app.file_uploader if found.key == "resume.files").set_value(
        [("one.txt", CV, "text/plain")]
    ).run()
    assert any("पोर्टल फिर से शुरू हो रहा है" in text for text in told(app))


def test_a_visit_holds_no_more_than_its_megabytes(strict: Guard, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings(), "user_upload_mb", 0)
    app = page("Resume_Screener")
    uploaded(app, "one.txt")
    assert told(app) == ["Your files together are larger than 0 MB: remove some of them first."]
    assert not app.session_state["resume.screen"].batch.items
    app = page("Assistant")
    app.chat_input[0].upload("first.txt", b"The court allowed the claim.")
    app.run()
    assert told(app) == ["Your files together are larger than 0 MB: remove some of them first."]
    assert not app.session_state["chat.visit"].attachments.items
    app.button(key="chat.discard").click().run()
    assert not told(app)


def test_the_guard_is_made_by_the_settings() -> None:
    assert guard.guard()._per_minute == settings().user_runs_per_minute
