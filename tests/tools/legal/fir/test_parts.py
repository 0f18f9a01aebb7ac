"""The parts of the FIR reader one by one: spelling, rows, labels, values, tables, items."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.tools.legal.fir.sheets import document, lines, page
from tools.documents.types import Page, Word
from tools.legal.fir.columns import header_in, table
from tools.legal.fir.labels import fields, headings
from tools.legal.fir.paper import Paper
from tools.legal.fir.rows import page_rows, rows_of
from tools.legal.fir.tokens import skeleton, text_of, tokens_of

FORM = """
1. District (जिला): Alwar\t300|P.S. (थाना): Kotwali
2. S.No.\t120|Acts (अधिनियम)\t400|Sections (धाराएँ)
1\t120|IPC 1860\t400|379
3. (a) Occurrence of offence (अपराध की घटना):
4. Type of Information (सूचना का प्रकार): Oral
5. Place of Occurrence (घटनास्थल):
(b) Address (पता): near the well
"""


def paper(text: str, **settings: float) -> Paper:
    return Paper(document(page(lines(text, **settings))))


def values(text: str, item: str) -> dict[str, str]:
    sheet = paper(text)
    return {field.block.key: field.value.text for field in sheet.fields_between(0, len(sheet.rows), item)}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("P.S.(थाना)", "ps थाना"),
        ("मु0अ0सं0", "मु.अ.सं."),
        ("मु॰अ॰सं॰", "मुअसं"),
        ("सम्पत्ति", "संपत्ति"),
        ("ज़िला", "जिला"),
        ("जाँच", "जांच"),
        ("२०२४", "2024"),
    ],
)
def test_spelling_that_prints_vary(first: str, second: str) -> None:
    assert skeleton(first) == skeleton(second)


def test_pieces_of_a_word() -> None:
    pieces = tokens_of(Word("सं.:0030/24", (0, 0, 110, 10), 0))
    assert [piece.text for piece in pieces] == ["सं", ".", ":", "0030", "/", "24"]
    assert text_of(pieces) == "सं.:0030/24"
    assert pieces[3].box[0] == pytest.approx(40)


def test_rows_follow_a_slope_and_leave_out_overprint() -> None:
    words = [
        Word("District", (40, 100, 80, 110), 0),
        Word("District", (40.4, 100.2, 80.4, 110.2), 0),
        Word("Alwar", (300, 103, 330, 113), 1),
        Word("Year", (520, 105, 540, 115), 2),
        Word("next", (40, 116, 60, 126), 3),
    ]
    rows = page_rows(Page(1, 595, 842, tuple(words), "ocr"))
    assert [row.text for row in rows] == ["District Alwar Year", "next"]


def test_headers_and_footers_are_no_rows() -> None:
    first = page([(450, 20, "N.C.R.B/एन.सी.आर.बी"), (300, 36, "State Print 7"), (40, 300, "body"), (290, 820, "1")])
    second = page([(300, 36, "State Print 8"), (40, 300, "more"), (290, 820, "Page 2 of 2")], 2)
    assert [row.text for row in rows_of(document(first, second))] == ["body", "more"]


def test_values_stand_right_of_their_labels_or_beneath() -> None:
    found = values("1. District/Unit (जिला/इकाई):\t260|P.S. (थाना): Kotwali\t450|Year (वर्ष): 2025\n   Alwar", "1")
    assert found == {"district": "Alwar", "police_station": "Kotwali", "year": "2025"}


def test_a_value_beside_a_label_that_wraps() -> None:
    found = values("Entry No. (प्रविष्टि 058\t300|Date and Time (दिनांक एवं 22/02/2025\nसं.):\t300|समय): 15:43 घंटे", "3")
    assert found["entry"] == "058"
    assert found["datetime"] == "22/02/2025 15:43 घंटे"


def test_everyday_words_are_no_labels_without_a_colon() -> None:
    found = values("(b) Address (पता): पुराना थाना रोड, जिला अस्पताल का पता पूछकर", "5")
    assert found == {"address": "पुराना थाना रोड, जिला अस्पताल का पता पूछकर"}


def test_a_value_goes_on_where_its_line_was_full() -> None:
    long = "(b) Address (पता): " + "house by the old well and the new road " * 2 + "near\nthe school"
    assert values(long, "5")["address"].endswith("near the school")
    assert values("(b) Address (पता): well\n   \t330|far", "5")["address"] == "well"


def test_labels_that_a_scan_misread() -> None:
    text = "1. Distriet: Alwar\t300|Police Statian: Kotwali"
    scan = replace(page(lines(text)), source="ocr")
    sheet = Paper(document(scan))
    found = {field.block.key: field.value.text for field in sheet.fields_between(0, 1, "1")}
    assert found == {"district": "Alwar", "police_station": "Kotwali"}
    assert values(text, "1") == {}


ACTS = """
S.No.\t120|Acts (अधिनियम)\t400|Sections (धाराएँ)
(क्र.सं.)
1\t120|भारतीय न्याय संहिता (बी\t400|303(2)
\t120|एन एस), 2023
2\t120|आयुध अधिनियम\t400|3, 25
"""


def cells(sheet: Paper) -> list[dict[str, str]]:
    header = header_in(sheet.rows, 0, len(sheet.rows), fields("2"), {"acts", "sections"})
    assert header is not None
    found = table(sheet.rows, header, len(sheet.rows), fields("2"), (("sections",),))
    return [{key: text_of(tokens) for key, tokens in row.items()} for row in found]


def test_cells_wrap() -> None:
    assert cells(paper(ACTS)) == [
        {"serial": "1", "acts": "भारतीय न्याय संहिता (बी एन एस), 2023", "sections": "303(2)"},
        {"serial": "2", "acts": "आयुध अधिनियम", "sections": "3, 25"},
    ]


def test_cells_centred_beside_a_wrapped_one() -> None:
    pieces = [
        (40.0, 60.0, "S.No."), (120.0, 60.0, "Acts"), (400.0, 60.0, "Sections"),
        (120.0, 80.0, "Bharatiya Nyaya"), (40.0, 86.0, "1"), (400.0, 86.0, "303(2)"), (120.0, 92.0, "Sanhita, 2023"),
        (120.0, 110.0, "Arms"), (40.0, 116.0, "2"), (400.0, 116.0, "25"), (120.0, 122.0, "Act, 1959"),
    ]  # fmt: skip
    found = cells(Paper(document(page(pieces))))
    assert [row["sections"] for row in found] == ["303(2)", "25"]


def test_a_table_goes_on_after_a_page_break() -> None:
    first = page(lines(ACTS, top=650))
    second = page(lines("S.No.\t120|Acts\t400|Sections\n3\t120|IPC 1860\t400|379", top=150), 2)
    assert [row["sections"] for row in cells(Paper(document(first, second)))] == ["303(2)", "3, 25", "379"]


def test_items_are_found_in_order() -> None:
    form = paper(FORM).form
    assert [item.number for item in form.items] == ["2", "3", "4", "5"]
    assert form.get("12") is None


def test_headings_within_the_story_do_not_count() -> None:
    text = FORM + "12. First Information contents (प्रथम सूचना तथ्य):\n"
    text += "घटनास्थल पर गये। Action taken by us: none. Type of Information: x"
    text += "\n13. Action taken: Since the above information reveals commission of offence(s)"
    sheet = paper(text)
    item = sheet.form.get("12")
    assert item is not None
    assert item.stop - item.start == 2
    assert sheet.form.items[-1].number == "13"


def test_labels_keep_what_is_printed_and_leave_values_out() -> None:
    sheet = paper("(j) Mobile(मोबाइल):9000000001")
    (field,) = [field for field in sheet.fields_between(0, 1, "6") if field.block.key == "mobile"]
    assert field.label == "Mobile(मोबाइल)"
    assert field.value.text == "9000000001"


def test_every_item_has_a_heading_and_every_label_a_spelling() -> None:
    assert {phrase.key for phrase in headings()} >= {str(number) for number in range(2, 16)}
    for item in ("1", "2", "3", "4", "5", "6", "6i", "7", "8", "9", "10", "11", "13", "14", "15"):
        assert all(phrase.text for phrase in fields(item)), item
