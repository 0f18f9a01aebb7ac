"""Invented documents' facts, a transliterator that knows their names, and the summaries of them all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, get_args

from tools.legal.summary.write import summarise
from tools.legal.types import (
    Clock,
    Extract,
    Fact,
    Kind,
    Language,
    Outcome,
    OutcomeKind,
    Script,
    SectionMention,
    SummarySentence,
)

SPELT = {
    "ram": "राम", "kumar": "कुमार", "shyam": "श्याम", "lal": "लाल", "mohan": "मोहन", "sharma": "शर्मा", "gandhi": "गांधी",
    "ramesh": "रमेश", "gupta": "गुप्ता", "anup": "अनूप", "verma": "वर्मा", "suresh": "सुरेश", "yadav": "यादव",
    "devpur": "देवपुर", "sunita": "सुनीता", "devi": "देवी",
}  # fmt: skip
NAMES = frozenset((*SPELT.values(), "राजस्थान", "जयपुर", "दिल्ली", "साकेत", "सदर", "भोपाल", "रामपुर", "नई", "गीता"))
OUTCOMES: tuple[OutcomeKind, ...] = get_args(OutcomeKind)


class Speller:
    """Knows the invented names; counts how often it was asked."""

    label = "invented names"
    device = "cpu"

    def __init__(self) -> None:
        self.asked = 0

    def transliterate(self, words: Sequence[str], best: int = 1) -> list[tuple[str, ...]]:
        self.asked += 1
        return [(SPELT.get(word.lower(), "क" * len(word)),) for word in words]


def fact(key: str, value: str | list[str]) -> Fact:
    if isinstance(value, str):
        return Fact(key, value, 1, value)
    items = tuple(Fact(key, one, 1, one) for one in value)
    return Fact(key, "; ".join(value), 1, value[0], items=items)


def extract(
    kind: Kind = "fir",
    sections: Sequence[tuple[str, str]] = (),
    outcome: OutcomeKind | None = None,
    next_date: str = "",
    language: Script = "en",
    **facts: Any,
) -> Extract:
    return Extract(
        kind,
        language,
        {key: fact(key, value) for key, value in facts.items()},
        tuple(SectionMention(act, section, 1, section) for act, section in sections),
        Outcome(outcome, 1, "decided") if outcome else None,
        fact("next_date", next_date) if next_date else None,
    )


FIR_FACTS: dict[str, Any] = {
    "fir_number": "0134",
    "year": "2021",
    "state": "RAJASTHAN",
    "district": "JAIPUR",
    "police_station": "P.S. SADAR",
    "fir_date": "2021-03-08",
    "fir_time": "17:30",
    "offence_date_from": "2021-03-07",
    "offence_date_to": "2021-03-08",
    "offence_time_from": "22:00",
    "offence_time_to": "05:00",
    "place": "Shop No. 12, near Bus Stand, Gandhi Nagar",
    "complainant_name": "RAM KUMAR S/O SHYAM LAL",
    "accused": ["Mohan Lal", "R.K. Sharma"],
    "property": ["Mobile phone", "Cash"],
    "property_value": "1693880",
    "investigating_officer": "Suresh Yadav",
    "investigating_officer_rank": "Sub-Inspector",
    "sent_to_court_date": "2021-03-09",
}
FIR = extract("fir", [("IPC", "457"), ("IPC", "380"), ("IPC", "34")], **FIR_FACTS)
ORDER_FACTS: dict[str, Any] = {
    "court": "IN THE HIGH COURT OF DELHI AT NEW DELHI",
    "bench": "HON'BLE MR. JUSTICE ANUP VERMA",
    "order_date": "2021-03-12",
    "case_type": "BAIL APPLN.",
    "case_number": "1187/2021",
    "petitioner": "Ramesh Gupta",
    "respondent": "State (NCT of Delhi)",
    "fir_number": "134/2021",
    "police_station": "Saket",
    "relief_asked": "regular bail under section 439 CrPC",
    "arrest_date": "2021-02-01",
    "bond": "50000",
    "surety": "two sureties of the like amount",
    "conditions": [
        "shall not leave the country without permission",
        "shall not tamper with the evidence or threaten any witness",
        "shall join the investigation as and when called",
        "shall appear before the court on every date",
        "shall mark attendance at the police station every Monday",
        "shall not commit any similar offence",
        "shall surrender his passport",
        "shall provide his mobile number",
    ],
    "money": ["25000"],
    "compliance": ["within four weeks"],
    "next_purpose": "for arguments",
}
ORDER = extract("order", [("IPC", "420"), ("IPC", "468")], "bail_granted", "2021-04-12", **ORDER_FACTS)
JUDGMENT = extract(
    "order", [("BNS", "103(1)"), ("Arms Act", "25")], "convicted", court="Additional Sessions Judge, Bhopal",
    petitioner="State of M.P.", respondent="Mohan Lal", sentence=["rigorous imprisonment for seven years"], fine="5000",
    case_type="Sessions Trial", case_number="12/2024",
)  # fmt: skip
HINDI_FIR = extract(
    "fir", [("BNS", "303(2)")], language="hi", police_station="थाना सदर", district="रामपुर", fir_date="2025-01-15",
    complainant_name="गीता देवी", accused_unknown="अज्ञात", property_value="45000", fir_number="0007", year="2025",
    offence_date_from="2025-01-14", place="बस स्टैंड के पास",
)  # fmt: skip
CLOCK = Clock(
    60, date(2021, 2, 1), date(2021, 4, 2), date(2021, 4, 3), "s. 167(2)", "…", {"en": "…", "hi": "…"}, "IPC 420"
)


def documents() -> Iterator[tuple[str, Extract, Clock | None]]:
    """Every invented document, and one order of each kind of outcome."""
    yield "FIR", FIR, CLOCK
    yield "FIR in Hindi", HINDI_FIR, None
    yield "bail order", ORDER, None
    yield "judgment", JUDGMENT, None
    for kind in OUTCOMES:
        facts = {key: value for key, value in ORDER_FACTS.items() if key not in ("conditions", "bond", "surety")}
        yield f"order: {kind}", extract("order", [("IPC", "379")], kind, "2021-04-12", **facts), CLOCK


def summaries(language: Language) -> Iterator[tuple[str, tuple[SummarySentence, ...]]]:
    """The summaries of all invented documents."""
    for title, one, clock in documents():
        yield title, summarise(one, Speller(), language, clock)
