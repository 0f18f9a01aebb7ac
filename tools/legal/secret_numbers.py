"""Where a text holds numbers that are nobody's business: telephones, UID, passport, PAN, accounts, cards, e-mail, UPI.

Works on text as OCR and forms give it: digits of any script, parted by spaces, dots, dashes or line breaks. Leaves
dates, sums of money, numbers of cases and FIRs, CNR, sections, vehicles and postal codes alone; a long number that
could be either counts as secret.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from tools.legal.dates import dates_in
from tools.legal.money import sums_in

Span = tuple[int, int]
MOST_GROUPS: Final = 20  # pieces that one number may be split into
MOST_DIGITS: Final = 19  # of a card
_SPLIT: Final = r"[ \t\n\r.()\u00a0\u200b-\u200d\u2010-\u2015-]"
_RUN: Final = re.compile(rf"\d+(?:{_SPLIT}{{1,3}}\d+)*")
_NO: Final = r"\W{0,6}(?:(?:nos?|number|id|num|card|सं|संख्या|नं|नंबर|नम्बर|न|क्र|क्रमांक|कार्ड|is|है|bearing)\W{0,6}){0,3}$"
_START: Final = r"(?<![A-Za-z\u0900-\u097f])"


def _labels(words: str) -> re.Pattern[str]:
    return re.compile(rf"{_START}(?:{words}){_NO}", re.I)


_PHONE: Final = _labels(
    r"mobile|mob|phone|ph|tel|telephone|cell|contact|whats\s?app|call(?:ed)? (?:on|from)|मोबाइल|मोबाईल|मो|मो0|फोन|फ़ोन|"
    r"दूरभाष|व्हाट्सएप|व्हाट्सऐप|संपर्क|सम्पर्क"
)
_IDENTITY: Final = _labels(
    r"aadh?aa?r|adhaa?r|uid|uidai|आधार|passport|पासपोर्ट|pan|पैन|voter|epic|मतदाता|driving licen[cs]e|d\.?l|"
    r"ड्राइविंग लाइसेंस|ration|राशन|यूआईडी"
)
_ACCOUNT: Final = _labels(
    r"account|a/c|acct|bank account|savings|upi|debit|credit|atm|खाता|खाते|बैंक खाता|यूपीआई|एटीएम|क्रेडिट|डेबिट"
)
_CASE: Final = _labels(
    r"f\.?\s?i\.?\s?r|c\.?n\.?r|case|crime|cr|c\.?c|ack\w{0,14}|diary|g\.?d|complaint|application|appeal|petition|"
    r"filing|"
    r"registration|reg|imei|receipt|challan|chassis|engine|invoice|awb|u\.?i\.?n|e-?fir|अपराध|मुकदमा|मुक़दमा|प्रकरण|वाद|केस|कांड|"
    r"एफ\.?\s?आई\.?\s?आर|सीएनआर|आईएमईआई|चेसिस|इंजन|रसीद"
)
_PHONE_SHAPES: Final = frozenset(
    {(10,), (5, 5), (3, 3, 4), (4, 3, 3), (3, 4, 3), (3, 7), (7, 3), (2, 8), (8, 2), (9, 1), (1, 9), (2, 4, 4),
     (4, 2, 4), (5, 3, 2), (5, 2, 3), (4, 4, 2), (2, 3, 5), (3, 2, 5), (2,) * 5, (1,) * 10}
)  # fmt: skip
_PAN: Final = re.compile(r"(?<![A-Za-z0-9])[A-Za-z]{5}\d{4}[A-Za-z](?![A-Za-z0-9])")
_PASSPORT: Final = re.compile(r"(?<![A-Za-z0-9/-])[A-Z]\d{7}(?![A-Za-z0-9])")
_LABELLED_MIXED: Final = re.compile(
    rf"{_START}(?:passport|पासपोर्ट|pan|पैन|voter|epic|मतदाता|driving licen[cs]e|d\.?l\.?|ड्राइविंग लाइसेंस|ration card)"
    r"(?![A-Za-z])[^\w\n]{0,6}(?:(?:no|number|id|card|सं|संख्या|नं|नंबर|नम्बर|कार्ड|पहचान पत्र)[^\w\n]{0,6}){0,3}"
    r"(?P<value>(?:[A-Za-z]{1,2}[ -]?){1,5}(?:\d[ -]?){4,16}[A-Za-z]?)(?![A-Za-z0-9])",
    re.I,
)
_BEFORE_AT: Final = re.compile(r"[A-Za-z0-9._%+-]{1,64}\s?$")
_AFTER_AT: Final = re.compile(r"\s?[A-Za-z0-9-]{2,63}(?:\s?\.\s?[A-Za-z0-9-]{2,63}){0,4}")
_WRITTEN_AT: Final = re.compile(
    r"(?<![\w.])[\w.+-]{1,64}\s?[\[(]\s?at\s?[\])]\s?[\w-]{2,40}\s?(?:[\[(]\s?dot\s?[\])]|\.)\s?[a-z]{2,10}", re.I
)
_MAILERS = (
    "gmail googlemail yahoo ymail hotmail outlook live rediffmail rediff icloud protonmail proton nic gov aol zoho"
)
_MAIL: Final = frozenset(_MAILERS.split())
_HANDLES = (
    "upi paytm ybl ibl axl apl yapl okaxis oksbi okhdfcbank okicici sbi hdfcbank icici axisbank kotak pnb barodampay "
    "airtel jio freecharge ptyes ptaxis pthdfc ptsbi idfcbank indus boi cnrb unionbank federal mahb rbl yesbank "
    "hsbc citi waaxis wahdfcbank waicici wasbi postbank aubank dbs idbi uco indianbank iob cboi naviaxis superyes"
)
_UPI: Final = frozenset(_HANDLES.split())


@dataclass(frozen=True)
class _Run:
    """Groups of digits that only spaces, dots, dashes or line breaks part; `kept` are those of dates and sums."""

    text: str
    groups: tuple[Span, ...]
    kept: tuple[bool, ...]

    def reach(self, first: int) -> range:
        """The groups in which a number that begins with group `first` may end."""
        last, digits = first, 0
        for start, end in self.groups[first : first + MOST_GROUPS]:
            digits += end - start
            if digits > MOST_DIGITS or self.kept[last]:
                break
            last += 1
        return range(first, last)

    def digits(self, first: int, last: int) -> str:
        return "".join(self.text[start:end] for start, end in self.groups[first : last + 1])

    def shape(self, first: int, last: int) -> tuple[int, ...]:
        return tuple(end - start for start, end in self.groups[first : last + 1])

    def one_line(self, first: int, last: int) -> bool:
        return "\n" not in self.text[self.groups[first][0] : self.groups[last][1]]


def plain_digits(text: str) -> str:
    """`text` with the digits of every script as 0–9 and capital O among digits as 0; its length does not change."""
    plain = text
    if not text.isascii():
        plain = "".join(str(unicodedata.decimal(sign)) if sign.isdecimal() else sign for sign in text)
    for _ in range(2):
        plain = re.sub(r"(?<=\d)[Oo](?=\d)", "0", plain)
    return plain


def secret_numbers(text: str) -> list[Span]:
    """First character and one past the last of every secret number or address in `text`, in order, not overlapping."""
    plain = plain_digits(text)
    found = [*_numbers(plain), *_mails(plain)]
    found += [match.span() for pattern in (_PAN, _PASSPORT, _WRITTEN_AT) for match in pattern.finditer(plain)]
    found += [match.span("value") for match in _LABELLED_MIXED.finditer(plain)]
    return merged(found)


def merged(spans: Sequence[Span]) -> list[Span]:
    """`spans` in order, those that overlap as one."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start < found[-1][1]:
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((start, end))
    return found


def _numbers(plain: str) -> Iterator[Span]:
    days = [(found.start, found.end) for found in dates_in(plain)]
    sums = [(found.start, found.end) for found in sums_in(plain)]
    kept = merged([*days, *sums])
    for match in _RUN.finditer(plain):
        yield from _in_run(_run(plain, match, kept))


def _run(plain: str, match: re.Match[str], kept: Sequence[Span]) -> _Run:
    offset = match.start()
    groups = tuple((offset + part.start(), offset + part.end()) for part in re.finditer(r"\d+", match[0]))
    return _Run(plain, groups, tuple(_touches(start, end, kept) for start, end in groups))


def _touches(start: int, end: int, kept: Sequence[Span]) -> bool:
    """Whether one of the disjoint spans `kept`, in order, has a character among `start` to `end`."""
    at = bisect_left(kept, end, key=lambda span: span[0])
    return at > 0 and kept[at - 1][1] > start


def _in_run(run: _Run) -> Iterator[Span]:
    first = 0
    while first < len(run.groups):
        last = _secret_from(run, first)
        if last is None:
            first += 1
            continue
        start = run.groups[first][0]
        if start and run.text[start - 1] == "+":
            start -= 1
        yield start, run.groups[last][1]
        first = last + 1


def _secret_from(run: _Run, first: int) -> int | None:
    """The last group of the secret number that begins with group `first`; None when none does."""
    start = run.groups[first][0]
    if start and (run.text[start - 1].isalnum() or run.text[start - 1] == "₹"):
        return None
    before = run.text[max(0, start - 48) : start].rstrip("+")
    before = before if any(map(str.isalpha, before)) else ""
    phone, account = bool(_PHONE.search(before)), bool(_ACCOUNT.search(before))
    owner = account or bool(_IDENTITY.search(before))
    case = not phone and not owner and bool(_CASE.search(before))
    plus = start > 0 and run.text[start - 1] == "+"
    open_ended = [last for last in reversed(run.reach(first)) if _ends(run, last)]
    if account and (found := _labelled(run, first, open_ended, 5)) is not None:
        return found
    for last in open_ended:
        digits = run.digits(first, last)
        if len(digits) == 12 and owner:
            return last
        if _exact(digits, run.shape(first, last), labelled=phone or owner or plus, case=case):
            return last
    return _labelled(run, first, open_ended, 6 if phone else 5) if phone or owner else None


def _labelled(run: _Run, first: int, candidates: Sequence[int], least: int) -> int | None:
    """The last group of a number behind a label: all that stands on its line, up to 18 digits."""
    fits = (at for at in candidates if run.one_line(first, at) and least <= len(run.digits(first, at)) <= 18)
    return next(fits, None)


def _exact(digits: str, shape: tuple[int, ...], *, labelled: bool, case: bool) -> bool:
    """Whether digits in groups of this shape are a telephone, a UID, a card or an account by themselves."""
    count = len(digits)
    mobile = re.fullmatch(r"(?:0{0,2}91|0)?([6-9]\d{9})", digits)
    if mobile and (labelled or not case) and (labelled or _phone_shape(digits, shape)):
        return True
    if shape in {(4, 4, 4), (4, 4, 4, 4), (4, 4, 4, 4, 3)}:
        years = all(1900 <= int(digits[at : at + 4]) <= 2100 for at in range(0, 12, 4))
        return not years
    if case:
        return False
    if len(shape) == 1:
        return 11 <= count <= 18
    return len(shape) == 2 and digits[0] == "0" and 3 <= shape[0] <= 5 and shape[1] >= 6 and 10 <= count <= 11


def _phone_shape(digits: str, shape: tuple[int, ...]) -> bool:
    """Whether the groups are parted as people part a mobile number, its country code aside."""
    if shape in _PHONE_SHAPES or len(shape) == 1:
        return True
    if digits.startswith(("91", "0")) and len(digits) > 10:
        prefix = len(digits) - 10
        if shape[0] == prefix:
            return shape[1:] in _PHONE_SHAPES
        if shape[0] > prefix:
            return (shape[0] - prefix, *shape[1:]) in _PHONE_SHAPES
        return sum(shape[:2]) == prefix and shape[2:] in _PHONE_SHAPES
    return False


def _ends(run: _Run, last: int) -> bool:
    """Whether nothing that belongs to a longer token follows: a letter, or "/2021" as in the number of a case."""
    after = run.text[run.groups[last][1] :][:6]
    return not (after[:1].isascii() and after[:1].isalnum()) and not re.match(r"/(?:19|20)\d\d(?!\d)", after)


def _mails(plain: str) -> Iterator[Span]:
    for match in re.finditer("@", plain):
        at = match.start()
        before = _BEFORE_AT.search(plain[max(0, at - 66) : at])
        after = _AFTER_AT.match(plain[at + 1 : at + 200])
        if before and after and _is_mail(before[0], after[0]):
            yield at - len(before[0]), at + 1 + len(after[0])


def _is_mail(before: str, after: str) -> bool:
    """An e-mail or UPI address rather than "Ram @ Pappu", a name with its alias."""
    labels = [label.strip().lower() for label in after.split(".")]
    spaced = any(sign.isspace() for sign in before + after)
    if labels[0] in _MAIL and len(labels) > 1:
        return True
    if spaced:
        return sum(sign.isdigit() for sign in before) >= 6
    if len(labels) > 1:
        return labels[-1].isalpha() and 2 <= len(labels[-1]) <= 10
    return labels[0] in _UPI or sum(sign.isdigit() for sign in before) >= 6
