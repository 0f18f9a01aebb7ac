"""How the stock analyser writes amounts, shares, days and times: rupees with lakh and crore, Indian commas, IST.

`words_of` gives one language's way of writing; the functions of the module are the English one. A value that is not
there becomes "not stated". It computes nothing.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Final, TypeGuard

from tools import format as written
from tools.format import INDIA, MONTHS
from tools.translations import LANGUAGES, N_, Language, catalogue

MISSING: Final = N_("not stated")
NOT_ADVICE: Final = N_("Not investment advice: figures computed from past prices, which say little about coming ones.")
WRITTEN_DAY: Final = re.compile(rf"\b(\d{{1,2}}) ({'|'.join(MONTHS['en'])}) (\d{{4}})\b")
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
        return f"{found[1]} {MONTHS[self.language][MONTHS['en'].index(found[2])]} {found[3]}"

    def number(self, value: float | None, digits: int = 2) -> str:
        """A number with Indian commas: 12,34,567.80."""
        return written.number(value, digits) if _known(value) else self(MISSING)

    def rupees(self, value: float | None, digits: int = 2) -> str:
        """An amount in rupees: ₹1,234.50."""
        return written.rupees(value, digits) if _known(value) else self(MISSING)

    def large_rupees(self, value: float | None) -> str:
        """A large amount in rupees, in the largest unit that keeps a figure before the point: ₹16.9 lakh crore."""
        return written.large_rupees(value, self.language) if _known(value) else self(MISSING)

    def large_number(self, value: float | None) -> str:
        """A large count in lakh or crore: 1.40 crore; below a lakh as it is, without a fraction."""
        return written.large(value, self.language) if _known(value) else self(MISSING)

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
        return written.day(value, self.language) if value else self(MISSING)

    def moment(self, value: datetime | None) -> str:
        """A time in India: 22 Nov 2026, 15:30 IST. A time without a zone is taken as India's."""
        if value is None:
            return self(MISSING)
        return written.moment(value if value.tzinfo else value.replace(tzinfo=INDIA), self.language)

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


def _known(value: float | None) -> TypeGuard[float]:
    return value is not None and math.isfinite(value)
