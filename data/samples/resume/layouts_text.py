"""Writes a fictional person's resume as DOCX or plain text. Knows nothing of the people."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import datetime

from docx import Document
from docx.document import Document as Docx
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Cm, Pt, RGBColor
from docx.table import _Cell

from data.samples.resume.layouts_pdf import Person, contact_line, degree_line

MADE = datetime(2026, 11, 1)


def plain_docx(person: Person) -> bytes:
    """Word's own headings and bullets, one column."""
    document = _document(person)
    document.add_heading(person["name"], 0)
    document.add_paragraph(person["headline"]).runs[0].bold = True
    document.add_paragraph(contact_line(person, " | "))
    document.add_heading("Career Objective", 1)
    document.add_paragraph(person["summary"])
    document.add_heading("Key Skills", 1)
    document.add_paragraph(", ".join(person["skills"]["Key skills"]))
    document.add_heading("Professional Experience", 1)
    for role in person["roles"]:
        line = document.add_paragraph()
        line.add_run(role["title"]).bold = True
        line.add_run(f", {role['employer']}, {role['place']}\t{role['dates']}")
        line.paragraph_format.tab_stops.add_tab_stop(Cm(17), 2)
        for point in role["points"]:
            document.add_paragraph(point, style="List Bullet")
    document.add_heading("Education", 1)
    for item in person["education"]:
        document.add_paragraph(f"{item['degree']}, {degree_line(item)}", style="List Bullet")
    document.add_heading("Languages", 1)
    document.add_paragraph(", ".join(person["languages"]))
    document.add_paragraph(person["extra"])
    return _bytes(document)


def table_docx(person: Person) -> bytes:
    """Everything in one two-column table, as many office templates have it."""
    document = _document(person)
    table = document.add_table(rows=0, cols=2)
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False

    def row(label: str, *blocks: tuple[str, bool]) -> None:
        left, right = table.add_row().cells
        left.width, right.width = Cm(4.2), Cm(13.2)
        left._tc.get_or_add_tcPr().append(parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:fill="E6F0EE"/>'))
        _fill(left, (label, True))
        _fill(right, *blocks)

    row("Name", (person["name"], True), (person["headline"], False))
    row("Contact", *((value, False) for value in person["contact"].values()))
    row("Profile", (person["summary"], False))
    for role in person["roles"]:
        heading = f"{role['title']}, {role['employer']}, {role['place']}"
        row(f"Experience\n{role['dates']}", (heading, True), *((f"• {point}", False) for point in role["points"]))
    for item in person["education"]:
        row("Education", (item["degree"], True), (degree_line(item), False))
    for group, names in person["skills"].items():
        row(f"Skills: {group}", (", ".join(names), False))
    row("Certification", *((name, False) for name in person["certifications"]))
    row("Languages", (", ".join(person["languages"]), False))
    return _bytes(document)


def text(person: Person) -> bytes:
    """Plain text with capital headings and dashes, as pasted into a form."""
    lines = [
        person["name"].upper(),
        person["headline"],
        contact_line(person, " | "),
        "",
        "OBJECTIVE",
        person["summary"],
    ]
    for group, names in person["skills"].items():
        lines += ["", f"SKILLS ({group.upper()})", ", ".join(names)]
    lines += ["", "WORK EXPERIENCE"]
    for role in person["roles"]:
        lines += [f"{role['title']}, {role['employer']}, {role['place']}", role["dates"]]
        lines += [f"  - {point}" for point in role["points"]] + [""]
    lines += ["EDUCATION", *(f"{item['degree']}, {degree_line(item)}" for item in person["education"])]
    lines += ["", "REGISTRATION AND CERTIFICATES", *person["certifications"]]
    lines += ["", "LANGUAGES", ", ".join(person["languages"]), ""]
    return "\n".join(lines).encode()


def _document(person: Person) -> Docx:
    document = Document()
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Calibri", Pt(10.5)
    normal.paragraph_format.space_after = Pt(3)
    for name, size in (("Title", 22), ("Heading 1", 13)):
        style = document.styles[name]
        style.font.name, style.font.size, style.font.color.rgb = "Calibri", Pt(size), RGBColor(0x0F, 0x76, 0x6E)
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(1.9)
    facts = document.core_properties
    facts.author, facts.title = "AI demo portal", f"Resume (fictional sample): {person['file']}"
    facts.created = facts.modified = MADE
    facts.last_modified_by, facts.comments = "", ""
    return document


def _fill(cell: _Cell, *blocks: tuple[str, bool]) -> None:
    for at, (words, bold) in enumerate(blocks):
        paragraph = cell.paragraphs[0] if at == 0 else cell.add_paragraph()
        paragraph.add_run(words).bold = bold


def _bytes(document: Docx) -> bytes:
    """The file with fixed times inside its archive, so that the same input gives the same bytes."""
    raw, out = io.BytesIO(), io.BytesIO()
    document.save(raw)
    with zipfile.ZipFile(raw) as read, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as write:
        for entry in read.infolist():
            if entry.filename != "docProps/thumbnail.jpeg":  # the template's own picture says nothing of this file
                fixed = zipfile.ZipInfo(entry.filename, MADE.timetuple()[:6])
                write.writestr(fixed, _without_thumbnail(read, entry), zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _without_thumbnail(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    data = archive.read(entry)
    if entry.filename != "_rels/.rels":
        return data
    return re.sub(rb"<Relationship [^>]*thumbnail[^>]*/>", b"", data)
