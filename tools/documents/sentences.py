"""Cuts a page into sentences, English or Hindi, without touching its characters.

Knows the abbreviations, numbered paragraphs, headings and labels of court orders and police reports; knows no meaning.
A sentence that runs over a page's end is cut there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from tools.documents.types import Page

LOWER_CASE: Final = 0.004  # below this share of capitals among Latin letters a text carries no case at all
SHORT_LINE: Final = 0.62  # of the usual width of a line: ends a paragraph when a capital follows
_SHORTENED = (
    "a.p.p addl adj admn adv advs agst ald anr apl appl appln art arts asst assn bail.appln bom c.r cal capt cc cf "
    "ch cl cls co col commr comp cons cont corp corpn cr crl crim ct d dept dist distt dr dt dtd e.g ed edn edu "
    "engg esq est etc ex exb exbt exh ext fig fir gen gov govt hon hon'ble hon’ble hons i.e ibid id inc insp jr jt "
    "km kr kum ld learnd lt ltd maj m/s mad messrs md misc miss mohd mr mrs ms mst n no nos o.s op ors p p.s para "
    "paras pb pg po "
    "pp pr pro prof pt pvt r/o rc re ref reg regd res resp retd rev rs s s.c s.i s/o sd sec secs ser sess sh smt "
    "spl sqn sr ss st sub supp supt tal teh tr u/s u/ss v v/s viz vol vols vs w.e.f w.p w.r.t wp wz बनाम"
)
ABBREVIATIONS: Final = frozenset(_SHORTENED.split())
_SHORTENED_ENDS = "anr co corp etc ltd ors pvt inc sd retd no id p.s s.c a.p.p"
ENDS_TOO: Final = frozenset(_SHORTENED_ENDS.split())
"""Abbreviations that also stand at the end of a sentence: a typical first word decides."""
_SHORTENED_HINDI = (
    "डा डॉ डाॅ श्री श्रीमती सं क्र न नं प्र पु उ म मु अ भा द दं दण्ड वि धा रु रू कि मी से पी एस आर ओ एफ आई सी जी ए "
    "बी के एम एन टी डी एल यू वी जे एच थाना को कोत जि ता तह पृ पत्रा अप अभि एड श्रीमति सुश्री कु मो मौ स्व उम्र नि "
    "ग्रा पो लि प्रा सीआर"
)
HINDI_ABBREVIATIONS: Final = frozenset(_SHORTENED_HINDI.split())
_FIRST = (
    "the this these that those it in on he she they we i as at by for from having heard however if learned ld no "
    "there therefore thus while with when whereas accordingly after again although an a and both but consequently "
    "considering further hence issue let list mr ms mrs now once perusal present prayer put since so such under "
    "upon according admittedly all any appeal before being during each every facts finally given how indeed instead "
    "leave moreover nor notice one only our petition petitioner respondent applicant appellant accused reliance "
    "reply state to two until vide what where which who per copy be his her its their not"
)
FIRST_WORDS: Final = frozenset(_FIRST.split())
_MARK = re.compile(r"[.?!।॥|]+[\"'”’»)\]]*(?=\s|$)")
_LATIN = re.compile(r"[A-Za-z]")
_CAPITAL = re.compile(r"[A-Z]")
_NUMBERED = re.compile(
    r"[\"“'‘(\[]?(?:\d{1,3}(?:\.\d{1,2})?[.)\]](?!\d)|\(?[a-zA-Z]\)|\(?[ivx]{1,5}\)|\d{1,3}\.(?=\s|[A-Z\u0904-\u0939])|"
    r"[०-९]{1,3}[.)\]।-]|\(?[\u0905-\u0939]\)|[-•●▪➢*]\s)"
)
_PARAGRAPH = re.compile(r"\d{1,3}\.\s+[\"“'‘]?[A-Z\u0904-\u0939][^\s.]")
_POINTS_ON = re.compile(
    r"(?:\b(?:no|nos|section|sections|sec|para|paras|paragraph|rule|article|clause|at|and|to|of|rs|page)\.?|[,&(-]|धारा|संख्या|क्रमांक)$",
    re.I,
)
_RUNS_ON = re.compile(
    r"(?:^|\s)(?:under|of|in|the|and|or|to|by|for|with|read|at|on|an?|that|from|as|is|was|his|her|this|said|dated)$|[,&-]$"
)
_LABEL = re.compile(r"[^\W\d_][^:\n।]{1,44}\s?:-?(?:\s|$)")
_LAST_TOKEN = re.compile(r"\S{0,40}$")
_HINDI = re.compile(r"[\u0904-\u0939\u0958-\u0961]")


@dataclass(frozen=True)
class Span:
    """A sentence: its first character in the page's text and one past its last."""

    start: int
    end: int


def sentences(page: Page) -> list[Span]:
    """The sentences of `page` in reading order; white space between them belongs to none."""
    return sentences_in(page.text)


def sentences_in(text: str) -> list[Span]:
    """The sentences of a text whose lines are parted by newlines."""
    cuts = [0, *sorted({*_mark_cuts(text), *_line_cuts(text)}), len(text)]
    spans = []
    for start, end in pairwise(cuts):
        piece = text[start:end]
        if stripped := piece.strip():
            lead = len(piece) - len(piece.lstrip())
            spans.append(Span(start + lead, start + lead + len(stripped)))
    return spans


def _mark_cuts(text: str) -> Iterator[int]:
    caseless = _caseless(text)
    for match in _MARK.finditer(text):
        if _ends_sentence(text, match.start(), match.end(), caseless):
            yield match.end()


def _ends_sentence(text: str, mark: int, after: int, caseless: bool) -> bool:
    sign = text[mark]
    following = text[after : after + 40]
    rest = following.lstrip()
    if not rest or sign in "?!।॥":
        return True
    token = _last_token(text, mark)
    if sign == "|":
        return bool(_HINDI.search(token))
    new_line = "\n" in following[: len(following) - len(rest)]
    if new_line and _NUMBERED.match(rest):
        return not _is_number_of_paragraph(token)
    if _HINDI.search(token):
        return _hindi_ends(token)
    return _latin_ends(token, rest, caseless)


def _last_token(text: str, mark: int) -> str:
    found = _LAST_TOKEN.search(text, max(0, mark - 40), mark)
    return found[0].lstrip("(\"'“‘[") if found else ""


def _hindi_ends(token: str) -> bool:
    return "." not in token and len(token) > 2 and token not in HINDI_ABBREVIATIONS and not token.endswith("0")


def _latin_ends(token: str, rest: str, caseless: bool) -> bool:
    word = rest.lstrip("\"'“‘([").split(maxsplit=1)[0] if rest.lstrip("\"'“‘([") else ""
    if re.match(r"Nos?\.?\s*[-:]?\s*\d", rest):
        return False
    starter = word.strip(".,;:").lower() in FIRST_WORDS and (caseless or word[:1].isupper())
    name = token.lower()
    if not token or _is_number_of_paragraph(token):
        return False
    if name in ABBREVIATIONS:
        return name in ENDS_TOO and starter
    if re.fullmatch(r"[A-Za-z]|(?:[A-Za-z]{1,3}\.)+[A-Za-z]{0,4}", token):  # initials, Cr.P.C., U.P.
        return starter and len(word.strip(".")) > 1
    if token[-1].isdigit() and word[:1].isdigit():
        return False
    if caseless:
        return bool(word)
    return bool(word) and (not word[0].islower() or rest[0] in '"“(')


def _is_number_of_paragraph(token: str) -> bool:
    return bool(re.fullmatch(r"\(?(?:\d{1,3}(?:\.\d{1,2})?|[०-९]{1,3}|[ivxIVX]{1,4})\)?", token))


def _line_cuts(text: str) -> Iterator[int]:
    lines = text.split("\n")
    usual = _usual_width(lines)
    at = 0
    for line, following in pairwise(lines):
        at += len(line)
        if _breaks(line.strip(), following.strip(), usual):
            yield at
        at += 1


def _breaks(line: str, following: str, usual: float) -> bool:
    if not line or not following:
        return True
    if _is_heading(line) or _is_heading(following):
        return True
    if _PARAGRAPH.match(following) and not _POINTS_ON.search(line):
        return True
    if _NUMBERED.match(following):
        return line[-1] in '.:;-।?,"”' or len(line) < usual * 0.85 or line.endswith((" and", " or"))
    if _LABEL.match(following) and (len(line) < usual * 0.8 or _LABEL.match(line)):
        return True
    if line.endswith((":-", ":", ":–", ":—")):
        return True
    if line.endswith(";") and not following[0].islower():
        return True
    if _RUNS_ON.search(line):
        return False
    capital = following.lstrip("\"'“‘([")[:1]
    short = len(line) < usual * SHORT_LINE
    return short and bool(capital) and not capital.islower()


def _is_heading(line: str) -> bool:
    latin = len(_LATIN.findall(line))
    return latin >= 4 and not _HINDI.search(line) and len(_CAPITAL.findall(line)) >= 0.9 * latin


def _usual_width(lines: list[str]) -> float:
    widths = sorted(len(line) for line in lines if len(line) > 10)
    return widths[int(len(widths) * 0.75)] if widths else 0.0


def _caseless(text: str) -> bool:
    latin = len(_LATIN.findall(text))
    return latin > 200 and len(_CAPITAL.findall(text)) < latin * LOWER_CASE
