"""Whether a section is what the case is about ("charged") or only mentioned ("cited"), by the words around it.

Procedure, evidence and the Constitution are always cited. Does not know who is charged.
"""

from __future__ import annotations

import re

from tools.legal.law.acts import base_act
from tools.legal.types import Use

_PROCEDURE = frozenset({"CrPC", "BNSS", "CPC", "Constitution"})
_BEFORE, _AFTER = 220, 90  # characters of the sentence that are looked at
_CHARGED = re.compile(
    r"\bF\.?\s?I\.?\s?R\b|\bCrime\s+No|\bCr\.?\s?No|Case\s+Crime|P\.?\s?S\.?\s+Case|\bregistered\b|\bpunishable\b"
    r"|\boffences?\s+(?:under|u/s)|\bconvict|\bcharge|\bacquit|\bsentence[ds]?\b|\bcognizance\b|\baccused\b|\bbooked\b"
    r"|\barrested\b|\ballegation|\balleged\b|\bcommitted\b|\bguilty\b"
    r"|\b(?:petition|complaint|suit|application|case)\b[^.।]{0,40}\b(?:under|u/s)\b"
    r"|प्रथम सूचना|एफ\.?\s?आई\.?\s?आर|प्राथमिकी|अपराध|मु\W?[0०॰.]?\s?अ[0०॰.]\s?सं|मुकदमा|कांड|काण्ड|आरोप|दोषसिद्ध|दोषमुक्त|दण्डनीय"
    r"|दंडनीय|दण्डित|दंडित|पंजीबद्ध|पंजीकृत|दर्ज|अभियुक्त|अभियोग|परिवाद|थाना|गिरफ्तार",
    re.I,
)
_CITED = re.compile(
    r"\bA\.?I\.?R\b|\bSCC\b|\bS\.C\.C|\bSCR\b|\bCr\.?\s?L\.?\s?J|\bin the case of\b|\breported in\b|\bApex Court\b"
    r"|\bHon'?ble (?:Supreme|Apex) Court\b|\bheld that\b|\bobserved that\b|\bdefin(?:ed|ition)\b"
    r"|\bprovides? (?:that|for)\b|\breads? as\b|\bscope of\b|\bingredients? of\b|\binterpretation of\b"
    r"|अवधारित किया|न्यायदृष्टांत|न्याय दृष्टान्त|परिभाषा",
    re.I,
)
_ENDS = re.compile(r"[।॥]|\n\s*\n|(?<=[a-z)\]])\.\s+(?=[A-Z])|;\s")


def use_of(text: str, start: int, end: int, act: str) -> Use:
    """How the sections of `act` at the characters `start` to `end` are used; judged by their own sentence."""
    known = base_act(act)
    if act.partition(" ")[0] in _PROCEDURE or (known and known.kind in ("procedure", "constitution")):
        return "cited"
    before = text[max(0, start - _BEFORE) : start]
    after = text[end : end + _AFTER]
    ends = [match.end() for match in _ENDS.finditer(before)]
    before = before[ends[-1] :] if ends else before
    if stop := _ENDS.search(after):
        after = after[: stop.start()]
    sentence = f"{before} {text[start:end]} {after}"
    if _CITED.search(sentence):
        return "cited"
    return "charged" if _CHARGED.search(sentence) else "cited"
