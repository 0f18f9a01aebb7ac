"""Cuts the text of a skills section into its items: `Java (3 years), C++ • Tally` is three.

It knows how people lay out lists (commas, bullets, labels, wrapped lines), not what a skill is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

MAX_WORDS = 6
MAX_CHARACTERS = 60
LONGEST = 1000  # characters of a piece that is still cleaned: what is longer is running text, or hostile
_SIGNS = "•·●▪❖❑☑►◦▸◆■♦➢➤✓✔★»\uf0b7\uf0a7\uf0d8\uf0fc"
_BULLET = re.compile(rf"^\s*(?:[{_SIGNS}*~-]+|\(?\d{{1,2}}[.)]|[oO](?=\s))\s+|^\s*[{_SIGNS}*]+\s*")
_SEPARATOR = re.compile(rf"(?<!&amp);|[,|{_SIGNS}\t\n…]|\s[–—*]\s|\s{{3,}}|(?<=[\w)])\s-\s(?=\w)")
_LABEL = re.compile(
    r"^[\s•*-]*(?:([^\W\d_][^:,;|\n]{1,44}?)\s*(?::+-?|:–|\s-{1,2}\s|–\s)|[\w /]*\b(?:languages?|tools?|"
    r"databases?|systems?|"
    r"frameworks?|technolog(?:y|ies)|platforms?|packages?|servers?|ide|utilities|software|"
    r"skills)\s?[-–=>]{1,2})\s*(?=\S)(?!(?:beginner|basics?|intermediate|advanced?|expert|\d)\b)",
    re.I,
)
_BRACKET = re.compile(r"\((?!less|more)[^()\n]{0,200}[,/][^()\n]{0,200}\)", re.I)  # `Office (Word, Excel)`
_TENURE = re.compile(
    r"\s*[(\[]\s*(?:(?:less than|more than|over|about|around)\s+)?\d*\+?\s*(?:\d+\s*)?(?:years?|yrs?|"
    r"months?)?\s*(?:of experience|exp\.?)?\s*[)\]]?\s*$"
    r"|\s*[(\[]\s*(?:beginner|basic|basics|intermediate|advanced?|expert|proficient|working knowledge|learning|"
    r"good|fluent)\s*[)\]]\s*$"
    r"|\s+\d{1,3}\s?%$|\s*[-–:]\s*(?:beginner|intermediate|advanced|expert|proficient|\d{1,3}\s*%|"
    r"\d(?:\.\d)?\s*/\s*(?:5|10))\s*$",
    re.I,
)
_LEAD = re.compile(
    r"^(?:and|or|also|etc|like|including|such as|e\.?g\.?|i\.?e\.?|basic knowledge (?:of|in)|(?:good |sound |"
    r"strong |working |basic )?"
    r"(?:knowledge|understanding|command|experience|proficiency) (?:of|in|on|over|with)|(?:well |"
    r"highly )?(?:proficient|expert|skilled|experienced|familiar|conversant|versed|hands[- ]on) (?:in|with|on|"
    r"at)|exposure to|experience with)\s+",
    re.I,
)
_TRAIL = re.compile(r"\s*(?:\betc\b\.?|…|\.{2,})\s*$", re.I)
_NOISE = re.compile(
    r"^(?:beginner|basics?|intermediate|advanced?|expert)$|@|https?:|www\.|\.com/|^\W*$|^[\d\s./%+-]+$|"
    r"^\(?(?:less|more) than|^\d+ (?:year|month)|\[…\]|^page \d",
    re.I,
)
_EDGE = " \t\n\u00a0.:;,-–—*•'\"“”‘’|/&=>"
_VERBAL = re.compile(
    r"\b(?:i|my|me|am|is|are|was|were|have|has|had|can|will|would|responsible|ability|able|worked|working|using|used|"
    r"which|that|who|where|their|our|his|her)\b",
    re.I,
)


_STRAY = re.compile(
    r"^[\W_]*(?:project(?:s|\s*#?\d+|\s+(?:name|title|description|details))?|client(?:\s+(?:name|background))?|"
    r"description|"
    r"responsibilit(?:y|ies)|roles?(?:\s*(?:and|&)\s*responsibilit(?:y|ies))?|duration|period|team size|"
    r"organi[sz]ation|company|"
    r"employer|title|designation|declaration|date|place|name|father.?s name|address|gender|marital status|"
    r"nationality)"
    r"\s*(?:[:#]|\s[-–]\s|$)",
    re.I,
)
_EMPLOYER = re.compile(r"\w\s-\s[A-Z][\w. ]*,\s[A-Z][\w. ]*\s-\s*$")
_WISH = re.compile(r"^[\W_]*(?:willing to relocate|willing to travel|preferred location|current location)\b", re.I)
_PERIOD = re.compile(
    r"(?:(?:19|20)\d\d|[a-z]{3,9}\.?\s*['’]?\d\d)\s*(?:-|–|to|till)\s*(?:present|till|date|now|current|"
    r"(?:[a-z]{3,9}\.?\s*)?(?:19|20)?\d\d\b)",
    re.I,
)
_DEED = re.compile(
    r"^(?!(?:embedded|advanced|advance|distributed|automated|unified|applied|integrated|detailed|dedicated|"
    r"motivated|skilled|"
    r"experienced|oriented|shared|mixed|certified|structured|speed|need|seed|feed|red|led|bed|med|licensed|"
    r"talented|managed|cloud)\b)"
    r"\w{3,}ed$",
    re.I,
)


@dataclass(frozen=True)
class Item:
    """One item: `text[start:end]`. `prose` marks a sentence, which names skills but is none itself; `entry` numbers
    the line or wrapped line that it stands in."""

    start: int
    end: int
    prose: bool = False
    entry: int = 0
    label: bool = False  # what stands before a colon: no item of the list, though it may name a skill


def list_items(text: str) -> list[Item]:
    """The items of a skills section's text, in order; labels (`Languages:`), durations and levels are left out.

    After a label that belongs to a job or a project (`Client:`, `Responsibilities:`) or a period everything is prose.
    """
    items: list[Item] = []
    entries = _entries(text)
    until = _first_stray(text, entries)
    for number, (start, end) in enumerate(entries):
        strayed = number >= until or bool(_WISH.match(text[start:end]))
        label = start
        start = _after_label(text, start, end)
        if start > label:
            items.append(Item(label, start, True, number, label=True))  # "Java: Spring, Hibernate" names Java too
        if strayed or _is_sentence(text[start:end]):
            items.append(Item(start, end, True, number))
            continue
        for low, high in _cut(text, start, end):
            item = _clean(text, low, high)
            if item is not None:
                items.append(replace(item, entry=number))
    return items


def strays(text: str) -> bool:
    """Does a skills section run over into jobs or projects, because their heading was not recognised?"""
    entries = _entries(text)
    return _first_stray(text, entries) < len(entries)


def _first_stray(text: str, entries: Sequence[tuple[int, int]]) -> int:
    """Number of the first entry that belongs to a job or a project; the number of entries when none does.

    A line that is a period only stands under a title and an employer, `Employer - Town, State -` under a title.
    """
    for number, (start, end) in enumerate(entries):
        period = _PERIOD.search(text, start, end)
        if period and len(text[start:end].strip(_EDGE)) <= len(period.group()) + 12:
            return max(0, number - 2)
        if _EMPLOYER.search(text, start, end):
            return max(0, number - 1)
        if period or _STRAY.match(text[start:end]):
            return number
    return len(entries)


def _is_sentence(entry: str) -> bool:
    """Is an entry running text rather than a list? Lists have short pieces and rarely open with a past tense."""
    words = entry.split()
    if len(words) <= 3:
        return False
    pieces = [piece for piece in _SEPARATOR.split(entry) if piece.strip()]
    wordy = len(words) / max(1, len(pieces)) > (5.5 if len(pieces) > 1 else MAX_WORDS)
    return wordy or bool(_DEED.match(words[0])) or (len(_VERBAL.findall(entry)) > 1 and len(pieces) < 4)


def _entries(text: str) -> list[tuple[int, int]]:
    """Lines, with those that a comma list runs over joined."""
    spans: list[tuple[int, int]] = []
    at = 0
    for line in text.split("\n"):
        end = at + len(line)
        if spans and _continues(text[spans[-1][0] : spans[-1][1]], line):
            spans[-1] = (spans[-1][0], end)
        elif line.strip():
            spans.append((at, end))
        at = end + 1
    return spans


def _continues(before: str, line: str) -> bool:
    """Is `line` the rest of a list or of an item that began on the line before?"""
    if not line.strip() or _BULLET.match(line) or _LABEL.match(line):
        return False
    last = before.rsplit("\n", 1)[-1].rstrip()
    if last.endswith((",", "&", "(", "/", " and")):
        return True
    opened = last.count("(") > last.count(")")
    return opened or (len(last) >= 60 and ("," in last or line.lstrip()[0].islower()) and not last.endswith("."))


def _after_label(text: str, start: int, end: int) -> int:
    bullet = _BULLET.match(text[start:end])
    start += bullet.end() if bullet else 0
    label = _LABEL.match(text[start:end])
    return start + label.end() if label else start


def _cut(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Pieces between separators and around brackets that hold a list; a wrapped line's newline separates nothing."""
    pieces: list[tuple[int, int]] = []
    low = start
    brackets = [edge for match in _BRACKET.finditer(text, start, end) for edge in (match.start(), match.end() - 1)]
    for match in _SEPARATOR.finditer(text, start, end):
        if match.group() == "\n":
            continue
        pieces.append((low, match.start()))
        low = match.end()
    pieces.append((low, end))
    pieces = [part for piece in pieces for part in _split_at(piece, brackets)]
    return [half for piece in pieces for half in _sentences(text, *piece)]


def _split_at(piece: tuple[int, int], cuts: list[int]) -> list[tuple[int, int]]:
    edges = [piece[0], *(cut for cut in cuts if piece[0] < cut < piece[1]), piece[1]]
    return list(pairwise(edges))


def _sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """`Windows. Linux` and `Excel.sap posting` are two items; `Node.js` and `M.S. Office` are one."""
    cuts = [
        match.span()
        for match in re.compile(r"(?<=[a-z)]{2})\.(?:\s+(?=\w)|(?=(?!net|com|org)[a-z]{3}))").finditer(text, start, end)
    ]
    lows = [start, *(high for _, high in cuts)]
    return list(zip(lows, [*(low for low, _ in cuts), end], strict=True))


def _clean(text: str, start: int, end: int) -> Item | None:
    start, end = _strip(text, start, end)
    if end - start > LONGEST:
        return Item(start, end, True)
    changed = True
    while changed and start < end:
        before = (start, end)
        for pattern in (_TENURE, _TRAIL):
            match = pattern.search(text, start, end)
            end = match.start() if match and match.start() > start else end
        match = _LEAD.match(text[start:end])
        start += match.end() if match else 0
        start, end = _strip(text, start, end)
        changed = (start, end) != before
    surface = text[start:end]
    if not surface or _NOISE.search(surface) or not any(character.isalpha() for character in surface):
        return None
    words = [word for word in surface.split() if word.casefold() not in ("&", "and", "/")]
    prose = (
        len(words) > MAX_WORDS or len(surface) > MAX_CHARACTERS or (len(words) > 2 and bool(_VERBAL.search(surface)))
    )
    return Item(start, end, prose)


def _strip(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without blanks, marks and a bracket that is not closed within it."""
    while start < end and text[start] in _EDGE and text[start : start + 4].casefold() != ".net":
        start += 1
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    for opening, closing in ("()", "[]"):
        if text[start : start + 1] == opening and closing not in text[start:end]:
            start += 1
        if text[end - 1 : end] == closing and opening not in text[start:end]:
            end -= 1
    return start, end
