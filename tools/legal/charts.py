"""The time line of a document: its dates from top to bottom, with the days between them. A figure out, no page.

Rows are evenly spaced, so that labels never overlap and a telephone of 390 pixels shows them whole.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING, Final

from tools.charts import dress, elided, palette
from tools.legal.dates import parsed
from tools.legal.keys import label
from tools.legal.result import Result
from tools.legal.summary.spoken import spoken_date
from tools.legal.types import Language

if TYPE_CHECKING:
    from plotly.graph_objects import Figure

KEYS: Final = (
    "offence_date_from", "offence_date_to", "information_date", "fir_date", "arrest_date", "sent_to_court_date",
    "hearing_date", "reserved_date", "order_date", "next_date",
)  # fmt: skip
COMPUTED: Final[dict[str, tuple[str, str]]] = {
    "due": ("Charge sheet due (computed)", "चार्जशीट की आख़िरी तारीख़ (गिनी हुई)"),
    "bail_from": ("Default bail from this day (computed)", "इस दिन से डिफ़ॉल्ट ज़मानत (गिनी हुई)"),
}
LINE, GAP = 19, 24  # pixels: of a line of text, and between two rows
LONGEST: Final = 46  # characters of a line that 390 pixels hold at 13 pixels a letter's height
PAGE: Final = {"en": "page", "hi": "पृष्ठ"}


@dataclass(frozen=True)
class Event:
    """What happened, or is due, on a day; `page` is None for a day that was computed."""

    day: date
    name: str
    page: int | None


@dataclass(frozen=True)
class Row:
    """All events of one day and how many days it lies after the row before."""

    day: date
    events: tuple[Event, ...]
    after: int

    @property
    def computed(self) -> bool:
        """Whether the document itself states nothing on this day."""
        return all(event.page is None for event in self.events)


def rows(result: Result, language: Language) -> tuple[Row, ...]:
    """The document's days in order, each once."""
    found: list[Row] = []
    for day, group in groupby(sorted(_events(result, language), key=lambda event: event.day), lambda event: event.day):
        after = (day - found[-1].day).days if found else 0
        found.append(Row(day, tuple(group), after))
    return tuple(found)


def timeline(result: Result, language: Language, dark: bool = False) -> Figure | None:
    """The time line; None where fewer than two days are known."""
    import plotly.graph_objects as go

    days = rows(result, language)
    if len(days) < 2:
        return None
    colors, places = palette(dark), _places(days)
    figure = go.Figure()
    figure.add_scatter(
        x=[0] * len(days),
        y=places,
        mode="lines+markers",
        line={"color": colors.line, "width": 3},
        marker={
            "size": 13,
            "color": [colors.ground if row.computed else colors.accent for row in days],
            "line": {"color": [colors.amber if row.computed else colors.accent for row in days], "width": 3},
        },
        customdata=[_spoken(row, language) for row in days],
        hovertemplate="%{customdata}<extra></extra>",
        cliponaxis=False,
    )
    for row, place in zip(days, places, strict=True):
        figure.add_annotation(
            x=0, y=place, text=_label(row, language), showarrow=False, xanchor="left", yanchor="top", xshift=16,
            yshift=12, align="left", font={"size": 13, "color": colors.ink},
        )  # fmt: skip
    height = int(places[-1]) + GAP + LINE * _lines(days[-1]) + 12
    dress(figure, dark, height)
    figure.update_layout(showlegend=False, margin={"l": 14, "r": 4, "t": 4, "b": 4})
    figure.update_xaxes(range=[0, 1], visible=False, fixedrange=True)
    figure.update_yaxes(range=[height - 18, -14], visible=False, fixedrange=True)
    return figure


def in_words(result: Result, language: Language) -> str:
    """The time line for those who do not see it."""
    return "; ".join(_spoken(row, language) for row in rows(result, language))


def _events(result: Result, language: Language) -> Iterator[Event]:
    facts = dict(result.facts)
    if result.next_date:
        facts["next_date"] = result.next_date
    for key in KEYS:
        fact = facts.get(key)
        if fact and (day := parsed(fact.value)):
            yield Event(day, label(key, language), fact.page)
    if result.clock:
        for key, day in (("due", result.clock.due), ("bail_from", result.clock.bail_from)):
            if day:
                yield Event(day, COMPUTED[key][language == "hi"], None)


def _label(row: Row, language: Language) -> str:
    """The day in bold with the days since the last one, then its events, each on a line of its own."""
    head = f"<b>{spoken_date(row.day.isoformat(), language)}</b>{_after(row, language)}"
    return "<br>".join([head, *(elided(_event(event, language), LONGEST) for event in row.events)])


def _event(event: Event, language: Language) -> str:
    return event.name if event.page is None else f"{event.name} · {PAGE[language]} {event.page}"


def _after(row: Row, language: Language) -> str:
    if not row.after:
        return ""
    if language == "hi":
        return f" · {row.after} दिन बाद"
    return f" · {row.after} day{'s' if row.after > 1 else ''} later"


def _spoken(row: Row, language: Language) -> str:
    names = ", ".join(_event(event, language) for event in row.events)
    return elided(f"{spoken_date(row.day.isoformat(), language)}: {names}", 200)


def _lines(row: Row) -> int:
    return 1 + len(row.events)


def _places(days: Sequence[Row]) -> list[float]:
    """Where each row begins, in pixels from the top."""
    found = [0.0]
    for row in days[:-1]:
        found.append(found[-1] + LINE * _lines(row) + GAP)
    return found
