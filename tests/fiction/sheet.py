"""A4 pages on which text is put at exact places: wrapped in boxes, ruled, in a chosen drawing order.

Labels and values are kept apart, so that a page can be written values first, as reporting programs do. Knows no form.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, Final, Literal

from fpdf import FPDF

from tests.fiction import glyphs
from tests.fiction.types import MARK
from tools.paper import FONTS, searchable

Order = Literal["natural", "values_first"]
Align = Literal["L", "C", "R", "J"]
MADE: Final = datetime(2026, 11, 1, tzinfo=UTC)
WIDE, HIGH = 210.0, 297.0  # millimetres
_CORE: Final = ("Times", "Helvetica", "Courier")
_DEVANAGARI: Final = re.compile(r"([^A-Za-z&@$]*[\u0900-\u097f][^A-Za-z&@$]*)")
_LATIN: Final = str.maketrans({"–": "-", "—": "-", "’": "'", "‘": "'", "“": '"', "”": '"', "₹": "Rs."})


_WIDTHS: dict[tuple[str, bool, str, float, bool], float] = {}
"""Widths in millimetres by font, text, size and weight: the words of a form are measured once for all sheets."""


@dataclass(frozen=True)
class Run:
    """A piece of a line: left edge and baseline in millimetres, size in points."""

    x: float
    y: float
    text: str
    size: float
    bold: bool
    value: bool
    stretch: float = 0.0  # added to each space, millimetres
    color: str = "#000000"


@dataclass
class Leaf:
    """What stands on one page."""

    runs: list[Run] = field(default_factory=list)
    rules: list[tuple[float, float, float, float]] = field(default_factory=list)


class Sheet:
    """Pages to put text on. `y` is where the next thing goes; `head` draws the top of each new page.

    `face` is Noto (both scripts) or one of the built-in Latin fonts. With `broken` Hindi is written in the glyph
    numbers of police prints.
    """

    def __init__(
        self,
        *,
        face: str = "Noto",
        margins: tuple[float, float, float, float] = (14, 12, 14, 16),
        order: Order = "natural",
        head: Callable[[Sheet], None] | None = None,
        leading: float = 1.32,
        broken: bool = False,
        numbered: str = "{page}",
        title: str = "",
    ) -> None:
        self.left, self.top, right, bottom = margins
        self.right, self.bottom = WIDE - right, HIGH - bottom
        self.order, self.head, self.leading, self.broken, self.numbered = order, head, leading, broken, numbered
        self.face = face
        self.pdf = _pdf(title, broken)
        self.leaves: list[Leaf] = []
        self.y = self.top
        self.new_page()

    @property
    def wide(self) -> float:
        """Millimetres between the margins."""
        return self.right - self.left

    def new_page(self) -> None:
        """Start a page and draw its head."""
        self.leaves.append(Leaf())
        self.y = self.top
        if self.head:
            self.head(self)

    def need(self, height: float) -> None:
        """Start a page when fewer than `height` millimetres are left."""
        if self.y + height > self.bottom:
            self.new_page()

    def step(self, size: float) -> float:
        """Height of a line in millimetres."""
        return size * 0.3528 * self.leading

    def width(self, text: str, size: float, bold: bool = False) -> float:
        """Width of `text` in millimetres."""
        key = (self.face, self.broken, text, size, bold)
        if key not in _WIDTHS:
            _WIDTHS[key] = sum(self._measure(piece, size, bold) for piece in self._pieces(text))
        return _WIDTHS[key]

    def _measure(self, piece: str, size: float, bold: bool) -> float:
        drawn = self._pen(piece, size, bold)
        return float(self.pdf.get_string_width(drawn))

    def _pieces(self, text: str) -> list[str]:
        """`text` cut where the font changes by hand: only for glyph numbers, which have a font of their own."""
        return [piece for piece in _DEVANAGARI.split(text) if piece] if self.broken else [text]

    def wrap(self, text: str, width: float, size: float, bold: bool = False) -> list[str]:
        """`text` in lines no wider than `width`; newlines are kept, a word that is too long is cut."""
        return [line for part in text.split("\n") for line in self._wrapped(part, width, size, bold)]

    def _wrapped(self, text: str, width: float, size: float, bold: bool) -> list[str]:
        lines, line, used, space = [], "", 0.0, self.width(" ", size, bold)
        for word in text.split():
            wide = self.width(word, size, bold)
            if line and used + space + wide > width:
                lines.append(line)
                line, used = "", 0.0
            while wide > width and len(word) > 1:
                cut = max(1, int(len(word) * width / wide) - 1)
                lines.append(word[:cut])
                word = word[cut:]
                wide = self.width(word, size, bold)
            line, used = (f"{line} {word}", used + space + wide) if line else (word, wide)
        return [*lines, line]

    def put(
        self, x: float, y: float, width: float, text: str, size: float, *, bold: bool = False, value: bool = False,
        align: Align = "L", color: str = "#000000",
    ) -> float:  # fmt: skip
        """Wrapped `text` in a box whose top left is (`x`, `y`), all on this page; the height it took."""
        lines = self.wrap(text, width, size, bold) if text else []
        for index, line in enumerate(lines):
            self._line(x, y + index * self.step(size), width, line, size, bold, value, align,
                       last=index == len(lines) - 1, color=color)  # fmt: skip
        return len(lines) * self.step(size)

    def _line(
        self, x: float, y: float, width: float, line: str, size: float, bold: bool, value: bool, align: Align, *,
        last: bool, color: str = "#000000",
    ) -> None:  # fmt: skip
        stretch = 0.0
        spare = width - self.width(line, size, bold)
        if align == "J" and not last and line.count(" ") and 0 < spare < width * 0.3:
            stretch = spare / line.count(" ")
        x += {"C": spare / 2, "R": spare}.get(align, 0.0)
        self.leaves[-1].runs.append(Run(x, y + size * 0.3528, line, size, bold, value, stretch, color))

    def flow(
        self, text: str, size: float, *, bold: bool = False, value: bool = False, align: Align = "L", indent: float = 0,
        first: float = 0, after: float = 0,
    ) -> None:  # fmt: skip
        """A paragraph from `y` on that may run over pages; `first` indents its first line, in millimetres."""
        for part in text.split("\n"):
            self._paragraph(part, size, bold, value, align, indent, first)
        self.y += after

    def _paragraph(
        self, text: str, size: float, bold: bool, value: bool, align: Align, indent: float, first: float
    ) -> None:
        width = self.wide - indent
        lines = self.wrap(text, width - first, size, bold)
        if first and len(lines) > 1:
            lines = [lines[0], *self.wrap(" ".join(lines[1:]), width, size, bold)]
        for index, line in enumerate(lines):
            self.need(self.step(size))
            shift = first if index == 0 else 0.0
            x, room = self.left + indent + shift, width - shift
            self._line(x, self.y, room, line, size, bold, value, align, last=index == len(lines) - 1)
            self.y += self.step(size)

    def rule(self, x1: float, y1: float, x2: float, y2: float) -> None:
        """A thin line."""
        self.leaves[-1].rules.append((x1, y1, x2, y2))

    def table(
        self,
        widths: tuple[float, ...],
        rows: list[tuple[str, ...]],
        size: float,
        *,
        values: bool = True,
        left: float = 0,
    ) -> None:
        """A ruled table; the first row is its head (labels), a row that does not fit goes to the next page."""
        lefts = [self.left + left + sum(widths[:index]) for index in range(len(widths) + 1)]
        for number, row in enumerate(rows):
            wrapped = [len(self.wrap(cell, wide - 2, size)) for cell, wide in zip(row, widths, strict=True)]
            height = max(wrapped) * self.step(size) + 2
            self.need(height)
            for x, wide, cell in zip(lefts, widths, row, strict=False):
                self.put(x + 1, self.y + 1, wide - 2, cell, size, value=values and number > 0)
            for x in lefts:
                self.rule(x, self.y, x, self.y + height)
            self.rule(lefts[0], self.y, lefts[-1], self.y)
            self.rule(lefts[0], self.y + height, lefts[-1], self.y + height)
            self.y += height
        self.y += 1.5

    def finish(self) -> bytes:
        """The PDF."""
        for number, leaf in enumerate(self.leaves, 1):
            self.pdf.add_page()
            self.pdf.set_line_width(0.2)
            for rule in leaf.rules:
                self.pdf.line(*rule)
            runs = leaf.runs
            if self.order == "values_first":
                runs = sorted(runs, key=lambda run: not run.value)
            for run in [*runs, *self._foot(number)]:
                self._draw(run)
        out = io.BytesIO()
        self.pdf.output(out)
        return out.getvalue()

    def _foot(self, number: int) -> list[Run]:
        pages = self.numbered.format(page=number, pages=len(self.leaves))
        x = self.right - self.width(pages, 8)
        return [
            Run(self.left, HIGH - 7, MARK, 7, False, False, color="#555555"),
            Run(x, HIGH - 7, pages, 8, False, False),
        ]

    def _pen(self, text: str, size: float, bold: bool) -> str:
        """Chooses the font for `text`; the text as that font has it."""
        devanagari = any("\u0900" <= sign <= "\u097f" for sign in text)
        self.pdf.font_family = ""  # fpdf2 does not come back from a fallback font by itself
        self.pdf.set_text_shaping(not (self.broken and devanagari))
        if self.broken and devanagari:
            self.pdf.set_font("Glyphs", "", size)
            return glyphs.encode(text)
        if self.face in _CORE and not devanagari:
            self.pdf.set_font(self.face, "B" if bold else "", size)
            return text.translate(_LATIN)
        self.pdf.set_font("Noto", "B" if bold else "", size)
        return text

    def _draw(self, run: Run) -> None:
        x, space = run.x, self.width(" ", run.size, run.bold) + run.stretch
        for word in run.text.split(" ") if run.stretch else [run.text]:
            for piece in self._pieces(word):
                drawn = self._pen(piece, run.size, run.bold)
                self.pdf.set_text_color(run.color)
                self.pdf.set_xy(x, run.y - run.size * 0.3528)
                self.pdf.cell(0, run.size * 0.3528, drawn)
                x += self.width(piece, run.size, run.bold)
            x += space


def _pdf(title: str, broken: bool) -> Any:
    pdf = FPDF(format="A4")
    for family, file in (("Noto", "NotoSans"), ("Deva", "NotoSansDevanagari")):
        pdf.add_font(family, "", str(FONTS / f"{file}-Regular.ttf"))
        pdf.add_font(family, "B", str(FONTS / f"{file}-Bold.ttf"))
    if broken:
        pdf.add_font("Glyphs", "", glyphs.font_file())
    pdf.set_fallback_fonts(["Deva"], exact_match=True)
    pdf.set_text_shaping(True)
    searchable(pdf)
    pdf.set_creation_date(MADE)
    pdf.set_title(title or MARK)
    pdf.set_auto_page_break(False)
    pdf.set_margin(0)
    pdf.c_margin = 0
    return pdf
