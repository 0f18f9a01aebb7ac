"""Sums of money in Indian documents, in either script, and how they are written. Knows no document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Final

from tools.format import rupees
from tools.legal.dates import ascii_digits

SCALES: Final = {
    "hundred": 100, "thousand": 1_000, "lakh": 100_000, "lac": 100_000, "lakhs": 100_000, "lacs": 100_000,
    "crore": 10_000_000, "crores": 10_000_000, "हजार": 1_000, "हज़ार": 1_000, "लाख": 100_000, "करोड़": 10_000_000,
    "करोड": 10_000_000,
}  # fmt: skip
_SCALE = "|".join(sorted(SCALES, key=len, reverse=True))
_NUMBER = r"\d[\d,]*(?:\.\d+)?"
_BEFORE = re.compile(
    rf"(?<!\d )(?<!\d)(?:₹|\bRs\b\.?|\bRupees\b|\bINR\b|"
    rf"रु(?:पये|पए|पयों|०|0|॰)?\.?(?![\u0900-\u097f])|रू\.?(?![\u0900-\u097f]))\s*[:-]?\s*"
    rf"(?P<number>{_NUMBER})(?:\s*(?P<scale>{_SCALE}))?(?:\s*/-|/=)?",
    re.I,
)
_AFTER = re.compile(
    rf"(?<![\d,.])(?P<number>{_NUMBER})(?:\s*(?P<scale>{_SCALE}))?\s*(?:/-|/=|rupees\b|रु(?:पये|पए|पया|पयों|पयो|०|0|॰)?(?![\u0900-\u097f]))",
    re.I,
)


@dataclass(frozen=True)
class Sum:
    """Rupees as they stand in a text: the amount, first character, one past the last."""

    rupees: Decimal
    start: int
    end: int


def sums_in(text: str) -> Iterator[Sum]:
    """Every sum of rupees in `text`, in order."""
    plain = ascii_digits(text)
    found: dict[int, Sum] = {}
    for pattern in (_BEFORE, _AFTER):
        for match in pattern.finditer(plain):
            amount = amount_of(match["number"], match["scale"] or "")
            if amount is not None and not any(match.start() < s.end and s.start < match.end() for s in found.values()):
                found[match.start()] = Sum(amount, match.start(), match.end())
    yield from (found[start] for start in sorted(found))


def amount_of(number: str, scale: str = "") -> Decimal | None:
    """`number` with its commas and its scale word as rupees; None when it is not one."""
    try:
        amount = Decimal(ascii_digits(number).replace(",", ""))
    except InvalidOperation:
        return None
    return amount * SCALES.get(scale.lower(), 1)


def plain_amount(amount: Decimal) -> str:
    """Rupees as digits, without paise that are zero: the normal form of a fact."""
    return str(amount.quantize(Decimal(1) if amount == amount.to_integral_value() else Decimal("0.01")))


def indian(amount: Decimal | int | str) -> str:
    """Rupees with Indian commas and the rupee sign: 1693880 as "₹16,93,880"."""
    exact = Decimal(amount)
    return rupees(exact, 0 if exact == exact.to_integral_value() else 2)
