"""The answers on paper for a farmer: A4, large type, one language, a page for each diagnosed photo.

Photos without a diagnosis get a short entry that says why and what to do. It writes photo after photo, so that a
long run keeps only what is on paper already. It knows no page and asks no model.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import PurePath
from typing import cast

from tools.crop.advice import KINDS, STANDING, advice, class_name, condition, provenance
from tools.crop.phrases import percent, say
from tools.crop.picture import draw_outlines, overlay
from tools.crop.types import Diagnosis, Image, Language
from tools.crop.verdict import COMPARED, may_compare, severity_sentence, verdict
from tools.format import INDIA
from tools.paper import AMBER, GREY, INK, MARGIN, PALE, TEAL, WIDTH, drawable, ink, keep_together, paper, paragraph

HEAT = 0.45  # opacity of the heat map on paper
GAP = 6.0  # millimetres between the two pictures
TALLEST = 48.0  # millimetres of a picture of a diagnosed photo
SMALL = 46.0  # millimetres, width of a picture in a short entry
SHARPEST = 1000  # pixels on the longer side of a picture: 250 to the inch at the widest
TEXT, LARGE = 11, 18  # points
LINE = 0.5  # millimetres of line height for each point of size
INDENT = 5.0  # millimetres from a bullet to its text


def to_pdf(
    answers: Iterable[Diagnosis],
    language: Language = "en",
    *,
    made: datetime | None = None,
    drawn: frozenset[str] = frozenset(),
) -> bytes:
    """The report of all answers; `drawn` names the files that are drawings and are marked so."""
    booklet = Booklet(language, made=made, drawn=drawn)
    for answer in answers:
        booklet.add(answer)
    return booklet.output()


class Booklet:
    """A report to which answers are added one by one."""

    def __init__(
        self, language: Language = "en", *, made: datetime | None = None, drawn: frozenset[str] = frozenset()
    ) -> None:
        self._language: Language = language
        self._drawn = drawn
        self._made = (made or datetime.now(INDIA)).astimezone(INDIA)
        self._pdf = paper(
            say("footer", language),
            say("report", language),
            self._made,
            language="hi-IN" if language == "hi" else "en-IN",
            pages=say("pages", language),
        )
        self._open = False  # whether the page has room for another short entry

    def add(self, answer: Diagnosis) -> None:
        """Write one answer: a page when something was diagnosed, else a short entry."""
        if answer.status == "diagnosed":
            self._full(answer)
        else:
            self._short(answer)

    def output(self) -> bytes:
        """The finished document."""
        if not self._pdf.page_no():
            self._pdf.add_page()
        return bytes(self._pdf.output())

    def _say(self, key: str, **values: object) -> str:
        return say(key, self._language, **values)

    def _full(self, answer: Diagnosis) -> None:
        pdf, language, class_id = self._pdf, self._language, answer.shown_class
        pdf.add_page()
        self._open = False
        self._head(answer)
        paragraph(pdf, drawable(verdict(answer, language).headline), LARGE, bold=True)
        pdf.ln(1.5)
        self._pictures(answer)
        if sentence := severity_sentence(answer, language):
            paragraph(pdf, drawable(sentence), TEXT, bold=True)
            pdf.ln(1)
        told, kind = advice(class_id, language), condition(class_id)
        paragraph(pdf, drawable(told.what), TEXT)
        if kind.agent:
            paragraph(
                pdf, drawable(f"{self._say('cause')}: {KINDS[kind.kind][language]} ({kind.agent})"), 9, color=GREY
            )
        if told.note:
            pdf.ln(1)
            paragraph(pdf, drawable(told.note), TEXT, color=AMBER)
        self._lists(("now", told.now), ("prevent", told.prevent))
        self._lists(("organic", told.organic), ("chemical", told.chemical))
        self._standing()
        self._lists(("recognise", told.recognise))
        paragraph(pdf, drawable(provenance(class_id, language)), 7.5, color=GREY)

    def _short(self, answer: Diagnosis) -> None:
        pdf, language = self._pdf, self._language
        told = verdict(answer, language)
        if not self._open or pdf.will_page_break(62):
            pdf.add_page()
            self._open = True
        self._head(answer)
        top, left = pdf.get_y(), MARGIN
        bottom = top
        if answer.photo is not None:
            bottom = top + self._picture(answer.photo.image, MARGIN, top, SMALL, 42)
            left += SMALL + GAP
        pdf.set_y(top)
        width = MARGIN + WIDTH - left
        self._words(told.headline, 14, left, width, bold=True)
        for sentence in told.details:
            self._words(sentence, TEXT, left, width)
        if may_compare(answer):
            key = "resembles" if answer.reason == "unfamiliar" else "compare"
            names = (f"{class_name(p.class_id, language)} ({percent(p.probability)})" for p in answer.predictions)
            self._words(f"{self._say(key)}: {'; '.join(list(names)[:COMPARED])}", TEXT, left, width)
        pdf.set_y(max(bottom, pdf.get_y()) + 5)

    def _head(self, answer: Diagnosis) -> None:
        about = [self._say("report"), PurePath(answer.file).name]
        if answer.file in self._drawn:
            about.append(self._say("drawn"))
        paragraph(self._pdf, drawable(" · ".join(about), 120), 9, bold=True, color=TEAL)
        date = f"{self._made:%d.%m.%Y}"
        made = self._say("made", date=date, model=answer.model) if answer.model else date
        paragraph(self._pdf, drawable(made, 120), 8, color=GREY)
        self._pdf.ln(1)

    def _pictures(self, answer: Diagnosis) -> None:
        """The photo, and beside it the same photo with heat map and outline, each with its caption."""
        if answer.photo is None:
            return
        pdf, top, each = self._pdf, self._pdf.get_y(), (WIDTH - GAP) / 2
        height = self._picture(answer.photo.image, MARGIN, top, each, TALLEST)
        shown, captions = answer.photo.image, []
        if answer.heat is not None:
            shown = overlay(shown, answer.heat, HEAT)
            captions.append(self._say("evidence"))
        if answer.severity is not None and answer.severity.reliable and answer.severity.lesions.any():
            shown = draw_outlines(shown, answer.severity)
            captions.append(self._say("outline"))
        if captions:
            self._picture(shown, MARGIN + each + GAP, top, each, TALLEST)
        pdf.set_y(top + height + 1)
        for left, words in ((MARGIN, self._say("photo")), (MARGIN + each + GAP, ". ".join(captions))):
            pdf.set_y(top + height + 1)
            self._words(words, 8, left, each, color=GREY)
        pdf.ln(2)

    def _picture(self, image: Image, left: float, top: float, width: float, tallest: float) -> float:
        """Draw `image` into a box, keeping its shape; its height in millimetres."""
        from PIL import Image as Pillow

        picture = Pillow.fromarray(image)
        picture.thumbnail((SHARPEST, SHARPEST))
        data = io.BytesIO()
        picture.save(data, "JPEG", quality=85)
        scale = min(width / picture.width, tallest / picture.height)
        self._pdf.image(data, left, top, picture.width * scale, picture.height * scale)
        return float(picture.height * scale)

    def _lists(self, *lists: tuple[str, Sequence[str]]) -> None:
        """Lists beside each other, each (key of its heading, lines), together on one page; empty ones are left out."""
        filled = [(self._say(key), lines) for key, lines in lists if lines]
        if not filled:
            return
        each = (WIDTH - GAP * (len(filled) - 1)) / len(filled)
        self._pdf.ln(2)
        heights = [self._list(heading, lines, MARGIN, each, dry=True) for heading, lines in filled]
        keep_together(self._pdf, max(heights))
        top = self._pdf.get_y()
        for number, (heading, lines) in enumerate(filled):
            self._pdf.set_y(top)
            self._list(heading, lines, MARGIN + number * (each + GAP), each)
        self._pdf.set_y(top + max(heights))

    def _list(self, heading: str, lines: Sequence[str], left: float, width: float, *, dry: bool = False) -> float:
        """One list from `left`, or only its height in millimetres when `dry`."""
        height = self._words(heading, TEXT + 1, left, width, bold=True, color=TEAL, dry=dry)
        for line in lines:
            if not dry:
                top = self._pdf.get_y()
                self._words("•", TEXT, left + 1, INDENT)
                self._pdf.set_y(top)
            height += self._words(line, TEXT, left + INDENT, width - INDENT, dry=dry)
        return height

    def _words(
        self,
        words: str,
        size: float,
        left: float,
        width: float,
        *,
        bold: bool = False,
        color: str = INK,
        dry: bool = False,
    ) -> float:
        """Wrapped text in a column; its height in millimetres."""
        ink(self._pdf, size, bold, color)
        self._pdf.set_x(left)
        height = self._pdf.multi_cell(
            width, size * LINE, drawable(words), align="L", new_x="LMARGIN", new_y="NEXT", dry_run=dry, output="HEIGHT"
        )
        return cast(float, height)  # fpdf2 types every kind of output together

    def _standing(self) -> None:
        pdf = self._pdf
        pdf.ln(2)
        keep_together(pdf, 26)
        ink(pdf, TEXT, bold=True)
        pdf.set_fill_color(PALE)
        pdf.set_x(MARGIN)
        pdf.multi_cell(
            WIDTH, TEXT * LINE, drawable(STANDING[self._language]), align="L", fill=True, padding=3,
            new_x="LMARGIN", new_y="NEXT",
        )  # fmt: skip
        pdf.ln(2)
