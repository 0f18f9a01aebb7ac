"""Reads one court order: its facts, the sections it names, what it decided, and the next date.

Puts together what the other modules find; each of them knows one part of an order.
"""

from __future__ import annotations

from tools.documents.types import Document
from tools.legal.keys import ORDER
from tools.legal.law.references import references
from tools.legal.order.anatomy import Anatomy
from tools.legal.order.bench import bench_fact
from tools.legal.order.counsel import counsel
from tools.legal.order.courts import court_fact, neutral_citation
from tools.legal.order.crime import crime_facts
from tools.legal.order.days import labelled_dates, next_date, order_date
from tools.legal.order.flow import flow_of
from tools.legal.order.matter import matter_of, relief_fact
from tools.legal.order.numbers import case_facts, cnr_fact
from tools.legal.order.outcome import outcome_of
from tools.legal.order.parties import parties
from tools.legal.order.terms import terms
from tools.legal.types import Fact, Outcome, SectionMention


def extract(document: Document) -> tuple[dict[str, Fact], tuple[SectionMention, ...], Outcome | None, Fact | None]:
    """Facts by the keys of `tools.legal.keys.ORDER`, sections, outcome, next date; what is not stated is missing."""
    flow = flow_of(document)
    if not flow.text.strip():
        return {}, (), None, None
    anatomy = Anatomy(flow)
    matter = matter_of(anatomy)
    outcome = outcome_of(anatomy, matter)
    sides = parties(anatomy)
    made = order_date(anatomy)
    found: dict[str, Fact | None] = {
        "court": court_fact(anatomy),
        "bench": bench_fact(anatomy),
        "cnr": cnr_fact(flow),
        "neutral_citation": neutral_citation(flow),
        **case_facts(anatomy),
        **sides,
        **counsel(anatomy, sides),
        "order_date": made,
        **labelled_dates(anatomy),
        **crime_facts(anatomy, before_arrest=matter.kind == "anticipatory"),
        "relief_asked": relief_fact(flow, matter),
        **terms(anatomy, outcome),
        **next_date(anatomy, made),
    }
    facts = {key.key: fact for key in ORDER if (fact := found.get(key.key)) is not None}
    return facts, references(document.pages), outcome, facts.get("next_date")
