from __future__ import annotations

from dataclasses import replace

from tests.tools.legal.summary.examples import FIR, ORDER, Speller
from tools.legal.share import LONGEST, MORE, NALSA, NOTICE, share_text
from tools.legal.summary.write import summarise
from tools.legal.types import SummarySentence


def test_a_message_has_the_summary_and_the_notice() -> None:
    for one, head in ((FIR, "About the FIR:"), (ORDER, "About the court order:")):
        summary = summarise(one, None, "en")
        message = share_text(one, summary, "en")
        assert message.startswith(head)
        assert message.endswith(NOTICE["en"])
        assert NALSA in message
        assert summary[0].text in message
        assert len(message) <= LONGEST


def test_a_message_in_hindi() -> None:
    message = share_text(ORDER, summarise(ORDER, Speller(), "hi"), "hi")
    assert "क़ानूनी सलाह नहीं" in message
    assert "12 अप्रैल 2021" in message
    assert len(message) <= LONGEST


def test_the_first_sentence_and_the_next_date_stay_when_it_is_too_long() -> None:
    first = SummarySentence("Bail was granted.", ("outcome",))
    filler = tuple(SummarySentence(f"{number} " + "word " * 40, ("sections",)) for number in range(20))
    last = SummarySentence("The next date is 12 April 2021.", ("next_date",))
    message = share_text(ORDER, (first, *filler, last), "en")
    assert len(message) <= LONGEST
    assert first.text in message
    assert last.text in message
    assert MORE["en"] in message
    assert message.index(first.text) < message.index(last.text)


def test_struck_sentences_are_not_shared() -> None:
    struck = SummarySentence("Not so.", ("outcome",), struck="a number that the document does not state")
    assert "Not so." not in share_text(ORDER, (struck,), "en")


def test_numbers_and_victims_are_covered() -> None:
    said = (SummarySentence("Sunita Devi called 98765 43210.", ("complainant_name",)),)
    message = share_text(replace(FIR, sensitive=True, victims=("Sunita Devi",)), said, "en")
    assert "Sunita" not in message
    assert "98765" not in message


def test_nothing_to_say() -> None:
    assert share_text(FIR, (), "en").count("\n") == 2
