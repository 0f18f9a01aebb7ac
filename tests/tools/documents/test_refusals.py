"""Files that cannot be read: each gets the right error, and a sentence that names the file and says what to do."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from PIL import Image

from tests.tools.documents import samples
from tools import errors
from tools.documents import Limits, read_document
from tools.documents.sniff import kind_of

LIMITS = Limits(max_pages=20, max_unpacked_bytes=32 * 2**20)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600


def workbook() -> bytes:
    buffer = io.BytesIO()
    Workbook().save(buffer)
    return buffer.getvalue()


def archive() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        file.writestr("a.txt", "hello")
    return buffer.getvalue()


def entities() -> bytes:
    laughs = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><w:document/>'
    return samples.docx_with(samples.docx_bytes(docx.Document()), "word/document.xml", laughs)


def zip_bomb() -> bytes:
    data = samples.docx_bytes(docx.Document())
    return samples.docx_with(data, "word/document.xml", b"<a>" + b" " * (40 * 2**20))


REFUSED: dict[str, tuple[Any, type[errors.PortalError], str]] = {
    "nothing": (lambda: b"", errors.Empty, "Export it again"),
    "white space": (lambda: b" \n\t\x0c", errors.Empty, "Export it again"),
    "blank PDF": (lambda: samples.pdf_of(()), errors.Empty, "blank"),
    "blank DOCX": (lambda: samples.docx_bytes(docx.Document()), errors.Empty, "no text"),
    "web page": (lambda: b"<!DOCTYPE html><html><body>Resume</body></html>", errors.WrongType, "print it to PDF"),
    "old Word file": (lambda: OLE, errors.WrongType, "PDF or DOCX"),
    "RTF": (lambda: b"{\\rtf1\\ansi Resume}", errors.WrongType, "PDF or DOCX"),
    "program": (lambda: b"MZ\x90\x00\x03" + b"\x00" * 60, errors.WrongType, "program"),
    "workbook": (workbook, errors.WrongType, "Excel"),
    "archive": (archive, errors.WrongType, "Unpack it"),
    "gif": (lambda: b"GIF89a" + b"\x01" * 30, errors.WrongType, "PNG"),
    "noise": (lambda: bytes(range(256)) * 4, errors.WrongType, "PDF or DOCX"),
    "locked PDF": (
        lambda: samples.pdf_of(owner_password="o", user_password="u"),
        errors.Encrypted,
        "without the password",
    ),
    "locked DOCX": (lambda: OLE + "EncryptedPackage".encode("utf-16-le"), errors.Encrypted, "without the password"),
    "long PDF": (lambda: samples.pdf_of(("x",), pages=21), errors.TooLarge, "21 pages"),
    "long text": (lambda: b"a\f" * 30, errors.TooLarge, "pages"),
    "PDF stream bomb": (lambda: samples.stream_bomb(64), errors.TooLarge, "unpacks"),
    "DOCX bomb": (zip_bomb, errors.TooLarge, "unpacks"),
    "image bomb": (samples.image_bomb, errors.TooLarge, "million pixels"),
    "entities": (entities, errors.Corrupt, "entities"),
    "PDF cut short": (lambda: samples.pdf_of()[:200], errors.Corrupt, "Send the file again"),
    "DOCX cut short": (lambda: samples.docx_bytes(docx.Document())[:900], errors.Corrupt, "Send the file again"),
    "image cut short": (
        lambda: samples.image_bytes(samples.picture_of())[:2000],
        errors.Corrupt,
        "Send the file again",
    ),
}


@pytest.mark.parametrize("what", REFUSED)
def test_each_bad_file_gets_its_own_sentence(what: str) -> None:
    make, kind, advice = REFUSED[what]
    with pytest.raises(kind) as caught:
        read_document("cv.pdf", make(), limits=LIMITS)
    assert type(caught.value) is kind
    assert advice in str(caught.value)
    assert str(caught.value).startswith("cv.pdf ")


def test_two_thousand_pages_are_refused_with_their_number() -> None:
    with pytest.raises(errors.TooLarge, match=r"2,000 pages; at most 60"):
        read_document("cv.pdf", samples.pdf_of((), pages=2000), limits=Limits())


def test_a_file_over_the_byte_limit_is_refused() -> None:
    with pytest.raises(errors.TooLarge, match="at most 0 MB"):
        read_document("cv.txt", b"hello " * 100, limits=Limits(max_bytes=100))


def test_an_owner_password_alone_does_not_stop_reading() -> None:
    document = read_document("cv.pdf", samples.pdf_of(owner_password="o"))
    assert "Asha Verma" in document.text


def test_huge_image_dimensions_inside_a_pdf_are_refused() -> None:
    picture = Image.new("L", (10, 10), 0)
    data = samples.scanned_pdf(picture).replace(b"/Width 10", b"/Width 99999").replace(b"/Height 10", b"/Height 99999")
    with pytest.raises(errors.TooLarge, match="million pixels"):
        read_document("cv.pdf", data)


def told(name: str, data: bytes) -> str:
    """The sentence that refuses a file, or one that says how much of it was read."""
    try:
        document = read_document(name, data, limits=Limits(ocr_seconds=0))
    except errors.PortalError as error:
        return str(error)
    assert document.pages
    return f"{len(document.pages)} pages."


@pytest.mark.parametrize(
    "start", [b"", b"%PDF-1.7\n", b"PK\x03\x04", b"\x89PNG\r\n\x1a\n", b"II*\x00", b"\xff\xd8\xff"]
)
def test_random_bytes_raise_nothing_but_portal_errors(start: bytes) -> None:
    @settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.binary(max_size=300))
    def check(noise: bytes) -> None:
        assert told("noise", start + noise).endswith(".")

    check()


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10_000), st.binary(min_size=1, max_size=30))
def test_a_damaged_pdf_or_docx_raises_nothing_but_portal_errors(place: int, noise: bytes) -> None:
    for data in (GOOD_PDF, GOOD_DOCX):
        at = place % len(data)
        assert told("damaged", data[:at] + noise + data[at + len(noise) :]).endswith(".")


def _good_docx() -> bytes:
    document = docx.Document()
    document.add_paragraph("Asha Verma, accountant")
    return samples.docx_bytes(document)


GOOD_PDF, GOOD_DOCX = samples.pdf_of(), _good_docx()


@given(st.text(min_size=1, max_size=200))
def test_text_in_utf_8_is_text_or_refused(text: str) -> None:
    try:
        kind = kind_of("a.txt", text.encode("utf-8", "ignore"), LIMITS)
    except errors.PortalError as error:
        kind = str(error)
    assert kind in ("txt", "pdf", "image") or kind.endswith(".")
