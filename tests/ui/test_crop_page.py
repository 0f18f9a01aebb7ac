"""The crop page driven without a browser: samples, languages, another crop, bad files, no answer, start again."""

from __future__ import annotations

import html
from collections.abc import Iterator
from concurrent.futures import Future
from typing import Any

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from models import cached
from tests.tools.crop.drawn import encoded, leaf
from tests.tools.crop.fakes import FakeLeaf
from tests.ui.kept import assert_nothing_personal, outcomes
from tools.crop.advice import STANDING, crop_name
from tools.crop.phrases import TEXTS
from tools.crop.types import OTHER_CROP
from tools.errors import ModelUnavailable
from tools.settings import ROOT
from tools.ui.crop.badges import figures
from tools.ui.crop.state import KEY, Visit

PAGE = str(ROOT / "pages" / "Crop_Disease_Detector.py")
PHOTO = encoded(leaf(320, 320))


class Preload:
    """What `models.cached.preload_leaf` is to its callers, with a fake model."""

    def __init__(self, model: FakeLeaf) -> None:
        self.model = model
        self.cleared = 0

    def __call__(self) -> Future[Any]:
        ready: Future[Any] = Future()
        ready.set_result(self.model)
        return ready

    def clear(self) -> None:
        self.cleared += 1


@pytest.fixture
def model(monkeypatch: pytest.MonkeyPatch) -> FakeLeaf:
    fake = FakeLeaf({"tomato__early_blight": 0.94})
    monkeypatch.setattr(cached, "preload_leaf", Preload(fake))
    return fake


@pytest.fixture
def app(model: FakeLeaf) -> Iterator[AppTest]:
    yield AppTest.from_file(PAGE, default_timeout=120).run()
    st.cache_data.clear()


def visit(app: AppTest) -> Visit:
    found: Visit = app.session_state[KEY]
    return found


def finish(app: AppTest) -> AppTest:
    """Wait until everything is answered, then draw again, as the page's own clock does."""
    assert visit(app).batch.wait(120)
    app.run()
    assert not app.exception
    return app


def give(app: AppTest, *files: tuple[str, bytes]) -> AppTest:
    app.file_uploader[0].set_value([(name, data, "image/jpeg") for name, data in files]).run()
    return finish(app)


def test_a_model_that_is_still_being_loaded_is_not_loaded_twice(app: AppTest) -> None:
    seen, preload = visit(app), cached.preload_leaf
    assert isinstance(preload, Preload)
    seen.loading = Future()
    seen.retry()
    assert preload.cleared == 0
    assert seen.loading.done()
    seen.retry()
    assert preload.cleared == 1


def try_sample(app: AppTest, title: str = "Ringed spots") -> AppTest:
    next(button for button in app.button if button.label == title).click().run()
    return finish(app)


def told(app: AppTest) -> str:
    """All texts of the page as one, without escapes."""
    kinds = ("markdown", "caption", "header", "subheader", "html", "warning", "error", "info")
    texts = (
        getattr(found, "value", None) or getattr(found.proto, "body", "") for kind in kinds for found in app.get(kind)
    )
    return html.unescape(" ".join(str(text) for text in texts)).replace("\\", "")


def test_empty_page_says_what_to_do_and_reads_no_file(app: AppTest) -> None:
    assert not app.exception
    assert not app.error
    assert "the answer appears here" in app.info[0].value
    assert not visit(app).batch.items


def test_sample_in_one_click_then_hindi_without_asking_again(app: AppTest, model: FakeLeaf) -> None:
    try_sample(app)
    assert "Very likely early blight of tomato (95%)" in told(app)
    assert STANDING["en"] in told(app)
    asked = list(model.groups)
    app.segmented_control[0].set_value("hi").run()
    assert crop_name("tomato", "hi") in told(app)
    assert STANDING["hi"] in told(app)
    assert "Very likely" not in told(app)
    assert model.groups == asked
    assert outcomes(app) == [("crop", "diagnosed")]
    assert_nothing_personal(app, "ringed_spots", "sample")


def test_another_crop_is_answered_without_reading_again(app: AppTest, model: FakeLeaf) -> None:
    try_sample(app)
    examined = visit(app).batch.items[0].examined
    app.selectbox[0].set_value(OTHER_CROP).run()
    finish(app)
    assert "not one of the 15" in told(app)
    assert "blight" not in told(app)
    assert visit(app).batch.items[0].examined is examined


def test_bad_file_and_second_copy_beside_a_good_one(app: AppTest) -> None:
    give(app, ("good.jpg", PHOTO), ("broken.jpg", PHOTO[:400]), ("copy.jpg", PHOTO))
    assert "broken.jpg" in told(app)
    assert "copy.jpg is the same photo as good.jpg" in told(app)
    assert len(visit(app).batch.answered) == 1
    app.run()
    assert sorted(outcomes(app)) == [("crop", "diagnosed"), ("crop", "unreadable")]


def test_several_photos_make_a_gallery_and_a_click_opens_one(app: AppTest) -> None:
    give(app, ("one.jpg", PHOTO), ("two.jpg", encoded(leaf(320, 320, ground=(120, 120, 130)))))
    assert any("2 photos" in heading.value for heading in app.header)
    first = visit(app).shown
    next(button for button in app.button if button.label == "Open").click().run()
    assert visit(app).shown is not first


def test_unsure_compares_three_and_diagnoses_nothing(app: AppTest, model: FakeLeaf, monkeypatch: Any) -> None:
    monkeypatch.setattr(model, "_probabilities", FakeLeaf({"tomato__early_blight": 0.5})._probabilities)
    give(app, ("leaf.jpg", PHOTO))
    assert TEXTS["unsure"][0] in told(app)
    assert TEXTS["compare"][0] in told(app)
    assert STANDING["en"] not in told(app)


def test_not_a_leaf_names_no_disease(app: AppTest, model: FakeLeaf, monkeypatch: Any) -> None:
    monkeypatch.setattr(model, "_probabilities", FakeLeaf({"not_a_leaf": 0.9})._probabilities)
    give(app, ("robot.jpg", PHOTO))
    assert TEXTS["not_a_leaf"][0] in told(app)
    assert "blight" not in told(app)


def test_missing_model_is_told_and_can_be_tried_again(app: AppTest, model: FakeLeaf) -> None:
    model.error = ModelUnavailable("The weights are missing: restore them.")
    give(app, ("leaf.jpg", PHOTO))
    assert "The weights are missing: restore them." in told(app)
    model.error = None
    next(button for button in app.button if button.label == "Try again").click().run()
    finish(app)
    assert "early blight" in told(app)


def test_photos_over_the_limit_are_told_and_the_rest_is_answered(app: AppTest) -> None:
    visit(app).batch.limit = 1
    give(app, ("one.jpg", PHOTO), ("two.jpg", PHOTO + b" "))
    assert "two.jpg" in app.warning[0].value
    assert len(visit(app).batch.answered) == 1


def test_start_again_forgets_everything_but_the_language(app: AppTest) -> None:
    try_sample(app)
    app.segmented_control[0].set_value("hi").run()
    next(button for button in app.button if button.label == "Start again").click().run()
    assert not visit(app).batch.items
    assert visit(app).language == "hi"


def test_two_visitors_do_not_see_each_other(app: AppTest) -> None:
    try_sample(app)
    other = AppTest.from_file(PAGE, default_timeout=120).run()
    assert not visit(other).batch.items


def test_figures_come_from_the_card_or_are_left_out(tmp_path: Any) -> None:
    card = tmp_path / "CARD.md"
    assert figures(card) == ""
    card.write_text("# Card\n<!-- figures -->\nField: 0.9\n<!-- /figures -->\nMore")
    assert figures(card) == "Field: 0.9"
    card.write_text("# Card")
    assert figures(card) == ""
