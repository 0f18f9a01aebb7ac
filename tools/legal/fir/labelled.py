"""Lines of a report without the form that open with a label: "वादी- …", "Accused: 1. … 2. …", "विवेचक- …".

Also the accused of the set phrase "against A son of B and C son of D". Knows no layout but that of lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby, pairwise
from typing import Final

from tools.documents.types import Page
from tools.legal.dates import ascii_digits
from tools.legal.evidence import fact_at, listed
from tools.legal.fir import set_phrases as phrases
from tools.legal.fir.people import RELATION, UNKNOWN
from tools.legal.fir.set_phrases import RANK
from tools.legal.fir.shapes import tidy
from tools.legal.types import Fact

_MARK = (
    r"(?:का\s+नाम(?:\s+व\s+पता)?|का\s+विवरण|name(?:\s+and\s+address)?|\(s\))?[ \t]{0,3}"
    r"(?::[ \t]?[-–—]?|[-–—]|=)[ \t]{0,3}"
)
_LINE = r"(?:^|\n)[ \t]{0,9}(?:\(?[0-9०-९]{1,2}[.)]\s?)?"
COMPLAINANT: Final = re.compile(
    _LINE + r"(?P<label>(?:नाम\s+)?(?:वादी|वादिनी|मुद्दई|परिवादी|परिवादिनी|फरियादी|प्रार्थी|सूचक|सूचनाकर्ता|शिकायतकर्ता|आवेदक)"
    rf"(?:\s+मुकदमा)?|(?:name\s+of\s+(?:the\s+)?)?(?:complainant|informant))\s{{0,2}}{_MARK}(?:श्री(?:मती)?\s+|(?:Shri|Smt|Sh)\.?\s+)?",
    re.I,
)
ACCUSED: Final = re.compile(
    _LINE + r"(?P<label>(?:नाम\s+)?(?:नामजद\s+)?(?:अभियुक्त(?:गण|ा)?|आरोपी(?:गण)?|विपक्षी(?:गण)?|मु[ल]?्?जि?म(?:ान)?)"
    rf"|(?:names?\s+of\s+(?:the\s+)?)?accused(?:\s+persons?)?)\s{{0,2}}{_MARK}",
    re.I,
)
OFFICER: Final = re.compile(
    _LINE + r"(?P<label>विवेचक|विवेचनाधिकारी|विवेचना\s+अधिकारी|अनुसंधानकर्ता|अनुसंधान\s+(?:पदाधिकारी|अधिकारी)|जा[ँं]च\s+अधिकारी"
    rf"|तफ्तीश(?:ी)?\s+अधिकारी|(?:name\s+of\s+(?:the\s+)?)?(?:investigating\s+officer|I\.?O\.?))\s{{0,2}}{_MARK}",
    re.I,
)
PLACE: Final = re.compile(
    _LINE
    + rf"(?P<label>घटना\s?स्थल|place\s+of\s+(?:occurrence|offence|incident))\s{{0,2}}{_MARK}(?P<value>[^\n]{{3,120}})",
    re.I,
)
AGAINST: Final = re.compile(
    r"(?P<names>[^।;]{5,200}?)\s(?:के\s+(?:विरुद्ध|विरूद्ध|खिलाफ))|\bagainst\s(?P<english>[^.;]{5,200})", re.I
)
_LEAD: Final = re.compile(r".*(?<![\u0900-\u097f])(?:पर|द्वारा|ने|कि|से|में|को|के)\s+", re.S)
_ONE_MORE: Final = re.compile(r"\s+(?:व|एवं|तथा|और|and)\s+|\s{0,2}[,;]\s{0,2}")
_NUMBER: Final = re.compile(r"(?:^|(?<=[\s,;\u0900-\u0963]))\(?([0-9०-९]{1,2})\s?[.)\-]\s{0,2}(?=\D)")
_GLUED: Final = re.compile(r"(?<=[\u0900-\u0963]{2})(?:पुत्र|निवासी)")  # where a print shows no space before it
_OPENS: Final = re.compile(r"\s{0,9}[^\s:]{2,20}(?:\s[^\s:]{1,20}){0,2}\s?:")
_LONGEST: Final = 600  # characters of a labelled list
_NAME_WORDS: Final = 5


def paragraphs(page: Page) -> str:
    """The page's text with a space for each break within a paragraph and ";" for one after it, as long as before.

    A paragraph ends with a line on which the next word would have fitted, and before a line that opens with a label.
    """
    lines = [list(words) for _, words in groupby((w for w in page.words if not w.hidden), key=lambda word: word.line)]
    edge = max((word.box[2] for line in lines for word in line), default=0.0)
    ends = []
    for line, following in pairwise(lines):
        left, top, right, bottom = following[0].box
        fits = max(word.box[2] for word in line) + (right - left) + (bottom - top) / 2 < edge
        ends.append(";" if fits or _OPENS.match(" ".join(word.text for word in following[:6])) else " ")
    texts = page.text.split("\n")
    ends = ends if len(ends) == len(texts) - 1 else [" "] * (len(texts) - 1)
    return "".join(text + end for text, end in zip(texts, [*ends, ""], strict=True))


def complainants(pages: list[Page]) -> Iterator[tuple[Page, int]]:
    """Where the names after "complainant:" at the beginning of a line start."""
    return ((page, match.end()) for page in pages for match in COMPLAINANT.finditer(page.text))


def place(pages: list[Page]) -> Fact | None:
    """The place of the offence after "घटनास्थल-" at the beginning of a line."""
    for page in pages:
        if match := PLACE.search(page.text):
            value = match["value"].rstrip(" .।")
            start = match.start("value")
            return fact_at("place", tidy(value), page, start, start + len(value), label=match["label"])
    return None


def accused(pages: list[Page]) -> Iterator[Fact | None]:
    """The accused of the first list that is labelled so: by name, or as unknown."""
    for page in pages:
        for match in ACCUSED.finditer(page.text):
            found = [_named(page, start, end, match["label"]) for start, end in _entries(page.text, match.end())]
            yield listed("accused", [fact for fact in found if fact is not None and fact.key == "accused"])
            yield next((fact for fact in found if fact is not None and fact.key != "accused"), None)


def accused_of_the_charge(pages: list[Page]) -> Fact | None:
    """The accused of "A पुत्र B व C पुत्र D के विरुद्ध": each by name and father."""
    for page in pages:
        text = paragraphs(page)
        for match in AGAINST.finditer(text):
            group = "names" if match["names"] else "english"
            found, at = [], match.start(group)
            for part in _ONE_MORE.split(match[group]):
                start = text.index(part, at)
                at = start + len(part)
                relation = phrases.FATHER.search(part)
                if relation is not None and relation.start() > 1:
                    lead = _LEAD.match(part[: relation.start()])
                    found.append(_named(page, start + (lead.end() if lead else 0), at, ""))
            if found and all(found):
                return listed("accused", [fact for fact in found if fact is not None])
    return None


def officer(pages: list[Page]) -> Iterator[Fact | None]:
    """The investigator after "विवेचक-" or "I.O.:" at the beginning of a line."""
    for page in pages:
        for match in OFFICER.finditer(page.text):
            line = page.text[match.end() : _line_end(page.text, match.end())]
            rank = RANK.search(line)
            start, end = 0, len(line)
            if rank is not None:
                start, end = (rank.end(), end) if rank.start() < 2 else (0, rank.start())
            name = phrases.OFFICER_NAME.match(line, start, end)
            if name is None:
                continue
            at = match.end()
            yield fact_at("investigating_officer", tidy(name["name"]), page, *_moved(name, at), label=match["label"])
            if rank is not None:
                value = tidy(rank["rank"])
                place = (at + rank.start("rank"), at + rank.end("rank"))
                yield fact_at("investigating_officer_rank", value, page, *place, label=match["label"])
            return


def _moved(match: re.Match[str], at: int) -> tuple[int, int]:
    return at + match.start("name"), at + match.end("name")


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return end if end >= 0 else len(text)


def _entries(text: str, at: int) -> Iterator[tuple[int, int]]:
    """Where each entry of a list stands: cut at its numbers, which rise by one; else the rest of the line."""
    starts: list[tuple[int, int]] = []
    for number in _NUMBER.finditer(text, at, min(len(text), at + _LONGEST)):
        between = text[starts[-1][1] if starts else at : number.start()]
        if int(ascii_digits(number[1])) == len(starts) + 1 and "।" not in between and between.count("\n") < 3:
            starts.append((number.start(), number.end()))
    if not starts or text[at : starts[0][0]].strip():
        yield at, _line_end(text, at)
        return
    ends = [start for start, _ in starts[1:]] + [_line_end(text, starts[-1][1])]
    for (_, start), end in zip(starts, ends, strict=True):
        yield start, end


def _named(page: Page, start: int, end: int, label: str) -> Fact | None:
    """The person whom an entry names, before father and home."""
    entry = page.text[start:end]
    if unknown := UNKNOWN.search(entry):
        place = (start + unknown.start(), start + unknown.end())
        return fact_at("accused_unknown", unknown[0], page, *place, label=label)
    stops = [match.start() for match in RELATION.finditer(entry) if match.start() > 1]
    stops += [match.start() for match in _GLUED.finditer(entry)]
    stops += [entry.index(sign) for sign in ",।;(\n" if sign in entry]
    name = entry[: min(stops, default=len(entry))]
    lead = phrases.TITLE.match(name)
    first = start + (lead.end() if lead else len(name) - len(name.lstrip()))
    last = start + len(name.rstrip(" .-–"))
    words = page.text[first:last].split()
    if not 1 <= len(words) <= _NAME_WORDS or re.search(r"[\d०-९]", page.text[first:last]) or last - first < 2:
        return None
    return fact_at("accused", tidy(page.text[first:last]), page, first, last, label=label)
