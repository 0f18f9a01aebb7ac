"""Items of the form whose labels stand for one fact each: 1 (number and place), 3 (when), 4, 5 (where), 8, 10, 11, 15.

Returns facts by their keys; later facts never replace earlier ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial
from typing import Final

from tools.documents.types import Page
from tools.legal.dates import ascii_digits
from tools.legal.evidence import fact_at, fact_of
from tools.legal.fir import shapes, states
from tools.legal.fir.labels import boilerplate, vocabulary
from tools.legal.fir.paper import Field, Paper, Shape
from tools.legal.fir.shapes import Span
from tools.legal.fir.tokens import skeleton
from tools.legal.types import Fact

FACT, DATE, TIME, NUMBER, MONEY = (
    shapes.fact, shapes.date_fact, shapes.time_fact, shapes.number_fact, shapes.money_fact,
)  # fmt: skip
_CHOICES: Final = re.compile(r"(?:लिखित|मौखिक|written|oral)\s*/\s*(?:लिखित|मौखिक|written|oral)", re.I)
_NOT_THE_SECTION: Final = partial(
    shapes.number_fact, pattern=rf"(?!1(?:54|73)\s?\(?(?:cr|दण्|दंड|द\W|b\W?n|बी|aus))(?<![\w/]){shapes.NUMBER}"
)
_UNREAD: Final = re.compile(r"(?:1|2)\s?\.\s?[^:\d]{0,25}[:.]{0,2}\s?(?P<number>0\d{3})(?!\d)")
YEAR: Final = partial(shapes.number_fact, pattern=r"(?<!\d)(?:19|20)\d\d(?!\d)")
_HEAD: Final[dict[str, tuple[tuple[str, Shape], ...]]] = {
    "district": (("district", shapes.place_fact),),
    "police_station": (("police_station", shapes.place_fact),),
    "state": (("state", FACT),),
    "year": (("year", YEAR),),
    "fir_number": (("fir_number", _NOT_THE_SECTION), ("fir_date", DATE), ("fir_time", TIME)),
    "fir_datetime": (("fir_date", DATE), ("fir_time", TIME)),
    "fir_date": (("fir_date", DATE), ("fir_time", TIME)),
    "fir_time": (("fir_time", TIME),),
}
_WHEN: Final[dict[tuple[str, str], tuple[tuple[str, Shape], ...]]] = {
    ("#a", "day"): (("offence_day", shapes.day_fact),),
    ("#a", "date_from"): (("offence_date_from", DATE), ("offence_time_from", TIME)),
    ("#a", "date_to"): (("offence_date_to", DATE), ("offence_time_to", TIME)),
    ("#a", "time_period"): (("offence_time_period", FACT),),
    ("#a", "time_from"): (("offence_time_from", TIME),),
    ("#a", "time_to"): (("offence_time_to", TIME),),
    ("#a", "date"): (("offence_date_from", DATE),),
    ("#a", "time"): (("offence_time_from", TIME),),
    ("#a", "datetime"): (("offence_date_from", DATE), ("offence_time_from", TIME)),
    ("#a", "#a"): (("offence_day", shapes.weekday_fact), ("offence_date_from", DATE), ("offence_time_from", TIME)),
    ("#b", "date"): (("information_date", DATE), ("information_time", TIME)),
    ("#b", "time"): (("information_time", TIME),),
    ("#b", "datetime"): (("information_date", DATE), ("information_time", TIME)),
    ("#b", "#b"): (("information_date", DATE), ("information_time", TIME)),
    ("#c", "#c"): (("diary_number", NUMBER),),
    ("#c", "entry"): (("diary_number", NUMBER),),
    ("#c", "datetime"): (("diary_date", DATE), ("diary_time", TIME)),
    ("#c", "date"): (("diary_date", DATE), ("diary_time", TIME)),
    ("#c", "time"): (("diary_time", TIME),),
}
_WHERE: Final[dict[str, str]] = {
    "direction": "place_direction_distance", "beat": "beat_number", "address": "place",
    "outside_ps": "outside_police_station", "outside_district": "outside_district",
}  # fmt: skip
_PLACED: Final[dict[str, Shape]] = {"beat_number": NUMBER, "place_direction_distance": shapes.direction_fact}


def head(paper: Paper, stop: int) -> Iterator[Fact | None]:
    """Item 1: FIR number, date, district and police station, in the rows before `stop`."""
    for field in paper.fields_between(0, stop, "1"):
        for key, shape in _HEAD.get(field.block.key, ()):
            yield paper.fact(key, field, shape)
    yield _unlabelled_number(paper, stop)


def _unlabelled_number(paper: Paper, stop: int) -> Fact | None:
    """The FIR number of a scan whose label could not be read: "2. WAR: 0482" left of the FIR's date."""
    for row in paper.rows[:stop]:
        match = _UNREAD.match(ascii_digits(row.text)) if row.page.source == "ocr" else None
        if match:
            span = shapes.span_of(row.tokens)
            return fact_of("fir_number", match["number"], row.page, span.words(*match.span("number")))
    return None


def state(paper: Paper) -> Fact | None:
    """The state whose police printed the form, from the head of its first page."""
    page = paper.document.pages[0]
    for match in states.police().finditer(page.text):
        box = page.boxes(*match.span())[0]
        if box[1] < 0.2 * page.height:
            return fact_at("state", states.usual(match["state"]), page, *match.span())
    return None


def occurrence(paper: Paper) -> Iterator[Fact | None]:
    """Item 3: when the offence was, when the police heard of it, and the entry in the general diary."""
    item = paper.form.get("3")
    if item is None:
        return
    found = paper.fields(item)
    for field in found:
        part = _part(field) or _part_above(paper, found, field)
        for key, shape in _WHEN.get((part, _part(field) or field.block.key), ()):
            yield paper.fact(key, field, shape)


def _part_above(paper: Paper, found: Sequence[Field], field: Field) -> str:
    """The part of item 3 that a label belongs to: the last one opened above it or on its row."""
    _, top, _, bottom = field.block.box
    limit = (paper.rows[field.block.row].page.number, (top + bottom) / 2)
    opened = [
        (paper.rows[other.block.row].page.number, other.block.box[1], other.block.box[0], _part(other))
        for other in found
        if _part(other)
    ]
    return max((part for part in opened if part[:2] <= limit), default=(0, 0.0, 0.0, "#a"))[3]


def _part(field: Field) -> str:
    """Which part of item 3 the label opens: the offence, the information or the diary."""
    if field.block.key.startswith("#"):
        return field.block.key
    if field.block.key == "3":
        return "#c" if field.block.phrase.startswith(("रोजनामचा", "generaldiary")) else "#a"
    return ""


def place(paper: Paper) -> Iterator[Fact | None]:
    """Item 5: where the offence was."""
    item = paper.form.get("5")
    if item is None:
        return
    found = paper.fields(item)
    opened = next((field.block for field in found if field.block.key == "#c"), None)
    heading: Field | None = None
    for field in found:
        key = _WHERE.get(field.block.key, "")
        if field.block.key == "5":
            heading = field
        if key.startswith("outside") and field.block.weak and opened is None:
            continue
        if key and not shapes.only_printed(field.value, vocabulary("5")):
            yield paper.fact(key, field, _PLACED.get(key, FACT))
    yield paper.fact_of("place", paper.lettered(item, "bब"))
    if heading is not None and len(heading.value.text) > 8:
        yield paper.fact("place", heading)


def one_each(paper: Paper) -> Iterator[Fact | None]:
    """Items 4, 8, 10, 11 and 15, whose heading is the label."""
    for number, key, shape in (
        ("4", "information_type", _chosen),
        ("8", "delay_reason", _not_printed),
        ("10", "property_value", MONEY),
    ):
        for field in _headed(paper, number):
            yield paper.fact(key, field, shape)
    for field in _headed(paper, "15"):
        yield paper.fact("sent_to_court_date", field, DATE)
        yield paper.fact("sent_to_court_time", field, TIME)
    yield from _inquest(paper)


def _chosen(key: str, page: Page, span: Span, label: str) -> Fact | None:
    """What is filled in after both printed choices, "Written/Oral"; nothing where only they stand."""
    if match := _CHOICES.search(span.text):
        span = span.part(match.end(), len(span.text))
    return shapes.fact(key, page, span, label)


def _not_printed(key: str, page: Page, span: Span, label: str) -> Fact | None:
    """The span, unless it is but the end of the heading."""
    if len(span.tokens) > 2 and all(token.skeleton in boilerplate() for token in span.tokens if token.skeleton):
        return None
    return shapes.fact(key, page, span, label)


def _headed(paper: Paper, number: str) -> Sequence[Field]:
    item = paper.form.get(number)
    if item is None:
        return ()
    return [field for field in paper.fields(item) if field.block is item.heading]


def _inquest(paper: Paper) -> Iterator[Fact | None]:
    item = paper.form.get("11")
    if item is None:
        return
    for field in paper.fields(item):
        wanted = field.block is item.heading or field.block.key == "uidb"
        text = ascii_digits(field.value.text)
        if (
            wanted
            and re.search(r"\d", text)
            and len(skeleton(text)) > 1
            and not re.fullmatch(r"[\d.\s]*\.[\d.\s]*", text)
            and not (paper.rows[field.block.row].page.source == "ocr" and "(" in text)
        ):
            yield paper.fact("inquest_number", field)
