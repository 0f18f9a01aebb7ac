"""The legal page in Hindi: nothing English is left but what stands in the document and the words of an act."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from tests.ui.test_legal_page import app, speak, try_sample, visit  # noqa: F401
from tests.ui.walker import english
from tools.legal.law.clock import BNSS_RULE, CRPC_RULE
from tools.legal.phrases import TEXTS

NAMES = ("High Court of Delhi at New Delhi", "State of Delhi")  # of a sample, which writes them in capitals
PARTS = ("facts", "sections", "dates", "words", "reading")


def left(app: AppTest) -> list[str]:  # noqa: F811
    """What is English on the page, besides the document, its facts and the act that the clock quotes."""
    documents = [item.processed for item in visit(app).batch.items if item.processed]
    pages = [page.text for processed in documents for page in map(processed.page, range(1, processed.result.pages + 1))]
    facts = [str(processed.extract) for processed in documents]
    return english(app, *NAMES, documents=" ".join([*pages, *facts, BNSS_RULE, CRPC_RULE]))


def test_the_empty_page(app: AppTest) -> None:  # noqa: F811
    assert not left(speak(app, "hi"))


@pytest.mark.parametrize("sample", ["order_bail_hindi.pdf", "fir_english.pdf", "judgment_high_court.pdf"])
def test_every_part_of_an_answer(app: AppTest, sample: str) -> None:  # noqa: F811
    try_sample(speak(app, "hi"), sample, "hi")
    for part in PARTS:
        app.session_state["legal.tabs"] = TEXTS[part][1]
        app.run()
        assert not app.exception
        assert not left(app), part


def test_a_broken_file_is_told_in_hindi(app: AppTest) -> None:  # noqa: F811
    speak(app, "hi")
    app.file_uploader[0].set_value([("broken.pdf", b"%PDF-1.7 nothing", "application/pdf")]).run()
    assert visit(app).batch.wait(120)
    app.run()
    assert "broken" in app.error[0].value
    assert not left(app)
