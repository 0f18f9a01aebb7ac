"""Draws a fictional person's resume as a PDF in one of several common layouts. Knows nothing of the people."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from fpdf import FPDF

from tools.paper import FONTS, searchable

MADE = datetime(2026, 11, 1, tzinfo=UTC)
Person = dict[str, Any]


class Sheet(FPDF):
    """An A4 page with a column: `left` and `wide` in millimetres say where text goes."""

    def __init__(self, person: Person, font: str = "Noto", margin: float = 18) -> None:
        super().__init__(format="A4")
        for family, file in (("Noto", "NotoSans"), ("Deva", "NotoSansDevanagari")):
            self.add_font(family, "", str(FONTS / f"{file}-Regular.ttf"))
            self.add_font(family, "B", str(FONTS / f"{file}-Bold.ttf"))
        self.set_fallback_fonts(["Deva"], exact_match=True)
        self.set_text_shaping(font == "Noto")
        searchable(self)
        self.set_creation_date(MADE)
        self.set_title(f"Resume (fictional sample): {person['file']}")
        self.set_auto_page_break(True, 14)
        self.set_margins(margin, 14)
        self.c_margin = 0
        self.face, self.left, self.wide = font, margin, 210 - 2 * margin
        self.add_page()

    def column(self, left: float, wide: float, top: float) -> None:
        """Go to the top of a column."""
        self.left, self.wide = left, wide
        self.set_left_margin(left)
        self.set_xy(left, top)

    def pen(self, size: float, bold: bool, color: str) -> None:
        """Choose the font, even when it seems chosen: fpdf2 forgets to come back from a fallback font by itself."""
        self.font_family = ""
        self.set_font(self.face, "B" if bold else "", size)
        self.set_text_color(color)

    def say(self, text: str, size: float = 10, *, bold: bool = False, color: str = "#222222", align: str = "L") -> None:
        """A wrapped paragraph in the column."""
        if not text:
            return
        if self.face != "Noto":  # the built-in fonts hold Latin-1 only
            text = text.replace("–", "-").replace("•", "\u00b7")
        self.pen(size, bold, color)
        self.set_x(self.left)
        self.multi_cell(self.wide, size * 0.52, text, align=align, new_x="LMARGIN", new_y="NEXT")

    def both(self, one: str, other: str, size: float = 10, color: str = "#222222") -> None:
        """Bold text at the left, plain text at the right of the same line."""
        top = self.get_y()
        self.say(other, size - 1, color="#555555", align="R")
        self.set_y(top)
        self.say(one, size, bold=True, color=color)

    def bullets(self, points: list[str], size: float = 10, color: str = "#222222") -> None:
        """A bulleted list, indented by 4 mm."""
        left, wide = self.left, self.wide
        for point in points:
            top = self.get_y()
            if self.will_page_break(size):
                self.add_page()
                top = self.get_y()
            self.set_xy(left, top)
            self.pen(size, False, color)
            self.cell(4, size * 0.52, "•" if self.face == "Noto" else "\u00b7")
            self.column(left + 4, wide - 4, top)
            self.say(point, size, color=color)
            self.column(left, wide, self.get_y())

    def heading(self, words: str, color: str = "#222222", line: bool = True, size: float = 11) -> None:
        """A section's heading, with a rule below."""
        self.ln(3)
        if self.will_page_break(22):  # a heading stays with what it heads
            self.add_page()
        self.say(words, size, bold=True, color=color)
        if line:
            self.set_draw_color(color)
            self.line(self.left, self.get_y() + 0.4, self.left + self.wide, self.get_y() + 0.4)
        self.ln(1.6)

    def finish(self) -> bytes:
        """The PDF's bytes."""
        return bytes(self.output())


def contact_line(person: Person, between: str = "  |  ") -> str:
    """E-mail, telephone, city and link on one line."""
    contact = person["contact"]
    return between.join(contact[key] for key in ("email", "phone", "city", "link") if key in contact)


def degree_line(item: dict[str, Any]) -> str:
    """College, year and marks of one degree."""
    return ", ".join(str(item[key]) for key in ("college", "year", "score") if key in item)


def roles(sheet: Sheet, person: Person, size: float = 10) -> None:
    """Every role: title and dates, employer and place, bullets."""
    for role in person["roles"]:
        sheet.both(role["title"], role["dates"], size + 0.5)
        sheet.say(f"{role['employer']}, {role['place']}", size, color="#555555")
        sheet.bullets(role["points"], size)
        sheet.ln(1.5)


def schooling(sheet: Sheet, person: Person, size: float = 10, color: str = "#222222") -> None:
    """Every degree with its college."""
    for item in person["education"]:
        sheet.say(item["degree"], size, bold=True, color=color)
        sheet.say(degree_line(item), size, color=color)
        sheet.ln(1)


def tail(sheet: Sheet, person: Person, color: str = "#222222", title: Callable[[str], str] = str) -> None:
    """Certifications, languages, personal details and a last line, where the person has them."""
    if person.get("certifications"):
        sheet.heading(title("Certifications"), color)
        sheet.bullets(person["certifications"])
    if person.get("languages"):
        sheet.heading(title("Languages"), color)
        sheet.say(", ".join(person["languages"]))
    if person.get("personal"):
        sheet.heading(title("Personal Details"), color)
        for key, value in person["personal"].items():
            sheet.say(f"{key}: {value}")
    if person.get("extra"):
        sheet.ln(2)
        sheet.say(person["extra"])


def single_column(person: Person) -> bytes:
    """One column, centred name, ruled headings, two pages."""
    sheet = Sheet(person)
    sheet.say(person["name"], 22, bold=True, align="C")
    sheet.say(person["headline"], 11, color="#0B5C8A", align="C")
    sheet.ln(1)
    sheet.say(contact_line(person), 9, color="#555555", align="C")
    sheet.heading("SUMMARY", "#0B5C8A")
    sheet.say(person["summary"])
    sheet.heading("EXPERIENCE", "#0B5C8A")
    roles(sheet, person)
    sheet.add_page()
    sheet.heading("PROJECTS", "#0B5C8A")
    sheet.bullets(person["projects"])
    sheet.heading("SKILLS", "#0B5C8A")
    for group, names in person["skills"].items():
        sheet.say(f"{group}: {', '.join(names)}")
    sheet.heading("EDUCATION", "#0B5C8A")
    schooling(sheet, person)
    tail(sheet, person, "#0B5C8A", str.upper)
    return sheet.finish()


def dark_sidebar(person: Person) -> bytes:
    """A dark left bar with white text, initials where a photo would be, the career at the right."""
    sheet = Sheet(person)
    sheet.set_fill_color("#1F2A44")
    sheet.rect(0, 0, 68, 297, style="F")
    sheet.set_fill_color("#F2B866")
    sheet.ellipse(19, 14, 30, 30, style="F")
    sheet.column(19, 30, 24)
    sheet.say("".join(part[0] for part in person["name"].split()), 20, bold=True, color="#1F2A44", align="C")
    sheet.column(9, 52, 52)
    white = "#FFFFFF"
    sheet.heading("CONTACT", white)
    for value in person["contact"].values():
        sheet.say(value, 9, color=white)
    sheet.heading("SKILLS", white)
    for group, names in person["skills"].items():
        sheet.say(group, 9, bold=True, color="#F2B866")
        sheet.bullets(names, 9, white)
        sheet.ln(1)
    sheet.heading("LANGUAGES", white)
    sheet.bullets(person["languages"], 9, white)
    sheet.heading("PERSONAL", white)
    for key, value in person["personal"].items():
        sheet.say(f"{key}: {value}", 9, color=white)
    sheet.say(person["extra"], 9, color=white)
    sheet.column(78, 118, 18)
    sheet.say(person["name"], 26, bold=True, color="#1F2A44")
    sheet.say(person["headline"], 13, color="#8A5A00")
    sheet.heading("Profile", "#1F2A44")
    sheet.say(person["summary"])
    sheet.heading("Work Experience", "#1F2A44")
    roles(sheet, person)
    sheet.heading("Education", "#1F2A44")
    schooling(sheet, person)
    return sheet.finish()


def job_board(person: Person) -> bytes:
    """As a job board prints it: built-in font, plain headings, skills with years in brackets."""
    sheet = Sheet(person, "Helvetica", 22)
    sheet.say(person["name"], 20, bold=True)
    sheet.say(person["headline"], 12)
    for key in ("city", "email", "phone"):
        sheet.say(person["contact"][key], 9.5, color="#444444")
    sheet.ln(2)
    sheet.say(person["summary"], 9.5)
    sheet.heading("Work Experience", size=12.5)
    for role in person["roles"]:
        sheet.say(role["title"], 11, bold=True)
        sheet.say(f"{role['employer']} - {role['place']}", 9.5)
        sheet.say(role["dates"], 9.5, color="#666666")
        sheet.bullets(role["points"], 9.5)
        sheet.ln(2)
    sheet.heading("Education", size=12.5)
    for item in person["education"]:
        sheet.say(item["degree"], 11, bold=True)
        sheet.say(f"{item['college']}\n{item['year']}", 9.5)
        sheet.ln(1)
    sheet.heading("Skills", size=12.5)
    sheet.bullets(person["skills"]["Skills"], 9.5)
    sheet.heading("Languages", size=12.5)
    sheet.say(", ".join(person["languages"]), 9.5)
    sheet.heading("Certifications and Licenses", size=12.5)
    sheet.bullets(person["certifications"], 9.5)
    sheet.ln(2)
    sheet.say(person["extra"], 9.5)
    return sheet.finish()
