"""An `Extract` to a `Result`: masked, its sections looked up, the deadline worked out, the words written.

Quick enough for the portal's own process; takes a transliterator and knows no file.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from models.names.types import Transliterator
from tools.documents import Document
from tools.legal.cards import cards
from tools.legal.dates import parsed
from tools.legal.law.clock import clock
from tools.legal.law.code import disagreement, governing
from tools.legal.privacy import mask
from tools.legal.result import PageReading, Result
from tools.legal.summary.write import summarise
from tools.legal.types import Clock, Extract, Language
from tools.translations import N_

ENGINE: Final = N_("rules and templates")


def finish(document: Document, extract: Extract, names: Transliterator | None, *, masked: bool = True) -> Result:
    """The answer for a document.

    Parameters
    ----------
    names
        Writes names in Devanagari for the Hindi summary; None leaves them in their own letters.
    masked
        Cover personal numbers and, where the law forbids naming a victim, names too.
    """
    shown = mask(extract) if masked else extract
    deadline = _clock(extract)
    note, warning = _codes(extract)
    return Result(
        file=document.name,
        status="summarised",
        kind=extract.kind,
        language=extract.language,
        pages=len(document.pages),
        readings=tuple(PageReading(page.number, page.source, page.decoding) for page in document.pages),
        extract=shown,
        summary_hi=summarise(shown, names, "hi", deadline),
        summary_en=summarise(shown, None, "en", deadline),
        cards=cards(shown.sections),
        clock=deadline,
        code_note=note,
        engine=f"{ENGINE}, {names.label}" if names else ENGINE,
        notes=(*extract.notes, *warning),
    )


def _clock(extract: Extract) -> Clock | None:
    """The charge-sheet clock; for an order only while the case has no decision that ends the question."""
    if extract.kind == "other" or not extract.sections:
        return None
    if extract.outcome and extract.outcome.kind not in ("custody_remand", "bail_refused", "anticipatory_bail_refused"):
        return None
    return clock(
        extract.sections, _day(extract, "arrest_date"), _offence(extract), registered=_day(extract, "fir_date")
    )


def _codes(extract: Extract) -> tuple[dict[Language, str], tuple[str, ...]]:
    """Which codes apply, by language, and a warning when the document's sections disagree with its dates."""
    offence, until = _offence(extract), _day(extract, "offence_date_to")
    applies = governing(offence, until, _day(extract, "fir_date"))
    charged = [mention.act for mention in extract.sections if mention.use == "charged"]
    odd = disagreement(charged, offence, until)
    return dict(applies.sentence) if applies else {}, (odd["en"],) if odd else ()


def _offence(extract: Extract) -> date | None:
    return _day(extract, "offence_date_from")


def _day(extract: Extract, key: str) -> date | None:
    fact = extract.facts.get(key)
    return parsed(fact.value) if fact else None
