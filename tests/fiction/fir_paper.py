"""Form I.I.F.-I being drawn: rows of labels and values, ruled tables, the head of each page. Knows no item.

Which values it drew is remembered, so that the truth is what the paper shows.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from tests.fiction.fir_labels import Style, label
from tests.fiction.reports import Report
from tests.fiction.sheet import Order, Sheet


@dataclass(frozen=True)
class Look:
    """How a print looks: language of labels, font, size in points, drawing order, what stands on top.

    `together` puts FIR number and date into item 1; `letters` are those of sub-items. `tight` leaves no space before
    a bracket and one before the colon; `fixed` starts values at a column of their own; `drop` sets them lower, in
    millimetres; `upper` prints English values in capitals; `attach` adds what the form says about further sheets;
    `printed_on` is the day of the print-out in the head.
    """

    style: Style
    face: str = "Noto"
    size: float = 9
    order: Order = "natural"
    together: bool = False
    letters: str = "abcdefghij"
    force: str = ""
    broken: bool = False
    bold_labels: bool = False
    one_row_each: bool = False
    tight: bool = False
    fixed: bool = False
    drop: float = 0.0
    upper: bool = False
    attach: bool = False
    printed_on: str = ""


class Cell(NamedTuple):
    """A label and its value in a line: left edge and widths in millimetres."""

    x: float
    label: str
    first: float
    value: str
    rest: float


_ATTACHED = frozenset(("accused", "property", "contents"))


class Form:
    """One form being drawn."""

    def __init__(self, report: Report, look: Look) -> None:
        self.report, self.look = report, look
        self.used: set[str] = set()
        self.sheet = Sheet(
            face=look.face,
            order=look.order,
            head=self._running_head,
            broken=look.broken,
            title=f"FIR {report.say('year')}",
        )

    def _running_head(self, sheet: Sheet) -> None:
        style = self.look.style
        lines = {
            "bilingual": ("N.C.R.B (एन.सी.आर.बी)", "I.I.F.-I (एकीकृत जाँच फार्म-I)"),
            "hi": ("एकीकृत जाँच फार्म-I",),
            "en": ("I.I.F.-I (Integrated Investigation Form - I)",),
            "marathi": ("N.C.R.B (एन.सी.आर.बी)", "I.I.F.-I (एकात्मिक तपास फॉर्म - 1)"),
        }[style]
        if self.look.printed_on:
            sheet.put(sheet.left, sheet.y, 80, self.look.printed_on, 8)
        for line in lines:
            sheet.y += sheet.put(sheet.left, sheet.y, sheet.wide, line, 8, align="R")
        sheet.y += 1.5

    def label(self, key: str) -> str:
        """The label of `key` with its colon."""
        text = label(key, self.look.style)
        if self.look.attach and key in _ATTACHED and self.look.style != "hi":
            text += " (Attach separate sheet, if necessary)"
        return text.replace(" (", "(") + " :" if self.look.tight else text + ":"

    def value(self, *keys: str) -> str:
        """The printed values of `keys`, parted by a space; remembered as drawn."""
        self.used.update(key for key in keys if self.report.say(key))
        text = " ".join(self.report.say(key) for key in keys if self.report.say(key))
        return text.upper() if self.look.upper and "story" not in keys else text

    def row(self, number: str, *cells: tuple[str, tuple[str, ...], float], indent: float = 0) -> None:
        """A line of the form: label key ("" for none), value keys, share of the width; values wrap in their box."""
        sheet, size, bold = self.sheet, self.look.size, self.look.bold_labels
        left = sheet.left + indent
        start = left + (sheet.width(number, size) + 1.5 if number else 0)
        boxes = self._boxes(start, cells)
        tall = [len(sheet.wrap(box.label, box.first, size, bold)) if box.label else 1 for box in boxes]
        tall += [len(sheet.wrap(box.value, box.rest, size)) if box.value else 1 for box in boxes]
        height = max(tall) * sheet.step(size) + 1.1
        sheet.need(height + self.look.drop)
        if number:
            sheet.put(left, sheet.y, 20, number, size)
        for box in boxes:
            sheet.put(box.x, sheet.y, box.first, box.label, size, bold=bold)
            sheet.put(box.x + box.first, sheet.y + self.look.drop, box.rest, box.value, size, value=True)
        sheet.y += height

    def _boxes(self, start: float, cells: Sequence[tuple[str, tuple[str, ...], float]]) -> list[Cell]:
        """Where labels and values of a line go."""
        sheet, room, boxes = self.sheet, self.sheet.right - start, []
        for name, keys, share in cells:
            text, value = self.label(name) if name else "", self.value(*keys)
            wide = room * share - 1.5
            first = min(sheet.width(text, self.look.size, self.look.bold_labels) + 1.5, wide * (0.62 if value else 1))
            if self.look.fixed and value and share > 0.3:
                first = max(first, wide * 0.45)
            boxes.append(Cell(start, text, first, value, wide - first))
            start += room * share
        return boxes

    def words(self, text: str, indent: float = 0) -> None:
        """Words of the form alone."""
        self.sheet.flow(text, self.look.size, indent=indent, after=1.1)

    def table(self, shares: tuple[float, ...], head: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> None:
        """A ruled table with label keys as its head."""
        room = self.sheet.wide - 6
        widths = tuple(room * share for share in shares)
        titles = tuple(label(key, self.look.style) if key else "" for key in head)
        self.sheet.table(widths, [titles, *rows], self.look.size - 0.5, left=6)

    def sub(self, index: int) -> str:
        """The sign of a sub-item: (a), (अ)…"""
        return f"({self.look.letters[index]})"
