"""Invented FIRs without the form: a typed report of a police station (tehrir). Knows no extractor."""

from __future__ import annotations

from random import Random
from typing import Final

from tests.fiction import acts
from tests.fiction.reports import Report
from tests.fiction.sheet import Sheet
from tests.fiction.types import Value

_NUMBERS: Final = {
    "Uttar Pradesh": "मु0अ0सं0 {number}/{year}",
    "Madhya Pradesh": "अपराध क्रमांक {number}/{year}",
    "Bihar": "कांड सं. {number}/{year}",
    "Rajasthan": "मुकदमा नम्बर {number}/{year}",
}
_SHOWN: Final = (
    "district", "police_station", "fir_date", "fir_time", "complainant_name", "complainant_relative",
    "complainant_address", "complainant_phone", "story", "accused",
)  # fmt: skip
_IMPLIED: Final = (
    "place", "offence_time_from", "property_value", "investigating_officer", "investigating_officer_rank",
    "accused_unknown", "offence_date_to",
)  # fmt: skip
_ANY: Final = ("action_taken", "property", "information_type", "officer_in_charge", "offence_day")


def draw(report: Report, rng: Random) -> tuple[bytes, dict[str, Value], dict[str, Value]]:
    """The PDF, what it states, and what may be read out of its story or left out."""
    sheet = Sheet(margins=(24, 20, 18, 18), leading=1.6, title="Tehrir")
    hindi = report.language == "hi"
    year, number = str(report.normal["year"]), str(report.normal["fir_number"]).lstrip("0")
    state = report.where.state.name
    title = "प्रथम सूचना रिपोर्ट / तहरीर" if hindi else "FIRST INFORMATION REPORT"
    sheet.y += sheet.put(sheet.left, sheet.y, sheet.wide, title, 14, bold=True, align="C") + 4
    pattern = _NUMBERS.get(state.en, _NUMBERS["Uttar Pradesh"]) if hindi else "Crime No. {number}/{year}"
    sheet.flow(_head(report, pattern.format(number=number, year=year), rng), 12, bold=True, after=3)
    day, hour = report.say("fir_date"), report.say("fir_time")
    sheet.flow(f"दिनांक {day} समय {hour}" if hindi else f"Date {day} Time {hour}", 12, after=4)
    facts: dict[str, Value] = {key: report.normal[key] for key in _SHOWN if key in report.normal}
    if hindi and rng.random() < 0.4:
        _summary(sheet, report, facts)
    sheet.flow(report.say("story"), 12, align="J", first=10, after=8)
    _foot(sheet, report, hindi)
    facts |= {"fir_number": f"{number}/{year}", "year": year, "state": state.in_(report.language)}
    facts["offence_date_from"] = report.normal["offence_date_from"]
    maybe: dict[str, Value] = {key: report.normal[key] for key in _IMPLIED if key in report.normal}
    maybe = {key: value for key, value in maybe.items() if key not in facts}
    maybe |= dict.fromkeys(_ANY, "") | {"information_date": facts["fir_date"], "information_time": facts["fir_time"]}
    return sheet.finish(), facts, maybe


def _summary(sheet: Sheet, report: Report, facts: dict[str, Value]) -> None:
    """The lines that some stations put above the story: who against whom, when, where, who investigates."""
    who = report.complainant.known_as("hi")
    accused = [f"{index}. {row[0]}" for index, row in enumerate(report.accused, 1)]
    lines = [
        f"वादी- {who} निवासी {report.say('complainant_address')}",
        f"{'अभियुक्तगण' if len(accused) > 1 else 'अभियुक्त'}- {' '.join(accused) if 'accused' in facts else 'अज्ञात'}",
        f"दिनांक घटना- {report.say('offence_date_from')}",
        f"घटनास्थल- {report.say('place')}",
        f"विवेचक- {report.say('investigating_officer_rank')} {report.say('investigating_officer')}",
    ]
    for line in lines:
        sheet.flow(line, 12, after=1)
    sheet.y += 3
    facts |= {key: report.normal[key] for key in ("place", "investigating_officer")}
    if "accused" not in facts:
        facts["accused_unknown"] = report.normal["accused_unknown"]


def _head(report: Report, case: str, rng: Random) -> str:
    """The line that names case, sections, police station and district."""
    hindi = report.language == "hi"
    names = [acts.short_name(act.short, report.language, rng).removeprefix("of ") for act in report.acts]
    cited = [f"{'/'.join(act.numbers)} {name}" for act, name in zip(report.acts, names, strict=True)]
    sections = (" व " if hindi else " and ").join(cited)
    station, district = report.say("police_station"), report.say("district")
    state = report.where.state.name.in_(report.language)
    if hindi:
        return f"{case} धारा {sections} थाना {station} जिला {district} {state}"
    return f"{case} u/s {sections} P.S. {station} District {district} {state}"


def _foot(sheet: Sheet, report: Report, hindi: bool) -> None:
    sheet.need(36)
    person = report.complainant
    lines = [
        "प्रार्थी" if hindi else "Complainant",
        person.known_as(report.language),
        ("निवासी " if hindi else "R/o ") + report.say("complainant_address"),
    ]
    if phone := report.say("complainant_phone"):
        lines.append(("मो0नं0 " if hindi else "Mobile No. ") + phone)
    for line in lines:
        sheet.y += sheet.put(sheet.left + 80, sheet.y, sheet.wide - 80, line, 12)
