"""The resume page driven without a browser: samples, edits that re-rank, blind mode, bad files, tabs."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from tests.ui.kept import assert_nothing_personal, outcomes
from tools.settings import ROOT
from tools.ui.resume.state import KEY, Screen

PAGE = str(ROOT / "pages" / "Resume_Screener.py")
JOB = "Java Developer\nMust have: Java, Spring Boot, SQL. Good to have: Docker.\nExperience: 3 to 6 years."
GOOD = (
    b"Asha Verma\nasha.verma@example.in | +91 90000 00001\nJava Developer\n\nExperience\n"
    b"Java Developer, Acme Software Pvt Ltd\nJan 2020 - Present\nBuilt services in Java, Spring Boot and SQL.\n"
)
WEAK = (
    b"Ravi Kumar\nravi@example.in\n\nExperience\nStaff Nurse, City Hospital\n"
    b"Jan 2018 - Dec 2021\nLooked after patients.\n"
)


@pytest.fixture
def app() -> Iterator[AppTest]:
    yield AppTest.from_file(PAGE, default_timeout=60).run()
    st.cache_data.clear()


def visit(app: AppTest) -> Screen:
    found: Screen = app.session_state[KEY]
    return found


def finish(app: AppTest) -> AppTest:
    """Wait until the files are read, then draw again, as the page's own clock does."""
    assert visit(app).batch.wait(60)
    return app.run()


def with_resumes(app: AppTest, *files: tuple[str, bytes]) -> AppTest:
    app.text_area[0].set_value(JOB)
    uploader = next(found for found in app.file_uploader if found.label.startswith("Resumes"))
    uploader.set_value([(name, data, "application/octet-stream") for name, data in files]).run()
    return finish(app)


def ranking(app: AppTest) -> list[dict[str, object]]:
    table = next(found.value for found in app.dataframe if "Score" in found.value.columns)
    rows: list[dict[str, object]] = table.to_dict("records")
    return rows


def test_empty_page_says_what_to_do(app: AppTest) -> None:
    assert not app.exception
    assert not app.error
    assert any("job description" in found.value for found in app.info)


def test_a_pile_of_which_nothing_could_be_read_is_a_run_too(app: AppTest) -> None:
    with_resumes(app, ("broken.pdf", b"%PDF-1.7 cut short"), ("empty.txt", b""))
    assert outcomes(app.run()) == [("resume", "unreadable")]
    with_resumes(app, ("broken.pdf", b"%PDF-1.7 cut short"), ("good.txt", GOOD))
    assert outcomes(app.run()) == [("resume", "unreadable"), ("resume", "scored")]


def test_sample_in_one_click_ranks_everybody(app: AppTest) -> None:
    next(button for button in app.button if "Java" in button.label).click().run()
    finish(app)
    assert not app.error
    rows = ranking(app)
    assert len(rows) == len(visit(app).batch.items) >= 8
    assert [row["#"] for row in rows] == list(range(1, len(rows) + 1))
    assert all(str(row["Candidate"]).startswith("Candidate ") for row in rows)
    assert outcomes(app) == [("resume", "scored")]
    people = [(resume.file, resume.identity.name, resume.identity.email) for resume in visit(app).batch.resumes]
    assert_nothing_personal(app, *(word for person in people for word in person if word))


def test_the_fitting_resume_leads_and_blind_mode_hides_who_it_is(app: AppTest) -> None:
    with_resumes(app, ("ravi.txt", WEAK), ("asha.txt", GOOD))
    first, second = ranking(app)
    assert first["Score"] > second["Score"]  # type: ignore[operator]
    kinds = ("markdown", "caption", "header", "subheader")
    shown = " ".join(str(found.value) for kind in kinds for found in app.get(kind))
    assert "Asha" not in shown
    assert "asha.verma" not in shown
    app.toggle[0].set_value(False).run()
    assert ranking(app)[0]["Candidate"] == "Asha Verma"
    assert any("asha.verma@example.in" in caption.value.replace("\\", "") for caption in app.caption)


def test_edited_requirements_rank_anew_without_reading_again(app: AppTest) -> None:
    with_resumes(app, ("asha.txt", GOOD))
    before, parsed = ranking(app)[0]["Score"], visit(app).batch.items[0].parsed
    next(found for found in app.text_input if found.label == "Job title").set_value("Staff Nurse").run()
    assert ranking(app)[0]["Score"] != before
    assert visit(app).batch.items[0].parsed is parsed


def test_bad_files_are_named_and_the_rest_is_ranked(app: AppTest) -> None:
    with_resumes(app, ("asha.txt", GOOD), ("page.pdf", b"<html><body>not a pdf</body></html>"), ("empty.pdf", b""))
    assert len(ranking(app)) == 1
    told = " ".join(found.value.replace("\\", "") for found in app.markdown)
    assert "page.pdf" in told
    assert "empty.pdf" in told
    assert not app.exception


def test_files_over_the_limit_are_told_and_the_rest_is_ranked(app: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(visit(app).batch, "limit", 1)
    with_resumes(app, ("asha.txt", GOOD), ("ravi.txt", WEAK))
    assert "ravi.txt" in app.warning[0].value
    assert [row["Experience"] for row in ranking(app)] == [6.9]


def test_short_job_description_is_one_clear_sentence(app: AppTest) -> None:
    app.text_area[0].set_value("hi").run()
    assert len(app.error) == 1
    assert not app.exception


@pytest.mark.parametrize("tab", ["Compare", "Charts", "Fairness", "Download"])
def test_every_tab_draws(app: AppTest, tab: str) -> None:
    with_resumes(app, ("asha.txt", GOOD), ("ravi.txt", WEAK))
    app.session_state["resume.tabs"] = tab
    app.run()
    assert not app.error
    assert not app.exception


def test_shortlist_is_marked_in_the_table(app: AppTest) -> None:
    with_resumes(app, ("asha.txt", GOOD))
    next(button for button in app.button if button.label == "Add to shortlist").click().run()
    assert ranking(app)[0]["★"] == "★"


def test_start_again_forgets_everything(app: AppTest) -> None:
    with_resumes(app, ("asha.txt", GOOD))
    next(button for button in app.button if button.label == "Start again").click().run()
    assert not visit(app).batch.items
    assert not app.text_area[0].value


def test_two_visitors_do_not_see_each_other(app: AppTest) -> None:
    with_resumes(app, ("asha.txt", GOOD))
    other = AppTest.from_file(PAGE, default_timeout=60).run()
    assert not visit(other).batch.items
