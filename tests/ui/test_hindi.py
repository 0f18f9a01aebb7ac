"""Each page in Hindi: nothing English is left but what the visitor gave; the choice of language and what it keeps."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from models import cached, registry
from tests.tools.crop.fakes import FakeLeaf
from tests.ui.kept import history_in
from tests.ui.test_crop_page import Preload
from tests.ui.test_crop_page import finish as crop_finish
from tests.ui.test_resume_page import finish, visit
from tests.ui.walker import english
from tools.resume.families import families
from tools.settings import ROOT
from tools.stocks.symbols import entries
from tools.translations import catalogue
from tools.ui import language
from tools.ui.crop.badges import CARD, figures
from tools.ui.language import COOKIE, KEY
from tools.ui.resume.state import JOB_TEXT
from tools.ui.switch import SWITCH

PAGES: Final = [ROOT / "Home.py", *sorted((ROOT / "pages").glob("*.py"))]
NAMES: Final = (
    "New York City Local Law",
    "IPM schedule for vegetables",  # the title of a source
    "MySQL or Oracle",  # how two skills are joined in the table
)


def hindi(page: str) -> AppTest:
    app = AppTest.from_file(str(ROOT / page), default_timeout=120)
    app.session_state[KEY] = "hi"
    app.run()
    assert not app.exception
    return app


@pytest.fixture(autouse=True)
def nothing_begun(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The pages tell what earlier tests of this process did with models, and what they ran."""
    monkeypatch.setattr(registry, "_begun", {})
    with history_in(tmp_path, monkeypatch):
        yield


@pytest.fixture
def resume() -> Iterator[AppTest]:
    app = hindi("pages/Resume_Screener.py")
    next(button for button in app.button if button.label == "जावा बैकएंड डेवलपर").click().run()
    yield finish(app)
    st.cache_data.clear()


@pytest.fixture
def crop(monkeypatch: pytest.MonkeyPatch) -> Iterator[AppTest]:
    monkeypatch.setattr(cached, "preload_leaf", Preload(FakeLeaf({"tomato__early_blight": 0.94})))
    yield hindi("pages/Crop_Disease_Detector.py")
    st.cache_data.clear()


def given(app: AppTest) -> str:
    """What the resume page was given: the job, the resumes' lines, and what was read in them."""
    resumes = visit(app).batch.parsed
    texts = [page.text for item in resumes if item.parsed for page in item.parsed.document().pages]
    read = [str(item.parsed.resume) for item in resumes if item.parsed]
    return "\n".join([str(app.session_state[JOB_TEXT]), str(visit(app).job), *texts, *read])


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_an_empty_page_says_nothing_english(path: object) -> None:
    app = hindi(str(path))
    companies = " ".join(name for entry in entries() for name in (entry.symbol.symbol, entry.symbol.name))
    assert not english(app, *NAMES, documents=f"{figures(CARD)} {companies}")


def test_ranked_resumes_say_nothing_english(resume: AppTest) -> None:
    for tab in ("Candidate", "Compare", "Charts", "Fairness", "Download"):
        resume.session_state["resume.tabs"] = catalogue("hi").text(tab)
        resume.run()
        assert not resume.exception
        assert not english(resume, *NAMES, documents=given(resume)), tab


def test_an_answered_photo_says_nothing_english(crop: AppTest) -> None:
    next(button for button in crop.button if button.label == "छल्लेदार धब्बे").click().run()
    crop_finish(crop)
    assert not english(crop, *NAMES, documents=figures(CARD))


def test_a_bad_photo_is_told_in_hindi(crop: AppTest) -> None:
    crop.file_uploader[0].set_value([("letter.pdf", b"%PDF-1.7 letter", "image/jpeg")]).run()
    crop_finish(crop)
    assert any("letter.pdf" in found.value.replace("\\", "") and "फ़ोटो नहीं है" in found.value for found in crop.markdown)


def test_switching_language_keeps_what_was_chosen() -> None:
    app = AppTest.from_file(str(ROOT / "pages" / "Resume_Screener.py"), default_timeout=120).run()
    app.text_area[0].set_value("Java Developer\nMust have: Java, SQL.").run()
    next(found for found in app.selectbox if found.label == "Education, at least").set_value(3).run()
    next(found for found in app.text_input if found.label == "Job title").set_value("Chief Tester").run()
    app.segmented_control[0].set_value("hi").run()
    assert app.session_state[KEY] == "hi"
    assert next(found for found in app.selectbox if found.label == "पढ़ाई, कम से कम").value == 3
    assert next(found for found in app.text_input if found.label == "पद का नाम").value == "Chief Tester"
    app.segmented_control[0].set_value("en").run()
    assert next(found for found in app.selectbox if found.label == "Education, at least").value == 3


def test_an_open_tab_stays_open(resume: AppTest) -> None:
    resume.session_state["resume.tabs"] = "चार्ट"
    resume.run()
    resume.segmented_control[0].set_value("en").run()
    assert resume.session_state["resume.tabs"] == "Charts"


def test_the_crop_answer_follows_the_interface_until_it_is_changed(crop: AppTest) -> None:
    next(button for button in crop.button if button.label == "छल्लेदार धब्बे").click().run()
    crop_finish(crop)
    answer = next(found for found in crop.segmented_control if found.key == "crop.language")
    assert answer.value == "hi"
    answer.set_value("en").run()
    assert next(found for found in crop.segmented_control if found.key == "crop.language").value == "en"
    next(found for found in crop.segmented_control if found.key == SWITCH).set_value("en").run()
    next(found for found in crop.segmented_control if found.key == SWITCH).set_value("hi").run()
    assert next(found for found in crop.segmented_control if found.key == "crop.language").value == "hi"


class Visitor:
    """Stands in for `st.context`."""

    def __init__(self, locale: str | None, cookie: str | None = None) -> None:
        self.locale = locale
        self.cookies = {COOKIE: cookie} if cookie else {}


@pytest.mark.parametrize(
    ("locale", "cookie", "said"),
    [
        ("hi-IN", None, "hi"),
        ("en-IN", None, "en"),
        (None, None, "en"),
        ("en-IN", "hi", "hi"),
        ("hi-IN", "en", "en"),
        ("en-IN", "xx<script>", "en"),
        ("hi", "", "hi"),
    ],
)
def test_the_cookie_comes_before_the_browser(
    monkeypatch: pytest.MonkeyPatch, locale: str | None, cookie: str | None, said: str
) -> None:
    monkeypatch.setattr(language.st, "context", Visitor(locale, cookie))
    assert language.language() == said


def test_each_kind_of_work_is_said_inside_its_sentence() -> None:
    work = families()[0].name
    said = catalogue("hi").sentence(f"The work described ({work}) is unlike the job's.")
    assert work not in said
    assert catalogue("hi").text(work) in said
