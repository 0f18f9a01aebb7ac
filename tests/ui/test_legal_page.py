"""The legal page driven without a browser: samples, languages, facts that turn the page, bad files, start again."""

from __future__ import annotations

import html
from collections.abc import Iterator
from concurrent.futures import Future
from typing import Any

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from models import cached
from tests.tools.legal.test_command_line import Spelled
from tests.ui.kept import assert_nothing_personal, outcomes
from tools.legal.phrases import OUTCOMES, TEXTS
from tools.legal.samples import TITLES
from tools.settings import ROOT
from tools.translations import Language
from tools.ui.language import KEY as LANGUAGE
from tools.ui.legal.state import KEY, Visit

PAGE = str(ROOT / "pages" / "Legal_Summariser.py")


@pytest.fixture
def app(monkeypatch: pytest.MonkeyPatch) -> Iterator[AppTest]:
    ready: Future[Any] = Future()
    ready.set_result(Spelled())
    monkeypatch.setattr(cached, "preload_names", lambda: ready)
    yield AppTest.from_file(PAGE, default_timeout=120).run()
    st.cache_data.clear()


def visit(app: AppTest) -> Visit:
    found: Visit = app.session_state[KEY]
    return found


def finish(app: AppTest) -> AppTest:
    """Wait until everything is read, then draw again, as the page's own clock does."""
    assert visit(app).batch.wait(120)
    app.run()
    assert not app.exception
    return app


def press(app: AppTest, label: str) -> AppTest:
    next(button for button in app.button if button.label == label).click().run()
    return app


def try_sample(app: AppTest, name: str, language: Language = "en") -> AppTest:
    return finish(press(app, TITLES[name][language]))


def speak(app: AppTest, language: Language) -> AppTest:
    """Press the portal's own switch."""
    app.session_state[LANGUAGE] = language
    return app.run()


def summary_switch(app: AppTest) -> Any:
    return next(each for each in app.segmented_control if str(each.key).startswith("legal.summary."))


def told(app: AppTest) -> str:
    """All texts of the page as one, without escapes."""
    kinds = ("markdown", "caption", "header", "subheader", "html", "warning", "error", "info")
    texts = (
        getattr(found, "value", None) or getattr(found.proto, "body", "") for kind in kinds for found in app.get(kind)
    )
    return html.unescape(" ".join(str(text) for text in texts)).replace("\\", "")


def test_empty_page_says_what_to_do(app: AppTest) -> None:
    assert not app.exception
    assert TEXTS["empty"][0] in app.info[0].value
    assert not visit(app).batch.items


def test_an_order_shows_what_was_decided_and_hindi_reads_nothing_again(app: AppTest) -> None:
    try_sample(app, "order_bail_hindi.pdf")
    assert OUTCOMES["bail_granted"][0] in told(app)
    assert TEXTS["standing"][0] in told(app)
    processed = visit(app).batch.items[0].processed
    speak(app, "hi")
    assert OUTCOMES["bail_granted"][1] in told(app)
    assert visit(app).batch.items[0].processed is processed
    assert outcomes(app) == [("legal", "order: bail_granted")]
    facts = [str(fact.value) for fact in processed.result.facts.values()]  # type: ignore[union-attr]
    assert_nothing_personal(app, "order_bail_hindi", *(fact for fact in facts if len(fact) > 3))


def test_the_summary_follows_the_portal_until_one_language_is_chosen(app: AppTest) -> None:
    try_sample(app, "order_daily.pdf")
    assert summary_switch(app).value == "en"
    speak(app, "hi")
    assert summary_switch(app).value == "hi"
    summary_switch(app).set_value("en").run()
    assert TEXTS["standing"][1] in told(app)  # the page's own words stay Hindi
    speak(app, "en")
    speak(app, "hi")
    assert summary_switch(app).value == "en"
    press(app, TEXTS["again"][1])
    try_sample(app, "order_daily.pdf", "hi")
    assert summary_switch(app).value == "en"


def test_the_open_tab_stays_open_in_the_other_language(app: AppTest) -> None:
    try_sample(app, "order_daily.pdf")
    app.session_state["legal.tabs"] = TEXTS["reading"][0]
    app.run()
    speak(app, "hi")
    assert app.session_state["legal.tabs"] == TEXTS["reading"][1]
    assert "फ़ाइल के अपने अक्षर" in told(app)


def test_a_click_on_a_fact_turns_the_document_to_its_page(app: AppTest) -> None:
    try_sample(app, "fir_hindi.pdf")
    item = visit(app).batch.items[0]
    assert item.processed is not None
    fact = item.processed.result.facts["investigating_officer"]
    app.button(key=f"legal.fact.{item.key}.investigating_officer.0").click().run()
    focus = visit(app).focus[item.key]
    assert (focus.page, focus.boxes) == (fact.page, fact.boxes)
    assert fact.page > 1
    assert visit(app).looks_at(item).turn == 1


def test_personal_numbers_are_covered_everywhere(app: AppTest) -> None:
    try_sample(app, "fir_english.pdf")
    extract = visit(app).batch.items[0].processed.extract  # type: ignore[union-attr]
    secrets = [extract.facts[key].value for key in ("complainant_phone", "complainant_uid")]
    assert all(secret not in told(app) for secret in secrets)
    assert "▮" in told(app)


def test_bad_files_beside_a_good_one(app: AppTest) -> None:
    good = (ROOT / "data" / "samples" / "legal" / "order_daily.pdf").read_bytes()
    files = [
        ("good.pdf", good, "application/pdf"),
        ("broken.pdf", good[:300], "application/pdf"),
        ("a.zip", b"PK\3\4", ""),
    ]
    app.file_uploader[0].set_value(files).run()
    finish(app)
    assert {item.state for item in visit(app).batch.items} == {"ready", "failed"}
    errors = " ".join(error.value for error in app.error)
    assert "broken" in errors
    assert len(app.error) == 2
    assert OUTCOMES["adjourned"][0] in told(app)
    app.run()
    noted = outcomes(app)
    assert sorted(noted) == [("legal", "order: adjourned"), ("legal", "unreadable"), ("legal", "unreadable")]


def test_several_documents_can_be_chosen_and_start_again_forgets_them(app: AppTest) -> None:
    try_sample(app, "order_daily.pdf")
    try_sample(app, "judgment_high_court.pdf")
    assert len(visit(app).batch.items) == 2
    assert visit(app).shown is visit(app).batch.items[1]
    press(app, TEXTS["again"][0])
    assert not visit(app).batch.items
    assert TEXTS["empty"][0] in app.info[0].value


def test_two_visitors_do_not_see_each_other(app: AppTest) -> None:
    try_sample(app, "order_daily.pdf")
    other = AppTest.from_file(PAGE, default_timeout=120).run()
    assert not visit(other).batch.items
