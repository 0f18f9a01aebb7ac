"""Every sentence that the assistant's heart says has its Hindi, with the same gaps."""

from __future__ import annotations

from tools.chat import answering, checks, conversation, export, question, trimming
from tools.legal import analyse
from tools.translations import FIELD, catalogue

SAID = (
    answering.DEFECT, question.EMPTY_ANSWER, analyse.TO_A_MACHINE,
    *(getattr(checks, name) for name in ("NO_FIGURE", "NO_QUOTE", "NO_MARKER", "UNKNOWN_MARKER", "NOT_ASKED")),
    *(getattr(conversation, name) for name in ("NO_QUESTION", "LONG_QUESTION", "NOTHING_TO_CHANGE")),
    *(getattr(trimming, name) for name in ("TOO_LONG", "LEFT_OUT", "LEFT_OUT_ONE")),
    export.NOTICE, export.QUOTES_NOTICE,
)  # fmt: skip


def test_every_sentence_has_its_hindi() -> None:
    words = catalogue("hi")
    for said in SAID:
        hindi = words.text(said)
        assert hindi != said, said
        assert sorted(FIELD.findall(hindi)) == sorted(FIELD.findall(said))


def test_a_filled_sentence_is_found_again() -> None:
    filled = checks.NO_FIGURE.format(figures="15,000")
    assert "15,000" in catalogue("hi").sentence(filled)
    assert catalogue("hi").sentence(filled) != filled
