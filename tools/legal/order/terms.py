"""The terms of an order: those of a release, of a sentence, directions, and the time allowed for them.

Only the operative part is read, and only what the court itself orders there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tools.documents.sentences import Span
from tools.legal.evidence import listed
from tools.legal.order.anatomy import Anatomy
from tools.legal.order.bail_terms import CLAUSE, RELEASE, bond, clause_item, conditions, surety
from tools.legal.order.days import months_and_weeks
from tools.legal.order.flow import FOLD, Flow
from tools.legal.order.outcome import clause_around
from tools.legal.order.penalties import NOT_OURS, fine, money, sentences_passed
from tools.legal.types import Fact, Outcome, OutcomeKind

HEARD_NEAR: Final = 3_500  # characters before the decision within which the court says that it has heard the parties
MOST_ITEMS: Final = 25
GRANTS: Final[frozenset[OutcomeKind]] = frozenset(("bail_granted", "anticipatory_bail_granted"))
PUNISHES: Final[frozenset[OutcomeKind]] = frozenset(("convicted", "partly_convicted", "sentenced"))
_HEARD = re.compile(
    r"\bheard\b|\bperused?\b|gone\s+through|considered\s+the\s+(?:submission|rival)|सुना\s+गया|सुने\s+गये|अवलोकन|"
    r"परिशीलन|विचार\s+किया",
    re.I,
)
_DIRECTS = re.compile(
    r"\b(?:is|are|stand|stands|be)\s+(?:hereby\s+|also\s+|further\s+|accordingly\s+)*(?:directed|commanded|requested|"
    r"required|ordered)\s+(?:to|not\s+to|that)\b|\b(?:we|i|court)\s+(?:hereby\s+|also\s+|further\s+|therefore\s+|"
    r"accordingly\s+|,\s*)*direct\b|"
    r"\bby\s+directing\b|\bwith\s+(?:a|the)\s+direction\b|\bit\s+is\s+(?:hereby\s+|further\s+|also\s+)?(?:directed|"
    r"ordered)\s+that\b|\bdirections?\s+(?:is|are)\s+issued|"
    r"(?:निर्देशित|आदेशित)\s+(?:किया|किये|की)\s+जा|निर्देश\s+(?:दिया|दिये|दिए)\s+जा|आदेश\s+(?:दिया|दिये)\s+जा",
    re.I,
)


def terms(anatomy: Anatomy, outcome: Outcome | None) -> dict[str, Fact]:
    """Every term that the operative part states."""
    kinds = {outcome.kind, *(also.kind for also in outcome.also)} if outcome else set()
    found: dict[str, Fact | None] = {}
    start = _operative_start(anatomy, outcome)
    spans = [s for s in anatomy.flow.sentences if s.end > start and not anatomy.quoted(s.start)]
    if kinds & GRANTS:
        found["conditions"] = listed("conditions", list(conditions(anatomy.flow, spans))[:MOST_ITEMS])
        found["bond"] = bond(anatomy.flow, spans)
        found["surety"] = surety(anatomy.flow, spans)
    if kinds & PUNISHES:
        found["sentence"] = listed("sentence", list(sentences_passed(anatomy.flow, spans))[:MOST_ITEMS])
        found["fine"] = fine(anatomy.flow, spans)
    found["money"] = listed("money", list(money(anatomy.flow, spans))[:MOST_ITEMS])
    found["directions"] = listed("directions", list(_directions(anatomy.flow, spans))[:MOST_ITEMS])
    found["compliance"] = listed("compliance", list(_compliance(anatomy.flow, spans))[:MOST_ITEMS])
    return {key: fact for key, fact in found.items() if fact}


def _operative_start(anatomy: Anatomy, outcome: Outcome | None) -> int:
    """Where the court begins to order: after it says that it has heard the parties, before what it decides."""
    lines = anatomy.flow.lines
    at = lines.find(outcome.quote.translate(FOLD).split("\n")[0][:60], anatomy.body) if outcome else -1
    end = at if at >= 0 else len(lines)
    heard = [match.start() for match in _HEARD.finditer(lines, anatomy.body, end)]
    start = min(anatomy.operative, end)
    return max(start, heard[-1]) if heard and heard[-1] > end - HEARD_NEAR else start


def _directions(flow: Flow, spans: list[Span]) -> Iterator[Fact]:
    for span in spans:
        match = _DIRECTS.search(flow.text, span.start, span.end)
        if match and RELEASE.search(flow.text, match.start(), span.end):
            continue
        if match and not NOT_OURS.search(flow.text[span.start : match.start()]):
            clause = clause_around(flow, match.start(), match.end(), CLAUSE) if span.end - span.start > CLAUSE else span
            yield clause_item(flow, "directions", clause)


def _compliance(flow: Flow, spans: list[Span]) -> Iterator[Fact]:
    for span in spans:
        sentence = flow.text[span.start : span.end]
        if NOT_OURS.search(sentence) or re.search(r"\bago\b|appeal\s+may\s+be|limitation", sentence):
            continue
        for match in months_and_weeks(flow, span.start, span.end):
            if re.match(r"in\s", match[0], re.I) and not re.search(r"\b(?:shall|direct|pay|file|deposit)", sentence):
                continue
            clause = clause_around(flow, match.start(), match.end(), 220)
            yield flow.fact("compliance", flow.written(match.start(), match.end()), clause.start, clause.end)
