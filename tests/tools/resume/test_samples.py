import hashlib
import io
import re
from pathlib import Path

import docx
import pdfplumber
import pytest
import yaml

from data.samples.resume.make_samples import main
from tools.resume.samples import FOLDER, sample_jobs, sample_resumes

FILES = dict(sample_resumes())
PEOPLE = {person["file"]: person for person in yaml.safe_load((FOLDER / "people.yaml").read_text(encoding="utf-8"))}
READABLE = [name for name, person in PEOPLE.items() if name.endswith(".pdf") and person["layout"] != "scan"]


def pdf_words(name: str) -> str:
    with pdfplumber.open(io.BytesIO(FILES[name])) as pdf:
        return "\n".join(page.extract_text() for page in pdf.pages)


def test_there_are_enough_in_enough_formats() -> None:
    assert set(FILES) == set(PEOPLE)
    assert len(FILES) >= 10
    assert {Path(name).suffix for name in FILES} == {".pdf", ".docx", ".txt"}
    assert len({person["layout"] for person in PEOPLE.values()}) == len(PEOPLE)
    assert sum(map(len, FILES.values())) < 1_500_000


def test_jobs_have_titles() -> None:
    assert [job.title for job in sample_jobs()] == ["Java Backend Developer", "Relationship Manager – Branch Banking"]
    assert all("Must have" in job.text for job in sample_jobs())


def test_contacts_are_nobodys() -> None:
    for person in PEOPLE.values():
        assert re.fullmatch(r"\+91 90000 000\d\d", person["contact"]["phone"])
        assert person["contact"]["email"].endswith(("@example.com", "@example.in"))


@pytest.mark.parametrize("name", READABLE)
def test_pdf_holds_its_person(name: str) -> None:
    text, person = pdf_words(name), PEOPLE[name]
    assert person["contact"]["email"] in text
    assert person["contact"]["phone"] in text
    for role in person["roles"]:
        if role["employer"].isascii():
            assert role["employer"] in text


def test_scan_has_no_text_and_stays_small() -> None:
    assert pdf_words("suresh_yadav_scan.pdf") == ""
    assert len(FILES["suresh_yadav_scan.pdf"]) < 250_000


def test_tricks_are_white_or_tiny() -> None:
    with pdfplumber.open(io.BytesIO(FILES["vikram_rathore.pdf"])) as pdf:
        chars = pdf.pages[0].chars
    white = "".join(c["text"] for c in chars if all(shade > 0.98 for shade in c["non_stroking_color"]))
    assert "Kubernetes" in white
    assert "previous" in white
    assert any(c["size"] < 2 for c in chars)


def test_hindi_is_shaped_and_read_back() -> None:
    import pypdfium2

    with pypdfium2.PdfDocument(FILES["kavita_sharma.pdf"]) as pdf:
        text = pdf[0].get_textpage().get_text_range()
    for word in ("कविता", "गणित", "प्रशिक्षित स्नातक शिक्षिका", "वर्तमान", "विद्या मंदिर", "Mathematics"):
        assert word in text
    assert not any(ord(sign) < 32 for sign in text.replace("\r\n", ""))


def test_word_files_open() -> None:
    plain = docx.Document(io.BytesIO(FILES["gurpreet_singh_bhatia.docx"]))
    assert "Satluj Housing Finance" in "\n".join(paragraph.text for paragraph in plain.paragraphs)
    table = docx.Document(io.BytesIO(FILES["meera_joshi.docx"])).tables[0]
    assert table.cell(0, 1).text.startswith("Meera Joshi")


def test_same_input_same_bytes(tmp_path: Path) -> None:
    main(tmp_path)
    for name, data in FILES.items():
        made = (tmp_path / name).read_bytes()
        assert hashlib.sha256(made).digest() == hashlib.sha256(data).digest(), name
