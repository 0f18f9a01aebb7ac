"""The ranking as a printable A4 PDF: the table first, then each chosen candidate with the proof of each skill."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from tools.paper import (
    AMBER,
    GREY,
    INK,
    RED,
    TEAL,
    bar,
    drawable,
    grid,
    ink,
    keep_together,
    paper,
    paragraph,
)
from tools.resume.report import DECISION, HOW, Person, Report, latest_role, report
from tools.resume.types import Candidate, Job, Match
from tools.resume.words import counted, month, years

if TYPE_CHECKING:
    from fpdf import FPDF

PART_COLORS = {"must": "#0F766E", "title": "#2A9D8F", "meaning": "#7CC4B8", "experience": "#D97706", "nice": "#F2B866"}
_OTHER_PART = "#94A3B8"
_MOST_ROWS = 12  # of a candidate's roles, flags; the workbook has all
_MOST_TABLE = 200  # rows on paper; a page holds about 35


def to_pdf(
    candidates: Sequence[Candidate],
    job: Job,
    blind: bool = True,
    shortlist: Collection[str] = (),
    *,
    model: str = "",
    made: datetime | None = None,
) -> bytes:
    """The ranking as an A4 PDF; those shortlisted in full, or the first ten when nobody is."""
    told = report(candidates, job, blind=blind, shortlist=shortlist, model=model, made=made)
    pdf = paper("A person must decide. The score alone turns nobody down.", f"Ranking for {job.title}", told.made)
    pdf.add_page()
    _head(pdf, told)
    _table(pdf, told)
    for person in told.chosen:
        _candidate(pdf, told, person)
    _how(pdf)
    return bytes(pdf.output())


def _head(pdf: FPDF, told: Report) -> None:
    paragraph(pdf, "Resume ranking", 9, bold=True, color=TEAL)
    paragraph(pdf, drawable(told.job.title or "Job without a title", 140), 18, bold=True)
    pdf.ln(1)
    about = f"{told.made:%d %b %Y, %H:%M} IST · {counted(len(told.people), 'candidate')} · model {told.model}"
    paragraph(pdf, drawable(about, 200), 9, color=GREY)
    paragraph(pdf, "Blind: identity is covered." if told.blind else "Not blind: identity is shown.", 9, color=GREY)
    for kind, words in (("must", "Must have"), ("nice", "Nice to have")):
        skills = ", ".join(drawable(need.skill, 60) for need in told.job.requirements if need.kind == kind)
        if skills:
            paragraph(pdf, f"{words}: {drawable(skills, 900)}", 9)
    pdf.ln(1)
    paragraph(pdf, DECISION, 9, bold=True, color=AMBER)
    pdf.ln(3)


def _table(pdf: FPDF, told: Report) -> None:
    if not told.people:
        paragraph(pdf, "No resume could be scored.", 10)
        return
    rows = []
    for person in told.people[:_MOST_TABLE]:
        who = person.candidate
        role = latest_role(who.resume)
        rows.append(
            (
                str(who.rank),
                drawable(person.label, 60) + (" ★" if person.shortlisted else ""),
                f"{who.score:.1f}",
                f"{person.must_met} of {len(told.musts)}",
                years(who.resume.total_experience_months),
                drawable(who.resume.headline or (role.title if role else None) or "–", 60),
                counted(len(who.flags), "flag") if who.flags else "–",
            )
        )
    header = ("#", "Candidate", "Score", "Must-haves", "Experience", "Title", "Flags")
    grid(pdf, header, rows, (6, 28, 10, 14, 15, 37, 11))
    if len(told.people) > _MOST_TABLE:
        paragraph(pdf, f"… and {len(told.people) - _MOST_TABLE} more, in the workbook.", 8, color=GREY)
    if any(person.shortlisted for person in told.people):
        paragraph(pdf, "★ on the shortlist", 8, color=GREY)


def _candidate(pdf: FPDF, told: Report, person: Person) -> None:
    who, resume = person.candidate, person.candidate.resume
    pdf.ln(4)
    keep_together(pdf, 60)
    paragraph(pdf, f"{who.rank}. {drawable(person.label, 80)}   {who.score:.1f} of 100", 13, bold=True)
    subtitle = [resume.headline, years(resume.total_experience_months) + " of experience"]
    subtitle += [resume.identity.email, resume.identity.phone, resume.location]
    if resume.total_experience_months is None:
        subtitle[1] = "experience not stated"
    if resume.notice_period_days is not None:
        subtitle.append(f"notice {counted(resume.notice_period_days, 'day')}")
    paragraph(pdf, drawable(" · ".join(part for part in subtitle if part), 240), 9, color=GREY)
    pdf.ln(1)
    _score(pdf, told, who)
    if who.explanation:
        paragraph(pdf, drawable(" ".join(who.explanation), 700), 9)
    _skills(pdf, who)
    _roles(pdf, who)
    _flags(pdf, who)


def _score(pdf: FPDF, told: Report, who: Candidate) -> None:
    gained = [(name, points) for name in told.parts if (points := who.parts.get(name, 0.0)) > 0]
    bar(pdf, [(points, PART_COLORS.get(name, _OTHER_PART)) for name, points in gained])
    ink(pdf, 8)
    for name, points in gained:
        pdf.set_fill_color(PART_COLORS.get(name, _OTHER_PART))
        pdf.rect(pdf.get_x() + 1, pdf.get_y() + 1, 2.2, 2.2, style="F")
        pdf.set_x(pdf.get_x() + 4)
        words = f"{drawable(name, 24)} {points:.1f}"
        pdf.cell(pdf.get_string_width(words) + 5, 4, words)
    for name in told.parts:
        if (points := who.parts.get(name, 0.0)) < 0:
            ink(pdf, 8, color=RED)
            pdf.cell(0, 4, f"{drawable(name, 24)} −{-points:.1f}")
    pdf.ln(6)


def _skills(pdf: FPDF, who: Candidate) -> None:
    if who.matched:
        _heading(pdf, "Matched, with proof")
    for match in who.matched:
        keep_together(pdf, 10)
        paragraph(pdf, drawable(_match_line(match), 160), 9, bold=True)
        paragraph(pdf, f"“{drawable(match.quote, 300)}”, page {match.page}", 8.5, color=GREY, indent=4)
    if who.missing:
        _heading(pdf, "Missing")
        paragraph(pdf, drawable(", ".join(drawable(skill, 80) for skill in who.missing), 900), 9)


def _match_line(match: Match) -> str:
    sign = {"exact": "✓", "alias": "✓", "similar": "◐"}[match.kind]
    also = f", written “{drawable(match.surface, 50)}”" if match.kind != "exact" and match.surface else ""
    near = f" {match.similarity:.2f}" if match.kind == "similar" else ""
    months = f", {years(match.months)}" if match.months is not None else ""
    return f"{sign} {drawable(match.skill, 80)} ({match.kind}{near}{also}{months})"


def _roles(pdf: FPDF, who: Candidate) -> None:
    if not who.resume.roles:
        return
    _heading(pdf, "Roles")
    for role in who.resume.roles[:_MOST_ROWS]:
        what = ", ".join(part for part in (role.title, role.employer) if part) or "Untitled role"
        when = f"{month(role.start)} – {month(role.end)}" if role.start or role.end else "undated"
        length = f" ({years(role.months)})" if role.months is not None else ""
        paragraph(pdf, f"{drawable(what, 150)} · {drawable(when, 40)}{length} · page {role.page}", 9)
    _and_more(pdf, len(who.resume.roles))


def _flags(pdf: FPDF, who: Candidate) -> None:
    if not who.flags:
        return
    _heading(pdf, "Look at these before trusting the score", AMBER)
    for flag in who.flags[:_MOST_ROWS]:
        where = f" (page {flag.page})" if flag.page is not None else ""
        paragraph(pdf, f"⚠ {flag.kind.replace('_', ' ')}{where}: {drawable(flag.detail, 300)}", 9)
    _and_more(pdf, len(who.flags))


def _how(pdf: FPDF) -> None:
    pdf.ln(4)
    keep_together(pdf, 40)
    _heading(pdf, "How to read the score")
    for sentence in (*HOW, DECISION):
        paragraph(pdf, sentence, 8.5, color=GREY)


def _heading(pdf: FPDF, words: str, color: str = INK) -> None:
    pdf.ln(1.5)
    keep_together(pdf, 14)
    paragraph(pdf, words, 9.5, bold=True, color=color)


def _and_more(pdf: FPDF, total: int) -> None:
    if total > _MOST_ROWS:
        paragraph(pdf, f"… and {total - _MOST_ROWS} more, in the workbook.", 8.5, color=GREY)
