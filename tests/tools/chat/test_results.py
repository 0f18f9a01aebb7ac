"""What a model is given of a demo's result: the sentences that the portal itself answers with, and their places."""

from __future__ import annotations

import pytest

from tests.support import document_from_text
from tests.tools.chat.embedders import Broken
from tests.tools.chat.fake_models import FakeModel
from tools.chat.answering import ask
from tools.chat.conversation import Conversation
from tools.chat.library import DocumentLibrary
from tools.chat.results import Piece, pieces_of
from tools.chat.types import Answer, Context, Fact, Options

FACTS = (
    Fact({"en": "Police report (FIR).", "hi": "पुलिस रिपोर्ट (एफआईआर)।"}, ("kind",)),
    Fact({"en": "FIR number: 0031/2025.", "hi": "एफआईआर नंबर: 0031/2025।"}, ("fir_number",), 2, "0031/2025"),
    Fact({"en": "Police station: Kalpanagar.", "hi": "थाना: Kalpanagar।"}, ("police_station",), 1, "Kalpanagar"),
    Fact({"en": "Decision: Bail granted.", "hi": "फ़ैसला: ज़मानत मिल गई।"}, ("outcome",)),
)
RESULT = {"kind": "fir", "outcome": {"kind": "bail_granted"}, "score": 0.31}
ORDER = Context("legal", "order.pdf", RESULT, FACTS)
PAPER = document_from_text("order.pdf", "Kalpanagar police station.\n\fThe FIR is 0031/2025.", gaps=False)


def letters(text: str) -> int:
    return len(text) // 4


def texts(pieces: tuple[Piece, ...]) -> list[tuple[int, list[str]]]:
    return [(piece.page, [line.text for line in piece.lines]) for piece in pieces]


def test_sentences_of_a_page_stand_by_themselves() -> None:
    (plain, first, second) = texts(pieces_of(ORDER, 2_000, letters, "?", "en", [PAPER]))
    assert plain == (0, ["Police report (FIR).", "Decision: Bail granted."])
    assert (first, second) == ((1, ["Police station: Kalpanagar."]), (2, ["FIR number: 0031/2025."]))
    ((_, alone),) = texts(pieces_of(ORDER, 2_000, letters, "?", "hi", []))
    assert alone[:2] == ["पुलिस रिपोर्ट (एफआईआर)।", "एफआईआर नंबर: 0031/2025।"]


@pytest.mark.parametrize("room", [0, 30, 50, 80, 200])
def test_what_does_not_fit_is_said_and_what_was_asked_for_stays(room: int) -> None:
    context = Context("legal", "order.pdf", {}, (*FACTS[:3] * 9, FACTS[3]))
    pieces = pieces_of(context, room, letters, "What was decided?", "en", [])
    lines = [line.text for piece in pieces for line in piece.lines]
    assert sum(map(letters, lines)) <= room
    assert ("Decision: Bail granted." in lines) is (room >= 50)
    assert bool(lines) is ("more sentences of this result are left out" in " ".join(lines))


def test_a_result_without_sentences_is_its_figures() -> None:
    bare = Context("legal", "order.pdf", RESULT)
    assert texts(pieces_of(bare, 200, letters, "?", "en", [])) == [
        (0, ["kind: fir", "score: 0.31", "outcome: kind bail_granted"])
    ]
    assert pieces_of(bare, 0, letters, "?", "en", []) == ()


def answered(said: str, options: Options = Options(document_only=True)) -> tuple[str, Answer]:  # noqa: B008 (frozen)
    library, model = DocumentLibrary(Broken()), FakeModel(said)
    library.add(PAPER)
    answering = ask("Which number has the report, what was decided?", Conversation(), library, model, options, [ORDER])
    list(answering)
    return model.asked[0][-1].content, answering.answer


def number_of(title: str, asked: str) -> int:
    line = next(line for line in asked.splitlines() if line.endswith(f"] {title}"))
    return int(line.partition("[")[2].partition("]")[0])


def test_a_model_gets_the_sentences_and_its_citation_opens_their_page() -> None:
    asked, _ = answered("?")
    assert "| Decision: Bail granted." in asked
    page, result = (
        number_of(title, asked) for title in ("order.pdf, page 2 (legal result)", "order.pdf (legal result)")
    )
    _, answer = answered(f"The number is 0031/2025 [{page}]. Bail was granted; it is a police report (FIR) [{result}].")
    cited = {each.number: each for each in answer.citations}
    assert (cited[page].document, cited[page].page, cited[page].quote) == ("order.pdf", 2, "0031/2025")
    assert cited[page].tool == ""
    assert PAPER.pages[1].text[cited[page].start : cited[page].end] == "0031/2025"
    assert (cited[result].page, cited[result].tool) == (0, "legal")
    assert cited[result].quote in ("Decision: Bail granted.", "Police report (FIR).")
    assert not answer.notice


def test_sentences_come_in_the_language_of_the_answer() -> None:
    asked, _ = answered("?", Options(language="hi"))
    assert "| फ़ैसला: ज़मानत मिल गई।" in asked
    assert "Decision" not in asked
