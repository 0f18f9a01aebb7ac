"""What kind of case an order is in, and the relief that was asked for: they decide what "allowed" means.

Reads the heading and the first sentences that say what is prayed for. Knows nothing of what the court decided.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import Final, Literal

from tools.documents.sentences import Span
from tools.legal.order.anatomy import Anatomy
from tools.legal.order.flow import Flow
from tools.legal.types import Fact

Kind = Literal["anticipatory", "cancellation", "bail", "quash", "appeal", "trial", "suit", "petition", ""]
QUOTE_AT_MOST: Final = 340
AT_ONCE: Final = 500  # characters of the body: what is asked for there says more than a heading, which may be a form's
_WHERE_ASKED: Final = 0.45  # of the text, from its beginning
_PATTERNS: Final[tuple[tuple[Kind, re.Pattern[str]], ...]] = (
    (
        "cancellation",
        re.compile(
            r"cancellation\s+of\s+(?:the\s+)?(?:anticipatory\s+|regular\s+)?bail|"
            r"cancel(?:ling)?\s+(?:the\s+)?(?:anticipatory\s+)?bail\b|"
            r"439\s?\(2\)|483\s?\(3\)|जमानत\s+(?:निरस्त|रद्द|खारिज)\s+(?:करने|किये\s+जाने|किए\s+जाने|करने\s+हेतु)|"
            r"जमानत\s+निरस्तीकरण",
            re.I,
        ),
    ),
    (
        "anticipatory",
        re.compile(
            r"anticipatory|pre-?\s?arrest|अग्रिम\s+(?:जमानत|प्रतिभूति)|(?:section|u/s|under|धारा)[^.।]{0,20}\b438\b|"
            r"\b482\b[^.।]{0,30}(?:BNSS|B\.N\.S\.S|Nagarik|Nagrik|Suraksha|बी\.?एन\.?एस\.?एस|नागरिक)|"
            r"apprehend(?:s|ing)\s+(?:his|her|their)\s+arrest|\bABA\b|\bA\.B\.A",
            re.I,
        ),
    ),
    (
        "bail",
        re.compile(
            r"\bbail\s+appl|\bbail\s+(?:petition|matter|order)|regular\s+bail|(?:grant|release|enlarge\w*)"
            r"\s+(?:of\s+|on\s+|to\s+)?"
            r"(?:the\s+)?(?:regular\s+|default\s+|statutory\s+|interim\s+)?bail|seek\w*\s+(?:regular\s+)?bail|"
            r"(?:section|u/s|under)[^.।]{0,20}\b43[79]\b|\b48[03]\b[^.।]{0,30}(?:BNSS|B\.N\.S\.S|Nagarik|Nagrik|"
            r"नागरिक)|application\s+for\s+bail|"
            r"prayer\s+for\s+bail|bail\s+rejection|14-?\s?A\s?\(2\)|suspension\s+of\s+(?:substantive\s+)?sentence|"
            r"BLAPL|\bB\.?A\.?\s+No|जमानत\s+(?:का\s+|हेतु\s+)?(?:आवेदन|प्रार्थना|याचिका|आवे)|प्रतिभूति\s+आवेदन|"
            r"जमानत\s+पर\s+(?:रिहा|मुक्त|छोड़)\S*\s+(?:किये|किए|करने|जाने)|(?:धारा)\s*(?:437|439)\b",
            re.I,
        ),
    ),
    (
        "quash",
        re.compile(
            r"quash(?:ing|ment|ed)?\b[^.]{0,140}\b(?:FIR|F\.I\.R|first\s+information|crime|case\s+no|"
            r"criminal\s+(?:proceeding|case|complaint)|"
            r"charge-?\s?sheet|complaint|summon|proceedings|cognizance|C\.?\s?C\.?\s|S\.T)|"
            r"(?:FIR|F\.I\.R|charge-?\s?sheet|complaint|proceedings|crime)\b[^.]{0,80}\bquash|"
            r"\b482\b[^.।]{0,20}(?:Cr|Code|of\s+the\s+Cr|द)|\b528\b[^.।]{0,30}(?:BNSS|B\.N\.S\.S|Nagarik|Nagrik)|"
            r"प्राथमिकी[^।]{0,60}(?:निरस्त|अभिखण्डित|अपास्त)",
            re.I,
        ),
    ),
)
_APPEAL = re.compile(
    r"\b(?:this|these|present|instant|the)\s+(?:\w+\s+){0,3}(?:appeals?|revisions?)\b|"
    r"\b(?:criminal|civil|first|second|regular|writ|misc\w*\.?|special|intra[- ]court|letters\s+patent|execution|"
    r"family\s+court)\s+"
    r"(?:\w+\s+)?(?:appeal|revision)s?\b|appellate\s+jurisdiction|\bappellants?\b|अपील|निगरानी|पुनरीक्षण",
    re.I,
)
_TRIAL = re.compile(
    r"\b(?:sessions?\s+(?:trial|case)|S\.?T\.?\s+no|S\.?C\.?\s+no|criminal\s+case\s+no|calendar\s+case|C\.?C\.?\s+no|"
    r"complaint\s+case|special\s+case|G\.?R\.?\s+case|regular\s+criminal)\b|"
    r"सत्र\s+(?:परीक्षण|वाद|प्रकरण|विचारण)|(?:दाण्डिक|आपराधिक|फौजदारी)\s+(?:प्रकरण|वाद|मुकदमा|मूल)|"
    r"परिवाद\s+(?:संख्या|सं|क्रमांक|प्रकरण)",
    re.I,
)
_SUIT = re.compile(
    r"\b(?:civil\s+suit|suit|C\.?S\.?\s?(?:\(|no)|O\.?S\.?\s+no|plaintiffs?)\b|व्यवहार\s+वाद|सिविल\s+वाद|वादी", re.I
)
_ASKED = re.compile(
    r"\b(?:pray(?:s|ed|ing)?|seek(?:s|ing)?|sought|(?:has|have)\s+(?:been\s+)?(?:filed|preferred|moved|approached)|"
    r"is\s+(?:filed|directed|preferred)|"
    r"are\s+(?:filed|directed|preferred)|is\s+an\s+(?:application|appeal)|application\s+(?:under|u/s|for)|"
    r"by\s+(?:way|means)\s+of|(?:petition|application|appeal|revision)\s+(?:filed\s+|preferred\s+)?under|"
    r"arises?\s+(?:out\s+of|from)|challenges?|challenging|calls?\s+in\s+question|calling\s+in\s+question|apprehends?\b|impugns?\b|invok)|प्रार्थना\s+की|"
    r"हेतु\s+प्रस्तुत|"
    r"(?:प्रस्तुत|दाखिल)\s+(?:किया|की|किए)|का\s+(?:निराकरण|निस्तारण)\s+किया\s+जा\s+रहा|पेश\s+(?:किया|की)|याचना|के\s+अंतर्गत",
    re.I,
)
_NOT_ASKED = re.compile(
    r"^\W*(?:\d+\.\s*)?(?:accordingly|hence|in\s+view|therefore|consequently|till|until|"
    r"meanwhile|in\s+the\s+mean\s?(?:time|while)|issue|list)\b|\b(?:is|are)\s+directed\s+to|"
    r"permission\s+to\s+withdraw|"
    r"\boppose[sd]?\b|\b(?:is|are|stands?)\b[^.;]{0,30}\b(?:disposed|allowed|dismissed|rejected|granted)\b[^.;]{0,25}\W*$|"
    r"seeks?\s+(?:some\s+|further\s+|short\s+)?(?:time|adjournment|leave|liberty)",
    re.I,
)
_DECIDED = re.compile(r"\b(?:has|had|have|was|were)\s+(?:been\s+)?(?:rejected|dismissed|refused|declined)\b", re.I)
_MOVES = re.compile(
    r"\b(?:filed|preferred|moved|directed|challeng\w+|seek\w*|pray\w*|aggrieved|invok\w+|arises?)\b", re.I
)
_REFUSED = re.compile(r"\b(?:reject|refus|declin|dismiss)\w*|निरस्त|खारिज", re.I)
_OTHERS = re.compile(r"\b(?:co-?accused|earlier|previous|prior|first\s+bail)\b[^.]{0,60}(?:bail)", re.I)


_NOUNS = r"(appeal|petition|application|revision|suit|complaint|reference)s?"
NOUN: Final = re.compile(rf"\b{_NOUNS}\b", re.I)
_OWN = re.compile(rf"\b(?:this|these|present|instant)\s+(?:\w+\s+){{0,3}}?{_NOUNS}\b", re.I)


@dataclass(frozen=True)
class Matter:
    """The kind of case, the sentence that says what was asked for, and the noun the court calls the case by.

    `refused` says that the request comes after another court refused bail, as in an appeal of the accused.
    """

    kind: Kind
    asked: Span | None
    noun: str = ""
    refused: bool = False

    @property
    def is_bail(self) -> bool:
        """Whether the question is whether someone shall be free until the trial."""
        return self.kind in ("bail", "anticipatory")


def matter_of(anatomy: Anatomy) -> Matter:
    """What the order is about."""
    flow = anatomy.flow
    asked = _relief(anatomy)
    heading = flow.lines[: anatomy.body]
    relief = flow.text[asked.start : asked.end] if asked else ""
    opening = flow.text[anatomy.body : anatomy.body + 1_500]
    first = relief if asked and asked.start < anatomy.body + AT_ONCE else ""
    for text in (first, _case_lines(heading), relief, opening if not asked else ""):
        for kind, pattern in _PATTERNS:
            if pattern.search(text) and not (kind == "bail" and _OTHERS.search(text)):
                refused = bool(_REFUSED.search(relief + opening[:800]))
                return Matter(_anticipatory_if(kind, relief + opening[:600]), asked, _own_noun(flow.text), refused)
    return Matter(_plain_kind(flow, heading, relief or opening), asked, _own_noun(flow.text))


def noun_of(text: str) -> str:
    """The last noun of `text` that names a proceeding: "appeal", "petition"…; empty without one."""
    found = [match[1].lower() for match in NOUN.finditer(text)]
    return found[-1] if found else ""


def _own_noun(text: str) -> str:
    counts = Counter(match[1].lower() for match in _OWN.finditer(text))
    return counts.most_common(1)[0][0] if counts else ""


def _anticipatory_if(kind: Kind, text: str) -> Kind:
    """A heading that says only "bail application" may still head a request for anticipatory bail."""
    if kind == "bail" and _PATTERNS[1][1].search(text) and not re.search(r"regular\s+bail|\b439\b|\b483\b", text, re.I):
        return "anticipatory"
    return kind


def _case_lines(heading: str) -> str:
    """The heading without counsel and judges, whose lines may speak of bail for other reasons."""
    return re.sub(r"(?im)^.*\b(?:counsel|advocate|justice|coram)\b.*$", "", heading)


def _plain_kind(flow: Flow, heading: str, relief: str) -> Kind:
    first = flow.text[:6_000]
    if re.search(r"\bapplicant\b", first) and re.search(
        r"custodial\s+interrogation\s+of\s+the\s+(?:applicant|petitioner)", flow.text
    ):
        return "anticipatory"
    if _TRIAL.search(heading) and not re.search(r"\bappeal|revision|अपील|निगरानी", heading, re.I):
        return "trial"
    if _APPEAL.search(heading) or _APPEAL.search(relief) or len(_APPEAL.findall(first)) >= 4:
        return "appeal"
    if _SUIT.search(heading) or len(_SUIT.findall(first)) >= 4:
        return "suit"
    if re.search(r"\bpetition|याचिका", heading + first[:3_000], re.I):
        return "petition"
    return "trial" if re.search(r"\bPW-?\s?\d|prosecution\s+witness|अभियोजन\s+साक्षी|अ0सा0", flow.text) else ""


def _relief(anatomy: Anatomy) -> Span | None:
    """The first sentence of the court that says what is asked for and of which kind; else the first that asks."""
    text = anatomy.flow.text
    limit = anatomy.body + max(1_500, int(len(text) * _WHERE_ASKED))
    plain = None
    for span in anatomy.flow.sentences:
        if span.end <= anatomy.body or span.start >= limit or anatomy.quoted(span.start):
            continue
        sentence = text[span.start : span.end]
        if not _ASKED.search(sentence) or len(sentence) < 40 or _NOT_ASKED.search(sentence):
            continue
        if _DECIDED.search(sentence) and not _MOVES.search(sentence):
            continue
        if any(pattern.search(sentence) for _, pattern in _PATTERNS):
            return Span(max(span.start, anatomy.body), span.end)
        if plain is None and re.search(
            r"\b(?:appeal|petition|application|suit|revision|complaint)|याचिका|अपील|आवेदन|वाद\b", sentence, re.I
        ):
            plain = Span(max(span.start, anatomy.body), span.end)
    return plain


def relief_fact(flow: Flow, matter: Matter) -> Fact | None:
    """What was asked for, in the order's own words, cut to a clause of reasonable length."""
    if matter.asked is None:
        return None
    start, end = matter.asked.start, matter.asked.end
    number = re.match(r"\W{0,3}\d{1,3}\s?[.)]\s*", flow.text[start:end])
    start += number.end() if number else 0
    if end - start > QUOTE_AT_MOST:
        cut = max(flow.text.rfind(sign, start + 120, start + QUOTE_AT_MOST) for sign in (",", ";", " "))
        end = cut if cut > start else start + QUOTE_AT_MOST
    return flow.fact("relief_asked", flow.written(start, end), start, end)
