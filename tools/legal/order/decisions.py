"""Finds where a court decides: the phrases of `phrases`, less prayers, arguments, precedents, history and threats.

Says what was decided about what; what that means for the case is for `outcome`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from tools.documents.sentences import Span
from tools.legal.order.anatomy import Anatomy
from tools.legal.order.matter import noun_of
from tools.legal.order.phrases import Act, Phrase
from tools.legal.order.phrases_en import ENGLISH
from tools.legal.order.phrases_hi import HINDI

LONGEST_SENTENCE: Final = 4_000
OF_APPLICATIONS: Final = frozenset(("allow", "dismiss", "dispose", "withdrawn", "infructuous", "default", "part"))
_DOTS = re.compile(r"(?<=\d)\.(?=\d)|\b(?:Nos?|Rs|Mrs?|Ms|Dr|Smt|Sh|Ld|Cr|Crl|Secs?|Art|Addl)\.", re.I)
"""Dots that end no clause."""
_REPORTED = re.compile(
    r"\b(?:pray(?:s|ed|ing)?|seek(?:s|ing)?|sought|submit(?:s|ted)?|contend(?:s|ed)|argue[sd]|urged?|request(?:s|"
    r"ed)?|plead(?:s|ed)|"
    r"according\s+to\s+(?:him|her|them|the\s+learned)|stated|averred|alleged)\b",
    re.I,
)
_REPORTED_HI = re.compile(r"निवेदन|प्रार्थना(?!\s*-?\s*पत्र)|याचना|तर्क|कथन|बहस|कहना|अनुरोध|कृपा|विरोध\s+करते|व्यक्त\s+किया")
_WISH = re.compile(r"(?:जाये|जाए|जावे|जाय|जाएं|जायें|दें|करें)\s*$")
_PRAYER_FORM = re.compile(
    r"(?:\b(?:may|might|should|shall|to|kindly|ought)\s+(?:kindly\s+|also\s+|please\s+)?be|^be)\b", re.I
)
_IF = re.compile(
    r"\b(?:if|unless|failing\s+which|in\s+(?:the\s+)?(?:event|case)\s+of\s+(?:any\s+)?(?:breach|violation|default|"
    r"non|failure|misuse)|"
    r"in\s+case\s+(?:the|he|she|they|of\s+default|any|there)|in\s+default|on\s+(?:breach|violation)|otherwise|"
    r"in\s+the\s+event\s+(?:the|he|she|they))\b",
    re.I,
)
_IF_HI = re.compile(r"यदि|अन्यथा|उल्लंघन|चूक|असफल|विफल|व्यतिक्रम")
_WAS = re.compile(
    r"\b(?:was|were|had|has\s+(?:already\s+)?been|have\s+(?:already\s+)?been|having\s+been|came\s+to\s+be|got|stood|"
    r"earlier|previously|already)\b"
    r"[\s\w,]{0,24}$",
    re.I,
)
_BY_ANOTHER = re.compile(
    r"\s+by\s+(?:the\s+|an?\s+|this\s+)?(?:learned|ld|trial|high|sessions?|tribunal|magistrate|single|division|lower|"
    r"appellate|court|authority|"
    r"board|respondent|commission|rent|special|vide|this\s+court\s+(?:on|vide|in))\b",
    re.I,
)
_ANOTHER_ORDER = re.compile(
    r"\b(?:whereby|vide\s+(?:impugned\s+|the\s+)?(?:order|judgment)|by\s+which|wherein|against\s+the\s+(?:order|"
    r"judgment)|vide\s+order|"
    r"(?:trial|high|sessions|lower)\s+court\s+(?:has\s+|had\s+)?(?:\w+ed\b|held)|co-?accused)\b",
    re.I,
)
_PRECEDENT = re.compile(
    r"\b(?:SCC|AIR|SCR|Cri\.?\s?L\.?J|JT|supra|INSC|SCC\s?OnLine)\b|\bapex\s+court\s+(?:has\s+)?(?:held|observed)|"
    r"\b[Vv](?:s|ersus)?\.\s+(?:State|Union)|न्याय\s*दृष्टांत|न्यायदृष्टान्त|\bheld\s+(?:that|as\s+under)|"
    r"\bobserved\s+that",
)
_REFUSES = re.compile(
    r"\b(?:no(?!\.|\s*\d)|not|nor|never|any\s+ground|unable|declin\w+|refus\w+|disinclined|hardly)\b(?!\s+(?:only|"
    r"wanted|required|in\s+dispute))[^,;]{0,70}$",
    re.I,
)
_MODAL = re.compile(
    r"\b(?:can(?:not)?|could|would|may|might|ought\s+to|should|need|not|never|neither|nor|whether|liable\s+to|"
    r"deserves?\s+to|entitled\s+to|"
    r"ordinarily|normally|generally|lest)\s+(?:not\s+|only\s+|also\s+|well\s+)?(?:be\s*)?$",
    re.I,
)
_NOTHING = re.compile(
    r"\b(?:contentions?|submissions?|arguments?|objections?|plea|grounds?|points?|issues?|evidence|testimony|version|"
    r"defen[cs]e|interpretation|"
    r"delay|exemptions?|permission|leave|liberty|time|adjournment|request|explanation|statement|doctrine|view|theory|"
    r"recovery|"
    r"opportunity|presence|attendance|costs?|opinion|principle|documents?|copy|copies|prayer\s+for\s+(?:stay|time|"
    r"adjournment|costs))\b",
    re.I,
)
_MAIN = re.compile(
    r"\b(?:appeals?|petitions?|applications?|revisions?|suits?|bails?|prayer|case|complaint|references?|"
    r"claim\s+petition|proceedings?|matter|"
    r"(?:O|M|W|C|S|R|F|L)\.?\s?(?:A|P|S|L)\.?\s?(?:\(\w+\))?|Crl\.?\s?[OMARP][\w.]*|MCRC|BLAPL|CRM-?M?|ABA|SLP|FIR|"
    r"writ|plaint|"
    r"it|they|same|rule)\b",
    re.I,
)
_SIDE = re.compile(
    r"\b(?:pending|connected|interim|interlocutory|remaining|rest\s+of\s+the|interlocutary|all|other|consequential|"
    r"miscellaneous|misc|ancillary|impleadment|intervention|"
    r"stay|I\.?A|C\.?M|IAs?|CRL\.?M\.?A|exemption|condonation|amendment|delay|urgent|early\s+hearing)"
    r"\b[\w\s.,()/'-]{0,50}"
    r"\b(?:applications?|petitions?|I\.?As?|M\.?Ps?|motions?|prayers?|reliefs?)\b|\bapplications?,?\s+if\s+any|"
    r"\bI\.?A\.?(?:s|\s+No)|\bCRL?\.?\s?M\.?\s?A|"
    r"\bCM\s?APPL|\b(?:M\.?P|W\.?M\.?P|Crl\.?\s?M\.?\s?P)s?\.?\s?No",
    re.I,
)
_INCLINED = re.compile(
    r"\binclined|\bconstrained|\bpersuaded|\bdisinclined|\bfit\b|\bproper\b|\bappropriate\b|\brule\b", re.I
)
_ONCE_FREE = re.compile(
    r"\b(?:for|of|seeking|seeks)\s+(?:his|her|their|the|its)?\s*$|\b(?:his|her|their)\s+$|"
    r"\b(?:after|upon|on|once|while|when|before|since)\s+(?:having\s+been\s+|being\s+|(?:his|her|their)\s+)?$",
    re.I,
)
"""Before "released on bail": what is asked for, or what someone does who is free; no decision to free him."""
_HINDI_NOTHING = re.compile(
    r"(?:तर्क|आपत्ति|अवसर|समय|स्थगन|हाजिरी\s*माफी|साक्ष्य|बंध\s*-?पत्र\S*|बन्ध\s*-?पत्र\S*|मुचलक\S*)[^।]{0,25}$"
)
_HINDI_SURETY = re.compile(r"(?:जामिन|प्रतिभू|जमानतदार|दायित्व)[^।]{0,60}$")
_HINDI_ORDER = re.compile(r"(?:आदेश|निर्णय|डिक्री|दण्डादेश)[^।]{0,60}$")


@dataclass(frozen=True)
class Decision:
    """One act of the court: characters `start` to `end` of the running text say it.

    `length` is that of its sentence, and more where the court is merely inclined. `object` are the words before it,
    `noun` the proceeding that they name. `side` marks one about a mere pending application, `weak` one that only says
    what is about to be decided.
    """

    act: Act
    start: int
    end: int
    weak: bool = False
    side: bool = False
    object: str = ""
    noun: str = ""
    length: int = 0


def decisions_in(anatomy: Anatomy, start: int, end: int) -> list[Decision]:
    """The acts of the court in the sentences that end between the characters `start` and `end`, in order."""
    found: list[Decision] = []
    for span in anatomy.flow.sentences:
        if start < span.end <= end:
            found.extend(_of_sentence(anatomy, span))
    return sorted(found, key=lambda decision: decision.start)


def _of_sentence(anatomy: Anatomy, span: Span) -> Iterator[Decision]:
    text = anatomy.flow.text
    first = max(span.start, span.end - LONGEST_SENTENCE)
    sentence = _DOTS.sub(lambda dot: dot[0].replace(".", "/" if dot[0] == "." else " "), text[first : span.end])
    taken: list[tuple[int, int]] = []
    hindi = bool(re.search(r"[\u0904-\u0939]", sentence))
    for phrase in (*(HINDI if hindi else ()), *ENGLISH):
        for match in phrase.pattern.finditer(sentence):
            if anatomy.quoted(first + match.start()) or any(a < match.end() and match.start() < b for a, b in taken):
                continue
            decision = _hindi(phrase, sentence, match) if phrase in HINDI else _english(phrase, sentence, match)
            if decision:
                taken.append(match.span())
                yield replace(
                    decision,
                    start=first + match.start(),
                    end=first + match.end(),
                    length=span.end - span.start + LONGEST_SENTENCE * bool(_INCLINED.search(match[0])),
                )


def _english(phrase: Phrase, sentence: str, match: re.Match[str]) -> Decision | None:
    before, after, words = sentence[: match.start()], sentence[match.end() :], match[0]
    clause = re.split(r"[;:]|\.\s", before)[-1]
    weak = phrase.force == "weak"
    if phrase.force != "free" and _is_not_this_courts(phrase.act, clause, before, after, words):
        return None
    if weak:
        return Decision(phrase.act, 0, 0, weak=True)
    if _MODAL.search(before) or (
        re.match(r"be\b", words, re.I) and re.search(r"\b(?:to|may|should|would|not)\s*$", before)
    ):
        return None
    if phrase.act in ("bail", "anticipatory") and _REFUSES.search(clause[-120:]):
        return Decision("no_bail", 0, 0)
    nearest = _nearest(clause + words if phrase.act in ("allow", "dismiss", "part", "dispose", "set_aside") else clause)
    if phrase.act in ("allow", "dismiss") and nearest == "nothing":
        return None
    side = nearest == "side" and phrase.act in OF_APPLICATIONS
    return Decision(
        phrase.act,
        0,
        0,
        side=side,
        object=(match.groupdict().get("object") or clause)[-240:],
        noun=noun_of(clause[-160:] + words),
    )


def _is_not_this_courts(act: Act, clause: str, before: str, after: str, words: str) -> bool:
    if act == "bail" and _ONCE_FREE.search(before):
        return True
    if _WAS.search(before) or _BY_ANOTHER.match(after):
        return True
    if (
        _IF.search(clause)
        and act not in ("anticipatory",)
        and not (act == "bail" and not re.search(r"cancel|violat|breach", clause, re.I))
    ):
        return True
    if _PRECEDENT.search(clause) and act not in ("withdrawn",):
        return True
    if _ANOTHER_ORDER.search(clause) and act not in ("set_aside", "quash", "anticipatory"):
        return True
    whole = clause + words
    reported = [match.end() for match in _REPORTED.finditer(whole)]
    rest = whole[reported[-1] :] if reported else ""
    return bool(reported) and bool(_PRAYER_FORM.search(rest) or re.search(r"\bthat\b", rest))


def _nearest(clause: str) -> str:
    """What the clause speaks of last before its verb: "main", "side" (a pending application), or "nothing"."""
    side = [match.end() for match in _SIDE.finditer(clause)]
    places = {
        "nothing": max((match.end() for match in _NOTHING.finditer(clause)), default=-1),
        "main": max((match.end() for match in _MAIN.finditer(clause)), default=-1),
    }
    if side and side[-1] >= max(places.values()) - 2:
        return "side"
    return max(places, key=lambda name: places[name]) if max(places.values()) >= 0 else "main"


def _hindi(phrase: Phrase, sentence: str, match: re.Match[str]) -> Decision | None:
    before, act = sentence[: match.start()], phrase.act
    whole = before + match[0]
    wish = _WISH.search(match[0])
    reported = [m.end() for m in _REPORTED_HI.finditer(whole if wish else before)]
    since = whole[reported[-1] :] if reported else ""
    wished = wish and re.search(r"(?<!\S)कि\s|है|[,-]", since)
    if reported and (wished or not re.search(r"अत[:ः]|अतएव|(?:स्वीकार|सहमत|औचित्य|बल)\s", since)):
        return None
    if _IF_HI.search(whole) and act not in ("bail", "anticipatory", "sentence"):
        return None
    if phrase.force == "weak":
        return Decision(act, 0, 0, weak=True)
    if act in ("allow", "dismiss") and _HINDI_NOTHING.search(before):
        return None
    if act == "discharge" and _HINDI_SURETY.search(before):
        return None
    if act == "dismiss" and _HINDI_ORDER.search(before[-70:]):
        act = "set_aside"
    return Decision(act, 0, 0, object=before[-200:])
