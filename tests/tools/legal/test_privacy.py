from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace

import pytest

from tools.documents.types import Document, Page, Word
from tools.legal.privacy import (
    MARK,
    is_protected,
    mask,
    mask_of,
    masked_text,
    protected,
    secrets_on,
    victims_in,
)
from tools.legal.types import Extract, Fact, KeySentence, Kind, Outcome, SectionMention


def page(text: str, number: int = 1) -> Page:
    """A page whose words stand where their line and place in it say."""
    words = tuple(
        Word(word, (10.0 * at, 20.0 * line, 10.0 * at + 9, 20.0 * line + 15), line)
        for line, row in enumerate(text.split("\n"))
        for at, word in enumerate(row.split(" "))
    )
    return Page(number, 600, 800, words, "text")


def document(*texts: str) -> Document:
    return Document("paper.pdf", "pdf", "0" * 64, tuple(page(text, at) for at, text in enumerate(texts, 1)))


def sections(*pairs: tuple[str, str]) -> tuple[SectionMention, ...]:
    return tuple(SectionMention(act, section, 1, section) for act, section in pairs)


def made(
    facts: Sequence[Fact] = (), charged: Sequence[tuple[str, str]] = (("IPC", "376"),), kind: Kind = "fir"
) -> Extract:
    return Extract(kind, "en", {fact.key: fact for fact in facts}, sections(*charged))


@pytest.mark.parametrize(
    ("act", "section", "covered"),
    [
        ("IPC", "376", True),
        ("IPC", "376(2)(n)", True),
        ("IPC", "376AB", True),
        ("IPC", "376D", True),
        ("IPC", "354A", True),
        ("IPC", "377", True),
        ("BNS", "64(1)", True),
        ("BNS", "70(2)", True),
        ("BNS", "74", True),
        ("POCSO Act", "6", True),
        ("JJ Act", "75", True),
        ("IPC", "379", False),
        ("IPC", "64", False),
        ("BNS", "376", False),
        ("BNS", "103(1)", False),
        ("IPC", "3760", False),
        ("IPC", "354E", False),
    ],
)
def test_what_is_protected(act: str, section: str, covered: bool) -> None:
    assert is_protected(sections((act, section)), "") is covered


def test_words_alone_protect_and_cited_sections_do_not() -> None:
    assert is_protected((), "the prosecutrix stated")
    assert is_protected((), "अभियोक्त्री ने बताया")
    assert not is_protected((), "a theft in the market")
    assert not is_protected((SectionMention("IPC", "376", 1, "376", use="cited"),), "theft")


def test_a_mask_does_not_tell_the_length_or_the_parts() -> None:
    assert mask_of("Ram") == MARK * 3
    assert mask_of("98765 43210") == MARK * 8
    assert mask_of("Sunita Devi") == mask_of("98765 43210")
    assert mask_of("-") == MARK


def test_masked_text() -> None:
    assert masked_text("Call 98765 43210 or ram@example.com.") == f"Call {MARK * 8} or {MARK * 8}."
    assert masked_text("FIR 134/2021 of 08.03.2021") == "FIR 134/2021 of 08.03.2021"
    assert masked_text("Sunita Devi\nand SUNITA  DEVI; Sunita said", ["Sunita Devi"]).count(MARK * 6) == 3
    assert masked_text("Sunitapur", ["Sunita Devi"]) == "Sunitapur"


def test_a_name_is_found_with_either_spelling_of_dotted_letters() -> None:
    composed, apart = "सुनीता \u0930\u093e\u0920\u094c\u095c", "सुनीता \u0930\u093e\u0920\u094c\u0921\u093c"
    for name in (composed, apart):
        assert masked_text(f"{composed} और {apart}", [name]).count(MARK) >= 2
        assert "राठौ" not in masked_text(f"{composed} और {apart}", [name])


def test_the_complainant_is_covered_with_relative_and_address() -> None:
    facts = [
        Fact("complainant_name", "Sunita Devi", 1, "Sunita Devi", label="Name"),
        Fact("complainant_relative", "Ram Lal", 1, "Ram Lal", label="Husband's Name"),
        Fact("complainant_address", "Village Devpur, Tehsil Sadar", 1, "Village Devpur, Tehsil Sadar", label="Address"),
        Fact("place", "Fields near Village Devpur, Tehsil Sadar", 1, "Fields near Village Devpur"),
        Fact("police_station", "Sadar", 1, "Sadar"),
        Fact("accused", "Mohan Lal", 1, "Mohan Lal", items=(Fact("accused", "Mohan Lal", 1, "Mohan Lal"),)),
        Fact("story", "Sunita Devi w/o Ram Lal stated that Mohan Lal came.", 1, "Sunita Devi w/o Ram Lal stated that"),
    ]
    text = "Name Sunita Devi Husband's Name Ram Lal\nAddress Village Devpur, Tehsil Sadar\nMohan Lal came"
    shown = mask(protected(made(facts), document(text)))
    told = json.dumps({key: fact.to_dict() for key, fact in shown.facts.items()}, ensure_ascii=False)
    for secret in ("Sunita", "Ram Lal", "Devpur"):
        assert secret not in told
    assert shown.facts["complainant_name"].quote == "Name"
    assert shown.facts["accused"].value == "Mohan Lal"
    assert shown.facts["police_station"].value == "Sadar"
    assert "stated that" in shown.facts["story"].quote
    assert shown.victims == ()
    assert shown.sensitive


def test_a_lesser_offence_covers_a_woman_and_not_every_complainant() -> None:
    man = made([Fact("complainant_name", "Ramesh Gupta", 1, "Ramesh Gupta")], [("IPC", "354"), ("IPC", "323")])
    assert victims_in(man, document("Ramesh Gupta complained")) == ()
    woman = made([Fact("complainant_name", "Smt. Geeta Devi", 1, "Smt. Geeta Devi")], [("IPC", "354")])
    assert victims_in(woman, document("x")) == ("Geeta Devi",)


def test_other_offences_cover_nobody() -> None:
    theft = made([Fact("complainant_name", "Smt. Geeta Devi", 1, "Smt. Geeta Devi")], [("IPC", "379")])
    assert protected(theft, document("theft")) == theft
    assert mask(theft).facts["complainant_name"].value == "Smt. Geeta Devi"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("the statement of victim Sunita Kumari was recorded", ["Sunita Kumari"]),
        ("the prosecutrix, namely Sunita Kumari, aged 15", ["Sunita Kumari"]),
        ("the prosecutrix Ms. Sunita D/o Ram Lal went home", ["Sunita", "Ram Lal"]),
        ("Sunita Kumari (hereinafter the victim) told", ["Sunita Kumari"]),
        ("his minor daughter Sunita was taken away", ["Sunita"]),
        ("mother of the victim, Geeta Devi, complained", ["Geeta Devi"]),
        ("father of the prosecutrix Shri Ram Lal said", ["Ram Lal"]),
        ("पीड़िता सुनीता पुत्री रामलाल निवासी ग्राम देवपुर", ["सुनीता", "रामलाल"]),
        ("पीड़िता कुमारी सुनीता ने बताया", ["सुनीता"]),
        ("मेरी पुत्री सुनीता उम्र 15 वर्ष", ["सुनीता"]),
        ("the prosecutrix went to the police station", []),
        ("the victim was medically examined at District Hospital", []),
        ("पीड़िता का मेडिकल कराया गया", []),
        ("पीड़िता को घर से ले गया", []),
        ("पीड़िता अपने घर से निकली", []),
        ("the victim 'X' deposed", []),
    ],
)
def test_names_that_the_text_introduces(text: str, names: list[str]) -> None:
    assert list(victims_in(made(charged=[("POCSO Act", "6")], kind="order"), document(text))) == names


def test_the_accused_stays_even_as_the_bail_applicant() -> None:
    facts = [
        Fact("petitioner", "Mohan Lal", 1, "Mohan Lal"),
        Fact(
            "respondent",
            "State of Bihar; Sunita Kumari",
            1,
            "State of Bihar",
            items=(Fact("respondent", "State of Bihar", 1, "x"), Fact("respondent", "Sunita Kumari", 1, "x")),
        ),
    ]
    order = made(facts, [("POCSO Act", "6")], "order")
    assert victims_in(order, document("bail")) == ("Sunita Kumari",)
    shown = mask(protected(order, document("bail")))
    assert shown.facts["petitioner"].value == "Mohan Lal"
    assert shown.facts["respondent"].value == f"State of Bihar; {MARK * 8}"
    state = made([Fact("petitioner", "State", 1, "State"), Fact("respondent", "Mohan Lal", 1, "x")], kind="order")
    assert victims_in(state, document("trial")) == ()


def test_who_asks_to_cancel_bail_is_covered_and_not_the_accused() -> None:
    facts = [
        Fact("petitioner", "Sunita Kumari", 1, "x"),
        Fact("respondent", "State; Mohan Lal", 1, "x", items=(Fact("respondent", "State", 1, "x"),)),
        Fact("relief_asked", "cancellation of bail granted to the accused", 1, "x"),
    ]
    assert victims_in(made(facts, [("BNS", "64(1)")], "order"), document("x")) == ("Sunita Kumari",)


def test_names_that_a_scan_has_split_or_joined() -> None:
    assert masked_text("मनोज कु शवाहा और मनोज कुशवाहा, मनोजकुशवाहा", ["मनोज कु शवाहा"]).count("शवाहा") == 0
    assert "Sun" not in masked_text("Sun ita Devi came", ["Sunita Devi"])
    assert masked_text("an a man", ["Ana"]) == "an a man"


def test_a_complaining_officer_is_not_a_victim() -> None:
    officer = made([Fact("complainant_name", "Inspector Anup Verma", 1, "x")], [("POCSO Act", "6")])
    assert victims_in(officer, document("x")) == ()


def test_school_and_residence_are_covered_in_protected_texts_only() -> None:
    text = "She studies in Gandhi Memorial Public School and is r/o Village Devpur, Tehsil Sadar; she came"
    shown = masked_text(text, ["Sunita"])
    assert "Gandhi" not in shown
    assert "Devpur" not in shown
    assert masked_text(text) == text


def test_private_numbers_are_always_covered_and_their_label_is_the_quote() -> None:
    facts = [
        Fact("complainant_phone", "9876543210", 1, "9876543210", label="Mobile"),
        Fact("complainant_uid", "UID 77", 1, "UID 77", label="UID No."),
        Fact("story", "My number is 98765 43210 and he came.", 1, "My number is 98765 43210 and he came."),
        Fact("fir_number", "0134", 1, "FIR No. 0134"),
    ]
    shown = mask(made(facts, [("IPC", "379")]))
    assert shown.facts["complainant_phone"].value == MARK * 8
    assert shown.facts["complainant_phone"].quote == "Mobile"
    assert shown.facts["complainant_uid"].value == MARK * 5
    assert shown.facts["story"].value == f"My number is {MARK * 8} and he came."
    assert shown.facts["story"].quote == "My number is"
    assert shown.facts["fir_number"].quote == "FIR No. 0134"


def test_quotes_of_sections_outcome_and_sentences_are_clean() -> None:
    one = Extract(
        "order",
        "en",
        {},
        (SectionMention("IPC", "376", 1, "376 IPC by Sunita Kumari"),),
        Outcome(
            "bail_refused", 1, "Bail of the man who hurt Sunita Kumari is refused", also=(Outcome("disposed", 1, "x"),)
        ),
        Fact("next_date", "2021-04-12", 1, "call 9876543210 on 12.04.2021"),
        (KeySentence("Sunita Kumari told her mother.", 1),),
        sensitive=True,
        victims=("Sunita Kumari",),
        notes=("Sunita Kumari",),
    )
    shown = mask(one)
    assert "Sunita" not in repr(shown)
    assert "9876543210" not in repr(shown)
    assert shown.outcome is not None
    assert shown.outcome.quote == "Bail of the man who hurt"
    assert shown.key_sentences[0].text == f"{MARK * 8} told her mother."
    assert shown.next_date is not None
    assert shown.next_date.value == "2021-04-12"


def test_every_clean_quote_still_stands_on_the_page() -> None:
    text = "Informant Sunita Devi said on 08.03.2021 that\nshe was hurt; phone 98765 43210 given"
    paper = document(text)
    facts = [Fact("story", text, 1, text), Fact("complainant_name", "Sunita Devi", 1, "Sunita Devi", label="Informant")]
    shown = mask(protected(made(facts), paper))
    for fact in shown.facts.values():
        assert fact.quote in paper.pages[0].text


def test_masking_twice_changes_nothing() -> None:
    facts = [Fact("complainant_name", "Sunita Devi", 1, "Sunita Devi", label="Name")]
    once = mask(protected(made(facts), document("Sunita Devi")))
    assert mask(once) == once


def test_boxes_of_what_to_cover() -> None:
    paper = document("Name Sunita Devi phone 98765\n43210 FIR 134/2021")
    facts = [
        Fact("complainant_name", "Sunita Devi", 1, "Sunita Devi"),
        Fact("complainant_uid", "77", 1, "134/2021", boxes=((1.0, 2.0, 3.0, 4.0),)),
        Fact("complainant_passport", "88", 2, "elsewhere", boxes=((5.0, 6.0, 7.0, 8.0),)),
    ]
    one = protected(made(facts), paper)
    boxes = secrets_on(paper.pages[0], one)
    words = paper.pages[0].words
    covered = {word.text for word in words if word.box in boxes}
    assert covered == {"Sunita", "Devi", "98765", "43210"}
    assert (1.0, 2.0, 3.0, 4.0) in boxes
    assert (5.0, 6.0, 7.0, 8.0) not in boxes
    assert secrets_on(page("nothing here"), replace(one, facts={})) == ()
