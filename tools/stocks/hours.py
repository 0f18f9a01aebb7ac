"""When the NSE trades, and whether prices fetched at one moment are still the newest at another. IST throughout.

Normal trading is 9:15 to 15:30; the hours of a special session (Muhurat, Budget, tests) differ from year to year and
are in no table, so that on such a day any time from 9:15 to 20:00 counts as open.
"""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Final

from tools.format import INDIA
from tools.stocks.calendar import Calendar, calendar

OPENS: Final = time(9, 15)
SETTLED: Final = time(16, 0)  # 15:30, the closing session, and Yahoo's delay
SPECIAL_SETTLED: Final = time(20, 0)
LOOK_BACK: Final = 15  # days: no closure of the NSE was longer


def is_open(moment: datetime, market: Calendar | None = None) -> bool:
    """Whether prices may still move at `moment`; an unknown weekday counts as a session."""
    here, market = moment.astimezone(INDIA), market or calendar()
    if market.is_session(here.date()) is False:
        return False
    return OPENS <= here.time() < _settled(here, market)


def last_settled(moment: datetime, market: Calendar | None = None) -> datetime:
    """When the latest finished session before `moment` was over."""
    here, market = moment.astimezone(INDIA), market or calendar()
    for back in range(LOOK_BACK):
        day = here - timedelta(days=back)
        end = datetime.combine(day.date(), _settled(day, market), INDIA)
        if market.is_session(day.date()) is not False and end <= here:
            return end
    return here - timedelta(days=LOOK_BACK)


def is_fresh(as_of: datetime, moment: datetime, minutes: float, *, complete: bool = True) -> bool:
    """Whether prices fetched at `as_of` need no second look at `moment`.

    In market hours they last `minutes`; outside, from the end of a session until the next opens, unless the last
    session was missing from them (`complete` False): then also `minutes`.
    """
    age = moment - as_of
    if age < timedelta(0):
        return False  # a clock was wrong
    if age < timedelta(minutes=minutes):
        return True
    return complete and not is_open(moment) and as_of >= last_settled(moment)


def _settled(day: datetime, market: Calendar) -> time:
    return SPECIAL_SETTLED if day.date() in market.sessions else SETTLED
