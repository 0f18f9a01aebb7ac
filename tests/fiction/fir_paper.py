"""Form I.I.F.-I being drawn: rows of labels and values, ruled tables, the head of each page. Knows no item.

Which values it drew is remembered, so that the truth is what the paper shows.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tests.fiction.fir_labels import Style, label
from tests.fiction.reports import Report
from tests.fiction.sheet import Order, Sheet


@dataclass(frozen=True)
class Look:
    """How a print looks: language of labels, font, size in points, drawing order, what stands on top.

    `together` puts FIR number and date into item 1; `letters` are those of sub-items.
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
        }[style]
        for line in lines:
            sheet.y += sheet.put(sheet.left, sheet.y, sheet.wide, line, 8, align="R")
        sheet.y += 1.5

    def label(self, key: str) -> str:
        """The label of `key` with its colon."""
        return label(key, self.look.style) + ":"

    def value(self, *keys: str) -> str:
        """The printed values of `keys`, parted by a space; remembered as drawn."""
        self.used.update(key for key in keys if self.report.say(key))
        return " ".join(self.report.say(key) for key in keys if self.report.say(key))

    def row(self, number: str, *cells: tuple[str, tuple[str, ...], float], indent: float = 0) -> None:
        """A line of the form: label key ("" for none), value keys, share of the width; values wrap in their box."""
        sheet, size = self.sheet, self.look.size
        left = sheet.left + indent
        start = left + (sheet.width(number, size) + 1.5 if number else 0)
        room = sheet.right - start
        boxes = []
        for name, keys, share in cells:
            text, value = self.label(name) if name else "", self.value(*keys)
            wide = room * share - 1.5
            first = min(sheet.width(text, size, self.look.bold_labels) + 1.5, wide * (0.62 if value else 1))
            boxes.append((start, text, first, value, wide - first))
            start += room * share
        heights = [
            max(
                len(sheet.wrap(text, first, size, self.look.bold_labels)) if text else 0,
                len(sheet.wrap(value, rest, size)) if value else 0,
                1,
            )
            for _, text, first, value, rest in boxes
        ]
        height = max(heights) * sheet.step(size) + 1.1
        sheet.need(height)
        if number:
            sheet.put(left, sheet.y, 20, number, size)
        for x, text, first, value, rest in boxes:
            sheet.put(x, sheet.y, first, text, size, bold=self.look.bold_labels)
            sheet.put(x + first, sheet.y, rest, value, size, value=True)
        sheet.y += height

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
