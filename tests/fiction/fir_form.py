"""The fifteen items of form I.I.F.-I as the police print them: bilingual, Hindi or English alone, old or new law."""

from __future__ import annotations

from tests.fiction.fir_labels import label
from tests.fiction.fir_paper import Form, Look
from tests.fiction.reports import Report


def draw(report: Report, look: Look) -> tuple[bytes, set[str]]:
    """The PDF, and the keys whose values stand on it."""
    form = Form(report, look)
    _title(form)
    _head_items(form)
    _acts(form)
    _occurrence(form)
    _place(form)
    _complainant(form)
    _accused(form)
    _property(form)
    _contents(form)
    _action(form)
    _signatures(form)
    if look.style == "bilingual":
        _attachment(form)
    return form.sheet.finish(), form.used


def _title(form: Form) -> None:
    sheet, new = form.sheet, form.report.new_law
    hi = ("प्रथम सूचना रिपोर्ट", "(धारा 173 बी एन एस एस के तहत)" if new else "(धारा 154 दण्ड प्रक्रिया संहिता के तहत)")
    en = ("FIRST INFORMATION REPORT", "(Under Section 173 B.N.S.S)" if new else "(Under Section 154 Cr.P.C.)")
    mr = ("प्रथम खबर", f"(कलम {'173 भा.ना.सु.सं.' if new else '154 फौजदारी प्रक्रिया संहिता'} अन्वये)")
    bilingual = (*en, f"({hi[0]})", hi[1])
    lines = {"bilingual": bilingual, "hi": hi, "en": en, "marathi": (*en, *mr)}[form.look.style]
    if form.look.force:
        form.used.add("state")
        lines = (form.look.force, *lines)
    for index, line in enumerate(lines):
        sheet.y += sheet.put(
            sheet.left, sheet.y, sheet.wide, line, 12 if index == 0 else 10, bold=index == 0, align="C"
        )
        sheet.y += 0.6
    sheet.y += 2


def _head_items(form: Form) -> None:
    places = (("district", ("district",), 0.38), ("station", ("police_station",), 0.38))
    if form.look.together:
        form.row("1.", *places, ("year", ("year",), 0.24))
        form.row("", ("fir_number", ("fir_number",), 0.4), ("fir_date", ("fir_date", "fir_time"), 0.6), indent=5)
        return
    form.row("1.", *places, ("year", ("year",), 0.24))
    when = "fir_when_new" if form.report.new_law else "fir_when"
    form.row("2.", ("fir_number", ("fir_number",), 0.38), (when, ("fir_date", "fir_time"), 0.62))


def _acts(form: Form) -> None:
    rows: list[tuple[str, str]] = []
    for act in form.report.acts:
        if form.look.one_row_each:
            rows += [(act.printed, number) for number in act.numbers]
        else:
            rows.append((act.printed, ", ".join(act.numbers)))
    if form.look.together:
        _acts_as_lines(form, rows)
        return
    numbered = [(str(index), act, numbers) for index, (act, numbers) in enumerate(rows, 1)]
    form.table((0.1, 0.58, 0.32), ("serial", "acts", "sections"), numbered)


def _acts_as_lines(form: Form, rows: list[tuple[str, str]]) -> None:
    """The old paper form: (i) Act … Section …"""
    sheet, size = form.sheet, form.look.size
    words = ("अधिनियम:", "धारा(एँ):") if form.look.style == "hi" else ("Act:", "Section(s):")
    for index, (act, numbers) in enumerate(rows):
        sheet.need(sheet.step(size) * 2 + 1)
        sign = f"{'2. ' if index == 0 else '    '}({('i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii')[index]})"
        sheet.put(sheet.left, sheet.y, 14, sign, size)
        sheet.put(sheet.left + 12, sheet.y, 22, words[0], size, bold=form.look.bold_labels)
        tall = sheet.put(sheet.left + 32, sheet.y, 74, act, size, value=True)
        sheet.put(sheet.left + 110, sheet.y, 22, words[1], size, bold=form.look.bold_labels)
        other = sheet.put(sheet.left + 132, sheet.y, 46, numbers, size, value=True)
        sheet.y += max(tall, other) + 1.1


def _occurrence(form: Form) -> None:
    form.row(f"3. {form.sub(0)}", ("occurrence", (), 1))
    form.row(
        "1",
        ("day", ("offence_day",), 0.28),
        ("from", ("offence_date_from",), 0.38),
        ("to", ("offence_date_to",), 0.34),
        indent=5,
    )
    form.row(
        "", ("period", ("offence_time_period",), 0.32), ("time_from", ("offence_time_from",), 0.34),
        ("time_to", ("offence_time_to",), 0.34), indent=7,
    )  # fmt: skip
    form.row(
        form.sub(1), ("received", (), 0.46), ("date", ("information_date",), 0.29),
        ("time", ("information_time",), 0.25), indent=4,
    )  # fmt: skip
    form.row(
        form.sub(2), ("diary", (), 0.36), ("entry", ("diary_number",), 0.24),
        ("when", ("diary_date", "diary_time"), 0.4), indent=4,
    )  # fmt: skip
    form.row("4.", ("type", ("information_type",), 1))


def _place(form: Form) -> None:
    form.row("5.", ("place", (), 1))
    form.row(
        f"1. {form.sub(0)}",
        ("direction", ("place_direction_distance",), 0.68),
        ("beat", ("beat_number",), 0.32),
        indent=4,
    )
    form.row(form.sub(1), ("address", ("place",), 1), indent=7)
    form.row(form.sub(2), ("outside", (), 1), indent=7)
    form.row(
        "",
        ("outside_station", ("outside_police_station",), 0.42),
        ("outside_district", ("outside_district",), 0.58),
        indent=11,
    )


def _complainant(form: Form) -> None:
    report = form.report
    form.row("6.", ("complainant", (), 1))
    form.row(form.sub(0), ("name", ("complainant_name",), 1), indent=4)
    form.row(form.sub(1), ("relative", ("complainant_relative",), 1), indent=4)
    form.row(
        form.sub(2),
        ("birth", ("complainant_birth",), 0.5),
        ("nationality", ("complainant_nationality",), 0.5),
        indent=4,
    )
    form.row(form.sub(4), ("uid", ("complainant_uid",), 1), indent=4)
    form.row(
        form.sub(5),
        ("passport", ("complainant_passport",), 0.36),
        ("issued", (), 0.32),
        ("issued_at", (), 0.32),
        indent=4,
    )
    form.row(form.sub(6), ("id_details", (), 1), indent=4)
    form.table(
        (0.12, 0.4, 0.48),
        ("serial", "id_type", "id_number"),
        [("1", *report.id_card)] if report.id_card else [("", "", "")],
    )
    form.row(form.sub(7), ("occupation", ("complainant_occupation",), 1), indent=4)
    form.row(form.sub(8), ("address", (), 1), indent=4)
    home = form.value("complainant_address")
    kinds = [("वर्तमान पता", "स्थायी पता"), ("Present Address", "Permanent Address")][report.language == "en"]
    form.table(
        (0.12, 0.26, 0.62), ("serial", "address_type", "address"),
        [(str(index), kind, home) for index, kind in enumerate(kinds, 1)],
    )  # fmt: skip
    form.row(form.sub(9), ("phone", (), 0.45), ("mobile", ("complainant_phone",), 0.55), indent=4)


def _accused(form: Form) -> None:
    report = form.report
    form.row("7.", ("accused", (), 1))
    form.row("", ("more_than", ("accused_more_than",), 1), indent=4)
    form.used |= {"accused", "accused_unknown"}
    form.table(
        (0.1, 0.22, 0.14, 0.22, 0.32), ("serial", "name", "alias", "relative_name", "present"),
        [(str(index), name, alias, relative, f"1. {home}" if home else "") for index, (name, alias, relative, home) in
         enumerate(report.accused, 1)],
    )  # fmt: skip
    form.row("8.", ("delay", ("delay_reason",), 1))


def _property(form: Form) -> None:
    report = form.report
    form.row("9.", ("property", (), 1))
    form.used.add("property")
    form.table(
        (0.1, 0.22, 0.2, 0.3, 0.18), ("serial", "category", "kind", "description", "value"),
        [(str(index), *row) for index, row in enumerate(report.goods, 1)] or [("", "", "", "", "")],
    )  # fmt: skip
    form.row("10.", ("total", ("property_value",), 1))
    form.row("11.", ("inquest", ("inquest_number",), 1))
    form.table((0.12, 0.88), ("serial", "uidb"), [("", "")])


def _contents(form: Form) -> None:
    form.row("12.", ("contents", (), 1))
    form.sheet.flow(form.value("story"), form.look.size, value=True, indent=4, after=2)


def _action(form: Form) -> None:
    style = form.look.style
    form.row("13.", ("action", (), 1))
    form.words(f"(1) {label('registered', style)} {label('or', style)}", indent=4)
    form.row(
        "(2)", ("directed", ("investigating_officer",), 0.6), ("rank", ("investigating_officer_rank",), 0.4), indent=4
    )
    form.row("", ("number", (), 0.3), ("to_take_up", (), 0.7), indent=9)
    form.row("(3)", ("refused", (), 1), indent=4)
    form.row("(4)", ("transferred", (), 0.5), ("district", (), 0.5), indent=4)
    form.words(label("jurisdiction", style), indent=9)
    form.words(label("read_over", style) + ".")
    form.words(label("roac", style))


def _signatures(form: Form) -> None:
    sheet, size = form.sheet, form.look.size
    sheet.need(34)
    top = sheet.y + 8
    sheet.put(sheet.left, top, 78, "14. " + label("thumb", form.look.style), size)
    sheet.y = top + sheet.put(sheet.left + 100, top, 82, label("in_charge", form.look.style), size) + 1
    keys = (("name", ("officer_in_charge",)), ("rank", ("_charge_rank",)), ("number", ("_charge_number",)))
    for key, values in keys:
        form.row("", (key, values, 1), indent=100)
    form.row("15.", ("dispatch", ("sent_to_court_date", "sent_to_court_time"), 1))


def _attachment(form: Form) -> None:
    """The sheet about the looks of the accused, as empty as it mostly is."""
    sheet, size = form.sheet, form.look.size
    sheet.need(40)
    sheet.y += 3
    title = "Attachment to item 7 of First Information Report (प्रथम सूचना रिपोर्ट के मद 7 संलग्नक):"
    sheet.flow(title, size, bold=form.look.bold_labels, after=1)
    about = "Physical features, deformities and other details of the suspect/accused: (If known / seen)"
    sheet.flow(about, size, after=1)
    heads = (
        "S.No. (क्र.सं.)",
        "Sex (लिंग)",
        "Date/Year of Birth (जन्म तिथि/वर्ष)",
        "Build (बनावट)",
        "Height (कद)",
        "Complexion (रंग)",
    )
    rows = [
        tuple(map(str, range(1, 7))),
        *((str(index), "", "", "", "", "") for index in range(1, len(form.report.accused) + 1)),
    ]
    wide = (sheet.wide - 6) / len(heads)
    sheet.table((wide,) * len(heads), [heads, *rows], size - 0.5, left=6)
