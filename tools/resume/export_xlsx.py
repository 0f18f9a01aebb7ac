"""The ranking as a workbook: Ranking, Skills, Roles, Requirements, About. Every text is a string, never a formula."""

from __future__ import annotations

import io
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from tools.cells import is_formula, plain
from tools.resume.report import DECISION, HOW, Report, match_of, report
from tools.resume.types import Candidate, Job
from tools.resume.words import month
from tools.translations import N_, Language

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

_TEAL, _SLATE, _PALE = "#0F766E", "#334155", "#E2E8F0"


@dataclass(frozen=True)
class Column:
    """A sheet's column: its heading, width in characters, and how its cells look."""

    heading: str
    width: int = 14
    look: str = "text"  # text, wrapped, whole, tenth


def to_xlsx(
    candidates: Sequence[Candidate],
    job: Job,
    blind: bool = True,
    shortlist: Collection[str] = (),
    *,
    model: str = "",
    made: datetime | None = None,
    language: Language = "en",
) -> bytes:
    """The ranking as an Excel workbook of five sheets; see `report.report` for the parameters."""
    import xlsxwriter

    told = report(candidates, job, blind=blind, shortlist=shortlist, model=model, made=made, language=language)
    out = io.BytesIO()
    never_guess = {
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "nan_inf_to_errors": True,
    }
    with xlsxwriter.Workbook(out, {"in_memory": True, **never_guess}) as book:
        book.set_properties(
            {
                "title": plain(told.say(N_("Ranking for {job}")).format(job=job.title))[:200],
                "created": told.made.replace(tzinfo=None),
            }
        )
        looks = _looks(book)
        _ranking(book, looks, told)
        _skills(book, looks, told)
        _roles(book, looks, told)
        _requirements(book, looks, told)
        _about(book, looks, told)
    return out.getvalue()


def _ranking(book: Workbook, looks: dict[str, Any], told: Report) -> None:
    columns = [
        Column(N_("Rank"), 6, "whole"),
        Column(N_("Candidate"), 26),
        Column(N_("Shortlisted"), 11),
        Column(N_("Score"), 12, "tenth"),
    ]
    columns += [Column(name.capitalize(), 11, "tenth") for name in told.parts]
    columns += [
        Column(N_("Must-haves met"), 15),
        Column(N_("Missing"), 34, "wrapped"),
        Column(N_("Experience (years)"), 18, "tenth"),
    ]
    columns += [
        Column(N_("Headline"), 30),
        Column(N_("Notice (days)"), 13, "whole"),
        Column(N_("Certifications"), 30, "wrapped"),
    ]
    if not told.blind:
        columns += [
            Column(N_("Email"), 30),
            Column(N_("Phone"), 18),
            Column(N_("Location"), 18),
            Column(N_("File"), 28),
        ]
    columns += [Column(N_("Flags"), 40, "wrapped"), Column(N_("Why"), 60, "wrapped")]
    rows: list[list[object]] = []
    for person in told.people:
        who, resume = person.candidate, person.candidate.resume
        row: list[object] = [who.rank, person.label, told.say(N_("yes") if person.shortlisted else N_("no")), who.score]
        row += [who.parts.get(name, 0.0) for name in told.parts]
        row += [
            told.say(N_("{met} of {all}")).format(met=person.must_met, all=len(told.musts)),
            "; ".join(who.missing),
            person.years,
        ]
        row += [resume.headline, resume.notice_period_days, "; ".join(resume.certifications)]
        if not told.blind:
            row += [resume.identity.email, resume.identity.phone, resume.location, PurePath(resume.file).name]
        rows.append(
            [
                *row,
                "; ".join(told.sentence(flag.detail) for flag in who.flags),
                " ".join(map(told.sentence, who.explanation)),
            ]
        )
    sheet = _sheet(book, looks, told, N_("Ranking"), columns, rows)
    sheet.freeze_panes(1, 2)
    bar = {"type": "data_bar", "bar_color": _TEAL, "min_type": "num", "max_type": "num"}
    if rows:
        sheet.conditional_format(1, 3, len(rows), 3, {**bar, "min_value": 0, "max_value": 100})


def _skills(book: Workbook, looks: dict[str, Any], told: Report) -> None:
    columns = [
        Column(N_("Candidate"), 26),
        Column(N_("Requirement"), 26),
        Column(N_("Kind"), 8),
        Column(N_("Found"), 10),
    ]
    columns += [
        Column(N_("Written as"), 22),
        Column(N_("Months"), 9, "whole"),
        Column(N_("Page"), 7, "whole"),
        Column(N_("Quote"), 80, "wrapped"),
    ]
    rows: list[list[object]] = []
    for person in told.people:
        for need in told.job.requirements:
            found = match_of(person.candidate, need.skill)
            proof: list[object] = [told.code(N_("missing")), None, None, None, None]
            if found:
                proof = [told.code(found.kind), found.surface, found.months, found.page, found.quote]
            rows.append([person.label, need.skill, told.code(need.kind), *proof])
    _sheet(book, looks, told, N_("Skills"), columns, rows)


def _roles(book: Workbook, looks: dict[str, Any], told: Report) -> None:
    columns = [
        Column(N_("Candidate"), 26),
        Column(N_("Title"), 32),
        Column(N_("Employer"), 32),
        Column(N_("From"), 12),
        Column(N_("Until"), 12),
    ]
    columns += [Column(N_("Months"), 9, "whole"), Column(N_("Page"), 7, "whole"), Column(N_("Quote"), 80, "wrapped")]
    rows: list[list[object]] = [
        [
            person.label,
            role.title,
            role.employer,
            month(role.start, told.language),
            month(role.end, told.language),
            role.months,
            role.page,
            role.quote,
        ]
        for person in told.people
        for role in person.candidate.resume.roles
    ]
    _sheet(book, looks, told, N_("Roles"), columns, rows)


def _requirements(book: Workbook, looks: dict[str, Any], told: Report) -> None:
    columns = [
        Column(N_("Requirement"), 32),
        Column(N_("Kind"), 8),
        Column(N_("Weight (1–5)"), 13, "whole"),
        Column(N_("Least years"), 12, "tenth"),
    ]
    columns += [Column(N_("Candidates who meet it"), 23, "whole"), Column(N_("Only similar"), 13, "whole")]
    rows: list[list[object]] = []
    for need in told.job.requirements:
        kinds = [found.kind for person in told.people if (found := match_of(person.candidate, need.skill))]
        similar = kinds.count("similar")
        rows.append([need.skill, told.code(need.kind), need.weight, need.min_years, len(kinds) - similar, similar])
    _sheet(book, looks, told, N_("Requirements"), columns, rows)


def _about(book: Workbook, looks: dict[str, Any], told: Report) -> None:
    blind = told.say(N_("on") if told.blind else N_("off"))
    facts: list[list[object]] = [[told.say(N_("Job")), told.job.title], [told.say(N_("Made")), told.day]]
    facts += [[told.say(N_("Model")), told.model], [told.say(N_("Candidates")), len(told.people)]]
    facts += [[told.say(N_("Blind mode")), blind], [told.say(N_("Decision")), told.say(DECISION)]]
    facts.extend([told.say(N_("How it is scored")), told.say(each)] for each in HOW)
    _sheet(book, looks, told, N_("About"), [Column(N_("What"), 18), Column(N_("Value"), 110, "wrapped")], facts)


def _sheet(
    book: Workbook,
    looks: dict[str, Any],
    told: Report,
    name: str,
    columns: Sequence[Column],
    rows: Iterable[Sequence[object]],
) -> Worksheet:
    """A sheet with a frozen, filtered heading row."""
    sheet = book.add_worksheet(told.say(name))
    for at, column in enumerate(columns):
        sheet.set_column(at, at, column.width)
        sheet.write_string(0, at, told.say(column.heading), looks["heading"])
    last = 0
    for last, row in enumerate(rows, start=1):
        for at, (column, value) in enumerate(zip(columns, row, strict=True)):
            _write(sheet, last, at, value, column.look, looks)
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, last, len(columns) - 1)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    return sheet


def _write(sheet: Worksheet, row: int, column: int, value: object, look: str, looks: dict[str, Any]) -> None:
    if value is None or value == "":
        sheet.write_blank(row, column, None, looks["text"])
    elif isinstance(value, int | float):
        sheet.write_number(row, column, value, looks[look])
    else:
        text = plain(value)
        # The quote prefix keeps a text a text even after somebody edits the cell.
        sheet.write_string(row, column, text, looks[f"{look} quoted" if is_formula(text) else look])


def _looks(book: Workbook) -> dict[str, Any]:
    base = {"font_name": "Calibri", "font_size": 11, "valign": "top", "bottom": 1, "bottom_color": _PALE}
    styles: dict[str, dict[str, object]] = {
        "text": {},
        "wrapped": {"text_wrap": True},
        "whole": {"num_format": "0"},
        "tenth": {"num_format": "0.0"},
        "heading": {"bold": True, "font_color": "#FFFFFF", "bg_color": _SLATE, "text_wrap": True},
    }
    looks = {name: book.add_format({**base, **style}) for name, style in styles.items()}
    quoted = {f"{name} quoted": {**base, **style, "quote_prefix": True} for name, style in styles.items()}
    return looks | {name: book.add_format(style) for name, style in quoted.items()}
