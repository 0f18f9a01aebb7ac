"""What the summary of an FIR takes from its facts: who complained where and when, what happened, who is accused."""

from __future__ import annotations

import re
from typing import Final

from tools.legal.summary.names import MASK
from tools.legal.summary.spoken import listed, spoken_date
from tools.legal.summary.template import Value
from tools.legal.summary.values import Facts, plain_values
from tools.legal.types import Clock

_UNKNOWN: Final = re.compile(
    r"unknown|not\s+known|un-?identified|not\s+named|अज्ञात|नामालूम|ना\s?मालूम|नामपता\s?नहीं|^nil$|^-+$", re.I
)
_REFUSED: Final = re.compile(r"refus|इंकार|इनकार", re.I)
_TRANSFERRED: Final = re.compile(r"transferr|हस्तांतरित|स्थानांतरित", re.I)
_REGISTERED: Final = re.compile(r"register|direct|took up|दर्ज|पंजीबद्ध|निर्देश", re.I)
MOST_PROPERTY: Final = 4


def fir_values(facts: Facts, clock: Clock | None) -> dict[str, Value]:
    """The values of an FIR's sentences by the names of their gaps."""
    found = plain_values(facts)
    derived = {
        "kind": _kind(facts),
        "fir_when": _moment(facts, "fir_date", "fir_time"),
        "complainant": facts.name("complainant_name"),
        "place_of_station": _place_of_station(facts),
        "offence_when": _offence_when(facts),
        "place": _place(facts),
        "property": _property(facts),
        "officer": _officer(facts),
        **_accused(facts),
        **_action(facts),
        **clock_values(facts, clock),
    }
    found.update({name: value for name, value in derived.items() if value})
    return found


def clock_values(facts: Facts, clock: Clock | None) -> dict[str, Value | None]:
    """The charge-sheet clock; its last day only when the document states the day that it runs from."""
    if clock is None or not (facts.extract.sections or clock.start):
        return {}
    proof = ("sections",) if facts.extract.sections else ()
    start = ("arrest_date",) if facts.get("arrest_date") and clock.start else ()
    due = spoken_date(clock.due.isoformat(), facts.language) if clock.due and start else ""
    days = Value(str(clock.days), proof or start) if proof or start else None
    return {"clock_days": days, "clock_due": Value(due, start) if due else None}


def _kind(facts: Facts) -> Value | None:
    if facts.extract.sections:
        return Value("", ("sections",))
    said = next((key for key in ("fir_number", "police_station", "fir_date", "complainant_name") if facts.get(key)), "")
    return Value("", (said,)) if said else None


def _moment(facts: Facts, day: str, time: str) -> Value | None:
    date, clock = facts.date(day), facts.time(time)
    if not date:
        return None
    if facts.language == "hi":
        return Value(f"{date} को {clock}" if clock else f"{date} को", (day, time) if clock else (day,))
    return Value(f"on {date} at {clock}" if clock else f"on {date}", (day, time) if clock else (day,))


def _place_of_station(facts: Facts) -> Value | None:
    parts = [(key, facts.names.write(fact.value)) for key in ("district", "state") if (fact := facts.get(key))]
    if not parts:
        return None
    texts = [name.later for _, name in parts]
    if parts[0][0] == "district" and not re.search(r"जनपद|ज़?िला|district", texts[0], re.I):
        texts[0] = f"ज़िला {texts[0]}" if facts.language == "hi" else f"{texts[0]} district"
    return Value(", ".join(texts), tuple(key for key, _ in parts))


def _offence_when(facts: Facts) -> Value | None:
    start, end = facts.date("offence_date_from"), facts.date("offence_date_to")
    early, late = facts.time("offence_time_from"), facts.time("offence_time_to")
    if not start:
        return None
    keys = ["offence_date_from"]
    hindi = facts.language == "hi"
    if end and end != start:
        keys.append("offence_date_to")
        keys += [key for key, said in (("offence_time_from", early), ("offence_time_to", late)) if said]
        first = f"{start}{' ' + early if early else ''}"
        last = f"{end}{' ' + late if late else ''}"
        return Value(f"{first} से {last} के बीच" if hindi else f"between {first} and {last}", tuple(keys))
    if early and late and late != early:
        keys += ["offence_time_from", "offence_time_to"]
        said = f"{start} को {early} से {late} के बीच" if hindi else f"on {start} between {early} and {late}"
    elif early:
        keys.append("offence_time_from")
        said = f"{start} को {early}" if hindi else f"on {start} at {early}"
    else:
        said = f"{start} को" if hindi else f"on {start}"
    return Value(said, tuple(keys))


def _place(facts: Facts) -> Value | None:
    place = facts.get("place")
    if not place or not place.value.replace(MASK, "").strip(" ,.;-"):
        return None
    name = facts.names.write(place.value)
    return Value(name.first, ("place",), name.later)


def _accused(facts: Facts) -> dict[str, Value | None]:
    """Known accused by name, one or several; unknown only when the document says so."""
    texts = facts.texts("accused")
    known = [text for text in texts if not _UNKNOWN.search(text)]
    if known:
        value = facts.named(known, ("accused",))
        return {"one_accused": value} if len(known) == 1 else {"accused": value}
    if facts.get("accused_unknown") or texts:
        return {"accused_unknown": Value("", ("accused_unknown" if facts.get("accused_unknown") else "accused",))}
    return {}


def _property(facts: Facts) -> Value | None:
    texts = [text for text in facts.texts("property") if MASK not in text]
    written = list(dict.fromkeys(facts.names.write(text).later for text in texts if len(text) <= 80))
    return Value(listed(written, facts.language, MOST_PROPERTY), ("property",)) if written else None


def _officer(facts: Facts) -> Value | None:
    name, rank = facts.name("investigating_officer"), facts.get("investigating_officer_rank")
    if not name:
        return None
    if not rank or MASK in rank.value:
        return name
    said = facts.names.write(rank.value).later
    return Value(f"{said} {name.text}", (*name.keys, "investigating_officer_rank"), f"{said} {name.brief}")


def _action(facts: Facts) -> dict[str, Value | None]:
    """Refusal or transfer, only when it is all that the action says: the printed form names every possibility."""
    said = facts.text("action_taken")
    if not said or _REGISTERED.search(said):
        return {}
    proof = Value("", ("action_taken",))
    if _REFUSED.search(said):
        return {"refused": proof}
    return {"transferred": proof} if _TRANSFERRED.search(said) else {}
