"""A read document to an `Extract`: its kind, facts, sections, outcome, key sentences, and whom the law protects.

Runs in a worker process and needs no model. Knows neither files nor pages of the portal.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from tools.documents import Document
from tools.instructions import instructions_of, without_instructions_of
from tools.legal import privacy
from tools.legal.fir.detect import looks_like_fir
from tools.legal.fir.extract import extract as fir_facts
from tools.legal.fir.extract import story_spans
from tools.legal.law.references import references, unique
from tools.legal.order.detect import looks_like_order
from tools.legal.order.extract import extract as order_facts
from tools.legal.summary.key_sentences import key_sentences
from tools.legal.types import Extract, Kind, Script
from tools.translations import N_

LEAST: Final = 0.4  # of the score of `detect`: below, a document is neither an FIR nor an order
MOSTLY: Final = 0.8  # of the letters in one script
TO_A_MACHINE: Final = N_(
    "Page {page} has words that are addressed to a computer program and not to a reader. Those lines were left out."
)
HINDI: Final = re.compile("[\u0900-\u0963\u0970-\u097f]")
LATIN: Final = re.compile("[A-Za-z]")


def extract(document: Document) -> Extract:
    """Everything that the document states, but for words to a machine; nothing is masked yet."""
    odd = dict.fromkeys(TO_A_MACHINE.format(page=said.page) for said in instructions_of(document))
    document = without_instructions_of(document)
    kind = kind_of(document)
    if kind == "fir":
        facts, sections = fir_facts(document)
        spans = story_spans(document)
        told = key_sentences(document, spans, story=True) if spans else ()
        found = Extract(kind, script_of(document.text), facts, unique(sections), key_sentences=told)
    elif kind == "order":
        facts, sections, outcome, next_date = order_facts(document)
        told = key_sentences(document)
        found = Extract(kind, script_of(document.text), facts, unique(sections), outcome, next_date, told)
    else:
        told = key_sentences(document)
        found = Extract(kind, script_of(document.text), {}, unique(references(document.pages)), key_sentences=told)
    return replace(privacy.protected(found, document), notes=(*document.notes, *odd))


def kind_of(document: Document) -> Kind:
    """What the document is by its own words; "other" when neither reading is convincing."""
    fir, order = looks_like_fir(document), looks_like_order(document)
    if max(fir, order) < LEAST:
        return "other"
    return "fir" if fir >= order else "order"


def script_of(text: str) -> Script:
    """What the text is mostly written in; forms with labels in both scripts are mixed."""
    hindi, latin = len(HINDI.findall(text)), len(LATIN.findall(text))
    if hindi >= MOSTLY * (hindi + latin):
        return "hi"
    return "en" if latin >= MOSTLY * (hindi + latin) else "mixed"
