"""What the history takes and gives: runs, saved results, feedback, figures. Plain data, no database."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import UTC, date, datetime
from typing import Any, Final, Literal

OWNER: Final = 255  # characters of a visitor's key
SHORT: Final = 64  # of the name of a tool, an outcome, a hash
MODEL: Final = 200
TITLE: Final = 200
COMMENT: Final = 2000

Thumb = Literal[-1, 0, 1]  # down, none given, up


def fingerprint(*parts: str | bytes) -> str:
    """SHA-256 of an input in hexadecimal; the order of the parts and where each ends count."""
    made = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        made.update(len(data).to_bytes(8, "big") + data)
    return made.hexdigest()


@dataclass(frozen=True)
class Run:
    """One answer of a demo, as it is recorded.

    `source` is the input's `fingerprint`; `outcome` a code word of the tool ("diagnosed", "order: bail_granted"), never
    content; `seconds` how long the answer took. `id` cannot be guessed and is made here, so that a page knows it before
    anything is written.
    """

    owner: str
    tool: str
    source: str
    model: str
    device: str
    seconds: float
    outcome: str
    id: str = field(default_factory=lambda: secrets.token_hex(16))
    at: datetime = field(default_factory=lambda: datetime.now(UTC))


@dataclass(frozen=True)
class PastRun(Run):
    """A run as it is read back, with what the visitor added to it."""

    title: str = ""  # of the saved result
    saved: bool = False
    thumb: Thumb = 0
    comment: str = ""

    def to_dict(self) -> dict[str, Any]:
        """Plain data, without the owner's key."""
        plain = asdict(self)
        del plain["owner"]
        return {**plain, "at": self.at.isoformat()}


@dataclass(frozen=True)
class Saved:
    """A result that a visitor saved: the run it belongs to, and what the tool's `to_dict()` said."""

    run: PastRun
    title: str
    at: datetime
    result: Mapping[str, Any]

    def to_dict(self) -> dict[str, Any]:
        """Plain data for a download."""
        return {"title": self.title, "saved_at": self.at.isoformat(), "run": self.run.to_dict(), "result": self.result}


@dataclass(frozen=True)
class Feedback:
    """What a visitor said of a run."""

    thumb: Thumb
    comment: str = ""


@dataclass(frozen=True)
class Failure:
    """A defect that a visitor met: where, its kind (a class of errors) and the reference that was shown. No message:
    it could hold what was uploaded."""

    tool: str
    reference: str
    kind: str
    at: datetime = field(default_factory=lambda: datetime.now(UTC))


@dataclass(frozen=True)
class Usage:
    """How often a tool ran on one day (of India)."""

    day: date
    tool: str
    runs: int


@dataclass(frozen=True)
class Opinion:
    """How many answers of a tool visitors found useful, and how many not."""

    tool: str
    up: int
    down: int


@dataclass(frozen=True)
class Latency:
    """How long a tool's answers took: the seconds that half of them, and 19 of 20, stayed within (nearest rank)."""

    tool: str
    runs: int
    p50: float
    p95: float
