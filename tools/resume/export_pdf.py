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
from tools.resume.words import month, years
from tools.translations import N_, Language, catalogue

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
    language: Language = "en",
) -> bytes:
    """The ranking as an A4 PDF; those shortlisted in full, or the first ten when nobody is."""
    told = report(candidates, job, blind=blind, shortlist=shortlist, model=model, made=made, language=language)
    pdf = paper(
        told.say(N_("A person must decide. The score alone turns nobody down.")),
        told.say(N_("Ranking for {job}")).format(job=job.title),
        told.made,
        language="hi-IN" if language == "hi" else "en-IN",
        pages=told.say(N_("Page {page} of {pages}")),
    )
    pdf.add_page()
    _head(pdf, told)
    _table(pdf, told)
    for person in told.chosen:
        _candidate(pdf, told, person)
    _how(pdf, told)
    return bytes(pdf.output())


def _head(pdf: FPDF, told: Report) -> None:
    paragraph(pdf, told.say(N_("Resume ranking")), 9, bold=True, color=TEAL)
    paragraph(pdf, drawable(told.job.title or told.say(N_("Job without a title")), 140), 18, bold=True)
    pdf.ln(1)
    number, own = len(told.people), catalogue(told.language)
    count = own.count("{count} candidate", "{count} candidates", number).format(count=number)
    about = f"{told.day} · {count} · {told.say(N_('model {model}')).format(model=told.model)}"
    paragraph(pdf, drawable(about, 200), 9, color=GREY)
    blind = N_("Blind: identity is covered.") if told.blind else N_("Not blind: identity is shown.")
    paragraph(pdf, told.say(blind), 9, color=GREY)
    for kind, words in (("must", N_("Must have")), ("nice", N_("Nice to have"))):
        skills = ", ".join(drawable(need.skill, 60) for need in told.job.requirements if need.kind == kind)
        if skills:
            paragraph(pdf, f"{told.say(words)}: {drawable(skills, 900)}", 9)
    pdf.ln(1)
    paragraph(pdf, told.say(DECISION), 9, bold=True, color=AMBER)
    pdf.ln(3)


def _table(pdf: FPDF, told: Report) -> None:
    if not told.people:
        paragraph(pdf, told.say(N_("No resume could be scored.")), 10)
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
                told.say(N_("{met} of {all}")).format(met=person.must_met, all=len(told.musts)),
                years(who.resume.total_experience_months, told.language),
                drawable(who.resume.headline or (role.title if role else None) or "–", 60),
                _flagged(told, len(who.flags)),
            )
        )
    names = (N_("Candidate"), N_("Score"), N_("Must-haves"), N_("Experience"), N_("Title"), N_("Flags"))
    grid(pdf, ("#", *map(told.say, names)), rows, (6, 28, 10, 14, 15, 37, 11))
    if len(told.people) > _MOST_TABLE:
        _and_more(pdf, told, len(told.people) - _MOST_TABLE)
    if any(person.shortlisted for person in told.people):
        paragraph(pdf, "★ " + told.say(N_("on the shortlist")), 8, color=GREY)


def _candidate(pdf: FPDF, told: Report, person: Person) -> None:
    who, resume = person.candidate, person.candidate.resume
    pdf.ln(4)
    keep_together(pdf, 60)
    score = told.say(N_("{score} of 100")).format(score=f"{who.score:.1f}")
    paragraph(pdf, f"{who.rank}. {drawable(person.label, 80)}   {score}", 13, bold=True)
    stated = resume.total_experience_months is not None
    spent = told.say(N_("{years} of experience") if stated else N_("experience not stated"))
    subtitle = [resume.headline, spent.format(years=years(resume.total_experience_months, told.language))]
    subtitle += [resume.identity.email, resume.identity.phone, resume.location]
    if resume.notice_period_days is not None:
        days, words = resume.notice_period_days, catalogue(told.language)
        subtitle.append(words.count("notice {count} day", "notice {count} days", days).format(count=days))
    paragraph(pdf, drawable(" · ".join(part for part in subtitle if part), 240), 9, color=GREY)
    pdf.ln(1)
    _score(pdf, told, who)
    if who.explanation:
        paragraph(pdf, drawable(" ".join(map(told.sentence, who.explanation)), 700), 9)
    _skills(pdf, told, who)
    _roles(pdf, told, who)
    _flags(pdf, told, who)


def _score(pdf: FPDF, told: Report, who: Candidate) -> None:
    gained = [(name, points) for name in told.parts if (points := who.parts.get(name, 0.0)) > 0]
    bar(pdf, [(points, PART_COLORS.get(name, _OTHER_PART)) for name, points in gained])
    ink(pdf, 8)
    for name, points in gained:
        pdf.set_fill_color(PART_COLORS.get(name, _OTHER_PART))
        pdf.rect(pdf.get_x() + 1, pdf.get_y() + 1, 2.2, 2.2, style="F")
        pdf.set_x(pdf.get_x() + 4)
        words = f"{drawable(told.code(name), 24)} {points:.1f}"
        pdf.cell(pdf.get_string_width(words) + 5, 4, words)
    for name in told.parts:
        if (points := who.parts.get(name, 0.0)) < 0:
            ink(pdf, 8, color=RED)
            pdf.cell(0, 4, f"{drawable(told.code(name), 24)} −{-points:.1f}")
    pdf.ln(6)


def _skills(pdf: FPDF, told: Report, who: Candidate) -> None:
    if who.matched:
        _heading(pdf, told.say(N_("Matched, with proof")))
    for match in who.matched:
        keep_together(pdf, 10)
        paragraph(pdf, drawable(_match_line(told, match), 160), 9, bold=True)
        paragraph(pdf, f"“{drawable(match.quote, 300)}”, {_page(told, match.page)}", 8.5, color=GREY, indent=4)
    if who.missing:
        _heading(pdf, told.say(N_("Missing")))
        paragraph(pdf, drawable(", ".join(drawable(skill, 80) for skill in who.missing), 900), 9)


def _match_line(told: Report, match: Match) -> str:
    sign = {"exact": "✓", "alias": "✓", "similar": "◐"}[match.kind]
    written = told.say(N_(", written “{words}”")).format(words=drawable(match.surface or "", 50))
    also = written if match.kind != "exact" and match.surface else ""
    near = f" {match.similarity:.2f}" if match.kind == "similar" else ""
    months = f", {years(match.months, told.language)}" if match.months is not None else ""
    return f"{sign} {drawable(match.skill, 80)} ({told.code(match.kind)}{near}{also}{months})"


def _roles(pdf: FPDF, told: Report, who: Candidate) -> None:
    if not who.resume.roles:
        return
    _heading(pdf, told.say(N_("Roles")))
    for role in who.resume.roles[:_MOST_ROWS]:
        what = ", ".join(part for part in (role.title, role.employer) if part) or told.say(N_("Untitled role"))
        span = f"{month(role.start, told.language)} – {month(role.end, told.language)}"
        when = span if role.start or role.end else told.say(N_("undated"))
        length = f" ({years(role.months, told.language)})" if role.months is not None else ""
        paragraph(pdf, f"{drawable(what, 150)} · {drawable(when, 40)}{length} · {_page(told, role.page)}", 9)
    _and_more(pdf, told, len(who.resume.roles) - _MOST_ROWS)


def _flags(pdf: FPDF, told: Report, who: Candidate) -> None:
    if not who.flags:
        return
    _heading(pdf, told.say(N_("Look at these before trusting the score")), AMBER)
    for flag in who.flags[:_MOST_ROWS]:
        where = f" ({_page(told, flag.page)})" if flag.page is not None else ""
        paragraph(pdf, f"⚠ {told.code(flag.kind)}{where}: {drawable(told.sentence(flag.detail), 300)}", 9)
    _and_more(pdf, told, len(who.flags) - _MOST_ROWS)


def _how(pdf: FPDF, told: Report) -> None:
    pdf.ln(4)
    keep_together(pdf, 40)
    _heading(pdf, told.say(N_("How to read the score")))
    for sentence in (*HOW, DECISION):
        paragraph(pdf, told.say(sentence), 8.5, color=GREY)


def _heading(pdf: FPDF, words: str, color: str = INK) -> None:
    pdf.ln(1.5)
    keep_together(pdf, 14)
    paragraph(pdf, words, 9.5, bold=True, color=color)


def _page(told: Report, number: int) -> str:
    return told.say(N_("page {number}")).format(number=number)


def _flagged(told: Report, number: int) -> str:
    return (
        catalogue(told.language).count("{count} flag", "{count} flags", number).format(count=number) if number else "–"
    )


def _and_more(pdf: FPDF, told: Report, left: int) -> None:
    if left > 0:
        paragraph(pdf, told.say(N_("… and {count} more, in the workbook.")).format(count=left), 8.5, color=GREY)
