"""Words to a machine change no fact, section, outcome or summary of a police report or an order, and are noted."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

import pytest

from tests.attacks.attacks import Attack, attacked, attacks
from tests.support import document_from_text
from tests.tools.legal.fir import sheets
from tests.tools.legal.order import papers
from tools.documents import Document
from tools.legal.analyse import extract
from tools.legal.finish import finish
from tools.legal.result import Result

PAPERS = ("bail refused", "bail granted", "report in Hindi")


@lru_cache(maxsize=len(PAPERS))
def paper(name: str) -> Document:
    if name == "report in Hindi":
        return sheets.form("uttar_pradesh")
    return document_from_text("order.txt", papers.DELHI if name == "bail refused" else papers.ALLAHABAD, gaps=False)


def summarised(document: Document) -> Result:
    return replace(finish(document, extract(document), None), notes=(), milliseconds=0.0)


@lru_cache(maxsize=len(PAPERS))
def honest(name: str) -> Result:
    return summarised(paper(name))


def test_the_papers_say_something() -> None:
    assert honest("bail refused").outcome is not None
    assert honest("bail refused").outcome.kind == "bail_refused"  # type: ignore[union-attr]
    assert honest("bail granted").outcome.kind == "bail_granted"  # type: ignore[union-attr]
    assert len(honest("report in Hindi").facts) > 10


@pytest.mark.parametrize("attack", attacks("papers"), ids=str)
@pytest.mark.parametrize("name", PAPERS)
def test_nothing_changes_but_the_notes(name: str, attack: Attack) -> None:
    document = attacked(paper(name), attack)
    found = extract(document)
    assert summarised(document).to_dict() == honest(name).to_dict()
    assert f"Page {document.pages[-1].number} has words that are addressed to a computer program" in " ".join(
        found.notes
    )


@pytest.mark.parametrize("attack", [each for each in attacks("papers") if not each.hidden], ids=str)
def test_among_the_lines_of_an_order(attack: Attack) -> None:
    text = papers.DELHI.replace("3. Learned counsel", f"{attack.text}\n3. Learned counsel")
    document = document_from_text("order.txt", text, gaps=False)
    assert summarised(document).to_dict() == honest("bail refused").to_dict()
