"""What an order decided: the court's acts of its operative part, read in the light of the kind of case.

The last quarter is searched first; of two acts that exclude each other the later one counts. Knows no phrase.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from tools.documents.sentences import Span
from tools.legal.order.anatomy import Anatomy
from tools.legal.order.decisions import Decision, decisions_in
from tools.legal.order.flow import Flow
from tools.legal.order.matter import Matter
from tools.legal.order.phrases import Act
from tools.legal.types import Outcome, OutcomeKind

QUOTE_AT_MOST: Final = 340
LAST: Final = 2_500  # characters that are always searched first, however short the document is
TOGETHER: Final = 700  # characters between two decisions of one operative part
SAID_TWICE: Final = 1_500  # characters within which a decision and the order that carries it out stand
FURTHER: Final = 4  # outcomes beside the main one
FINAL: Final[frozenset[Act]] = frozenset((
    "allow", "part", "dismiss", "withdrawn", "default", "infructuous", "dispose", "bail", "anticipatory", "no_bail",
    "cancel_bail", "quash", "set_aside", "convict", "acquit", "sentence", "discharge", "remit",
))  # fmt: skip
ENDS: Final[frozenset[Act]] = frozenset(("withdrawn", "default", "infructuous"))
PLAIN: Final[dict[Act, OutcomeKind]] = {
    "allow": "allowed", "part": "partly_allowed", "dismiss": "dismissed", "withdrawn": "dismissed_withdrawn",
    "default": "dismissed_default", "infructuous": "infructuous", "dispose": "disposed", "bail": "bail_granted",
    "anticipatory": "anticipatory_bail_granted", "no_bail": "bail_refused", "cancel_bail": "bail_cancelled",
    "quash": "quashed", "set_aside": "set_aside", "remit": "remanded", "custody": "custody_remand",
    "notice": "notice_issued", "stay": "stay_granted", "no_stay": "stay_refused", "adjourn": "adjourned",
    "reserve": "reserved", "charges": "charges_framed", "cognizance": "cognizance_taken", "compromise": "compromise",
    "convict": "convicted", "acquit": "acquitted", "sentence": "sentenced", "discharge": "discharged",
}  # fmt: skip
RANKS: Final[tuple[frozenset[Act], ...]] = (
    ENDS,
    frozenset(("bail", "anticipatory", "no_bail", "cancel_bail")),
    frozenset(("part",)),
    frozenset(("allow", "dismiss")),
    frozenset(("quash", "acquit", "convict", "discharge")),
    frozenset(("set_aside", "remit")),
    frozenset(("dispose",)),
    frozenset(("compromise",)),
    frozenset(("sentence",)),
)
FAILED: Final[frozenset[OutcomeKind]] = frozenset(
    ("dismissed", "dismissed_withdrawn", "dismissed_default", "infructuous")
)
PASSING: Final[frozenset[Act]] = frozenset(("adjourn", "notice", "reserve", "charges", "cognizance"))
"""Acts that mean nothing beside a final one."""
PENDING: Final[tuple[Act, ...]] = (
    "charges", "cognizance", "custody", "stay", "no_stay", "reserve", "notice", "adjourn",
)  # fmt: skip
"""Acts that end nothing, the most telling first."""
_CRIMINAL = re.compile(
    r"F\.?I\.?R|first\s+information|crime|criminal|charge-?\s?sheet|proceeding|complaint|summon|cognizance|प्राथमिकी|"
    r"आरोप|कार्यवाही|"
    r"प्रथम\s+सूचना",
    re.I,
)


def outcome_of(anatomy: Anatomy, matter: Matter) -> Outcome | None:
    """What the court decided; None when the document does not say."""
    decisions = _deciding(anatomy)
    if not decisions:
        return None
    main = _main(decisions, matter)
    kind: OutcomeKind = "partly_allowed" if _mixed(decisions, main, matter) else _kind(main, decisions, matter)
    further: dict[OutcomeKind, Decision] = {}
    for decision in decisions:
        other = _kind(decision, decisions, matter)
        if decision.side or decision.weak or (decision.act in PASSING and main.act in FINAL):
            continue
        if kind in FAILED and other in FAILED:
            continue
        if other != kind and (decision is not main or kind == "partly_allowed"):
            further[other] = decision
    also = tuple(_proven(anatomy.flow, other, decision) for other, decision in list(further.items())[-FURTHER:])
    return _proven(anatomy.flow, kind, main, also)


def _deciding(anatomy: Anatomy) -> list[Decision]:
    """The acts of the last part that has a final one about the case itself; else all that there are."""
    length = len(anatomy.flow.text)
    found: list[Decision] = []
    end = length
    for share in (0.75, 0.5, 0.0):
        since = max(anatomy.body, min(int(length * share), length - LAST))
        found = [*decisions_in(anatomy, since, end), *found]
        end = min(end, since)
        if any(decision.act in FINAL and not decision.side and not decision.weak for decision in found):
            return [decision for decision in found if not decision.weak]
    pending = [decision for decision in found if not decision.weak and decision.act in PENDING]
    side = [decision for decision in found if decision.side]
    weak = [decision for decision in found if decision.weak][-1:]
    return pending or weak or side


def _main(decisions: Sequence[Decision], matter: Matter) -> Decision:
    own = [decision for decision in decisions if not decision.side and not decision.weak] or list(decisions)
    final = [decision for decision in own if decision.act in FINAL or decision.act == "compromise"]
    if not final:
        return min(
            own, key=lambda decision: (PENDING.index(decision.act) if decision.act in PENDING else 9, -decision.start)
        )
    for rank in _ranks(matter):
        if found := [decision for decision in final if decision.act in rank]:
            return _clearest(_of_own_noun(found, matter)[-1], _of_own_noun(final, matter), decisions, matter)
    return final[-1]


def _clearest(last: Decision, found: Sequence[Decision], decisions: Sequence[Decision], matter: Matter) -> Decision:
    """Of those near `last` that say the same as it, the one that says it in the fewest words."""
    kind = _kind(last, decisions, matter)
    near = [other for other in found if abs(last.start - other.start) < SAID_TWICE]
    same = [other for other in near if _kind(other, decisions, matter) == kind]
    return min((last, *same), key=lambda decision: (decision.length, -decision.start))


def _of_own_noun(found: list[Decision], matter: Matter) -> list[Decision]:
    """Those about the case itself: an appeal's judgment may also dismiss the suit that the appeal came from."""
    own = [decision for decision in found if decision.noun in ("", matter.noun)]
    return own if matter.noun and any(decision.noun for decision in own) else found


def _mixed(decisions: Sequence[Decision], main: Decision, matter: Matter) -> bool:
    """Whether of several cases decided together one was allowed and another dismissed."""
    noun = matter.noun or main.noun
    if matter.is_bail or main.act not in ("allow", "dismiss") or noun not in ("appeal", "petition", "revision"):
        return False
    other: Act = "dismiss" if main.act == "allow" else "allow"
    own = [d for d in decisions if not d.side and not d.weak and d.noun in ("", noun)]
    if main.act == "allow" and any(d.act == "part" and abs(d.start - main.start) < TOGETHER for d in own):
        return True
    both = [d for d in own if d.act in ("allow", "dismiss")]
    return any(d.act == other and abs(d.start - e.start) < TOGETHER for d in both for e in both if e.act == main.act)


def _ranks(matter: Matter) -> Sequence[frozenset[Act]]:
    ends, bail, part, plain, results, undone, disposed, compromise, sentence = RANKS
    if matter.kind == "trial":
        return (frozenset(("convict",)), frozenset(("acquit", "discharge")), *RANKS)
    if matter.kind == "appeal":
        return (ends, part, plain | bail, results - {"convict"}, undone, disposed, results, compromise, sentence)
    if matter.kind in ("suit", "petition", "quash"):
        return (ends, part, plain, results, undone, disposed, compromise, sentence, bail)
    return RANKS


def _kind(decision: Decision, decisions: Sequence[Decision], matter: Matter) -> OutcomeKind:
    act = decision.act
    if matter.is_bail:
        return _bail_kind(act, decisions, matter)
    if matter.kind == "cancellation" and act in ("allow", "cancel_bail", "no_bail"):
        return "dismissed" if act == "no_bail" else "bail_cancelled"
    if matter.kind == "quash" and act in ("allow", "dismiss") and matter.noun != "appeal":
        return "quashed" if act == "allow" else "quash_refused"
    if act == "quash" and not _CRIMINAL.search(decision.object):
        return "quashed" if matter.kind == "quash" else "set_aside"
    if act == "convict" and any(other.act == "acquit" for other in decisions) and matter.kind == "trial":
        return "partly_convicted"
    return PLAIN[act]


def _bail_kind(act: Act, decisions: Sequence[Decision], matter: Matter) -> OutcomeKind:
    """In an appeal about bail "allowed" may also mean that bail is taken away: only what is said besides tells."""
    acts = {decision.act for decision in decisions if not decision.side}
    early = matter.kind == "anticipatory"
    if (
        matter.noun == "appeal"
        and not matter.refused
        and act in ("allow", "dismiss")
        and not acts & {"bail", "anticipatory"}
    ):
        return "bail_cancelled" if act == "allow" and "cancel_bail" in acts else PLAIN[act]
    if act in ("allow", "bail", "part", "anticipatory"):
        return "anticipatory_bail_granted" if early or act == "anticipatory" else "bail_granted"
    if act in ("dismiss", "no_bail"):
        return "anticipatory_bail_refused" if early else "bail_refused"
    return PLAIN[act]


def _proven(flow: Flow, kind: OutcomeKind, decision: Decision, also: tuple[Outcome, ...] = ()) -> Outcome:
    span = clause_around(flow, decision.start, decision.end)
    return flow.outcome(kind, span.start, span.end, also)


def clause_around(flow: Flow, start: int, end: int, most: int = QUOTE_AT_MOST) -> Span:
    """The sentence around the characters `start` to `end`, cut at a comma or a space when it is too long."""
    sentence = flow.sentence_at(start)
    first, last = sentence.start, max(sentence.end, end)
    if last - first <= most:
        return Span(first, last)
    room = max(0, most - (end - start))
    first = max(first, start - room * 2 // 3)
    if first > sentence.start:
        comma = max(flow.text.find(", ", first, start), flow.text.find("; ", first, start))
        first = (comma + 2) if comma >= 0 else flow.text.find(" ", first, start) + 1 or first
    last = min(last, first + most)
    if last < sentence.end:
        last = max(end, flow.text.rfind(" ", end, last))
    return Span(first, last)
