"""The guard rails on the demos' pages: what is refused is refused with its sentence, and what is there stays."""

from __future__ import annotations

from concurrent.futures import Future
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from models import cached
from tests.tools.crop.drawn import encoded, leaf
from tests.tools.crop.fakes import FakeLeaf
from tests.ui.limits.driving import AGAIN, CANDIDATE, JOB, Clock, give, page, shown, told, uploaded
from tests.ui.market import Market
from tools.guard import Guard


def ranked(app: AppTest) -> AppTest:
    """A ranking of one resume."""
    app.text_area(key="resume.job_text").set_value(JOB)
    uploaded(app, "one.txt")
    assert app.session_state["resume.screen"].batch.wait(60)
    app.run()
    assert not told(app)
    assert len(app.session_state["resume.screen"]._ranked[1]) == 1
    return app


def test_the_second_pile_within_a_minute_is_refused_and_the_ranking_stays(strict: Guard, clock: Clock) -> None:
    app = ranked(page("Resume_Screener"))
    before = app.session_state["resume.screen"]._ranked
    uploaded(app, "one.txt", "two.txt")
    assert told(app) == [AGAIN]
    screen = app.session_state["resume.screen"]
    assert [item.name for item in screen.batch.items] == ["one.txt"]
    assert screen._ranked is before
    assert CANDIDATE.search(shown(app))
    clock.now += 61  # the sentence kept its word
    app.run()
    assert not told(app)
    assert [item.name for item in screen.batch.items] == ["one.txt", "two.txt"]
    assert screen.batch.wait(60)


def test_a_ranking_without_its_turn_leaves_the_one_before(strict: Guard, clock: Clock) -> None:
    app = ranked(page("Resume_Screener"))
    screen = app.session_state["resume.screen"]
    clock.now += 61
    with strict.turn("somebody else"):
        uploaded(app, "one.txt", "two.txt")
        assert screen.batch.wait(60)
        app.run()
        assert told(app) == ["The portal is busy and 1 others are ahead of you: try again in a moment."]
        assert len(screen._ranked[1]) == 1
        assert CANDIDATE.search(shown(app))
    app.run()
    assert not told(app)
    assert len(screen._ranked[1]) == 2


def test_a_ranking_of_another_job_is_not_shown_in_its_place(strict: Guard) -> None:
    app = ranked(page("Resume_Screener"))
    with strict.turn("somebody else"):
        app.text_area(key="resume.job_text").set_value("Cook\n\nRequired: cooking, hygiene.\n").run()
        assert told(app) == ["The portal is busy and 1 others are ahead of you: try again in a moment."]
        assert not CANDIDATE.search(shown(app))


def test_a_refused_photo_leaves_the_open_one_open(strict: Guard, monkeypatch: pytest.MonkeyPatch) -> None:
    ready: Future[Any] = Future()
    ready.set_result(FakeLeaf({"tomato__early_blight": 0.94}))
    monkeypatch.setattr(cached, "preload_leaf", lambda: ready)
    app = page("Crop_Disease_Detector")
    photos = [("one.jpg", encoded(leaf(320, 320))), ("two.jpg", encoded(leaf(300, 320)))]
    give(app.file_uploader[0], *photos)
    visit = app.session_state["crop.visit"]
    assert visit.batch.wait(60)
    visit.opened = visit.batch.items[1].key
    app.run()
    assert visit.shown.name == "two.jpg"
    next(button for button in app.button if str(button.key).startswith("crop.try.")).click().run()
    assert told(app) == [AGAIN]
    assert visit.shown.name == "two.jpg"
    give(app.file_uploader[0], *photos, ("three.jpg", encoded(leaf(280, 320))))
    assert told(app) == [AGAIN]
    assert [item.name for item in visit.batch.items] == ["one.jpg", "two.jpg"]
    assert visit.shown.name == "two.jpg"


def test_a_refused_document_leaves_the_summary(strict: Guard, monkeypatch: pytest.MonkeyPatch) -> None:
    failed: Future[Any] = Future()
    failed.set_result(None)
    monkeypatch.setattr(cached, "preload_names", lambda: failed)
    app = page("Legal_Summariser")
    samples = [button for button in app.button if str(button.key).startswith("legal.try.")]
    samples[0].click().run()
    visit = app.session_state["legal.visit"]
    assert visit.batch.wait(60)
    app.run()
    open_one = visit.shown.name
    next(button for button in app.button if button.key == samples[1].key).click().run()
    assert told(app) == [AGAIN]
    assert [item.name for item in visit.batch.items] == [open_one]
    assert visit.shown.name == open_one
    assert app.get("image")


def test_a_refused_share_leaves_the_one_before_and_can_be_tried_again(
    strict: Guard, clock: Clock, market: Market
) -> None:
    app = page("Stock_Analyser")
    app.button(key="stocks.sample").click().run()
    assert not told(app)
    app.button(key="stocks.quick.RELIANCE").click().run()
    assert told(app)[0] == AGAIN
    assert app.session_state["stocks.visit"].symbol.symbol == "SAMPLE"
    assert "SAMPLE" in shown(app)
    assert app.query_params["symbol"] in ("SAMPLE", ["SAMPLE"])
    clock.now += 61
    app.button(key="stocks.try_again").click().run()
    assert AGAIN not in told(app)
    assert app.session_state["stocks.visit"].symbol.symbol == "RELIANCE"
    assert "Reliance" in shown(app)
