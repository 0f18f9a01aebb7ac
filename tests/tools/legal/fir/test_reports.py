"""Reports without the form, values of single items, an FIR told from an order, and fictional FIRs as a whole."""

from __future__ import annotations

import pytest

from tests.fiction.fir import LAYOUTS, fir
from tests.tools.legal.fir.sheets import document, form, lines, page
from tools.documents.read import read_document
from tools.documents.types import Document, Page
from tools.legal.fir.detect import looks_like_fir
from tools.legal.fir.extract import extract, story_spans

TEHRIR = """
थाना कोतवाली जनपद बरेली के मु0अ0सं0 123/2024 धारा 323/504/506 भा0दं0सं0 से सम्बन्धित
सेवा में, श्रीमान थानाध्यक्ष महोदय, थाना कोतवाली, जनपद बरेली। निवेदन है कि प्रार्थी कल्पित कुमार
पुत्र मोहन लाल निवासी ग्राम रामपुर का रहने वाला है। दिनांक 12.03.2024 को समय करीब 8.00 बजे विपक्षीगण रमेश व सुरेश ने गाली गलौज की।
प्रार्थी
कल्पित कुमार पुत्र मोहन लाल निवासी ग्राम रामपुर
मो0 9000000001
दिनांक 13/03/2024
"""
NOTE = """
Case FIR No. 123/2024 dated 12.03.2024 u/s 379 IPC was registered at P.S. Sadar, District Hisar on the complaint of
Ramesh Kumar S/o Suresh Kumar R/o H.No. 12, Model Town, Hisar against unknown persons. The motor cycle was found.
"""
CASE = """
Kotwali P.S. Case No. 45/2023 dated 02.02.2023 under Sections 302/34 IPC
To, The Officer-in-charge, Kotwali P.S., District Gaya. Sir, I, Sunita Devi, W/o Ram Kumar, R/o Village Rampur, beg to
state that on 01.02.2023 at about 7 PM accused Mohan Yadav assaulted my husband.
"""


def sheet(text: str) -> Document:
    return document(page(lines(text)))


def found(text: str) -> dict[str, str]:
    return {key: fact.value for key, fact in extract(sheet(text))[0].items()}


def test_tehrir() -> None:
    facts = found(TEHRIR)
    assert facts.pop("story").startswith("सेवा में")
    assert facts == {
        "fir_number": "123/2024", "year": "2024", "police_station": "कोतवाली", "district": "बरेली",
        "fir_date": "2024-03-13",
        "complainant_name": "कल्पित कुमार", "complainant_relative": "मोहन लाल", "complainant_address": "ग्राम रामपुर",
        "complainant_phone": "9000000001", "accused": "रमेश; सुरेश",
        "offence_date_from": "2024-03-12", "offence_time_from": "08:00",
    }  # fmt: skip
    sections = {(section.act, section.section) for section in extract(sheet(TEHRIR))[1]}
    assert sections == {("IPC", "323"), ("IPC", "504"), ("IPC", "506")}


def test_press_note() -> None:
    facts = found(NOTE)
    assert (facts["fir_number"], facts["fir_date"]) == ("123/2024", "2024-03-12")
    assert (facts["police_station"], facts["district"]) == ("Sadar", "Hisar")
    assert (facts["complainant_name"], facts["complainant_relative"]) == ("Ramesh Kumar", "Suresh Kumar")
    assert facts["accused_unknown"] == "unknown"


def test_a_station_named_before_its_case_number() -> None:
    facts = found(CASE)
    assert (facts["fir_number"], facts["police_station"], facts["district"]) == ("45/2023", "Kotwali", "Gaya")
    assert (facts["complainant_name"], facts["complainant_address"]) == ("Sunita Devi", "Village Rampur")
    assert facts["accused"] == "Mohan Yadav"


def test_a_marriage_is_no_offence() -> None:
    assert "offence_date_from" not in found("महोदय, मेरा विवाह दिनांक 01.02.2015 को हुआ था। मुझे न्याय दिया जाये।")


def test_quotes_of_reports_stand_in_the_text() -> None:
    for text in (TEHRIR, NOTE, CASE):
        paper = sheet(text)
        for fact in extract(paper)[0].values():
            assert fact.quote in paper.pages[fact.page - 1].text
            assert fact.label in paper.pages[fact.page - 1].text


ITEMS = """
FIRST INFORMATION REPORT
1. District: Alwar\t300|P.S.: Kotwali\t450|Year: 2024
FIR No.: 0012\t300|Date and Time of FIR: 01/02/2024 10:00 hrs
2. Acts & Sections: {acts}
3. (a) Occurrence of offence:
4. Type of Information: {kind}
5. Place of Occurrence:
6. Complainant / Informant: (a) Name: {name}
7. Details of known / suspected / unknown accused with full particulars:
{accused}
8. Reasons for delay in reporting by the complainant / informant: {delay}
10. Total value of property: {value}
11. Inquest Report / U.D. case No., if any: {inquest}
13. Action taken: Since the above information reveals commission of offence(s) u/s as mentioned at Item No. 2
(3) Refused investigation due to: {refused} or
(4) Transferred to P.S.: {transferred}\t300|District:
15. Date and time of dispatch to the court:
"""
EMPTY = dict.fromkeys(("acts", "kind", "name", "accused", "delay", "value", "inquest", "refused", "transferred"), "")


@pytest.mark.parametrize(
    ("key", "printed", "fact", "value"),
    [
        ("kind", "Written/Oral - Oral", "information_type", "Oral"),
        ("kind", "लिखित/मौखिक", "information_type", None),
        ("name", "RAM LAL S/O SHYAM LAL", "complainant_name", "RAM LAL"),
        ("accused", "1. Ram Lal @ Ramu S/o Shyam Lal\n2. Mohan, R/o Alwar", "accused", "Ram Lal @ Ramu; Mohan"),
        ("accused", "अज्ञात 3 व्यक्ति", "accused_unknown", "अज्ञात 3"),
        ("accused", "NIL", "accused", None),
        ("delay", "NIL", "delay_reason", None),
        ("delay", "शून्य", "delay_reason", None),
        ("delay", "N/A", "delay_reason", None),
        ("delay", "out of town", "delay_reason", "out of town"),
        ("value", "Rs. 1,20,000/-", "property_value", "120000"),
        ("value", "0", "property_value", None),
        ("inquest", "UD 12/2024", "inquest_number", "UD 12/2024"),
        ("inquest", "--", "inquest_number", None),
        ("refused", "no offence is made out", "action_taken", "Refused investigation: no offence is made out"),
        ("transferred", "Sadar", "action_taken", "Transferred to P.S. Sadar"),
    ],
)
def test_values_of_single_items(key: str, printed: str, fact: str, value: str | None) -> None:
    assert found(ITEMS.format(**{**EMPTY, key: printed})).get(fact) == value


def test_acts_and_sections_in_one_line() -> None:
    _, sections = extract(sheet(ITEMS.format(**{**EMPTY, "acts": "379, 411 IPC, 25 Arms Act"})))
    assert {(section.act, section.section) for section in sections} == {
        ("IPC", "379"),
        ("IPC", "411"),
        ("Arms Act", "25"),
    }


def test_a_story_over_pages_leaves_their_headers_out() -> None:
    head = [(450.0, 20.0, "N.C.R.B/एन.सी.आर.बी"), (290.0, 820.0, "1")]
    start = (
        ITEMS.format(**EMPTY).partition("13. Action")[0]
        + "12. First Information contents:\nOne sentence here. Another one"
    )
    first = page([*head, *lines(start)])
    second = page(
        [
            *head[:1],
            *lines("goes on here.\n13. Action taken: registered and taken up by the station"),
            (290.0, 820.0, "2"),
        ],
        2,
    )
    paper = document(first, second)
    assert extract(paper)[0]["story"].value == "One sentence here. Another one goes on here."
    assert [paper.pages[number - 1].text[start:end] for number, start, end in story_spans(paper)] == [
        "One sentence here. Another one", "goes on here.",
    ]  # fmt: skip


def test_an_fir_is_told_from_an_order() -> None:
    assert looks_like_fir(form("delhi")) == 1.0
    assert looks_like_fir(sheet("प्रथम सूचना रिपोर्ट / तहरीर\n" + TEHRIR)) >= 0.5
    order = "IN THE COURT OF SESSIONS JUDGE, ALWAR\nState versus Ram\nFIR No. 12/2024, P.S. Kotwali\nORDER\nHeard."
    assert looks_like_fir(sheet(order)) < 0.2
    assert looks_like_fir(document(Page(1, 595, 842, (), "blank"))) == 0.0


def test_nothing_to_read() -> None:
    empty = document(Page(1, 595, 842, (), "blank"))
    assert extract(empty) == ({}, ())
    assert story_spans(empty) == ()
    assert extract(sheet("a letter of no interest"))[0] == {}


@pytest.mark.parametrize("layout", [layout for layout in LAYOUTS if layout != "typed"])
def test_fictional_forms(layout: str) -> None:
    specimen = fir(77, layout)  # type: ignore[arg-type]
    facts, sections = extract(read_document(specimen.name, specimen.data))
    for key, value in specimen.truth.facts.items():
        wanted = value if isinstance(value, tuple) else (value,)
        given = [item.value for item in facts[key].items or (facts[key],)]
        assert [_bare(one) for one in given] == [_bare(one) for one in wanted], key
    assert {key for key in facts if key not in specimen.truth.facts} <= {*specimen.truth.tolerated}
    assert {(one.act, one.section) for one in sections} == {(one.act, one.number) for one in specimen.truth.sections}


def _bare(name: str) -> str:
    """Without alias and spaces: some fonts' glyphs lie so far apart that words fall into pieces."""
    return name.split(" उर्फ ")[0].split(" alias ")[0].replace(" ", "")
