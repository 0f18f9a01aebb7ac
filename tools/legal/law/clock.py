"""The charge-sheet clock: how many days the police has before an accused in custody may ask for bail "by default".

Counting: the day of the first remand is day one (Supreme Court, Enforcement Directorate v. Kapil Wadhawan,
27 March 2023), so with 60 days the last day to file is the 60th, and bail may be asked for from the 61st. The period
runs from the Magistrate's first remand, not from the arrest (Chaganti Satyanarayana v. State of A.P., 1986). Knows
nothing of what happened in the case: a charge-sheet in time, an extension, bail that was granted.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from tools.legal.law.code import IN_FORCE, Procedure
from tools.legal.law.table import LawSection, clauses, row
from tools.legal.types import Clock, Language, SectionMention
from tools.translations import N_

BNSS_RULE: Final = (
    "no Magistrate shall authorise the detention of the accused person in custody under this sub-section for a total "
    "period exceeding— (i) ninety days, where the investigation relates to an offence punishable with death, "
    "imprisonment for life or imprisonment for a term of ten years or more; (ii) sixty days, where the investigation "
    "relates to any other offence"
)
CRPC_RULE: Final = (
    "no Magistrate shall authorise the detention of the accused person in custody under this paragraph for a total "
    "period exceeding,— (i) ninety days, where the investigation relates to an offence punishable with death, "
    "imprisonment for life or imprisonment for a term of not less than ten years; (ii) sixty days, where the "
    "investigation relates to any other offence"
)
NDPS_RULE: Final = (
    "In respect of persons accused of an offence punishable under section 19 or section 24 or section 27A or for "
    "offences involving commercial quantity the references in sub-section (2) of section 167 of the Code of Criminal "
    'Procedure, 1973 thereof to "ninety days", where they occur, shall be construed as reference to "one hundred and '
    'eighty days"'
)
TEN_YEARS: Final = 10.0
_BY_QUANTITY: Final = frozenset(("15", "17", "18", "20", "21", "22", "23"))  # NDPS sections graded by quantity
_COMMERCIAL: Final = frozenset(("19", "24", "27A"))  # treated as commercial quantity by NDPS 36A(4)


@dataclass(frozen=True)
class _Period:
    """Days, the section that decides, why; and another number of days where the law may be read so."""

    days: int
    section: str
    reason: Mapping[Language, str]
    other: int | None = None
    dated: bool = True


def clock(
    sections: Sequence[SectionMention], start: date | None, offence: date | None, *, registered: date | None = None
) -> Clock | None:
    """The clock for the sections charged; None when none of them has a known punishment.

    `start` is the date of the first remand (or of the arrest, where the document states no other), `registered` that
    of the FIR. Without `start` the days are known but not the last day.
    """
    charged = [mention for mention in sections if mention.use == "charged"]
    procedure = _procedure(charged, registered or offence or start)
    period = _ndps(charged) or _general(charged, procedure)
    if period is None:
        return None
    rule, text = _rule(procedure, period)
    begins = start if period.dated else None
    return Clock(
        period.days, start, _last_day(begins, period.days), _after(begins, period.days), rule, text, period.reason,
        period.section, period.other, _last_day(begins, period.other) if period.other else None,
    )  # fmt: skip


def _procedure(charged: Sequence[SectionMention], begun: date | None) -> Procedure:
    """By the date the case began; without one by the codes named: a BNS offence is investigated under the BNSS."""
    if begun:
        return "BNSS" if begun >= IN_FORCE else "CrPC"
    return "CrPC" if any(mention.act == "IPC" for mention in charged) else "BNSS"


def _rule(procedure: Procedure, period: _Period) -> tuple[str, str]:
    if period.days == 180 or period.other == 180:
        return N_("NDPS Act, section 36A(4)"), NDPS_RULE
    if procedure == "BNSS":
        return N_("BNSS, section 187(3)"), BNSS_RULE
    return N_("CrPC, section 167(2), proviso (a)"), CRPC_RULE


def _ndps(charged: Sequence[SectionMention]) -> _Period | None:
    """180 days for the gravest NDPS offences; honest doubt where the quantity is not stated."""
    sections = [mention.section for mention in charged if mention.act == "NDPS Act"]
    rows = [found for section in sections if (found := row("NDPS Act", section)) and found.matched != "narrower"]
    for found in rows:
        if found.section in _COMMERCIAL or found.least >= TEN_YEARS:
            return _Period(180, f"NDPS Act {found.section}", _reason(_COMMERCIAL_TEXT, f"NDPS Act {found.section}"))
    for found in rows:
        if found.section in _BY_QUANTITY:
            return _Period(
                60, f"NDPS Act {found.section}", _reason(_QUANTITY_TEXT, f"NDPS Act {found.section}"), 180, False
            )
    return None


def _general(charged: Sequence[SectionMention], procedure: Procedure) -> _Period | None:
    """90 days by the gravest offence charged, else 60; says so where the law or the table leaves it open."""
    answers = [_one(mention) for mention in charged]
    known = [found for found in answers if isinstance(found, LawSection)]
    if not known:
        return None
    gravest = max(known, key=lambda found: (_ninety(found), found.longest_years or 0.0))
    name = f"{gravest.act} {gravest.section}"
    if _ninety(gravest):
        return _Period(90, name, _reason(_NINETY_TEXT, name, gravest))
    if (gravest.longest_years or 0.0) >= TEN_YEARS and procedure == "BNSS":
        return _Period(60, name, _reason(_DEBATED_TEXT, name, gravest), 90)
    if unknown := [found for found in answers if isinstance(found, str)]:
        return _Period(60, name, _reason(_UNKNOWN_TEXT, ", ".join(dict.fromkeys(unknown)), gravest), 90)
    text = _PAUL_TEXT if (gravest.longest_years or 0.0) >= TEN_YEARS else _SIXTY_TEXT
    return _Period(60, name, _reason(text, name, gravest))


def _one(mention: SectionMention) -> LawSection | str | None:
    """The row that says how grave a section is; its name when that is not known; None when it has no own punishment."""
    name = f"{mention.act} {mention.section}"
    found = row(mention.act, mention.section)
    if found is None or found.longest == "?":
        return name
    if found.matched == "narrower":
        rows = clauses(mention.act, mention.section)
        same = len({_ninety(clause) for clause in rows}) == 1 and all(clause.longest_years for clause in rows)
        return max(rows, key=lambda clause: clause.longest_years or 0.0) if same else name
    return found if found.longest_years is not None else None


def _ninety(found: LawSection) -> bool:
    return found.longest in ("death", "life") or found.least >= TEN_YEARS


def _last_day(start: date | None, days: int) -> date | None:
    return start + timedelta(days=days - 1) if start else None


def _after(start: date | None, days: int) -> date | None:
    return start + timedelta(days=days) if start else None


def _reason(text: Mapping[Language, str], name: str, found: LawSection | None = None) -> Mapping[Language, str]:
    languages: tuple[Language, ...] = ("en", "hi")
    return {
        language: text[language].format(name=name, punishment=found.punishment(language) if found else "")
        for language in languages
    }


_NINETY_TEXT: Final[Mapping[Language, str]] = {
    "en": "90 days, because of {name}: {punishment}.",
    "hi": "90 दिन, क्योंकि {name} में सज़ा है: {punishment}।",
}
_SIXTY_TEXT: Final[Mapping[Language, str]] = {
    "en": "60 days: no offence named is punishable with death, life or ten years; the gravest is {name}: {punishment}.",
    "hi": "60 दिन: किसी भी लिखी धारा में मौत, उम्रक़ैद या 10 साल की सज़ा नहीं है; सबसे गंभीर {name} है: {punishment}।",
}
_UNKNOWN_TEXT: Final[Mapping[Language, str]] = {
    "en": "60 days by the sections whose punishment is known ({punishment}); how grave {name} is, is "
    "not known here: if it can "
    "bring death, life or ten years, it is 90.",
    "hi": "जिन धाराओं की सज़ा पता है ({punishment}) उनके हिसाब से 60 दिन; {name} की सज़ा यहाँ पता "
    "नहीं: उसमें मौत, उम्रक़ैद या 10 साल हो तो 90 दिन।",
}
_PAUL_TEXT: Final[Mapping[Language, str]] = {
    "en": "60 days: {name} ({punishment}) has no least term of ten years; the Supreme Court asks for "
    "one (Rakesh Kumar Paul v. "
    "State of Assam, 2017).",
    "hi": "60 दिन: {name} ({punishment}) में कम से कम 10 साल की सज़ा तय नहीं है; सुप्रीम कोर्ट के अनुसार 90 दिन के लिए यह ज़रूरी है "
    "(राकेश कुमार पॉल, 2017)।",
}
_DEBATED_TEXT: Final[Mapping[Language, str]] = {
    "en": "60 days, or 90: {name} ({punishment}) can bring ten years or more but has no least term "
    "of ten years, and how the "
    'words "ten years or more" of the BNSS are to be read is still debated; under the old law it was 60.',
    "hi": "60 दिन, या 90: {name} ({punishment}) में 10 साल या ज़्यादा तक की सज़ा हो सकती है, पर कम "
    "से कम 10 साल तय नहीं है; बीएनएसएस के "
    "शब्द “दस साल या ज़्यादा” का अर्थ अभी तय नहीं है; पुराने क़ानून में 60 दिन थे।",
}
_COMMERCIAL_TEXT: Final[Mapping[Language, str]] = {
    "en": "180 days, because {name} is of commercial quantity or treated so; the court may extend it to one year.",
    "hi": "180 दिन, क्योंकि {name} व्यावसायिक (ज़्यादा) मात्रा का मामला है या वैसा माना जाता है; अदालत इसे 1 साल तक बढ़ा सकती है।",
}
_QUANTITY_TEXT: Final[Mapping[Language, str]] = {
    "en": "Under {name} it depends on the quantity, which is not read from the document: 180 days "
    "for commercial quantity, else "
    "60; no last day is given.",
    "hi": "{name} में यह मात्रा पर निर्भर है, जो दस्तावेज़ से पता नहीं: व्यावसायिक (ज़्यादा) मात्रा "
    "में 180 दिन, नहीं तो 60; इसलिए आख़िरी "
    "दिन नहीं बताया गया।",
}
