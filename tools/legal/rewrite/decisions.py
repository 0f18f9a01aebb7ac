"""Which decisions of a court a sentence tells ("bail was refused"), whether it denies, and which orders it obeys.

Word by word, without grammar: enough to see that a sentence turns an outcome round. Knows no document.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from tools.instructions import is_instruction
from tools.legal.types import Outcome, OutcomeKind

Topic = Literal["bail", "guilt", "quash", "stay", "case", "end"]


@dataclass(frozen=True)
class Decision:
    """A decision: on what, and whether for the one who asked (for guilt: whether guilty)."""

    topic: Topic
    yes: bool


# what each outcome decides; one that is not here decides none of these
_OUTCOMES: Final[dict[OutcomeKind, Decision]] = {
    "bail_granted": Decision("bail", True), "bail_refused": Decision("bail", False),
    "anticipatory_bail_granted": Decision("bail", True), "anticipatory_bail_refused": Decision("bail", False),
    "bail_cancelled": Decision("bail", False), "custody_remand": Decision("bail", False),
    "convicted": Decision("guilt", True), "sentenced": Decision("guilt", True),
    "partly_convicted": Decision("guilt", True), "acquitted": Decision("guilt", False),
    "discharged": Decision("guilt", False), "quashed": Decision("quash", True),
    "quash_refused": Decision("quash", False), "stay_granted": Decision("stay", True),
    "stay_refused": Decision("stay", False), "allowed": Decision("case", True),
    "partly_allowed": Decision("case", True), "set_aside": Decision("case", True),
    "dismissed": Decision("case", False), "dismissed_withdrawn": Decision("case", False),
    "dismissed_default": Decision("case", False), "infructuous": Decision("case", False),
}  # fmt: skip
# an application for bail that is dismissed refuses bail, and so on: what else an outcome allows to be said
_ALSO: Final[dict[OutcomeKind, Decision]] = {
    "bail_granted": Decision("case", True), "anticipatory_bail_granted": Decision("case", True),
    "bail_refused": Decision("case", False), "anticipatory_bail_refused": Decision("case", False),
    "quashed": Decision("case", True), "quash_refused": Decision("case", False),
    "partly_convicted": Decision("guilt", False),
}  # fmt: skip
# outcomes that end a case in this court
_ENDS: Final[frozenset[OutcomeKind]] = frozenset(
    {
        "disposed", "dismissed", "dismissed_withdrawn", "dismissed_default", "infructuous", "quashed", "acquitted",
        "discharged", "compromise", "allowed", "partly_allowed", "convicted", "sentenced",
    }
)  # fmt: skip
_NO: Final = (
    r"\b(?:not|no|never|nor|refus\w*|den(?:y|ied|ies)|reject\w*|dismiss\w*|declin\w*|cancel\w*|without|unsuccessful|"
    r"fail\w*|didn't|wasn't|isn't|cannot|can't|neither)\b|नहीं|(?<![\u0900-\u097f])(?:न|ना|मत|बिना|बग़ैर|बगैर|मना|रद्द|निरस्त)"
    r"(?![\u0900-\u0963])|ख़?ारिज|नामंज़?ूर|अस्वीकार|इ[नं]कार"
)
_YES: Final = (
    r"\b(?:grant\w*|gave|given|gives|got|gets|allow\w*|accept\w*|approv\w*|released?|enlarged|admitted)\b|"
    r"(?<![\u0900-\u097f])(?:दी|दिया|दे|मिल|मिली|मिला|मंज़?ूर|स्वीकार|स्वीकृत|रिहा|छोड़ा|छोड़ने|मानी)(?![\u0900-\u0963])|मान\s+ली"
)
_QUASHED: Final = (
    r"\bquash\w*|\bcancel\w*\b.{0,20}\b(?:case|fir|proceedings)\b|\b(?:case|fir|proceedings)\b.{0,20}\bcancel\w*|"
    r"(?:केस|एफ़?आईआर|मुक़?दमा|कार्यवाही|प्राथमिकी)\s+(?:को\s+)?(?:रद्द|निरस्त)"
)
_TOPICS: Final[dict[Topic, str]] = {
    "bail": r"\bbail\b|ज़?मानत(?!दार|ी)",
    "quash": _QUASHED,
    "stay": r"\b(?:a|the|no|interim)\s+stay\b|\bstay(?:ed|s)?\s+(?:was|is|the|on)\b|स्थगन|रोक लगा",
    "case": r"\b(?:petition|application|appeal|revision|case|plea|request)\b|याचिका|आवेदन|अपील|अर्ज़?ी|प्रार्थना",
}
_GUILTY: Final = r"\b(?:convict\w*|guilty|sentenced)\b|दोषी|दोषसिद्ध|सज़?ा\s+(?:दी|सुनाई|मिली|हुई)"
_CLEARED: Final = (
    r"\b(?:acquit\w*|not\s+(?:been\s+)?(?:found\s+)?guilty|discharg\w*|innocent|cleared)\b|"
    r"बरी|दोषमुक्त|निर्दोष|बेगुनाह|बेक़?सूर"
)
_END: Final = (
    r"\b(?:case|matter|proceedings?|trial)\s+(?:is|was|has\s+been|are|were)\s+(?:now\s+)?(?:closed|over|ended|finished)\b|"
    r"(?:मामला|मुक़?दमा|केस)\s+(?:अब\s+)?(?:ख़?त्म|बंद|समाप्त)"
)
_OPEN: Final = (
    r"\b(?:if|may|might|can|could|asks?|asked|asking|seek\w*|sought|want\w*|whether|would|should|request\w*|apply|applied|"
    r"unless|until|prays?|prayed|entitled|conditions?)\b|अगर|यदि|माँग|मांग|सकता|सकती|सकते|चाह|शर्त|के लिए|हक़|हक "
)
_EARLIER: Final = (
    r"\b(?:earlier|previous\w*|already|before|lower|trial|sessions|below|had)\b|पहले|निचली|पिछली|सत्र|पूर्व|चुकी|चुका"
)
_CLAUSES: Final = re.compile(
    r"[;,।.]\s|\b(?:but|and|while|although|however)\b|(?<![\u0900-\u097f])(?:लेकिन|पर|मगर|और)(?=\s)", re.I
)
_DENIES: Final = re.compile(
    r"\b(?:not|no|never|nor|neither|without|refus\w*|den(?:y|ied|ies)|reject\w*|dismiss\w*|declin\w*|forbid\w*|unknown|"
    r"unless|cannot|\w+n't)\b|नहीं|(?<![\u0900-\u097f])(?:न|ना|मत|बिना|बग़ैर|बगैर|मना|अज्ञात)(?![\u0900-\u0963])|"
    r"ख़?ारिज|नामंज़?ूर|अस्वीकार|इ[नं]कार",
    re.I,
)
_NUMBERED: Final = re.compile(r"\bnos?\b\.?:?\s*(?=\d)|\bNos?\.", re.I)  # "FIR No. 12" denies nothing
_IN_MAY: Final = re.compile(r"(?<=\d )May\b|\bMay(?=,? \d)")  # the month is no possibility
_SAYS_NOT: Final = re.compile(
    r"\b(?:not|no|never|nor|neither|cannot|\w+n't)\b|नहीं|(?<![\u0900-\u097f])(?:न|ना|मत)(?![\u0900-\u0963])",
    re.I,
)
# beside `tools.instructions`: what a summary may well do without, though a document may say it to people
_ORDERS: Final = re.compile(
    r"\b(?:system|developer)\s*(?:prompt|message|:)|"
    r"\b(?:as|you\s+are)\s+an?\s+(?:ai\b|ai\s|language\s+model|helpful\s+assistant)|"
    r"\b(?:language\s+model|chat\s?gpt|llm|ai\s+(?:model|assistant|system))\b|"
    r"\b(?:write|say|state|output|print|reply|respond|answer|tell)\b.{0,40}"
    r"\b(?:summary|that\s+(?:the\s+)?(?:court|bail|accused))|"
    r"\bin\s+(?:the|your)\s+summary\b|\bdo\s+not\s+(?:mention|reveal|summari[sz]e)\b|"
    r"(?:सारांश|सार)\s+(?:में|मे)\s+(?:यह\s+)?(?:लिख|बता|कह)|"
    r"(?:निर्देश|आदेश)(?:ों)?\s+(?:को\s+)?(?:अनदेखा|नज़?रअंदाज़?|भूल)|<\s*(?:system|user|assistant|end)|###\s*system",
    re.I,
)
_ADDRESSES: Final = re.compile(
    r"\b(?:you|your|yours|please|click|https?|www)\b|(?<![\u0900-\u097f])(?:आप|आपको|आपका|आपकी|आपके|आपने|तुम|तुम्हें|कृपया)"
    r"(?![\u0900-\u0963])|[<>{}]|@\w",
    re.I,
)


def decisions_of(outcome: Outcome | None) -> frozenset[Decision]:
    """What a court's outcome decides, with its further outcomes."""
    found: set[Decision] = set()
    for each in (outcome, *outcome.also) if outcome else ():
        if each and each.kind in _OUTCOMES:
            found.add(_OUTCOMES[each.kind])
        if each and each.kind in _ALSO:
            found.add(_ALSO[each.kind])
        if each and each.kind in _ENDS:
            found.add(Decision("end", True))
    return frozenset(found)


def decisions_in(sentence: str) -> frozenset[Decision]:
    """The decisions that `sentence` tells as made; wishes, conditions and possibilities are none."""
    text = _plain(sentence)
    found = {Decision("guilt", yes) for yes in _guilt(text)}
    if re.search(_END, text, re.I) and not re.search(_OPEN, text, re.I):
        found.add(Decision("end", True))
    clauses = [clause for clause in _CLAUSES.split(text) if clause]
    topic: Topic | None = None
    for clause in clauses:
        topic = next((name for name, words in _TOPICS.items() if re.search(words, clause, re.I)), topic)
        if topic and (answer := _answer(clause, topic)) is not None:
            found.add(Decision(topic, answer))
    return frozenset(found)


def tells_the_past(sentence: str) -> bool:
    """Whether `sentence` speaks of another, earlier decision."""
    return re.search(_EARLIER, _plain(sentence), re.I) is not None


def denies(sentence: str) -> bool:
    """Whether `sentence` says that something is not so."""
    return _DENIES.search(_plain(sentence)) is not None


def says_not(sentence: str) -> bool:
    """Whether `sentence` has a "not" of its own, rather than a word like "without" or "refused"."""
    return _SAYS_NOT.search(_plain(sentence)) is not None


def gives_orders(text: str) -> bool:
    """Whether `text` speaks to a program that reads it rather than to people."""
    return _ORDERS.search(_plain(text)) is not None or is_instruction(text)


def addresses_the_reader(sentence: str) -> bool:
    """Whether `sentence` speaks to its reader, or carries an address or marks of a program."""
    return _ADDRESSES.search(_plain(sentence)) is not None


def _answer(clause: str, topic: Topic) -> bool | None:
    """Whether the clause grants (True), refuses (False) or neither."""
    no, yes = re.search(_NO, clause, re.I), re.search(_YES, clause, re.I)
    if topic == "quash" and (found := re.search(_QUASHED, clause, re.I)):
        clause = clause.replace(found[0], "")  # to cancel a case is to quash it, and denies nothing
        no, yes = re.search(_NO, clause, re.I), found
    if topic == "stay" and re.search(_TOPICS["stay"], clause, re.I):
        yes = yes or re.search(r"\bstayed\b|रोक लगा", clause, re.I)
    if not no and not yes:
        return None
    if re.search(_OPEN, clause, re.I) and not (no and topic in ("bail", "case") and not _wishes_not(clause)):
        return None
    return no is None


def _wishes_not(clause: str) -> bool:
    """Whether the denial belongs to a wish, a condition or a possibility ("may not leave")."""
    return (
        re.search(r"\b(?:if|may|might|can|could|whether|unless|until|conditions?)\b|अगर|यदि|सकत|शर्त", clause, re.I)
        is not None
    )


def _guilt(text: str) -> Iterator[bool]:
    cleared = re.search(_CLEARED, text, re.I)
    if cleared and not re.search(_OPEN, text, re.I):
        yield bool(
            re.search(r"\bnot\s+(?:been\s+)?(?:acquitted|discharged|cleared|innocent)|(?:बरी|दोषमुक्त) नहीं", text, re.I)
        )
        return
    guilty = re.search(_GUILTY, text, re.I)
    if guilty and not re.search(_OPEN, text, re.I):
        yield not re.search(r"\b(?:not|never)\s+(?:been\s+)?(?:convicted|sentenced)|दोषी नहीं|सज़?ा नहीं", text, re.I)


def _plain(text: str) -> str:
    line = " ".join(unicodedata.normalize("NFC", text[:4000]).split())
    return _NUMBERED.sub("number ", _IN_MAY.sub("month", line))
