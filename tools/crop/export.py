"""The answers as a table: one row a photo, safe to open in a spreadsheet. The printed report is `report_pdf`."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from models.leaf.types import crop_of
from tools.cells import for_csv
from tools.crop.advice import class_name, crop_name, crops
from tools.crop.types import Diagnosis, Language
from tools.crop.verdict import may_compare, severity_sentence, verdict

HEADER = (
    *("File", "Status", "Answer", "Crop named", "Crop", "Class", "Condition", "Probability"),
    *("Second", "Second probability", "Third", "Third probability"),
    *("Damaged leaf area (%)", "Damage", "Next step", "Model", "Device", "Milliseconds"),
)


class Table:
    """A CSV to which answers are added one by one: UTF-8 with the mark that Excel needs; no cell runs as a formula."""

    def __init__(self, language: Language = "en") -> None:
        self._language: Language = language
        self._out = io.StringIO()
        self._writer = csv.writer(self._out, quoting=csv.QUOTE_MINIMAL)
        self._writer.writerow(HEADER)

    def add(self, answer: Diagnosis) -> None:
        """Write one row."""
        self._writer.writerow([for_csv(cell) for cell in _row(answer, self._language)])

    def output(self) -> bytes:
        """The finished file."""
        return self._out.getvalue().encode("utf-8-sig")


def to_csv(answers: Iterable[Diagnosis], language: Language = "en") -> bytes:
    """All answers as a table. A class is named for a diagnosis, and for comparison where several fit."""
    table = Table(language)
    for answer in answers:
        table.add(answer)
    return table.output()


def _row(answer: Diagnosis, language: Language) -> tuple[object, ...]:
    told = verdict(answer, language)
    found = answer.status == "diagnosed"
    shown = answer.predictions if found or may_compare(answer) else ()
    ranked: list[object] = []
    for place in (1, 2):
        each = shown[place] if place < len(shown) else None
        ranked += [class_name(each.class_id, language), round(each.probability, 4)] if each else [None, None]
    first = shown[0] if shown else None
    known = answer.severity if answer.severity and answer.severity.reliable else None
    return (
        answer.file,
        answer.status,
        told.headline,
        crop_name(answer.crop, language) if answer.crop in crops() else answer.crop,
        crop_name(crop_of(first.class_id), language) if found and first else None,
        answer.advice_id,
        class_name(first.class_id, language) if first else None,
        round(first.probability, 4) if first else None,
        *ranked,
        round(known.percent, 1) if known else None,
        severity_sentence(answer, language),
        " ".join(told.details),
        answer.model,
        answer.device,
        round(answer.milliseconds, 1),
    )
