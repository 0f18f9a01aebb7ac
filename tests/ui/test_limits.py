"""The guard rails on pages: what is refused is refused with its sentence, and what is there stays."""

from __future__ import annotations

import html
import re
import threading
from collections.abc import Iterator
from concurrent.futures import Future
from typing import Any

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from models import cached
from tests.tools.crop.drawn import encoded, leaf
from tests.tools.crop.fakes import FakeLeaf
from tests.ui.test_chat_page import KEYS, Meanings, Model, use
from tools import guard
from tools.guard import Guard
from tools.settings import ROOT, settings
from tools.ui.limits import HELD

CV = b"Asha Verma\nJava Developer\n\nExperience\nJava Developer, Acme Software\nJan 2020 - Present\nJava and SQL.\n"
JOB = "Java Developer\n\nRequired: Java, SQL, 3 years of experience.\n"
CANDIDATE = re.compile("Candidate [0-9A-F]{4}")
AGAIN = "You have started 1 runs within a minute: wait 60 s and try again."


class Clock:
    """Stands still until a test moves it."""

    now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def strict(clock: Clock, monkeypatch: pytest.MonkeyPatch) -> Iterator[Guard]:
    """One run within a minute, one computation at a time."""
    made = Guard(1, 1, 1, 0.3, clock)
    for module in ("tools.ui.limits", "tools.closing"):
        monkeypatch.setattr(f"{module}.guard", lambda: made)
    ready: Future[Any] = Future()
    ready.set_result(Meanings())
    monkeypatch.setattr(cached, "preload_embedder", lambda: ready)
    for name in KEYS:
        monkeypatch.delenv(name, raising=False)
    yield made
    st.cache_data.clear()


def page(name: str) -> AppTest:
    return AppTest.from_file(str(ROOT / "pages" / f"{name}.py"), default_timeout=60).run()


def give(uploader: Any, *files: tuple[str, bytes]) -> AppTest:
    """Hold these files. One that was there keeps its number, as in a browser: `set_value` would number all anew."""
    uploader._files = [(f"file-{name}", name, data, "application/octet-stream") for name, data in files]
    app: AppTest = uploader.run()
    return app


def uploaded(app: AppTest, *names: str) -> AppTest:
    uploader = next(found for found in app.file_uploader if found.label.startswith("Resumes"))
    return give(uploader, *((name, CV) for name in names))


def told(app: AppTest) -> list[str]:
    return [html.unescape(found.value).replace("\\", "") for found in (*app.warning, *app.error)]


def shown(app: AppTest) -> str:
    """All texts that a page draws as HTML or Markdown."""
    kinds = ("html", "markdown", "text", "badge", "subheader")
    texts = (
        getattr(found, "value", None) or getattr(found.proto, "body", "") for kind in kinds for found in app.get(kind)
    )
    return " ".join(html.unescape(str(text)) for text in texts).replace("\\", "")


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
    strict: Guard, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tests.ui.test_stock_page import Market
    from tools.ui.stocks import compare, header, news, state

    market = Market()
    for module in (state, header):
        monkeypatch.setattr(module, "prices_of", market.prices)
    monkeypatch.setattr(state, "benchmark_prices", lambda: None)
    monkeypatch.setattr(compare, "benchmark_prices", lambda: None)
    monkeypatch.setattr(state, "valuation_of", lambda symbol: None)
    monkeypatch.setattr(news, "news_of", lambda symbol: ())
    st.cache_resource.clear()
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


def talk(app: AppTest) -> list[str]:
    return [turn.answer.text for turn in app.session_state["chat.visit"].turns if turn.answer]


def test_a_refused_question_waits_and_is_sent_again(
    strict: Guard, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    use(monkeypatch, Model("One."))
    app = page("Assistant")
    app.chat_input[0].set_value("First question").run()
    assert talk(app) == ["One."]
    app.chat_input[0].set_value("Second question").run()
    assert told(app) == [AGAIN]
    assert talk(app) == ["One."]
    assert "Second question" in shown(app)
    app.button(key="chat.send_again").click().run()
    assert told(app) == [AGAIN]
    clock.now += 61
    app.button(key="chat.send_again").click().run()
    assert not told(app)
    assert [turn.question for turn in app.session_state["chat.visit"].turns] == ["First question", "Second question"]


def test_a_refusal_ends_no_answer_and_drops_none(strict: Guard, monkeypatch: pytest.MonkeyPatch) -> None:
    use(monkeypatch, Model("One."))
    app = page("Assistant")
    app.chat_input[0].set_value("First question").run()
    seen = app.session_state["chat.visit"]
    key = seen.entries[-1].key
    app.button(key=f"chat.again.{key}").click().run()
    assert told(app) == [AGAIN]
    assert talk(app) == ["One."]
    app.button(key=f"chat.change.{key}").click().run()
    app.text_area(key=f"chat.edited.{key}").set_value("Better question")
    next(button for button in app.button if button.label == "Ask again").click().run()
    assert told(app) == [AGAIN]
    assert app.text_area(key=f"chat.edited.{key}").value == "Better question"  # nothing typed is lost
    assert talk(app) == ["One."]
    app.run()
    assert not told(app)  # nothing waits to be sent: it is said once


def test_what_is_being_written_goes_on(strict: Guard, monkeypatch: pytest.MonkeyPatch) -> None:
    from tools.chat.types import Options
    from tools.errors import TooOften

    hold = threading.Event()
    use(monkeypatch, Model("So far", " and more.", wait=hold))
    seen = page("Assistant").session_state["chat.visit"]
    seen.ask("Go on?", Options())
    with pytest.raises(TooOften):
        seen.ask("Another?", Options())
    assert not seen.writer.finished
    hold.set()
    seen.writer.rest(20)
    seen.collect()
    assert [(turn.question, turn.answer.text) for turn in seen.turns] == [("Go on?", "So far and more.")]


def test_the_assistant_s_files_count_and_are_kept_when_refused(strict: Guard, clock: Clock) -> None:
    app = page("Assistant")
    field = app.chat_input[0]
    field.upload("first.txt", b"The court allowed the claim for interest.")
    app.run()
    seen = app.session_state["chat.visit"]
    assert seen.attachments.wait(60)
    assert app.session_state[HELD] == {"chat.files": 41}
    field = app.chat_input[0].set_value("What was allowed?")
    field.upload("second.txt", b"The costs were not allowed.")
    app.run()
    assert told(app) == [AGAIN]
    assert [item.name for item in seen.attachments.items] == ["first.txt"]
    assert not seen.turns
    clock.now += 61
    app.button(key="chat.send_again").click().run()  # the files are one run, the question is the next
    assert told(app) == [AGAIN]
    assert [item.name for item in seen.attachments.items] == ["first.txt", "second.txt"]
    clock.now += 61
    app.button(key="chat.send_again").click().run()
    assert not told(app)
    assert [turn.question for turn in seen.turns] == ["What was allowed?"]
    assert app.session_state[HELD] == {"chat.files": 41 + 27}
    app.button(key=f"chat.remove.{seen.attachments.items[0].key}").click().run()
    assert app.session_state[HELD] == {"chat.files": 27}


def test_the_assistant_s_sample_counts(strict: Guard, monkeypatch: pytest.MonkeyPatch) -> None:
    use(monkeypatch, Model("One."))
    app = page("Assistant")
    app.chat_input[0].set_value("First question").run()
    app.button(key="chat.sample").click().run()
    assert told(app) == [AGAIN]
    assert not app.session_state["chat.visit"].attachments.items


def test_a_search_of_documents_waits_for_its_turn(strict: Guard, clock: Clock) -> None:
    app = page("Assistant")
    app.chat_input[0].upload("first.txt", b"The court allowed the claim for interest.")
    app.run()
    seen = app.session_state["chat.visit"]
    assert seen.attachments.wait(60)
    clock.now += 61
    with strict.turn("somebody else"):
        app.chat_input[0].set_value("What was allowed?").run()
    (turn,) = seen.turns
    assert turn.answer.ended == "error"
    assert turn.answer.error == "The portal is busy and 1 others are ahead of you: try again in a moment."
    clock.now += 61
    app.button(key="chat.retry").click().run()
    assert "interest" in talk(app)[0]


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
