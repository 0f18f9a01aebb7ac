"""Layouts of several states that part from the usual form, and typed reports with labelled lines. Invented people."""

from __future__ import annotations

import pytest

from tests.tools.legal.fir.sheets import Piece, document, lines, page
from tools.documents.types import Document, PageSource
from tools.legal.fir.extract import extract


def sheet(text: str, *more: Piece, source: PageSource = "text") -> Document:
    return document(page([*lines(text), *more], source=source))


def facts(text: str, *more: Piece, source: PageSource = "text") -> dict[str, str]:
    return {key: fact.value for key, fact in extract(sheet(text, *more, source=source))[0].items()}


def sections(text: str, *more: Piece, source: PageSource = "text") -> list[tuple[str, str]]:
    return [(one.act, one.section) for one in extract(sheet(text, *more, source=source))[1]]


ONE_MORE_ITEM = """
प्रथम सूचना रिपोर्ट
1. जिला: बीकानेर\t300|थाना: नोखा\t450|वर्ष: 2017
2. प्र.सू.रि.सं.: 0030\t300|दिनांक: 22/01/2017
3. अधिनियम एवं धाराएँ
क्र.सं.\t150|अधिनियम\t400|धाराएँ
1\t150|भा दं सं 1860\t400|457
2\t150|भा दं सं 1860\t400|380
4. (क) अपराध की घटना: दिन: शनिवार
5. सूचना का प्रकार: मौखिक
6. घटनास्थल:
(ख) पता: ग्राम कल्पितपुर
7. शिकायतकर्ता/सूचनाकर्ता:
(क) नाम: कल्पित लाल
8. ज्ञात/संदिग्ध/अज्ञात अभियुक्त का पूरे विवरण सहित वर्णन:
1. अज्ञात
13. प्रथम सूचना तथ्य: रात को चोरी हुई।
14. की गई कार्यवाही: मद सं. 3 में उल्लेख धारा के तहत है:
जाँच अधिकारी का नाम: काल्पनिक प्रकाश\t300|पद: सहायक उप निरीक्षक
15. शिकायतकर्ता/सूचनाकर्ता के हस्ताक्षर/अंगूठे का निशान
\t300|थाना प्रभारी के हस्ताक्षर
\t300|नाम: कल्पित शर्मा
16. अदालत में प्रेषण की दिनांक और समय: 23/01/2017
"""


def test_items_are_known_by_their_labels_where_a_form_counts_one_more() -> None:
    found = facts(ONE_MORE_ITEM)
    assert sections(ONE_MORE_ITEM) == [("IPC", "457"), ("IPC", "380")]
    assert found["investigating_officer"] == "काल्पनिक प्रकाश"
    assert found["action_taken"] == "प्रकरण दर्ज; जाँच के लिए नियुक्त: काल्पनिक प्रकाश"
    assert (found["officer_in_charge"], found["sent_to_court_date"]) == ("कल्पित शर्मा", "2017-01-23")


def test_an_officer_whose_name_has_no_label_stands_above_the_rank() -> None:
    text = ONE_MORE_ITEM.replace("नाम: कल्पित शर्मा", "(कल्पित शर्मा)\n\t300|निरीक्षक\n\t300|सं. 12345")
    assert facts(text)["officer_in_charge"] == "कल्पित शर्मा"
    assert "officer_in_charge" not in facts(ONE_MORE_ITEM.replace("नाम: कल्पित शर्मा", "सं. 12345"))


BENGAL = """
FIRST INFORMATION REPORT
1. Dist.: Hooghly\t250|P.S.: Kalpana\t400|Year: 2020
F.I.R. No.: 133/20\t250|Date: 14.08.2020
2. (i) Act: I.P.C.\t250|Sections: 498A/323
(ii) Act: D.P. Act\t250|Sections: 3/4
(iii) Act:\t250|Sections:
(iv) Other Acts & Sections:
3. (a) General Diary Reference: Entry No.: 678\t350|Time: 15:45 hrs
(b) Occurrence of Offence: Day: Monday\t350|Date: 10.08.2020
(c) Information received at P.S.: Date: 14.08.2020\t350|Time: 15:40 hrs
4. Type of Information: Written
5. Place of Occurrence: (a) Direction & Distance from P.S.: West, 2 km\t400|Beat No.:
6. Complainant / Informant:
(a) Name: Smt. Kalpana Das
13. Action taken: registered the case and took up the investigation / directed
Refused investigation due to: / transferred to P.S. on point of jurisdiction
"""


def test_acts_one_a_line_and_the_diary_before_the_offence() -> None:
    found = facts(BENGAL)
    assert sections(BENGAL) == [
        ("IPC", "498A"), ("IPC", "323"), ("Dowry Prohibition Act", "3"), ("Dowry Prohibition Act", "4"),
    ]  # fmt: skip
    assert (found["district"], found["diary_number"], found["diary_time"]) == ("Hooghly", "678", "15:45")
    assert (found["offence_date_from"], found["information_time"]) == ("2020-08-10", "15:40")
    assert "investigating_officer" not in found
    assert not found["action_taken"].startswith("Refused")


ELECTRONIC = """
e-FIR (MOTOR VEHICLE THEFT)
FIRST INFORMATION REPORT
1. District: Crime\t200|P.S.: E-POLICE STATION MVT\t450|Year: 2025
FIR No.: 012345\t200|Date: 05/05/2025
2. Acts & Sections: 303(2) BNS
3. (a) Occurrence of Offence: Day: Monday Date & Time from: 04/05/2025 22:00 Date & Time to: 05/05/2025 07:00
4. Type of Information: Online
5. Place of Occurrence:
6. Complainant / Informant:
"""


def test_a_word_that_ends_in_a_label_is_none() -> None:
    found = facts(ELECTRONIC)
    assert (found["police_station"], found["fir_number"]) == ("E-POLICE STATION MVT", "012345")
    assert (found["offence_day"], found["offence_date_from"], found["offence_time_from"]) == (
        "Monday", "2025-05-04", "22:00",
    )  # fmt: skip
    assert (found["offence_date_to"], found["offence_time_to"]) == ("2025-05-05", "07:00")


TABLE = """
1. District: Alwar\t300|P.S.: Kotwali\t450|Year: 2024
2.
S.No.\t120|Acts\t400|Sections
3. (a) Occurrence of offence:
4. Type of Information: Written
5. Place of Occurrence:
6. Complainant / Informant:
"""


def centred(*cells: Piece) -> Document:
    """The table's two rows between its header and item 3, which stands below them."""
    moved = [(x, y + (160 if y > 90 else 0), text) for x, y, text in lines(TABLE)]
    return document(page([*moved, *cells]))


def test_the_second_line_of_a_centred_cell_stays_in_its_row() -> None:
    act, rest = "Scheduled Castes and Scheduled Tribes", "(Prevention of Atrocities) Act, 1989"
    cells: list[Piece] = [(40, 110, "1"), (120, 110, "IPC 1860"), (400, 110, "323")]
    for number, top in (("2", 134.0), ("3", 166.0)):
        cells += [(120, top, act), (40, top + 6.5, number), (400, top + 6.5, f"3(1)({'rs'[number == '3']})")]
        cells += [(120, top + 13, rest)]
    found = [(one.act, one.section) for one in extract(centred(*cells))[1]]
    assert found == [("IPC", "323"), ("SC/ST Act", "3(1)(r)"), ("SC/ST Act", "3(1)(s)")]


def test_a_scanned_section_that_the_act_does_not_have_is_left_out() -> None:
    text = TABLE.replace("3. (a)", "1\t120|IPC 1860\t400|379\n2\t120|IPC 1860\t400|999\n3. (a)")
    assert sections(text, source="ocr") == [("IPC", "379")]


def test_scanned_sections_on_other_rows_than_their_acts() -> None:
    text = TABLE.replace("S.No.\t120|Acts\t400|Sections", "S.No.\t120|Acts\t400|379, 411\nee\t120|IPC 1860")
    assert sections(text, source="ocr") == [("IPC", "379"), ("IPC", "411")]


def test_year_and_date_of_a_scan_that_disagree_are_uncertain() -> None:
    text = TABLE.replace("2.\n", "FIR No.: 0012\t300|Date of FIR: 01/02/2021\n2.\n")
    found, _ = extract(sheet(text, source="ocr"))
    assert (found["year"].uncertain, found["fir_date"].uncertain) == (True, True)
    assert not extract(sheet(text))[0]["year"].uncertain


LABELLED = """
मु0अ0सं0 145/2023 धारा 323/504 भा0दं0सं0 थाना कोतवाली जनपद हरदोई
वादी- कल्पित कुमार पुत्र राम भरोसे निवासी ग्राम कल्पनापुर
अभियुक्तगण- 1. राजेश पुत्र मुन्नू 2. सोनू पुत्र मुन्नू निवासीगण ग्राम कल्पनापुर
घटनास्थल- मंदिर के पास
विवेचक- उ0नि0 श्री काल्पनिक चन्द्र
"""
ENGLISH = """
FIR No. 45/2023 dated 02.02.2023 u/s 323/34 IPC PS Sadar District Hisar
Complainant: Ram Kumar S/o Shyam Lal R/o Village Kalpana, Hisar
Accused: 1. Mohan Lal S/o Sohan Lal
2. Sohan Lal S/o Jai Lal
3. unknown
Investigating Officer: ASI Jai Bhagwan, No. 45
"""


@pytest.mark.parametrize(
    ("text", "key", "value"),
    [
        (LABELLED, "complainant_name", "कल्पित कुमार"),
        (LABELLED, "complainant_address", "ग्राम कल्पनापुर"),
        (LABELLED, "accused", "राजेश; सोनू"),
        (LABELLED, "place", "मंदिर के पास"),
        (LABELLED, "investigating_officer", "काल्पनिक चन्द्र"),
        (LABELLED, "investigating_officer_rank", "उ0नि0"),
        (ENGLISH, "district", "Hisar"),
        (ENGLISH, "complainant_name", "Ram Kumar"),
        (ENGLISH, "accused", "Mohan Lal; Sohan Lal"),
        (ENGLISH, "accused_unknown", "unknown"),
        (ENGLISH, "investigating_officer", "Jai Bhagwan"),
        ("मु0अ0सं0 12/2024 थाना सदर\nरमेश पुत्र सुरेश व दिनेश पुत्र मोहन के विरुद्ध मुकदमा दर्ज हुआ।", "accused", "रमेश; दिनेश"),
        ("Case registered against Ram Lal S/o Mohan and Dinesh S/o Ram", "accused", "Ram Lal; Dinesh"),
        ("वादी की तहरीर पर रमेश पुत्र सुरेश को पकड़ा", "complainant_name", None),
    ],
)
def test_labelled_lines_of_typed_reports(text: str, key: str, value: str | None) -> None:
    assert facts(text).get(key) == value
