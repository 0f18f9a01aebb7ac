"""What the document bears out stands; a wrong figure, name, section or decision is struck, with its reason."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.tools.legal.samples import fact, fir_result, order_result
from tools.legal.rewrite.check import REASONS, Source, struck
from tools.legal.rewrite.generate import sentences_of
from tools.legal.rewrite.prompt import tagged
from tools.legal.types import Extract, KeySentence, Language, Outcome, OutcomeKind


def source_of(extract: Extract | None) -> Source:
    assert extract is not None
    return Source(extract, tagged(extract.key_sentences))


ORDER, FIR = source_of(order_result().extract), source_of(fir_result().extract)


def judged(line: str, source: Source, language: Language | None = None) -> str:
    ((text, tags),) = sentences_of(line)
    own: Language = "hi" if any("\u0900" <= letter <= "\u097f" for letter in text) else "en"
    return struck(text, tags, source, language or own)


@pytest.mark.parametrize(
    "line",
    [
        "The court gave Ramesh Kalpit bail. [outcome, petitioner]",
        "The bail application was allowed. [outcome]",
        "He must give a personal bond of Rs 25,000 and one surety of the same amount. [bond, surety]",
        "The bond is twenty-five thousand rupees. [bond]",
        "He must not leave the district without the court's permission. [conditions]",
        "The case comes from FIR No. 31/2025 of Kalpanagar police station. [fir_number, police_station]",
        "The next date is 10 April 2025. [next_date]",
        "The case will be heard again on April 10. [next_date]",
        "Judge Revathi Kumbhar made this order on 12 March 2025. [bench, order_date]",
        "The case is under section 303(2) of the BNS. [sections]",
        "The case is about theft. [sections]",
        "मामला चोरी का है। [sections]",
        "The police have already made the recovery. [s2]",
        "अदालत ने रमेश कल्पित को ज़मानत दे दी। [outcome, petitioner]",
        "इसके लिए पच्चीस हज़ार रुपये का मुचलका देना होगा। [bond]",
        "अदालत की अनुमति के बिना ज़िला नहीं छोड़ना है। [conditions]",
        "मामला बीएनएस की धारा 303(2) का है। [sections]",
        "यह आदेश जज रेवती कुम्भार ने 12.03.2025 को दिया। [bench, order_date]",
        "गिरफ़्तारी ५ मार्च २०२५ को हुई। [arrest_date]",
    ],
)
def test_what_the_order_says_stands(line: str) -> None:
    assert judged(line, ORDER) == ""


@pytest.mark.parametrize(
    "line",
    [
        "सुशीला कल्पित ने थाना कोतवाली में 3 मार्च 2025 को रिपोर्ट लिखाई। [complainant_name, police_station, fir_date]",
        "28 फ़रवरी की रात 11 बजे कल्पना बाज़ार से मोटरसाइकिल चोरी हुई। [story]",
        "सामान की क़ीमत 45 हज़ार रुपये बताई गई है। [property_value]",
        "आरोपी का पता नहीं है। [accused]",
        "Sushila Kalpit's motorcycle was stolen on the night of 28 February 2025. [complainant_name, s1]",
        "The accused is not known. [accused]",
        "Mohan Lal Kalpnik investigates the case. [investigating_officer]",
    ],
)
def test_what_the_fir_says_stands(line: str) -> None:
    assert judged(line, FIR) == ""


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("The court refused bail. [outcome]", "flip"),
        ("The court gave Suresh Kalpit bail. [outcome, petitioner]", "name"),
        ("He must give a bond of ₹90,000. [bond]", "number"),
        ("He must give a bond of two lakh rupees. [bond]", "number"),
        ("The accused must pay within 30 days. [bond]", "number"),
        ("The next date is 11 April 2025. [next_date]", "date"),
        ("The next date is 12 March 2025. [next_date]", "date"),  # another fact's date
        ("The case will be heard on 12 April. [next_date]", "date"),
        ("The hearing is at 10:30 am. [next_date]", "time"),
        ("The case is under section 302 of the BNS. [sections]", "section"),
        ("The case is under section 303(2) of the IPC. [sections]", "section"),
        ("The case is about a murder by poison. [sections]", "unsupported"),
        ("The NDPS Act applies. [sections]", "act"),
        ("The accused was acquitted. [outcome]", "decision"),
        ("The FIR was quashed. [outcome]", "decision"),
        ("The court cancelled this case. [outcome]", "decision"),
        ("अदालत ने यह केस रद्द कर दिया। [outcome]", "decision"),
        ("बलविंदर मालवीय को ज़मानत मिली। [outcome]", "name"),
        ("He may leave the district without the court's permission. [conditions]", "affirms"),
        ("The bond does not count. [bond]", "denies"),
        ("You need not come to court. [next_date]", "order"),
        ("Visit https://kalpit.example for help. [fir_number]", "order"),
        ("The court granted bail.", "unsupported"),
        ("The court granted bail. [nonsense]", "unsupported"),
        ("The lawyer was very good. [fir_number]", "unsupported"),
        ("The case was about politics and cricket. [petitioner]", "unsupported"),
        ("अदालत ने ज़मानत नहीं दी। [outcome]", "flip"),
        ("अदालत ने ज़मानत की अर्ज़ी ख़ारिज कर दी। [outcome]", "flip"),
        ("अदालत ने सुरेश कुमार को ज़मानत दी। [outcome]", "name"),
        ("मुचलका पचास हज़ार रुपये का है। [bond]", "number"),
        ("आरोपी को बरी कर दिया गया। [outcome]", "decision"),
        ("मामला आईपीसी की धारा 302 का है। [sections]", "section"),
    ],
)
def test_what_the_order_does_not_say_is_struck(line: str, why: str) -> None:
    language = "hi" if any("\u0900" <= letter <= "\u097f" for letter in line) else "en"
    found = judged(line, ORDER)
    assert found.startswith(REASONS[why][language == "hi"].split("{")[0])
    assert "{" not in found


@pytest.mark.parametrize(
    "line",
    [
        "अदालत ने ज़मानत दे दी। [story]",
        "राकेश ने चोरी की। [accused]",
        "आरोपी दोषी है। [accused]",
        "The accused is guilty of theft. [accused]",
        "सामान 45 लाख रुपये का है। [property_value]",
        "28 फ़रवरी की रात 10 बजे चोरी हुई। [story]",
        "मोटरसाइकिल चोरी नहीं हुई। [story]",
    ],
)
def test_what_the_fir_does_not_say_is_struck(line: str) -> None:
    assert judged(line, FIR)


def test_a_sentence_in_the_wrong_language_is_struck() -> None:
    assert judged("The court granted bail. [outcome]", ORDER, "hi") == "यह हिन्दी में नहीं है।"
    assert judged("अदालत ने ज़मानत दे दी। [outcome]", ORDER, "en") == "It is not in English."
    assert judged("x " * 400 + "[outcome]", ORDER, "en") == "It is too long for one sentence."


@pytest.mark.parametrize(
    ("kind", "stands", "falls"),
    [
        ("bail_refused", "The court refused bail.", "The court granted bail."),
        ("anticipatory_bail_granted", "The court gave bail.", "अदालत ने ज़मानत नहीं दी।"),
        ("acquitted", "The accused was found not guilty.", "The accused was convicted."),
        ("convicted", "आरोपी को दोषी पाया गया।", "आरोपी को बरी किया गया।"),
        ("dismissed", "The court dismissed the petition.", "The court allowed the petition."),
        ("allowed", "याचिका मंज़ूर हुई।", "याचिका ख़ारिज हुई।"),
        ("quashed", "The court quashed the FIR.", "The court did not quash the FIR."),
        ("stay_granted", "The court granted a stay.", "The court refused a stay."),
    ],
)
def test_the_outcome_cannot_be_turned_round(kind: OutcomeKind, stands: str, falls: str) -> None:
    quote = "बरी बंद दोषी याचिका court petition bail accused FIR stay"
    source = Source(Extract("order", "en", {}, outcome=Outcome(kind, 1, quote)), {})
    assert judged(f"{stands} [outcome]", source) == ""
    assert judged(f"{falls} [outcome]", source)


def test_an_earlier_decision_may_be_told_when_the_document_tells_it() -> None:
    line = "The earlier bail application was rejected by the Sessions Court on 2 May 2024."
    source = Source(ORDER.extract, {"s1": KeySentence(line, 1)})
    assert judged("The Sessions Court had earlier rejected bail on 2 May 2024. [s1]", source) == ""
    assert judged("The court rejected bail on 2 May 2024. [s1]", source)
    assert judged("The Sessions Court had earlier rejected bail. [outcome]", ORDER)


def test_a_wish_or_a_condition_is_no_decision() -> None:
    source = Source(replace(ORDER.extract, facts={"relief_asked": fact("relief_asked", "regular bail")}), {})
    assert judged("The applicant asked for bail. [relief_asked]", source) == ""


def test_rounded_sums_and_counted_people_stand() -> None:
    accused = tuple(fact("accused", name) for name in ("Anil Kalpit", "Sunil Kalpit", "Vimal Kalpit"))
    facts = {
        "property_value": fact("property_value", "1693880"),
        "accused": replace(fact("accused", "three"), items=accused, value="Anil Kalpit; Sunil Kalpit; Vimal Kalpit"),
    }
    source = Source(Extract("fir", "en", facts), {})
    assert judged("The property is worth 16.9 lakh rupees. [property_value]", source) == ""
    assert judged("सामान लगभग 16.94 लाख रुपये का है। [property_value]", source) == ""
    assert judged("The property is worth 16.8 lakh rupees. [property_value]", source)
    assert judged("शिकायत तीन लोगों के ख़िलाफ़ है: अनिल कल्पित, सुनील कल्पित और विमल कल्पित। [accused]", source) == ""
    assert judged("The complaint is against four people. [accused]", source)


def test_a_unit_is_part_of_a_number() -> None:
    source = Source(Extract("order", "en", {"sentence": fact("sentence", "rigorous imprisonment for three years")}), {})
    assert judged("The sentence is 3 years in prison. [sentence]", source) == ""
    assert judged("सज़ा तीन साल की है। [sentence]", source) == ""
    assert judged("The sentence is 3 months in prison. [sentence]", source)
