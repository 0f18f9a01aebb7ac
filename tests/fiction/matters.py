"""What one court order says: parties, dates, paragraphs and how it ends, with the truth about it. Knows no layout."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from random import Random
from typing import Any, Final

from tests.fiction import customs, people, places, stories
from tests.fiction.clerk import LAWS, Clerk, calendar
from tests.fiction.reports import NEW_LAW
from tests.fiction.sorts import Sort
from tests.fiction.types import Both, Section, Value
from tools.legal.dates import ascii_digits
from tools.legal.types import Language

_CITED: Final = (
    (("Section 313", "धारा 313"), Section("CrPC", "313", "cited")),
    (("Section 428",), Section("CrPC", "428", "cited")),
    (("Section 357(3)",), Section("CrPC", "357(3)", "cited")),
    (("Section 139",), Section("NI Act", "139", "cited")),
)


@dataclass(frozen=True)
class Matter:
    """A case and its order.

    `words` are what fills the gaps of the texts, `paragraphs` the filled texts: those that open with ">" are quoted,
    with "-" not numbered; `conditions` follow them. `number`, `words` are as printed, `facts` in normal form.
    """

    language: Language
    sort: Sort
    where: places.Beat
    court: str
    judge: Both
    designation: str
    case_type: str
    number: str
    applicant: people.Person
    other: str
    counsel: tuple[Both, Both]
    words: Mapping[str, str]
    paragraphs: tuple[str, ...]
    conditions: tuple[str, ...]
    facts: dict[str, Value]
    charged: frozenset[Section]
    cited: frozenset[Section]


@cache
def texts(language: Language) -> dict[str, Any]:
    """Bodies, endings, gists, conditions and purposes of a language."""
    return tomllib.loads((Path(__file__).parent / f"orders_{language}.toml").read_text(encoding="utf-8"))


def matter(rng: Random, sort: Sort, ending: str, language: Language, *, court: str = "") -> Matter:
    """An invented order of `sort` with an ending of the texts; `court` is a layout that has customs of its own."""
    clerk, where, days, known = (
        Clerk(rng, language),
        places.beat(rng, customs.STATES.get(court, "")),
        calendar(rng, sort),
        texts(language),
    )
    offence = rng.choice([one for one in stories.OFFENCES if one.accused[1]])
    who = people.person(rng, woman=False)
    rows = (*(offence.new if days["fir"] >= NEW_LAW else offence.old), *offence.more) if sort.has_fir else ()
    words = clerk.parties(who, where) | clerk.words(days)
    words |= {"sections": clerk.sections(rows), "gist": known["gist"][offence.key]}
    purposes = known["purposes"]
    words["purpose"] = rng.choice(purposes.get(ending) or purposes.get(sort.body) or purposes["other"])
    law = LAWS.get(sort.body)
    if law:
        words[f"law_{sort.body}"] = clerk.law(law, days["order"])
    words["crime"] = customs.crime(court, words)
    ends = known.get("local", {}).get(court, {}).get(ending) or known["ends"][ending]
    body = _paragraphs(known["body"][sort.body]) + _paragraphs(rng.choice(ends))
    filled = tuple(paragraph.format(**words) for paragraph in body)
    conditions = tuple(rng.sample(known["conditions"], 3)) if filled[-1].endswith(":") else ()
    judge, (first, second) = rng.choice(people.JUDGES), rng.sample(people.LAWYERS, 2)
    number = f"{rng.randint(11, 8999)}/{days['order'].year}"
    office = "" if sort.high else rng.choice(sort.offices).in_(language)
    seat = f"{office}, {words['district']}" if office else where.state.court.in_(language)
    seat = "SUPREME COURT OF INDIA" if sort.supreme else seat
    facts = _facts(sort, ending, words, days, conditions) | {"court": seat, "case_number": number}
    types = customs.cases(court, sort.body) or (sort.types_hi if language == "hi" else sort.types_en)
    facts |= {"case_type": rng.choice(types)}
    facts |= {"bench": (judge.in_(language),)}
    facts |= {"petitioner_counsel": (first.in_(language),), "respondent_counsel": (second.in_(language),)}
    other = _other(sort, where, words, language)
    facts |= {"petitioner": ((other if sort.state_first else words["name"]),)}
    facts |= {"respondent": ((words["name"] if sort.state_first else other),)}
    return Matter(
        language, sort, where, seat, judge, office, str(facts["case_type"]), clerk.local(number), who, other,
        (first, second), words, filled, conditions, facts, _charged(sort, rows), _cited(filled, law, days["order"]),
    )  # fmt: skip


def _paragraphs(text: str) -> tuple[str, ...]:
    return tuple(" ".join(part.split()) for part in text.strip().split("\n\n"))


def _charged(sort: Sort, rows: stories.Acts) -> frozenset[Section]:
    if sort.body == "cheque":
        return frozenset({Section("NI Act", "138")})
    return frozenset(Section(act, number) for act, numbers in rows for number in numbers)


def _cited(paragraphs: tuple[str, ...], law: tuple[str, str] | None, on: date) -> frozenset[Section]:
    text = " ".join(paragraphs)
    found = {section for marks, section in _CITED if any(mark in text for mark in marks)}
    if law:
        found.add(Section("BNSS", law[1], "cited") if on >= NEW_LAW else Section("CrPC", law[0], "cited"))
    return frozenset(found)


def _other(sort: Sort, where: places.Beat, words: Mapping[str, str], language: Language) -> str:
    """The party against the applicant or accused."""
    if sort.body == "cheque":
        return words["complainant"]
    state = where.state.name.in_(language)
    return f"{state} राज्य" if language == "hi" else f"State of {state}"


def _facts(
    sort: Sort, ending: str, words: Mapping[str, str], days: Mapping[str, date], conditions: tuple[str, ...]
) -> dict[str, Value]:
    """What the order states, whether in its head or its paragraphs."""
    facts: dict[str, Value] = {"order_date": days["order"].isoformat(), "reserved_date": days["reserved"].isoformat()}
    if sort.has_fir:
        facts |= {"fir_number": ascii_digits(words["fir"]), "fir_date": days["fir"].isoformat()}
        facts |= {"police_station": words["station"], "district": words["district"]}
    if sort.body in ("bail", "remand"):
        facts["arrest_date"] = days["arrest"].isoformat()
    if conditions:
        facts |= {"conditions": conditions, "bond": words["_bond"]}
    if ending.startswith("convicted"):
        facts["sentence"] = (words["sentence"],)
    if ending == "convicted":
        facts["fine"] = words["_fine"]
    if sort.next and ending != "discharged":
        facts |= {"next_date": days["next"].isoformat(), "next_purpose": words["purpose"]}
    if ending in ("allowed", "partly_allowed", "convicted_cheque"):
        facts["money"] = (words["_amount"],)
    if ending in ("allowed", "partly_allowed", "disposed", "convicted_cheque"):
        facts["compliance"] = (words["within"],)
    return facts
