"""How the stock analyser writes amounts, shares, days and times: rupees with lakh and crore, Indian commas, IST.

`words_of` gives one language's way of writing; the functions of the module are the English one. A value that is not
there becomes "not stated". It computes nothing.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from functools import lru_cache
from typing import Final, TypeGuard

from tools.translations import LANGUAGES, N_, Language, catalogue

INDIA: Final = timezone(timedelta(hours=5, minutes=30), "IST")
MISSING: Final = N_("not stated")
NOT_ADVICE: Final = N_("Not investment advice: figures computed from past prices, which say little about coming ones.")
MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
MONTHS_IN: Final[dict[Language, tuple[str, ...]]] = {
    "en": MONTHS,
    "hi": ("जनवरी", "फ़रवरी", "मार्च", "अप्रैल", "मई", "जून", "जुलाई", "अगस्त", "सितंबर", "अक्टूबर", "नवंबर", "दिसंबर"),
}
LAKH, CRORE, LAKH_CRORE = 1e5, 1e7, 1e12
UNITS: Final = ((LAKH_CRORE, N_("lakh crore")), (CRORE, N_("crore")), (LAKH, N_("lakh")))
WRITTEN_DAY: Final = re.compile(rf"\b(\d{{1,2}}) ({'|'.join(MONTHS)}) (\d{{4}})\b")
BETWEEN_SENTENCES: Final = re.compile(r"(?<=[.?]) (?=[A-Z“])")


@dataclass(frozen=True)
class Words:
    """One language's texts, and its way of writing values."""

    language: Language = "en"

    def __call__(self, text: str, /, **gaps: object) -> str:
        """`text` in this language, its named gaps filled."""
        said = catalogue(self.language).text(text)
        return said.format(**gaps) if gaps else said

    def ngettext(self, one: str, many: str, number: int, /, **gaps: object) -> str:
        """The form of a text that goes with `number`, which fills the gap `count`, with Indian commas."""
        said = catalogue(self.language).count(one, many, number)
        return said.format(count=self.number(number, 0), **gaps)

    def sentence(self, text: str) -> str:
        """A text of this demo that was filled in already, or several in a row; the days in it are written anew."""
        if self.language == "en" or not text:
            return text
        parts, told = BETWEEN_SENTENCES.split(text), []
        while parts:
            # the fewest sentences that are known together: a gap must not swallow the next sentence
            tried = ((count, " ".join(parts[:count])) for count in range(1, len(parts) + 1))
            known = ((count, said) for count, one in tried if (said := catalogue(self.language).sentence(one)) != one)
            count, said = next(known, (1, parts[0]))
            told.append(said)
            parts = parts[count:]
        return WRITTEN_DAY.sub(self._day_again, " ".join(told))

    def _day_again(self, found: re.Match[str]) -> str:
        return f"{found[1]} {MONTHS_IN[self.language][MONTHS.index(found[2])]} {found[3]}"

    def number(self, value: float | None, digits: int = 2) -> str:
        """A number with Indian commas: 12,34,567.80."""
        if not _known(value):
            return self(MISSING)
        text = f"{abs(value):.{digits}f}"
        whole, _, fraction = text.partition(".")
        grouped = _grouped(whole) + (f".{fraction}" if fraction else "")
        return f"-{grouped}" if value < 0 and float(text) else grouped

    def rupees(self, value: float | None, digits: int = 2) -> str:
        """An amount in rupees: ₹1,234.50."""
        if not _known(value):
            return self(MISSING)
        text = self.number(value, digits)
        return f"-₹{text[1:]}" if text.startswith("-") else f"₹{text}"

    def large_rupees(self, value: float | None) -> str:
        """A large amount in rupees, in the largest unit that keeps a figure before the point: ₹16.9 lakh crore."""
        if not _known(value):
            return self(MISSING)
        sign = "-" if value < 0 else ""
        return f"{sign}₹{self.large_number(abs(value))}"

    def large_number(self, value: float | None) -> str:
        """A large count in lakh or crore: 1.4 crore; below a lakh as it is, without a fraction."""
        if not _known(value):
            return self(MISSING)
        for unit, name in UNITS:
            if abs(value) >= unit:
                scaled = value / unit
                digits = 0 if abs(scaled) >= 1000 else 1 if abs(scaled) >= 10 else 2
                return f"{self.number(scaled, digits)} {self(name)}"
        return self.number(value, 0)

    def percent(self, share: float | None, digits: int = 1, *, sign: bool = False) -> str:
        """A share (0.123) as a percentage (12.3%); with `sign`, a plus before what is above zero."""
        if not _known(share):
            return self(MISSING)
        text = f"{100 * share:{'+' if sign else ''}.{digits}f}%"
        return text if any(digit in text for digit in "123456789") else text.lstrip("+-")

    def ratio(self, value: float | None, digits: int = 2) -> str:
        """A ratio such as Sharpe's: 0.85."""
        return self.number(value, digits)

    def day(self, value: date | None) -> str:
        """A date: 22 Nov 2026, 22 नवंबर 2026."""
        if not value:
            return self(MISSING)
        return f"{value.day} {MONTHS_IN[self.language][value.month - 1]} {value.year}"

    def moment(self, value: datetime | None) -> str:
        """A time in India: 22 Nov 2026, 15:30 IST. A time without a zone is taken as India's."""
        if value is None:
            return self(MISSING)
        local = value.replace(tzinfo=INDIA) if value.tzinfo is None else value.astimezone(INDIA)
        return f"{self.day(local.date())}, {local:%H:%M} IST"

    def span(self, first: date | None, last: date | None) -> str:
        """From one day to another."""
        return self(N_("{first} to {last}"), first=self.day(first), last=self.day(last))

    def between(self, low: float | None, high: float | None) -> str:
        """From one amount in rupees to another."""
        return self(N_("{first} to {last}"), first=self.rupees(low), last=self.rupees(high))


@lru_cache(maxsize=len(LANGUAGES))
def words_of(language: Language) -> Words:
    """How `language` writes."""
    return Words(language)


ENGLISH: Final = words_of("en")
number, rupees, percent, ratio = ENGLISH.number, ENGLISH.rupees, ENGLISH.percent, ENGLISH.ratio
large_rupees, large_number = ENGLISH.large_rupees, ENGLISH.large_number
day, moment = ENGLISH.day, ENGLISH.moment


def counted(count: int, one: str, many: str = "") -> str:
    """A count and its noun in English: 1 trade, 12 trades."""
    return f"{number(count, 0)} {one if count == 1 else many or one + 's'}"


def _known(value: float | None) -> TypeGuard[float]:
    return value is not None and math.isfinite(value)


def _grouped(whole: str) -> str:
    """Digits with a comma before the last three, then before every two."""
    head, tail = whole[:-3], whole[-3:]
    pairs = [head[max(0, end - 2) : end] for end in range(len(head), 0, -2)][::-1]
    return ",".join([*pairs, tail])
