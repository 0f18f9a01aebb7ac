"""Who went to court against whom, and who spoke for them: from labels, from the lines around "versus", from rolls.

Names end where father, age and address begin. Knows no role beyond the two sides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, Literal

from tools.documents.sentences import Span
from tools.legal.evidence import listed
from tools.legal.order.anatomy import Anatomy
from tools.legal.order.flow import Flow
from tools.legal.types import Fact

Side = Literal["petitioner", "respondent"]
MOST_PARTIES: Final = 40
ROLL: Final = 8  # lines of counsel that may stand between a role and "versus"
BLOCK: Final = 25  # lines that one side's block may have
FIRST = (
    r"(?:petitioners?|prosecution|applicants?|appellants?|revisionists?|complainants?|plaintiffs?|claimants?|"
    r"decree\s+holders?|(?:bail\s+)?applicant/accused|detenu)"
)
SECOND = (
    r"(?:respondents?|opposite\s+part(?:y|ies)|opp\.?\s+part(?:y|ies)|non-?applicants?|defendants?|"
    r"accused(?:\s+persons?)?|opponents?|judgment\s+debtors?|O\.?P\.?s?|contemnors?)"
)
FIRST_HI = (
    r"(?:(?:प्रार्थी|आवेदक|अपीलार्थी|याची)(?:गण|या)?\s*/\s*(?:अभियुक्त|आरोपी)(?:गण)?|प्रार्थी(?:गण|या)?|आवेदक(?:गण)?|"
    r"प्रार्थिया|आवेदिका|याची(?:गण)?|याचिकाकर्ता(?:गण)?|अपीलार्थी(?:गण)?|अपीलकर्ता(?:गण)?|निगरानीकर्ता(?:गण)?|पुनरीक्षणकर्ता|"
    r"वादी(?:गण)?|परिवादी(?:या)?|अभियोगी|अभियोजन(?:\s+पक्ष)?)"
)
SECOND_HI = (
    r"(?:प्रत्यर्थी(?:गण)?|अप्रार्थिया|विपक्षी(?:गण)?|अनावेदक(?:गण)?|अप्रार्थी(?:गण)?|उत्तरवादी(?:गण)?|प्रतिवादी(?:गण)?|"
    r"अभियुक्त(?:गण)?|आरोपी(?:गण)?)"
)
LABELS: Final[dict[Side, re.Pattern[str]]] = {
    "petitioner": re.compile(
        rf"^\W*(?:{FIRST}(?:\(s\)|/s)?(?:\s*[/&]\s*[^:\n]{{1,40}}?)?|{FIRST_HI})\s*(?::-|:|:–|-:)[^\S\n]*(?P<rest>[^\n]*)",
        re.I | re.M,
    ),
    "respondent": re.compile(
        rf"^\W*(?:{SECOND}(?:\(s\)|/s)?(?:\s*[/&]\s*[^:\n]{{1,40}}?)?|{SECOND_HI})\s*(?::-|:|:–|-:)[^\S\n]*(?P<rest>[^\n]*)",
        re.I | re.M,
    ),
}
_ROLE = re.compile(
    rf"(?:^|[.…_]+\s*|\s-\s*|\s)[-.…_ (]*(?:(?:{FIRST}|{SECOND})(?:\(s\)|/s|"
    rf"\s*\(s\))?(?:\s*[/&]\s*\w+)?(?:\s*No\.?\s*[\d, &to-]+)?|{FIRST_HI}|{SECOND_HI})[\s.…:)\]।-]*$",
    re.I,
)
VERSUS = re.compile(r"^\W*(?:v\s?e\s?r\s?s\s?u\s?s|v/s|vs|v|-?\s?vrs|बनाम|विरुद्ध|विरूद्ध)\W*$", re.I | re.M)
_IN_LINE = re.compile(
    r"^(?P<first>[^\n]{2,120}?)\s(?:v/s|vs?\.|vs|versus|Versus|VERSUS|VS\.?|V/S|V\.|Vs\.?|बनाम|विरुद्ध|विरूद्ध)"
    r"\.?\s+(?P<second>[^\n]{2,160})$",
    re.M,
)
_MATTER_OF = re.compile(
    r"^\W*in\s+the\s+matter\s+of\s*[:;-]*[^\S\n]*(?P<rest>[^\n]+(?:\n[^\n]*\.{3}[^\n]*)?)", re.I | re.M
)
_BETWEEN = re.compile(r"^\W*BETWEEN\W*$|^\W*BETWEEN\s*:-?", re.M)
AND = re.compile(r"^\W*AND\W*:?-?\W*$", re.M)
_STOP = re.compile(
    r"\bcourt\b|^\W*(?:reportable|non-?reportable)|jurisdiction|\b(?:appeal|petition|application|case|revision|suit|"
    r"trial|bail|W\.?P|CRM|MCRC|SLP)\b[^\n]{0,40}\b(?:no|nos|of)\b|"
    r"^\W*(?:coram|bench|date|dated|present|between|in\s+the\s+matter|hon|before|through|with\b|order|judg|reserved|"
    r"pronounced|counsel|for\s+the|CNR|FIR|u/s|under\s+section|P\.?S\.?\b|"
    r"दिनांक|न्यायालय|धारा|थाना|समक्ष|उपस्थित|आदेश|निर्णय|मु0\s?अ0|पीठासीन|जमानत|अपराध|संस्थापन)|"
    r"neutral\s+citation|^\W*(?:[\w.]+\s+){0,3}(?:CNR|filing|registration|diary|item|court|serial|sr|case)\W+(?:no|number)\b|"
    r"सी[.0]?\s?एन[.0]?\s?आर|\b[A-Z]{4}\d{12}\b|"
    r"\d{1,2}[./]\d{1,2}[./]\d{4}|"
    r"^\W*(?:mr|ms|mrs|sh|shri|sri|smt|adv)\b\.?[^\n]*(?:advocate|adv\b|counsel|for\b)|appearance|advocates?\b|"
    r"\bby\s+(?:adv|shri|sri|mr|ms)|"
    r"आवेदन\s*(?:पत्र\s*)?(?:सं|क्र)|का(?:ण्|ं)ड\s|संख्या|क्रमांक|अधिवक्ता|न्यायाधीश|अपील|याचिका|प्रकरण",
    re.I,
)
LETTERS = re.compile(r"[A-Za-z]{2}|[A-Z]\.\s?[A-Z]|[\u0904-\u0939]")
_CASE_LINE = re.compile(
    r"^\W*[A-Z][A-Za-z.()\s&]{1,70}\s?\d{1,6}\s?/\s?(?:19|20)\d\d\b|\b(?:nos?|number)\b\W.{0,20}\d.{0,20}(?:\bof\b|/)"
    r"\s?\d{2,4}",
    re.I,
)
_TAIL = re.compile(
    r"\s*(?:,|\b|(?<=\s))\s*(?:(?:s|d|w|c|h)\s?/\s?o\b|(?:son|daughter|wife|widow|husband)\s+of\b|aged?\b|age\s*[:-]|"
    r"r/o\b|residents?\s*(?:of\b|at\b|:)|residing|represented\s+by|rep\.?\s+by|through\b|thru\b|"
    r"by\s+its\b|having\s+(?:its|office)|working\s+as|occupation|(?:पुत्र|पुत्री|पत्नी|निवासी|उम्र|आयु|आत्मज|आत्मजा|"
    r"पिता|द्वारा|जरिये|जरिए|पति|वल्द)(?=[\s:-])|वगैरह\s+निवासी|aadhaar|(?<=,\s)dist(?:rict|t)?\b|(?<=,)dist(?:rict|t)?\b|"
    r"P\.?S\.?\s|थाना).*$",
    re.I | re.S,
)
_LEADER = re.compile(r"(?<=\w)\W{0,3}\s*[.…_]{4,}")
"""The dots that lead from a name to the role at the line's end."""
_THROUGH = re.compile(r"\W*through\s+(?:his|her|its|their|the)\b", re.I)
_NUMBER = re.compile(r"(?:^|\n)[^\S\n]*\d{1,2}\s?-\s+(?=[^\W\d_])|(?:^|\s)\(?\d{1,2}\s?[.):]\s*(?=[^\W\d_])")


def parties(anatomy: Anatomy) -> dict[str, Fact]:
    """Both sides as lists of names; a side that the heading does not name is missing."""
    found: dict[str, Fact] = {}
    for way in (_labelled, _around_versus, _in_one_line, _in_the_matter):
        for side, span in way(anatomy):
            if side not in found and (fact := listed(side, list(_names(anatomy.flow, side, span))[:MOST_PARTIES])):
                found[side] = fact
        if len(found) == 2:
            break
    return found


def _labelled(anatomy: Anatomy) -> Iterator[tuple[Side, Span]]:
    lines = anatomy.flow.lines
    limit = max(anatomy.body, 1_200)
    for side, pattern in LABELS.items():
        if match := pattern.search(lines, 0, limit):
            start, end = match.span("rest")
            rest = lines[end + 1 : min(end + 400, limit)].split("\n")
            for number, line in enumerate(rest[:8]):
                if not line.strip() or ":" in line or _STOP.search(line) or VERSUS.match(line):
                    break
                if number and match["rest"].strip() and not re.match(r"\W*\d{1,2}\s?[.)]", line):
                    break
                end += 1 + len(line)
            yield side, Span(start, end)


def _around_versus(anatomy: Anatomy) -> Iterator[tuple[Side, Span]]:
    lines = anatomy.flow.lines
    limit = max(anatomy.body, 1_800)
    cut = VERSUS.search(lines, 0, limit)
    if cut is None and (between := _BETWEEN.search(lines, 0, limit)):
        cut = AND.search(lines, between.end(), limit)
    if cut is None:
        return
    yield "petitioner", _above(lines, _end_of_role(lines, cut.start()))
    yield "respondent", _below(lines, cut.end(), limit)


def _end_of_role(lines: str, end: int) -> int:
    """The end of the last line above `end` that names the first side's role; counsel may stand below it."""
    at = end
    for line in reversed(lines[:end].rstrip("\n").split("\n")[-ROLL:]):
        at = lines.rfind(line, 0, at)
        if line.strip() and _ROLE.search(line):
            return at + len(line)
    return end


def _above(lines: str, end: int) -> Span:
    at = end
    above = lines[:end].rstrip("\n").split("\n")
    for count, line in enumerate(reversed(above)):
        if count and (not line.strip() or count > BLOCK):
            break
        goes_on = count + 2 <= len(above) and above[-count - 2].rstrip().endswith(",")
        if _CASE_LINE.search(line) or (
            _STOP.search(line) and not _ROLE.search(line) and not goes_on and not _THROUGH.match(line)
        ):
            break
        at = lines.rfind(line, 0, at)
    return Span(max(at, 0), end)


def _below(lines: str, start: int, limit: int) -> Span:
    at = start
    begun = goes_on = False
    for count, line in enumerate(lines[start:limit].split("\n")):
        ends = _STOP.search(line) and not _ROLE.search(line) and not goes_on
        if count > BLOCK or (begun and (ends or not line.strip())):
            break
        goes_on = line.rstrip().endswith(",")
        begun = begun or bool(line.strip())
        at += len(line) + 1
        if _ROLE.search(line):
            break
    return Span(start, min(at, len(lines)))


def _in_one_line(anatomy: Anatomy) -> Iterator[tuple[Side, Span]]:
    lines = anatomy.flow.lines
    for match in _IN_LINE.finditer(lines, 0, max(anatomy.body, 900)):
        if len(re.findall(r"\b[a-z]{4,}\b", match[0])) < 7 and not re.search(r"\bSCC\b|\bAIR\b|\(\d{4}\)", match[0]):
            yield "petitioner", Span(*match.span("first"))
            yield "respondent", Span(*match.span("second"))
            return


def _in_the_matter(anatomy: Anatomy) -> Iterator[tuple[Side, Span]]:
    """The applicant alone, as in Calcutta: "In the matter of: A B ... Petitioner"."""
    lines = anatomy.flow.lines
    for match in _MATTER_OF.finditer(lines, 0, max(anatomy.body, 1_500)):
        if _ROLE.search(match["rest"]):
            yield "petitioner", Span(*match.span("rest"))
            return


def _names(flow: Flow, side: Side, span: Span) -> Iterator[Fact]:
    block = flow.lines[span.start : span.end]
    starts = [match.end() for match in _NUMBER.finditer(block)]
    if len(starts) < 2 and not (starts and starts[0] < 6):
        starts = [0]
    for start, end in zip(starts, [*(s for s in starts[1:]), len(block)], strict=True):
        yield from _name(flow, side, span.start + start, span.start + end)


def _name(flow: Flow, side: Side, start: int, end: int) -> Iterator[Fact]:
    piece = flow.lines[start:end]
    piece = re.sub(r"\s\(?\d{1,2}\s?[.)]\s*$", "", piece.rstrip())
    for line_role in range(3):  # roles stand at the end of one of the last lines
        piece = _ROLE.sub("", piece.rstrip(" \n.…_-,")) if line_role < 2 else piece
    piece = re.split(
        r"\n\W*(?=[.…]{2,})|\bon\s+\d{1,2}\s+[A-Z][a-z]+,?\s+\d{4}|\n\W*\(?(?:BY|By|Through|THROUGH)\b", piece
    )[0]
    piece = _LEADER.split(piece, maxsplit=1)[0]
    piece = _TAIL.sub("", piece)
    lead = len(piece) - len(piece.lstrip(" \n.,:;…_-*#=|)\"'"))
    name = piece.strip(" \n.,:;…_-*#=|\"'(")
    name += ")" if name.count("(") > name.count(")") and flow.lines[start + lead + len(name) :][:1] == ")" else ""
    name += "." if re.search(r"\.[A-Z]$", name) and flow.lines[start + lead + len(name) :][:1] == "." else ""
    if not 2 <= len(name) <= 200 or not LETTERS.search(name) or name.count("\n") > 3:
        return
    at = start + lead
    yield flow.fact(side, flow.written(at, at + len(name)), at, at + len(name))
