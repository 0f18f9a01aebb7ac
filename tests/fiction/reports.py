"""What one FIR says: every value as printed and in its normal form. Knows no layout.

A field that the police left empty is in neither table.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from random import Random
from typing import Final

from tests.fiction import acts, people, places, stories
from tests.fiction.desk import Desk
from tests.fiction.types import Both, Section, Value
from tools.legal.money import indian
from tools.legal.types import Language

NEW_LAW: Final = date(2024, 7, 1)
DAYS: Final = tuple(
    Both(*pair.split("|"))
    for pair in (
        "सोमवार|Monday", "मंगलवार|Tuesday", "बुधवार|Wednesday", "गुरुवार|Thursday", "शुक्रवार|Friday", "शनिवार|Saturday",
        "रविवार|Sunday",
    )
)  # fmt: skip
DELAYS: Final = (
    Both("स्वयं तलाश करने के कारण", "As the complainant was searching on his own"),
    Both("कोई देरी नहीं हुई", "No delay"),
    Both("घरेलू उपचार कराने व परिवार से सलाह करने के कारण", "Due to treatment of the injured and consultation with family"),
)
_HOURS: Final = {"house_breaking": (0, 1, 2, 3, 23), "pocso": (13, 14, 15), "ndps": (0, 4, 17, 21, 23)}


@dataclass(frozen=True)
class Act:
    """A row of item 2: the act's short name, as printed, and its sections."""

    short: str
    printed: str
    numbers: tuple[str, ...]


@dataclass(frozen=True)
class Report:
    """An FIR's contents. `printed` and `normal` have the keys of `tools.legal.keys`."""

    language: Language
    offence: stories.Offence
    where: places.Beat
    complainant: people.Person
    acts: tuple[Act, ...]
    accused: tuple[tuple[str, str, str, str], ...]  # name, alias, relative, address
    goods: tuple[tuple[str, str, str, str], ...]  # category, kind, description, value
    id_card: tuple[str, str] | None
    on: date
    new_law: bool
    printed: dict[str, str] = field(default_factory=dict)
    normal: dict[str, Value] = field(default_factory=dict)

    def say(self, key: str) -> str:
        """What the form prints for `key`; empty for a field left empty."""
        return self.printed.get(key, "")

    @property
    def sections(self) -> frozenset[Section]:
        """The sections charged."""
        return frozenset(Section(act.short, number) for act in self.acts for number in act.numbers)


def report(
    rng: Random, language: Language, *, offence: str = "", state: str = "", on: date | None = None,
    digits: str = "ascii", blank: float = 1.0,
) -> Report:  # fmt: skip
    """An invented report; `blank` from 0 (everything filled in) to 1 (as empty as real ones)."""
    what = stories.BY_KEY[offence] if offence else rng.choice(stories.OFFENCES)
    where = places.beat(rng, state)
    day = on or date(rng.choice((2019, 2021, 2022, 2023, 2024, 2025, 2025)), rng.randint(1, 12), rng.randint(1, 28))
    began = datetime(
        day.year, day.month, day.day, rng.choice(_HOURS.get(what.key, range(6, 22))), rng.choice(range(0, 60, 5))
    )
    told = began + timedelta(hours=rng.choice((2, 5, 20, 30, 55)), minutes=rng.randint(0, 59))
    desk = Desk(rng, language, digits, blank)
    informant = people.person(
        rng, woman=True if what.key in stories.WOMEN_ONLY else None if rng.random() < 0.2 else False
    )
    accused = _accused(rng, what, where, language, desk)
    things = _property(rng, what, language, desk)
    new_law = day >= NEW_LAW
    rows = tuple(
        Act(act, acts.form_name(act, language, rng), numbers)
        for act, numbers in (*(what.new if new_law else what.old), *what.more)
    )
    _header(desk, where, told)
    _occurrence(desk, what, where, began, told)
    _informant(desk, informant, where)
    _story(desk, what, informant, where, began, accused, rows)
    _officers(desk, where, told)
    card = rng.choice((None, ("पैन कार्ड", "ABCDE0000F"), ("ड्राइविंग लाइसेंस", "RJ00 20110000000"))) if blank else None
    if card and language == "en":
        card = ("PAN Card" if card[1][:3] == "ABC" else "Driving License", card[1])
    return Report(
        language, what, where, informant, rows, accused, things, card, told.date(), new_law, desk.printed, desk.normal
    )


def _header(desk: Desk, where: places.Beat, told: datetime) -> None:
    number = f"{desk.rng.randint(1, 899):04d}"
    desk.both("district", where.district)
    desk.both("police_station", where.station)
    desk.both("state", where.state.name)
    desk.put("year", f"{told.year}")
    desk.put("fir_number", number)
    registered = told + timedelta(minutes=desk.rng.randint(5, 50))
    desk.day("fir_date", registered)
    desk.hour("fir_time", registered)
    desk.put("diary_number", f"{desk.rng.randint(1, 70):03d}", empty=0.1)
    desk.day("diary_date", told, empty=0.1)
    desk.hour("diary_time", told, empty=0.1)
    desk.day("information_date", told)
    desk.hour("information_time", told)
    desk.both("information_type", desk.rng.choice((Both("लिखित", "Written"), Both("मौखिक", "Oral"))), empty=0.1)


def _occurrence(desk: Desk, what: stories.Offence, where: places.Beat, began: datetime, told: datetime) -> None:
    ended = min(began + timedelta(minutes=desk.rng.choice((15, 30, 60, 480))), told - timedelta(minutes=20))
    desk.both("offence_day", DAYS[began.weekday()], empty=0.15)
    desk.day("offence_date_from", began)
    desk.day("offence_date_to", ended, empty=0.2)
    pahar = began.hour // 3 + 1
    desk.put("offence_time_period", f"पहर {pahar}" if desk.language == "hi" else f"Pahar {pahar}", empty=0.4)
    desk.hour("offence_time_from", began, empty=0.1)
    desk.hour("offence_time_to", ended, empty=0.3)
    distance = desk.rng.choice(("1", "3", "4.5", "7", "12"))
    way = desk.rng.choice(places.DIRECTIONS)
    desk.both("place_direction_distance", Both(f"{way.hi}, {distance} किमी", f"{way.en}, {distance} Km(s)"), empty=0.1)
    desk.put("beat_number", str(desk.rng.randint(1, 14)), empty=0.6)
    desk.put("place", places.spot(desk.rng, desk.language))
    if desk.rng.random() < 0.12:
        other = places.beat(desk.rng, where.state.name.en)
        desk.both("outside_police_station", other.station)
        desk.both(
            "outside_district",
            Both(f"{other.district.hi} ({other.state.name.hi})", f"{other.district.en} ({other.state.name.en})"),
        )
    injured = what.key in ("hurt", "accident", "dowry")
    desk.both("delay_reason", desk.rng.choice(DELAYS[injured:][:2]), empty=0.7)
    desk.put("inquest_number", "", empty=1)


def _informant(desk: Desk, who: people.Person, where: places.Beat) -> None:
    desk.both("complainant_name", who.name)
    desk.both("complainant_relative", who.relative, empty=0.05)
    desk.put("complainant_birth", str(who.birth_year), empty=0.3)
    desk.both("complainant_nationality", Both("भारत", "INDIA"), empty=0.1)
    desk.put("complainant_uid", f"XXXXXXXX{desk.rng.randint(0, 9999):04d}", empty=0.85)
    desk.put("complainant_passport", "", empty=1)
    desk.both("complainant_occupation", who.occupation, empty=0.5)
    desk.put("complainant_address", places.home(desk.rng, where, desk.language))
    masked = f"{who.phone[:2]}XXXXXX{who.phone[-2:]}"
    phone = desk.rng.choice((f"91-{who.phone}", who.phone, masked))
    desk.put("complainant_phone", phone, empty=0.3)


def _accused(
    rng: Random, what: stories.Offence, where: places.Beat, language: Language, desk: Desk
) -> tuple[tuple[str, str, str, str], ...]:
    count = rng.randint(*what.accused)
    rows = []
    for who in people.strangers(rng, count):
        relation = "पिता का नाम" if language == "hi" else "Father's Name"
        alias = (
            rng.choice(("कालू", "पप्पू", "") if language == "hi" else ("Kalu", "Pappu", "")) if rng.random() < 0.3 else ""
        )
        home = places.home(rng, where, language) if rng.random() < 0.8 else ""
        relative = f"{relation}: {who.relative.in_(language)}" if rng.random() < 0.9 else ""
        rows.append((who.name.in_(language), alias, relative, home))
    if rows:
        desk.normal["accused"] = tuple(row[0] for row in rows)
    else:
        unknown = Both("अज्ञात", "Unknown").in_(language)
        rows.append((unknown, "", "", ""))
        desk.normal["accused_unknown"] = unknown
    more = rng.choice(("", "0", "2")) if not count else rng.choice(("", "0"))
    desk.put("accused_more_than", more)
    return tuple(rows)


def _property(
    rng: Random, what: stories.Offence, language: Language, desk: Desk
) -> tuple[tuple[str, str, str, str], ...]:
    rows, total = [], 0
    for thing in what.things:
        value = rng.randrange(thing.least, thing.most, 500)
        total += value
        rows.append(
            (
                thing.category.in_(language),
                thing.kind.in_(language),
                thing.description.in_(language),
                desk.local(f"{value}.00" if rng.random() < 0.3 else str(value)),
            )
        )
    if rows:
        desk.normal["property"] = tuple(row[2] for row in rows)
        written = rng.choice((str(total), f"{total}.00", indian(total).lstrip("₹")))
        desk.put("property_value", written, str(total), empty=0.15)
        desk.printed["_total"] = desk.local(indian(total).lstrip("₹"))
    return tuple(rows)


def _story(
    desk: Desk, what: stories.Offence, who: people.Person, where: places.Beat, began: datetime,
    accused: tuple[tuple[str, str, str, str], ...], rows: tuple[Act, ...],
) -> None:  # fmt: skip
    language, rng = desk.language, desk.rng
    names = [row[0] for row in accused] if "accused" in desk.normal else []
    joined = f" {'व' if language == 'hi' else 'and'} ".join(names)
    me = who.known_as(language)
    name, relation = who.name.in_(language), me[len(who.name.in_(language)) + 1 :]
    text = stories.story(what).in_(language).format(
        me=name, relative=relation, home=desk.printed["complainant_address"], spot=desk.printed["place"],
        station=where.station.in_(language), day=desk.local(f"{began:%d.%m.%Y}"), time=desk.local(f"{began:%H:%M}"),
        value=desk.printed.get("_total", desk.local("2,00,000")), accused=joined,
    )  # fmt: skip
    if rng.random() < 0.6:
        text += " " + stories.PADDING.in_(language)
    if rng.random() < 0.15:
        text += " " + " ".join(_witness(desk, where, began) for _ in range(6))
    officer, rank = people.person(rng, woman=False).name, rng.choice(people.RANKS)
    desk.both("investigating_officer", officer)
    desk.both("investigating_officer_rank", rank, empty=0.1)
    if rng.random() < 0.7:
        cited = ", ".join(f"{'/'.join(act.numbers)} {acts.act_name(act.short).in_(language)}" for act in rows)
        text += " " + stories.REGISTERED.in_(language).format(
            sections=desk.local(cited), officer=officer.in_(language), rank=rank.in_(language)
        )
    desk.printed["story"] = desk.normal["story"] = text


def _witness(desk: Desk, where: places.Beat, began: datetime) -> str:
    """What a witness adds, with a date and places of their own."""
    who, language = people.person(desk.rng, woman=False), desk.language
    heard = began + timedelta(hours=desk.rng.randint(1, 30))
    return stories.WITNESS.in_(language).format(
        name=who.known_as(language), home=places.home(desk.rng, where, language), day=desk.local(f"{heard:%d.%m.%Y}"),
        time=desk.local(f"{heard:%H:%M}"), spot=places.spot(desk.rng, language),
    )  # fmt: skip


def _officers(desk: Desk, where: places.Beat, told: datetime) -> None:
    desk.both("officer_in_charge", people.person(desk.rng, woman=False).name, empty=0.1)
    desk.printed["_charge_rank"] = people.RANKS[2].in_(desk.language)
    desk.printed["_charge_number"] = desk.rng.choice(("", f"{where.state.letters}{desk.rng.randint(100, 999)}"))
    sent = told + timedelta(days=1)
    desk.day("sent_to_court_date", sent, empty=0.75)
    if "sent_to_court_date" in desk.printed:
        desk.hour("sent_to_court_time", sent)
