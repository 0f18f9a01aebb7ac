"""A document as visual rows from its first page to its last, without page headers and footers.

Rows come from where words stand, because police prints draw labels and values in separate runs. Knows no label.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median
from typing import Final

from tools.documents.types import Box, Document, Page, Word
from tools.legal.fir.tokens import Token, text_of, tokens_of

MARGIN: Final = 0.13  # of the page's height at top and bottom in which headers and footers are looked for
LEAST_OVERLAP: Final = 0.5  # of the lower of two words, for them to stand on one row…
SCANNED_OVERLAP: Final = 0.35  # …and on a scan, which may be askew
_FURNITURE: Final = re.compile(
    r"^(?:(?:the)?ncrb|[il1]{1,2}[il1f]{1,2}f?(?:i|1|l)?$|(?:page|पृष्ठ|पेज)\d{1,3}|\d{1,3}$|काल्पनिकनमूना)"
    r"|एनसीआरबी|एकीकृतजांच|integratedinvestigationform"
)


@dataclass(frozen=True, eq=False)
class Row:
    """Tokens that stand beside one another on a page, from left to right. `height` is of a usual word, in points."""

    page: Page
    tokens: tuple[Token, ...]
    box: Box
    height: float

    @property
    def middle(self) -> float:
        """Half way between top and bottom, in points from the page's top."""
        return (self.box[1] + self.box[3]) / 2

    @property
    def skeleton(self) -> str:
        """The row's letters and digits in their plain spelling."""
        return "".join(token.skeleton for token in self.tokens)

    @property
    def text(self) -> str:
        """What the row says."""
        return text_of(self.tokens)


def rows_of(document: Document) -> list[Row]:
    """The rows of all pages in order, page headers and footers left out."""
    pages = [page_rows(page) for page in document.pages]
    repeated = _repeated(pages)
    return [row for rows in pages for row in rows if not _furniture(row, repeated)]


def page_rows(page: Page) -> list[Row]:
    """The rows of one page from top to bottom. A row may rise or fall a little, as on a scan."""
    words = _distinct([word for word in page.words if not word.hidden and word.text.strip(" |_")])
    if not words:
        return []
    usual = median(word.box[3] - word.box[1] for word in words)
    least = SCANNED_OVERLAP if page.source == "ocr" else LEAST_OVERLAP
    open_rows: list[list[Word]] = []
    for word in sorted(words, key=lambda word: word.box[0]):
        best = max(open_rows, key=lambda row: _overlap(row[-1], word), default=None)
        if best is not None and _overlap(best[-1], word) >= least:
            best.append(word)
        else:
            open_rows.append([word])
    rows = [_row(page, row, usual) for row in open_rows]
    return sorted((row for row in rows if row.tokens), key=lambda row: row.middle)


def _row(page: Page, words: Sequence[Word], usual: float) -> Row:
    lefts, tops, rights, bottoms = zip(*(word.box for word in words), strict=True)
    tokens = tuple(
        token for word in words for token in tokens_of(word, scanned=page.source == "ocr") if token.text not in "|_¦"
    )
    return Row(page, tokens, (min(lefts), min(tops), max(rights), max(bottoms)), usual)


def _overlap(first: Word, second: Word) -> float:
    """Share of the lower word's height that both have in common."""
    top, bottom = max(first.box[1], second.box[1]), min(first.box[3], second.box[3])
    lower = min(first.box[3] - first.box[1], second.box[3] - second.box[1])
    return (bottom - top) / lower if lower > 0 else 0.0


def _distinct(words: Sequence[Word]) -> list[Word]:
    """`words` without those drawn again over themselves, as bold print and doubled labels are."""
    found: dict[tuple[str, int, int], Word] = {}
    for word in words:
        found.setdefault((word.text, round(word.box[0] / 3), round(word.box[1] / 3)), word)
    return list(found.values())


def _repeated(pages: Sequence[Sequence[Row]]) -> set[str]:
    """Spellings, without digits, of rows that stand in the margin of several pages."""
    seen = Counter(spelling for rows in pages for spelling in {_plain(row) for row in rows if _in_margin(row)})
    return {spelling for spelling, count in seen.items() if count >= max(2, len(pages) // 2) and spelling}


def _furniture(row: Row, repeated: set[str]) -> bool:
    if not _in_margin(row):
        return False
    spelling = row.skeleton
    return bool(_FURNITURE.search(spelling)) or _plain(row) in repeated or not spelling


def _plain(row: Row) -> str:
    return re.sub(r"\d", "", row.skeleton)


def _in_margin(row: Row) -> bool:
    return row.box[1] < MARGIN * row.page.height or row.box[3] > (1 - MARGIN) * row.page.height
