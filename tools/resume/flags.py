"""What a recruiter should look at before trusting a resume: hidden text, stuffing, instructions to an AI, gaps.

Knows the document and its roles; scores nothing.
"""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Sequence

from tools.documents.types import Document, Page
from tools.instructions import instructions_in
from tools.resume.dates import interval
from tools.resume.types import Flag, Role
from tools.translations import N_

GAP_MONTHS = 6
GAP_YEARS = 10  # older gaps say nothing about the person today
_LOW_CONFIDENCE = 65.0
_COMMA_WORD = re.compile(r"[a-z+#.][\w+#./ -]{1,28}", re.I)
_TERM = re.compile(r"[A-Za-z][\w+#.-]{2,}")
_ORDINARY_TEXT = """
    and the for with from that this have has was were are our all using used project projects team work worked
    working client clients system systems management experience responsibilities role data service services business
    support company development application applications software customer customers sales technical process design
    test testing years year months month less than various their which also quality time reports report product
    products training based issues environment requirements description title organization user users state city
    name india new skills knowledge server database web between into within per including ensure information
"""
_ORDINARY = frozenset(_ORDINARY_TEXT.split())


def find_flags(document: Document, roles: Sequence[Role], today: datetime.date) -> tuple[Flag, ...]:
    """All flags of one resume, by page; duplicates need other resumes (`duplicates.py`)."""
    flags = [flag for page in document.pages for flag in _page_flags(page)]
    flags.extend(_stuffing(document))
    flags.extend(_undated(roles))
    flags.extend(_gaps(roles, today))
    return tuple(flags)


def _page_flags(page: Page) -> list[Flag]:
    flags: list[Flag] = []
    hidden = " ".join(word.text for word in page.words if word.hidden)
    if len(hidden) > 2 and any(character.isalnum() for character in hidden):
        flags.append(Flag("hidden_text", page.number, N_(f"Text that a reader cannot see: “{_short(hidden)}”")))
    for text in (hidden, page.text):
        if found := instructions_in(text):
            said = text[max(0, found[0].start - 20) : found[0].end]
            flags.append(Flag("ai_instruction", page.number, N_(f"Speaks to an automated screener: “{_short(said)}”")))
            break
    if page.source == "picture":
        flags.append(
            Flag("picture_page", page.number, N_("The page is only a picture; no text could be read from it."))
        )
    seen = [word.confidence for word in page.words if not word.hidden]
    if page.source == "ocr" and seen and sum(seen) / len(seen) < _LOW_CONFIDENCE:
        mean = round(sum(seen) / len(seen))
        flags.append(
            Flag("low_ocr_confidence", page.number, N_(f"The scan was read with {mean} % confidence; check it by eye."))
        )
    return flags


def _stuffing(document: Document) -> list[Flag]:
    """One word far more often than prose carries it, or the same list of words repeated."""
    flags: list[Flag] = []
    for page in document.pages:
        text = page.text
        words = [word.casefold().rstrip(".") for word in _TERM.findall(text)]
        counts = Counter(word for word in words if word not in _ORDINARY and len(word) > 2)
        if counts and len(words) >= 40:
            word, count = counts.most_common(1)[0]
            dense = count >= 15 and count > 0.12 * len(words)
            if dense or _run(words, word) >= 5:
                flags.append(
                    Flag(
                        "keyword_stuffing", page.number, N_(f"“{word}” stands {count} times among {len(words)} words.")
                    )
                )
                continue
        listed = _repeated_list(text)
        if listed:
            flags.append(
                Flag("keyword_stuffing", page.number, N_(f"The same list of words is repeated: “{_short(listed)}”"))
            )
    return flags


def _run(words: Sequence[str], word: str) -> int:
    best = run = 0
    for each in words:
        run = run + 1 if each == word else 0
        best = max(best, run)
    return best


def _repeated_list(text: str) -> str | None:
    """A comma list whose items mostly come again, at least three times over."""
    items = [item.strip().casefold() for item in re.split(r"[,;|\n]", text) if 2 < len(item.strip()) <= 30]
    counts = Counter(item for item in items if _COMMA_WORD.fullmatch(item))
    many = [item for item, count in counts.items() if count >= 4]
    return ", ".join(many[:8]) if len(many) >= 6 else None


def _undated(roles: Sequence[Role]) -> list[Flag]:
    return [
        Flag(
            "undated_role",
            role.page,
            N_(f"No dates for “{_short(' – '.join(part for part in (role.title, role.employer) if part), 80)}”."),
        )
        for role in roles
        if role.start is None
    ]


def _gaps(roles: Sequence[Role], today: datetime.date) -> list[Flag]:
    """At most one flag: the gaps of the last ten years between roles that follow each other."""
    spans = []
    for role in roles:
        if role.start and role.end and role.months:
            first, _ = interval(role.start, role.end, today)
            spans.append((first, first + role.months - 1, role.page))
    oldest = (today.year - GAP_YEARS) * 12 + today.month - 1
    gaps: list[tuple[int, int, int]] = []  # first and last month, page of the role that ends the gap
    reach: int | None = None
    for first, last, page in sorted(spans):
        if reach is not None and first - reach - 1 > GAP_MONTHS and first > oldest:
            gaps.append((reach + 1, first - 1, page))
        reach = last if reach is None else max(reach, last)
    return [Flag("gap", gaps[-1][2], _gap_sentence(gaps))] if gaps else []


def _gap_sentence(gaps: Sequence[tuple[int, int, int]]) -> str:
    first, last, _ = gaps[0]
    if len(gaps) == 1:
        months = last - first + 1
        return N_(f"No role between {_month(first)} and {_month(last)} ({months} months).")
    listed = ", ".join(f"{_month(first)} – {_month(last)}" for first, last, _ in gaps)
    return N_(f"{len(gaps)} gaps of more than {GAP_MONTHS} months: {listed}.")


def _month(index: int) -> str:
    return f"{index // 12:04d}-{index % 12 + 1:02d}"


def _short(text: str, limit: int = 120) -> str:
    text = " ".join(text.split())
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"
