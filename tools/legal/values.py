"""How the value of a fact is shown: dates written out, times and sums as people say them, the rest as it stands."""

from __future__ import annotations

from tools.legal.keys import Key
from tools.legal.money import indian
from tools.legal.summary.spoken import spoken_date, spoken_time
from tools.legal.types import Language


def shown_value(key: Key, value: str, language: Language) -> str:
    """The value of a fact of `key` in words of `language`; a value in another form stays as it is."""
    if key.shape == "date":
        return spoken_date(value, language) or value
    if key.shape == "time":
        return spoken_time(value, language) or value
    if key.shape == "money" and value.replace(".", "", 1).isdigit():
        return indian(value)
    return value


def written_date(value: str, language: Language) -> str:
    """An ISO date written out; another text as it is."""
    return spoken_date(value, language) or value
