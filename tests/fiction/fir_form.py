"""Draws an invented report on form I.I.F.-I: bilingual police print, Hindi or English alone, old or new law.

Which values it drew is remembered, so that the truth is what the paper shows.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tests.fiction.fir_labels import Style, label
from tests.fiction.reports import Report
from tests.fiction.sheet import Order, Sheet


@dataclass(frozen=True)
class Look:
    """How a print looks: language of labels, font, size in points, drawing order, what stands on top.

    `together` puts FIR number and date into item 1; `letters` are those of sub-items.
    """

    style: Style
    face: str = "Noto"
    size: float = 9
    order: Order = "natural"
    together: bool = False
    letters: str = "abcdefghij"
    force: str = ""
    broken: bool = False
    bold_labels: bool = False
    one_row_each: bool = False


class Form:
    """One form being drawn."""

    def __init__(self, report: Report, look: Look) -> None:
        self.report, self.look = report, look
        self.used: set[str] = set()
        self.sheet = Sheet(
            face=look.face,
            order=look.order,
            head=self._running_head,
            broken=look.broken,
            title=f"FIR {report.say('year')}",
        )

    def _running_head(self, sheet: Sheet) -> None:
        style = self.look.style
        lines = {
            "bilingual": ("N.C.R.B (एन.सी.आर.बी)", "I.I.F.-I (एकीकृत जाँच फार्म-I)"),
            "hi": ("एकीकृत जाँच फार्म-I",),
            "en": ("I.I.F.-I (Integrated Investigation Form - I)",),
        }[style]
        for line in lines:
            sheet.y += sheet.put(sheet.left, sheet.y, sheet.wide, line, 8, align="R")
        sheet.y += 1.5

    def label(self, key: str) -> str:
        """The label of `key` with its colon."""
        return label(key, self.look.style) + ":"

    def value(self, *keys: str) -> str:
        """The printed values of `keys`, parted by a space; remembered as drawn."""
        self.used.update(key for key in keys if self.report.say(key))
        return " ".join(self.report.say(key) for key in keys if self.report.say(key))

    def row(self, number: str, *cells: tuple[str, tuple[str, ...], float], indent: float = 0) -> None:
        """A line of the form: label key ("" for none), value keys, share of the width; values wrap in their box."""
        sheet, size = self.sheet, self.look.size
        left = sheet.left + indent
        start = left + (sheet.width(number, size) + 1.5 if number else 0)
        room = sheet.right - start
        boxes = []
        for name, keys, share in cells:
            text, value = self.label(name) if name else "", self.value(*keys)
            wide = room * share - 1.5
            first = min(sheet.width(text, size, self.look.bold_labels) + 1.5, wide * (0.62 if value else 1))
            boxes.append((start, text, first, value, wide - first))
            start += room * share
        heights = [
            max(
                len(sheet.wrap(text, first, size, self.look.bold_labels)) if text else 0,
                len(sheet.wrap(value, rest, size)) if value else 0,
                1,
            )
            for _, text, first, value, rest in boxes
        ]
        height = max(heights) * sheet.step(size) + 1.1
        sheet.need(height)
        if number:
            sheet.put(left, sheet.y, 20, number, size)
        for x, text, first, value, rest in boxes:
            sheet.put(x, sheet.y, first, text, size, bold=self.look.bold_labels)
            sheet.put(x + first, sheet.y, rest, value, size, value=True)
        sheet.y += height

    def words(self, text: str, indent: float = 0) -> None:
        """Words of the form alone."""
        self.sheet.flow(text, self.look.size, indent=indent, after=1.1)

    def table(self, shares: tuple[float, ...], head: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> None:
        """A ruled table with label keys as its head."""
        room = self.sheet.wide - 6
        widths = tuple(room * share for share in shares)
        titles = tuple(label(key, self.look.style) if key else "" for key in head)
        self.sheet.table(widths, [titles, *rows], self.look.size - 0.5, left=6)

    def sub(self, index: int) -> str:
        """The sign of a sub-item: (a), (अ)…"""
        return f"({self.look.letters[index]})"


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
    return form.sheet.finish(), form.used


def _title(form: Form) -> None:
    sheet, new = form.sheet, form.report.new_law
    hi = ("प्रथम सूचना रिपोर्ट", "(धारा 173 बी एन एस एस के तहत)" if new else "(धारा 154 दण्ड प्रक्रिया संहिता के तहत)")
    en = ("FIRST INFORMATION REPORT", "(Under Section 173 B.N.S.S)" if new else "(Under Section 154 Cr.P.C.)")
    lines = {"bilingual": (*en, f"({hi[0]})", hi[1]), "hi": hi, "en": en}[form.look.style]
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
    keys: tuple[tuple[str, tuple[str, ...]], ...] = (("name", ("officer_in_charge",)), ("rank", ()), ("number", ()))
    for key, values in keys:
        form.row("", (key, values, 1), indent=100)
    form.row("15.", ("dispatch", ("sent_to_court_date", "sent_to_court_time"), 1))
