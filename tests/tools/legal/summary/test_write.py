from __future__ import annotations

import re
from dataclasses import replace

import pytest

from models.names.types import Transliterator
from tests.tools.legal.summary import examples
from tests.tools.legal.summary.examples import (
    CLOCK,
    FIR,
    FIR_FACTS,
    HINDI_FIR,
    JUDGMENT,
    ORDER,
    ORDER_FACTS,
    OUTCOMES,
    Speller,
    extract,
)
from tools.legal.keys import KEYS
from tools.legal.summary import sentences_en, sentences_hi
from tools.legal.summary.write import summarise
from tools.legal.types import Clock, Extract, Language, Outcome, OutcomeKind

LANGUAGES: tuple[Language, ...] = ("hi", "en")


def told(
    one: Extract, language: Language, names: Transliterator | None = None, clock: Clock | None = None
) -> list[str]:
    return [sentence.text for sentence in summarise(one, names, language, clock)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_says_facts_that_are_there(language: Language) -> None:
    for title, one, clock in examples.documents():
        stated = {*one.facts, "sections"}
        if one.outcome:
            stated.add("outcome")
        if one.next_date:
            stated.add("next_date")
        for sentence in summarise(one, Speller(), language, clock):
            assert sentence.facts, (title, sentence.text)
            assert stated.issuperset(sentence.facts), (title, sentence)
            assert "None" not in sentence.text
            assert not re.search(r"[{}\[\]]|  |\(\)|\s[.,;।]", sentence.text), sentence.text
            assert sentence.text[-1] in ".।”", sentence.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_any_fact_may_be_missing(language: Language) -> None:
    for one in (FIR, ORDER, JUDGMENT, HINDI_FIR):
        for key in one.facts:
            left = {name: value for name, value in one.facts.items() if name != key}
            for sentence in summarise(replace(one, facts=left), Speller(), language, CLOCK):
                assert key not in sentence.facts or key == "next_date"
                assert "None" not in sentence.text
        assert summarise(replace(one, sections=(), outcome=None, next_date=None, facts={}), None, language) == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_fact_alone_makes_no_false_sentence(language: Language) -> None:
    for one in (FIR, ORDER):
        for key, value in one.facts.items():
            alone = replace(one, facts={key: value}, sections=(), outcome=None, next_date=None)
            for sentence in summarise(alone, None, language):
                assert sentence.facts == (key,)


def test_fir_in_hindi() -> None:
    text = " ".join(told(FIR, "hi", Speller()))
    assert "राम कुमार पुत्र श्याम लाल (Ram Kumar S/o Shyam Lal) की शिकायत पर" in text
    assert "8 मार्च 2021 को शाम 5:30 बजे" in text
    assert "7 मार्च 2021 रात 10 बजे से 8 मार्च 2021 सुबह 5 बजे के बीच" in text
    assert "₹16.9 लाख (₹16,93,880)" in text
    assert "एफआईआर का नंबर 134/2021 है।" in text
    assert "सदर (Sadar) थाने (ज़िला जयपुर, राजस्थान)" in text


def test_fir_in_english() -> None:
    text = " ".join(told(FIR, "en"))
    assert "registered the case on 8 March 2021 at 5:30 pm on the complaint of Ram Kumar S/o Shyam Lal." in text
    assert "between 7 March 2021 10 pm and 8 March 2021 5 am" in text
    assert "breaking into a house and theft from a house or vehicle" in text


def test_an_english_summary_shows_hindi_names_as_written() -> None:
    assert "on the complaint of गीता देवी." in " ".join(told(HINDI_FIR, "en"))


def test_unknown_accused() -> None:
    assert "शिकायत में किसी आरोपी का नाम नहीं है; आरोपी का पता नहीं है।" in told(HINDI_FIR, "hi")
    unnamed = extract("fir", [("IPC", "379")], accused=["Unknown person"])
    assert "The complaint names no accused person; who did it is not known." in told(unnamed, "en")
    silent = extract("fir", [("IPC", "379")], fir_number="1")
    assert not any("accused" in text for text in told(silent, "en"))


def test_one_accused_and_many() -> None:
    one = extract("fir", [("IPC", "379")], accused=["Mohan Lal", "unknown"])
    assert "The complaint is against Mohan Lal." in told(one, "en")
    many = extract("fir", [("IPC", "379")], accused=[f"Mohan Lal {letter}" for letter in "ABCDEFG"])
    assert any("and 3 other people" in text for text in told(many, "en"))


def test_what_the_police_did_is_said_only_when_it_is_clear() -> None:
    printed = "Registered the case and took up the investigation; refused investigation due to; transferred to P.S."
    assert not any("refused" in text for text in told(extract("fir", action_taken=printed), "en"))
    refused = extract("fir", action_taken="Refused investigation due to: civil matter")
    assert any("refused to investigate" in text for text in told(refused, "en"))


def test_the_clock_says_its_last_day_only_when_the_start_is_stated() -> None:
    assert any("within 60 days;" in text for text in told(FIR, "en", clock=CLOCK))
    remand = extract("order", [("IPC", "379")], "custody_remand", **ORDER_FACTS)
    assert any("within 60 days, that is by 2 April 2021;" in text for text in told(remand, "en", clock=CLOCK))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", OUTCOMES)
def test_the_outcome_comes_first_and_its_meaning_last(kind: OutcomeKind, language: Language) -> None:
    one = extract("order", [("IPC", "379")], kind, "2021-04-12", **ORDER_FACTS)
    found = summarise(one, Speller(), language)
    assert found[0].facts[0] == "outcome"
    words = sentences_hi if language == "hi" else sentences_en
    assert any(words.MEANS[kind].rstrip(".।") in sentence.text for sentence in found)
    assert any("2021" in sentence.text and "next_date" in sentence.facts for sentence in found)


def test_both_languages_have_every_outcome() -> None:
    for words in (sentences_en, sentences_hi):
        assert set(words.DECIDED) == set(words.MEANS) == set(OUTCOMES)
        assert all("{person}" not in templates[-1] for templates in words.DECIDED.values())


def test_bail_is_given_to_who_asked_and_never_to_the_state() -> None:
    assert told(ORDER, "en")[0] == "The court granted bail to Ramesh Gupta."
    turned = extract("order", outcome="bail_granted", petitioner="State of Bihar", respondent="Mohan Lal")
    assert told(turned, "en")[0] == "The court granted bail to Mohan Lal."
    private = extract("order", outcome="convicted", petitioner="Ramesh Gupta", respondent="Mohan Lal")
    assert told(private, "en")[0] == "The court found the accused guilty."


def test_order_in_hindi() -> None:
    found = told(ORDER, "hi", Speller())
    assert found[0] == "अदालत ने रमेश गुप्ता (Ramesh Gupta) को ज़मानत दे दी।"
    text = " ".join(found)
    assert "दिल्ली हाई कोर्ट, नई दिल्ली" in text
    assert "₹50,000 का मुचलका (बांड) और 2 ज़मानतदार" in text
    assert "(1) बिना इजाज़त देश से बाहर न जाएँ" in text
    assert "अगली तारीख़ 12 अप्रैल 2021 है; उस दिन का काम: बहस।" in text
    assert text.count("(Ramesh Gupta)") == 1


def test_conditions_without_plain_words_are_counted() -> None:
    one = extract("order", outcome="bail_granted", conditions=["shall feed the birds", "shall hand in the passport"])
    assert any("hand in the passport; (2) 1 more to be read in the order" in text for text in told(one, "en"))
    lone = extract("order", outcome="bail_granted", conditions=["shall feed the birds"])
    assert "The conditions are: 1 to be read in the order." in told(lone, "en")


def test_a_judgment_tells_the_sentence() -> None:
    text = " ".join(told(JUDGMENT, "hi", Speller()))
    assert "अदालत ने मोहन लाल (Mohan Lal) को दोषी माना।" in text
    assert "7 साल की कड़ी क़ैद; जुर्माना ₹5,000" in text


def test_further_outcomes_follow_the_first() -> None:
    also = (Outcome("stay_granted", 1, "x"), Outcome("bail_granted", 1, "y"))
    one = replace(ORDER, outcome=Outcome("bail_granted", 1, "x", also=also))
    found = told(one, "en")
    assert found[1] == "In the same order: The court has stopped the matter for now (a stay)."
    assert not any(text.startswith("In the same order: The court granted bail") for text in found)
    partly = replace(ORDER, outcome=Outcome("partly_allowed", 1, "x", also=(Outcome("dismissed", 1, "y"),)))
    assert not any("In the same order" in text for text in told(partly, "en"))


def test_directions_are_quoted_only_in_the_documents_language() -> None:
    one = extract("order", outcome="disposed", directions=["The report shall be filed in two weeks."])
    assert "The court says: “The report shall be filed in two weeks.”" in told(one, "en")
    assert not any("report" in text for text in told(one, "hi"))


def test_masked_values_are_told_as_withheld() -> None:
    one = extract("fir", [("IPC", "376")], **{**FIR_FACTS, "complainant_name": "▮▮▮▮▮▮▮▮", "place": "▮▮▮▮"})
    text = " ".join(told(one, "hi", Speller()))
    assert "एक व्यक्ति (नाम छिपाया गया) की शिकायत पर" in text
    assert "जगह" not in text


def test_no_sentence_uses_a_key_that_is_not_a_fact() -> None:
    known = {*KEYS, "sections", "outcome", "next_date"}
    for language in LANGUAGES:
        for _, sentences in examples.summaries(language):
            assert all(known.issuperset(sentence.facts) for sentence in sentences)


def test_other_documents_are_told_like_orders() -> None:
    one = extract("other", court="Supreme Court of India", order_date="2020-01-02")
    assert told(one, "hi", Speller()) == ["2 जनवरी 2020 को सुप्रीम कोर्ट (Supreme Court of India) ने यह आदेश दिया।"]
