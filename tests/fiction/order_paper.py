"""An order being drawn: lines of its head, parties, numbered paragraphs, conditions, signature. Knows no court."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random

from tests.fiction import people
from tests.fiction.matters import Matter
from tests.fiction.sheet import Align, Sheet


@dataclass
class Paper:
    """An order being drawn: `shown` are the keys that stand in the head, `extra` the values that only a layout has."""

    matter: Matter
    rng: Random
    sheet: Sheet
    size: float
    shown: set[str] = field(default_factory=set)
    extra: dict[str, str] = field(default_factory=dict)

    def center(self, text: str, *, bold: bool = True, size: float = 0, after: float = 1) -> None:
        """A centred line."""
        sheet = self.sheet
        sheet.y += sheet.put(sheet.left, sheet.y, sheet.wide, text, size or self.size, bold=bold, align="C") + after

    def left(self, text: str, *, bold: bool = False, after: float = 0.5, indent: float = 0) -> None:
        """A line at the margin."""
        sheet = self.sheet
        sheet.y += sheet.put(sheet.left + indent, sheet.y, sheet.wide - indent, text, self.size, bold=bold) + after

    def sides(self, one: str, other: str, *, after: float = 1.5, indent: float = 0) -> None:
        """Text at the left and a short one at the right of the same line."""
        sheet = self.sheet
        tall = sheet.put(sheet.left + indent, sheet.y, sheet.wide * 0.68 - indent, one, self.size)
        sheet.put(sheet.left + sheet.wide * 0.68, sheet.y, sheet.wide * 0.32, other, self.size, align="R")
        sheet.y += max(tall, sheet.step(self.size)) + after

    def use(self, *keys: str) -> None:
        """Remember that the values of `keys` stand in the head."""
        self.shown.update(keys)

    def use_head(self, *, counsel: bool = True) -> None:
        """Remember what every head has."""
        self.use("court", "bench", "case_type", "case_number", "petitioner", "respondent")
        if counsel:
            self.use("petitioner_counsel", "respondent_counsel")

    def use_case(self) -> None:
        """Remember that the FIR stands in the head."""
        self.use("fir_number", "police_station", "district")

    @property
    def hindi(self) -> bool:
        """Whether the order is in Hindi."""
        return self.matter.language == "hi"

    @property
    def on(self) -> str:
        """The order's date as printed."""
        return self.matter.words["order"]

    @property
    def judge(self) -> str:
        """The judge's name."""
        return self.matter.judge.in_(self.matter.language)

    @property
    def madam(self) -> bool:
        """Whether the judge is a woman."""
        return people.is_woman(self.matter.judge)

    @property
    def justice(self) -> str:
        """The judge as an English High Court writes it."""
        return f"HON'BLE {'MS.' if self.madam else 'MR.'} JUSTICE {self.judge.upper()}"

    @property
    def office(self) -> str:
        """The judge's office and its seat."""
        return f"{self.matter.designation}, {self.matter.where.district.in_(self.matter.language)}"

    @property
    def parties(self) -> tuple[str, str]:
        """First and second party as the head writes them; an accused or applicant with father and address."""
        matter = self.matter
        home = f"{'निवासी' if self.hindi else 'R/o'} {matter.words['home']}"
        person = f"{matter.applicant.known_as(matter.language)}, {home}"
        return (matter.other, person) if matter.sort.state_first else (person, matter.other)

    @property
    def roles(self) -> tuple[str, str]:
        """What the parties are called."""
        return self.matter.sort.roles_hi if self.hindi else self.matter.sort.roles_en

    def lawyer(self, side: int) -> str:
        """Counsel of the first or second party with the title."""
        name = self.matter.counsel[side]
        titles = ("सुश्री", "श्री") if self.hindi else ("Ms.", "Mr.")
        return f"{titles[0] if people.is_woman(name) else titles[1]} {name.in_(self.matter.language)}"

    def versus(self, word: str) -> None:
        """The cause title over four lines."""
        (first, second), (one, other) = self.parties, self.roles
        dots = "-----" if self.hindi else "....."
        self.sides(first, dots + one)
        self.center(word, after=1.5)
        self.sides(second, dots + other, after=3)

    def cnr(self) -> str:
        """A CNR number of the state."""
        where, year = self.matter.where, str(self.matter.facts["order_date"])[:4]
        serial = f"{self.rng.randint(1, 99999):06d}"
        self.extra["cnr"] = f"{where.state.letters}{where.district.en[:2].upper()}01{serial}{year}"
        return self.extra["cnr"]

    def body(self, *, numbered: bool) -> None:
        """All paragraphs, then the conditions."""
        sheet, size, number = self.sheet, self.size, 0
        for paragraph in self.matter.paragraphs:
            if paragraph.startswith("> "):
                sheet.flow(paragraph[2:], size - 0.5, align="J", indent=16, after=2.5)
                continue
            text = paragraph.removeprefix("- ")
            plain = not numbered or text != paragraph
            number += not plain
            sheet.flow(text if plain else f"{number}. {text}", size, align="J", first=12 if plain else 0, after=2.5)
        self._conditions()

    def _conditions(self) -> None:
        if not self.matter.conditions:
            return
        letters, numbers = (
            (("(क)", "(ख)", "(ग)"), ("1.", "2.", "3."))
            if self.hindi
            else (("(a)", "(b)", "(c)"), ("(i)", "(ii)", "(iii)"))
        )
        marks, stop = self.rng.choice((letters, numbers)), "।" if self.hindi else "."
        for mark, condition in zip(marks, self.matter.conditions, strict=True):
            self.sheet.flow(f"{mark} {condition}{stop}", self.size, indent=14, after=1.5)
        copy = "आदेश की प्रति संबंधित न्यायालय को प्रेषित की जाये।"
        if not self.hindi:
            copy = "A copy of this order be sent to the Trial Court for information."
        self.sheet.flow(copy, self.size, align="J", first=12, after=3)

    def sign(self, lines: tuple[str, ...], *, align: Align = "C") -> None:
        """The signature block at the right."""
        sheet = self.sheet
        sheet.need(30)
        sheet.y += 10
        half = sheet.wide / 2
        for line in lines:
            sheet.y += sheet.put(sheet.left + half, sheet.y, half, line, self.size, align=align)
