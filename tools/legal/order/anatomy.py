"""The parts of an order: heading, body, the operative words at its end, the signature, and what it merely quotes.

Where a document has no such part, the place where it would stand is taken. Knows no outcome.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from tools.legal.order.flow import Flow

HEADING_AT_MOST: Final = 6_000
SIGNATURE: Final = 900  # characters at the end in which judge, date and place are signed
LONGEST_QUOTE: Final = 6_000
_BODY = re.compile(
    r"^\W*(?:(?:ORAL\s+|COMMON\s+|FINAL\s+|EX-?\s?PARTE\s+)?(?:O\s?R\s?D\s?E\s?R|A\s?W\s?A\s?R\s?D|"
    r"J\s?U\s?D\s?G\s?E?\s?M\s?E\s?N\s?T)S?"
    r"(?:\s*\(\s*ORAL\s*\)|\s*&\s*ORDER)?|P\.?\s?C\.?|आदेश(?:\s*पत्र)?|निर्णय|Order|Judgment|JUDGMENT AND ORDER|"
    r"Order\s+on\s+Board|"
    r"PER COURT)"
    r"\W*(?:\([^)\n]{0,60}\)\W*)?$",
    re.M,
)
_FIRST_WORDS = re.compile(
    r"^\W*(?:1\s?[.)]\s+\S|Heard\b|This\s+(?:is|appeal|petition|application|writ|criminal|order|revision|bail)\b|"
    r"By\s+(?:way|means|this)\b|"
    r"The\s+(?:present|instant|petitioners?|applicants?|appellants?|prosecution|accused|plaintiff)\b|"
    r"Present\s+(?:petition|appeal|"
    r"application|bail)|Through\s+this\b|Leave\s+granted|(?:Ld|Learned)\.?\s|File\s+(?:taken|is)|"
    r"In\s+this\s+(?:petition|application)|"
    r"Instant\b|Rule\.|Admit|प्रस्तुत\b|यह\s|उभय\s?पक्ष|आवेदक\s+की\s+ओर|प्रार्थी|अभियुक्त\S*\s.{25}|सुना|"
    r"पत्रावली\s+पेश|अभियोजन)",
    re.M,
)
_OPERATIVE = re.compile(
    r"\b(?:In\s+view\s+of\s+(?:the|what|above|aforesaid|my|our)|For\s+(?:all\s+)?(?:the\s+)?(?:aforesaid\s+|above\s+|"
    r"foregoing\s+)?reasons|"
    r"In\s+the\s+(?:result|light\s+of|circumstances|facts\s+and)|Resultantly|Accordingly|Consequently|"
    r"As\s+a\s+(?:result|sequel)|"
    r"Under\s+(?:these|the\s+(?:above|aforesaid))|Having\s+regard\s+to|Considering\s+the|Taking\s+into|Hence|"
    r"Therefore|Thus|"
    r"For\s+what\s+has\s+been|With\s+(?:the|these)\s+(?:above|aforesaid|directions|observations))|^\W*ORDER\W*$|"
    r"^\W*आदेश\W*$|(?<!\w)(?:अत:|अतः|अतएव|फलस्वरूप|उपरोक्त|उपर्युक्त|परिणामत|तदनुसार)",
    re.M | re.I,
)
_STRAIGHT = re.compile(r"(?<![^\s(])\"(?=[^\s\"])[^\"]{1,2500}\"(?=[\s.,;:)\]]|$)")
_QUOTE = re.compile(r"[“”]")


@dataclass(frozen=True)
class Anatomy:
    """Where the parts of `flow` are, as characters of its text."""

    flow: Flow

    @cached_property
    def body(self) -> int:
        """Where the heading ends and the court begins to speak; 0 when there is no heading."""
        lines = self.flow.lines
        window = min(HEADING_AT_MOST, max(1_200, int(len(lines) * 0.6)))
        title = next((m for m in _BODY.finditer(lines, 0, window) if m.start() > 40), None)
        prose = next((m for m in _FIRST_WORDS.finditer(lines, 0, window) if self._is_prose(m.start())), None)
        if title and (not prose or title.end() <= prose.start() + 2 or title.end() < window * 0.7):
            return title.end()
        if prose:
            return prose.start()
        return min(1_500, len(lines) // 3)

    def _is_prose(self, start: int) -> bool:
        """A line of the heading may begin as prose does; prose has lower-case words, or Hindi verbs, and length."""
        piece = self.flow.text[start : start + 160]
        lower = len(re.findall(r"\b[a-z]{2,}\b", piece))
        return lower >= 12 or bool(re.search(r"(?:\bहै\b|\bहैं\b|गया|जाता|किया|की ओर से)", piece))

    @cached_property
    def tail(self) -> int:
        """Where the last part begins in which signature and date stand."""
        return max(0, len(self.flow.text) - SIGNATURE)

    @cached_property
    def operative(self) -> int:
        """Where the operative part begins at the earliest: a turn of phrase that opens one, in the last part."""
        length = len(self.flow.text)
        earliest = max(self.body, int(length * 0.55) if length > 3_000 else int(length * 0.25))
        found = _OPERATIVE.search(self.flow.lines, min(earliest, length))
        return found.start() if found else earliest

    @cached_property
    def _quotes(self) -> list[tuple[int, int]]:
        """Spans within quotation marks; a mark that is never closed within reason opens none."""
        spans = [match.span() for match in _STRAIGHT.finditer(self.flow.text)]
        opened = -1
        for mark in _QUOTE.finditer(self.flow.text):
            if mark[0] == "“":
                if opened < 0 or mark.start() - opened > LONGEST_QUOTE:
                    opened = mark.start()
            elif opened >= 0:
                if mark.start() - opened <= LONGEST_QUOTE:
                    spans.append((opened, mark.end()))
                opened = -1
        return sorted(spans)

    def quoted(self, position: int) -> bool:
        """Whether the character `position` is in a passage that the court quotes."""
        at = bisect_right(self._quotes, (position, len(self.flow.text))) - 1
        return at >= 0 and self._quotes[at][0] <= position < self._quotes[at][1]
