"""More PDF layouts for fictional people: a form of table rows, Hindi, one with tricks, a time line, a right bar."""

from __future__ import annotations

from data.samples.resume.layouts_pdf import Person, Sheet, contact_line, degree_line, roles, schooling, tail


def form_table(person: Person) -> bytes:
    """A form like Europass: labels in a narrow left column, values at the right, ruled rows, built-in serif font."""
    sheet = Sheet(person, "Times", 18)
    sheet.say("Curriculum Vitae", 18, bold=True, color="#003F87")
    sheet.ln(2)

    def row(label: str, *values: str, bold_first: bool = False) -> None:
        if sheet.will_page_break(9):
            sheet.add_page()
        top = sheet.get_y()
        sheet.set_draw_color("#B8C4D6")
        sheet.line(18, top, 192, top)
        sheet.column(18, 46, top + 1.2)
        sheet.say(label, 10, color="#003F87", align="R")
        bottom = sheet.get_y()
        sheet.column(70, 122, top + 1.2)
        for at, value in enumerate(values):
            sheet.say(value, 10.5, bold=bold_first and at == 0)
        sheet.column(18, 174, max(bottom, sheet.get_y()) + 1.1)

    contact = person["contact"]
    row("Surname(s) / First name(s)", person["name"], bold_first=True)
    row("Address", contact["city"])
    row("Telephone", contact["phone"])
    row("E-mail", contact["email"])
    for key, value in person["personal"].items():
        row(key, value)
    row("Desired employment", person["headline"], person["summary"], bold_first=True)
    for role in person["roles"]:
        row("Dates", role["dates"], bold_first=True)
        row("Occupation or position held", role["title"])
        row("Main activities and responsibilities", *role["points"])
        row("Name and address of employer", f"{role['employer']}, {role['place']}")
    for item in person["education"]:
        row("Qualification awarded", item["degree"], degree_line(item), bold_first=True)
    for group, names in person["skills"].items():
        row(f"{group} skills", ", ".join(names))
    row("Languages", ", ".join(person["languages"]))
    row("Certificates", *person["certifications"])
    return sheet.finish()


def hindi(person: Person) -> bytes:
    """A bilingual resume, Devanagari and Latin in the same lines."""
    sheet, color = Sheet(person), "#7A1F3D"
    sheet.set_fill_color("#FBEFF2")
    sheet.rect(0, 0, 210, 40, style="F")
    sheet.say(person["name"], 20, bold=True, color=color)
    sheet.ln(1)
    sheet.say(person["headline"], 11)
    sheet.ln(1)
    sheet.say(contact_line(person), 9, color="#555555")
    sheet.set_y(43)
    sheet.heading("उद्देश्य (Objective)", color)
    sheet.say(person["summary"])
    sheet.heading("कार्य अनुभव (Work Experience)", color)
    roles(sheet, person)
    sheet.heading("शिक्षा (Education)", color)
    schooling(sheet, person)
    for group, names in person["skills"].items():
        sheet.heading(group, color)
        sheet.say(", ".join(names))
    words = {"Certifications": "प्रमाणपत्र (Certifications)", "Languages": "भाषा (Languages)"}
    tail(sheet, person, color, lambda title: words.get(title, "व्यक्तिगत विवरण (Personal Details)"))
    return sheet.finish()


def tricks(person: Person) -> bytes:
    """An ordinary page that also holds white keywords and an order to an AI: what the flags are for."""
    sheet, color = Sheet(person), "#1B4D3E"
    sheet.say(person["name"], 21, bold=True, color=color)
    sheet.say(person["headline"], 12)
    sheet.say(contact_line(person, " · "), 9, color="#555555")
    sheet.heading("Profile", color)
    sheet.say(person["summary"])
    sheet.heading("Experience", color)
    roles(sheet, person)
    sheet.heading("Skills", color)
    for group, names in person["skills"].items():
        sheet.say(f"{group}: {', '.join(names)}")
    sheet.heading("Education", color)
    schooling(sheet, person)
    sheet.heading("Languages", color)
    sheet.say(", ".join(person["languages"]))
    keywords, order = person["hidden"]
    sheet.ln(6)
    sheet.say(keywords, 8, color="#FFFFFF")
    sheet.say(order, 1, color="#FEFEFE")
    return sheet.finish()


def timeline(person: Person) -> bytes:
    """Dates in a left gutter beside a line with dots; a coloured band on top."""
    sheet, color = Sheet(person, "Helvetica", 16), "#8C3B12"
    sheet.set_fill_color(color)
    sheet.rect(0, 0, 210, 30, style="F")
    sheet.column(16, 178, 9)
    sheet.say(person["name"], 20, bold=True, color="#FFFFFF")
    sheet.say(f"{person['headline']}   -   {contact_line(person, '   ')}", 9.5, color="#FFFFFF")
    sheet.column(16, 178, 35)
    sheet.say(person["summary"])
    sheet.heading("CAREER", color)
    for role in person["roles"]:
        top = sheet.get_y()
        sheet.column(16, 36, top)
        sheet.say(role["dates"], 9, bold=True, color=color)
        sheet.column(60, 134, top)
        sheet.say(role["title"], 10.5, bold=True)
        sheet.say(f"{role['employer']}, {role['place']}", 9.5, color="#555555")
        sheet.bullets(role["points"])
        bottom = sheet.get_y() + 3
        sheet.set_draw_color(color)
        sheet.line(55, top + 2, 55, bottom + 2 if role is not person["roles"][-1] else bottom - 2)
        sheet.set_fill_color(color)
        sheet.ellipse(53.8, top + 1, 2.4, 2.4, style="F")
        sheet.column(16, 178, bottom)
    sheet.heading("TECHNICAL SKILLS", color)
    sheet.say(", ".join(person["skills"]["Technical"]))
    sheet.heading("EDUCATION", color)
    schooling(sheet, person)
    tail(sheet, person, color, str.upper)
    return sheet.finish()


def right_sidebar(person: Person) -> bytes:
    """The career at the left, a light bar with skills at the right, drawn after it."""
    sheet, color = Sheet(person), "#4B2E83"
    sheet.set_fill_color("#F1EDF8")
    sheet.rect(140, 0, 70, 297, style="F")
    sheet.column(16, 116, 18)
    sheet.say(person["name"], 24, bold=True, color=color)
    sheet.say(person["headline"], 11.5, color="#555555")
    sheet.ln(2)
    sheet.say(person["summary"])
    sheet.heading("Internship", color)
    roles(sheet, person)
    sheet.heading("Projects", color)
    sheet.bullets(person["projects"])
    sheet.heading("Education", color)
    schooling(sheet, person)
    sheet.column(147, 54, 18)
    sheet.heading("Contact", color)
    for value in person["contact"].values():
        sheet.say(value, 9)
    for group, names in person["skills"].items():
        sheet.heading(group, color)
        for at, name in enumerate(names):
            top = sheet.get_y()
            sheet.say(name, 9)
            sheet.set_fill_color("#D8CDEB")
            sheet.rect(177, top + 1.2, 24, 1.8, style="F")
            sheet.set_fill_color(color)
            sheet.rect(177, top + 1.2, 22 - 3 * at, 1.8, style="F")
            sheet.set_y(top + 5.2)
    sheet.heading("Languages", color)
    sheet.bullets(person["languages"], 9)
    sheet.ln(3)
    sheet.say(person["extra"], 9, bold=True, color=color)
    return sheet.finish()
