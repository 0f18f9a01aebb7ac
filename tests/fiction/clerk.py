"""The words that fill an order's gaps: dates and sums as its court writes them, parties, sections. Knows no text."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from random import Random
from typing import Final

from tests.fiction import acts, people, places, stories
from tests.fiction.desk import DEVANAGARI
from tests.fiction.reports import NEW_LAW
from tests.fiction.sorts import Sort
from tests.fiction.types import Both
from tools.legal.money import indian
from tools.legal.types import Language

MONTHS: Final = (
    Both("जनवरी", "January"),
    Both("फरवरी", "February"),
    Both("मार्च", "March"),
    Both("अप्रैल", "April"),
    Both("मई", "May"),
    Both("जून", "June"),
    Both("जुलाई", "July"),
    Both("अगस्त", "August"),
    Both("सितम्बर", "September"),
    Both("अक्टूबर", "October"),
    Both("नवम्बर", "November"),
    Both("दिसम्बर", "December"),
)
WITHIN: Final = {
    "en": ("within four weeks", "within a period of eight weeks", "within 30 days", "within three months"),
    "hi": ("चार सप्ताह के भीतर", "तीन माह के भीतर", "30 दिवस के भीतर"),
}
SENTENCES: Final = {
    "en": (
        "rigorous imprisonment for three years", "simple imprisonment for six months",
        "rigorous imprisonment for a period of two years",
    ),
    "hi": ("तीन वर्ष के सश्रम कारावास", "छह माह के साधारण कारावास", "दो वर्ष के सश्रम कारावास"),
}  # fmt: skip
LAWS: Final = {
    "bail": ("439", "483"),
    "anticipatory": ("438", "482"),
    "quash": ("482", "528"),
    "cancel": ("439(2)", "483(3)"),
}
"""Under which section of the CrPC and of the BNSS a court is asked, by body of the order."""


class Clerk:
    """Writes the dates and sums of one order the way its court does."""

    def __init__(self, rng: Random, language: Language) -> None:
        self.rng, self.language = rng, language
        self.pattern = rng.choice(("%d.%m.%Y", "%d.%m.%Y", "%d/%m/%Y", "%d-%m-%Y", "words"))
        self.devanagari = language == "hi" and rng.random() < 0.2

    def day(self, when: date) -> str:
        """A date as this court writes it."""
        if self.pattern != "words":
            return self.local(when.strftime(self.pattern))
        month = MONTHS[when.month - 1]
        if self.language == "hi":
            return self.local(f"{when.day} {month.hi} {when.year}")
        return f"{_ordinal(when.day)} {month.en}, {when.year}"

    def local(self, text: str) -> str:
        """`text` with the digits of this court."""
        return text.translate(DEVANAGARI) if self.devanagari else text

    def words(self, days: Mapping[str, date]) -> dict[str, str]:
        """Dates, sums, terms and numbers; sums in their normal form under names with an underscore."""
        rng = self.rng
        sums = {"amount": rng.randrange(25_000, 900_000, 500), "bond": rng.choice((10_000, 25_000, 50_000, 100_000))}
        sums["fine"] = rng.choice((1_000, 5_000, 20_000))
        words = {f"_{key}": str(rupees) for key, rupees in sums.items()}
        words |= {key: self.local(indian(rupees).lstrip("₹")) for key, rupees in sums.items()}
        words |= {"fir_date" if key == "fir" else key: self.day(when) for key, when in days.items()}
        words |= {
            "fir": self.local(f"{rng.randint(1, 899)}/{days['fir'].year}"),
            "cheque": f"{rng.randint(1, 999999):06d}",
        }
        return words | {"within": rng.choice(WITHIN[self.language]), "sentence": rng.choice(SENTENCES[self.language])}

    def parties(self, who: people.Person, where: places.Beat) -> dict[str, str]:
        """Names and places."""
        return {
            "name": who.name.in_(self.language),
            "complainant": people.person(self.rng, woman=False).name.in_(self.language),
            "home": self.local(places.home(self.rng, where, self.language)),
            "station": where.station.in_(self.language),
            "district": where.district.in_(self.language),
        }

    def sections(self, rows: stories.Acts) -> str:
        """Sections as an order strings them together: "420/406 IPC and 3/4 Dowry Prohibition Act"."""
        sign, last = self.rng.choice(("/", ", ")), " एवं " if self.language == "hi" else " and "
        return last.join(
            f"{sign.join(numbers)} {acts.short_name(act, self.language, self.rng)}" for act, numbers in rows
        )

    def law(self, numbers: tuple[str, str], on: date) -> str:
        """The section under which the court is asked, of the code in force."""
        new = on >= NEW_LAW
        names = {
            ("hi", True): ("भारतीय नागरिक सुरक्षा संहिता, 2023", "बीएनएसएस"),
            ("hi", False): ("दण्ड प्रक्रिया संहिता", "द.प्र.सं."),
            ("en", True): ("of the Bharatiya Nagarik Suraksha Sanhita, 2023", "BNSS"),
            ("en", False): ("of the Code of Criminal Procedure, 1973", "Cr.P.C."),
        }[self.language, new]
        return f"{'धारा' if self.language == 'hi' else 'Section'} {numbers[new]} {self.rng.choice(names)}"


def calendar(rng: Random, sort: Sort) -> dict[str, date]:
    """The days of a case, all before November 2026 but the next date."""
    slow = sort.body in ("trial", "cheque", "writ", "appeal")
    years = (2018, 2020, 2021, 2022, 2023) if slow else (2018, 2020, 2022, 2023, 2024, 2025)
    began = date(rng.choice(years), rng.randint(1, 12), rng.randint(1, 28))
    arrest = began + timedelta(days=rng.randint(1, 20))
    order = arrest + timedelta(days=rng.randint(400, 900) if slow else rng.randint(25, 200))
    after = order + timedelta(days=rng.randint(7, 60))
    if sort.body == "remand":
        order, after = arrest + timedelta(days=1), arrest + timedelta(days=14)
    return {
        "fir": began,
        "arrest": arrest,
        "earlier": arrest + timedelta(days=rng.randint(5, 20)),
        "order": order,
        "reserved": order - timedelta(days=rng.randint(3, 30)),
        "next": after,
    }


def _ordinal(day: int) -> str:
    return f"{day}{'th' if 10 <= day % 100 <= 20 else {1: 'st', 2: 'nd', 3: 'rd'}.get(day % 10, 'th')}"
