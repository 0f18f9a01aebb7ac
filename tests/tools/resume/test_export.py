import csv
import io
import json
import re
from datetime import UTC, datetime
from typing import Any

import openpyxl
import pdfplumber
import pytest

from tests.tools.resume.people import HOSTILE_NAME, JOB, candidate, hindi, hostile
from tools.resume.export import to_csv, to_json, to_pdf, to_xlsx
from tools.resume.labels import BAR
from tools.resume.types import Candidate

MADE = datetime(2026, 11, 22, 4, 30, tzinfo=UTC)
TRACES = ("asha", "rao", "example.com", "90000", "कविता", "शर्मा", "hyperlink")


ENGLISH = re.compile(r"\b[A-Za-z][a-z]+(?: [A-Za-z]+){3,}")  # four words in a row


@pytest.fixture(scope="module")
def people() -> list[Candidate]:
    return [hindi(), candidate(), hostile()]  # not by rank: the exports sort


def read_csv(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))


def read_xlsx(data: bytes) -> Any:
    return openpyxl.load_workbook(io.BytesIO(data))


def read_pdf(data: bytes) -> list[str]:
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        return [page.extract_text() for page in pdf.pages]


def test_csv_reads_back(people: list[Candidate]) -> None:
    data = to_csv(people, JOB, blind=False, shortlist={"asha_rao.pdf"})
    assert data.startswith(b"\xef\xbb\xbf")
    rows = read_csv(data)
    assert [row["Rank"] for row in rows] == ["1", "2", "3"]
    first = rows[0]
    assert first["Candidate"] == "Asha Rao"
    assert first["Phone"] == "'+91 90000 00001"
    assert (first["Score"], first["Cap"], first["Shortlisted"]) == ("74.5", "-8.0", "yes")
    assert (first["Must-haves met"], first["Must-haves"]) == ("2", "3")
    assert (first["Latest role"], first["Since"], first["Until"]) == ("Senior Java Developer", "Apr 2021", "present")
    assert first["Education"].startswith("B.Tech")
    assert rows[2]["Candidate"] == "कविता शर्मा"


def test_csv_never_starts_a_formula(people: list[Candidate]) -> None:
    for row in read_csv(to_csv(people, JOB, blind=False)):
        for name, cell in row.items():
            assert not cell or cell[0] not in "=+-@\t\r" or name == "Cap"


def test_xlsx_has_its_sheets(people: list[Candidate]) -> None:
    book = read_xlsx(to_xlsx(people, JOB, blind=False, model="tiny", made=MADE))
    assert book.sheetnames == ["Ranking", "Skills", "Roles", "Requirements", "About"]
    ranking = book["Ranking"]
    assert ranking.freeze_panes == "C2"
    assert ranking.auto_filter.ref.startswith("A1:")
    assert ranking["D2"].value == 74.5
    assert ranking["D2"].number_format == "0.0"
    assert ranking.conditional_formatting
    assert book["Skills"].max_row == 1 + 3 * len(JOB.requirements)
    about = dict(book["About"].iter_rows(min_row=2, values_only=True))
    assert about["Model"] == "tiny"
    assert about["Made"] == "22 Nov 2026, 10:00 IST"
    assert "person must" in about["Decision"]


def test_xlsx_holds_no_formula(people: list[Candidate]) -> None:
    book = read_xlsx(to_xlsx(people, JOB, blind=False))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f"]
    name = next(cell for cell in cells if cell.value == HOSTILE_NAME)
    assert name.data_type == "s"
    assert name.quotePrefix
    assert any(cell.value == "+91 90000 00001" for cell in cells)


def test_pdf_says_what_a_reader_needs(people: list[Candidate]) -> None:
    pages = read_pdf(to_pdf(people, JOB, blind=False, model="tiny", made=MADE))
    text = "\n".join(pages)
    for words in ("Java Backend Developer", "22 Nov 2026, 10:00 IST", "model tiny", "Asha Rao", "A person must decide"):
        assert words in text
    assert "built payment services in Java 17”, page 1" in text
    for number, page in enumerate(pages, start=1):
        assert f"Page {number} of {len(pages)}" in page


def test_pdf_shows_the_shortlist_only(people: list[Candidate]) -> None:
    text = "\n".join(read_pdf(to_pdf(people, JOB, blind=False, shortlist=["asha_rao.pdf"])))
    assert text.count("Matched, with proof") == 1
    assert "on the shortlist" in text


def test_pdf_shapes_devanagari() -> None:
    # Shaped text puts the short i before its consonant: the glyphs on paper are not in the order of the letters.
    import pypdfium2

    page = pypdfium2.PdfDocument(to_pdf([hindi()], JOB, blind=False))[0]
    text = page.get_textpage().get_text_range()
    assert "कविता" in text
    assert "□" not in text


@pytest.mark.parametrize("count", [0, 1, 45])
def test_any_number_of_candidates(count: int) -> None:
    people = [candidate(f"Person {rank}", rank, file=f"{rank}.pdf") for rank in range(1, count + 1)]
    assert len(read_csv(to_csv(people, JOB))) == count
    assert read_xlsx(to_xlsx(people, JOB))["Ranking"].max_row == count + 1
    assert to_pdf(people, JOB).startswith(b"%PDF")


def test_blind_hides_the_person_everywhere(people: list[Candidate]) -> None:
    book = read_xlsx(to_xlsx(people, JOB))
    sheets = " ".join(str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row)
    records = [{key: value for key, value in row.items() if key != "file"} for row in to_json(people, JOB)]
    shown = {
        "csv": to_csv(people, JOB).decode("utf-8-sig"),
        "xlsx": sheets,
        "pdf": "\n".join(read_pdf(to_pdf(people, JOB))),
        "json": json.dumps(records, ensure_ascii=False),
    }
    for kind, text in shown.items():
        for trace in TRACES:
            assert trace not in text.casefold(), (kind, trace)
        assert "Candidate " in text


def test_json_keeps_the_contract(people: list[Candidate]) -> None:
    first = to_json(people, JOB, blind=False)[0]
    contract = (
        "file",
        "status",
        "error",
        "score",
        "rank",
        "parts",
        "name",
        "email",
        "phone",
        "total_experience_months",
    )
    assert set(contract) | {"roles", "education", "matched", "missing", "flags"} <= set(first)
    assert first["status"] == "scored"
    assert set(first["roles"][0]) >= {"title", "employer", "start", "end", "months", "page"}
    assert set(first["education"][0]) >= {"degree", "college", "year"}
    assert set(first["matched"][0]) >= {"skill", "page", "quote", "kind", "months"}
    assert first["matched"][0]["quote"] == "Asha built payment services in Java 17"
    json.dumps(first)


def test_blind_json_leaves_out_identity_and_keeps_the_file(people: list[Candidate]) -> None:
    first = to_json(people, JOB)[0]
    assert (first["name"], first["email"], first["phone"], first["location"]) == (None, None, None, None)
    assert first["matched"][0]["quote"] == f"{BAR} built payment services in Java 17"
    assert first["file"] == "asha_rao.pdf"


def test_exports_in_hindi_say_nothing_english_of_their_own(people: list[Candidate]) -> None:
    given = " ".join([str(people), JOB.title, *(need.skill for need in JOB.requirements)])
    header, *_rows = csv.reader(io.StringIO(to_csv(people, JOB, blind=False, language="hi").decode("utf-8-sig")))
    assert header[:4] == ["क्रम", "उम्मीदवार", "चुने गए", "स्कोर"]
    assert not [name for name in header if name != "Cap" and not re.search("[\u0900-\u097f]", name)]
    book = read_xlsx(to_xlsx(people, JOB, blind=False, model="tiny", made=MADE, language="hi"))
    assert book.sheetnames == ["क्रम", "हुनर", "नौकरियाँ", "ज़रूरतें", "इस बारे में"]
    cells = [str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row if cell.value]
    assert not [cell for cell in cells if (run := ENGLISH.search(cell)) and run.group() not in given]
    assert "22 नवंबर 2026, 10:00 IST" in cells
    text = "\n".join(read_pdf(to_pdf(people, JOB, blind=False, model="tiny", made=MADE, language="hi")))
    assert not [run.group() for run in ENGLISH.finditer(text) if run.group() not in given]
    assert "हाँ" in cells or "नहीं" in cells
