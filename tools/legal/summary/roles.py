"""What a sentence of a judgment does: tells facts, asks the question, gives a reason, decides; by cue and position.

The cues are turns of phrase of Indian courts in English and Hindi, in `data/legal/cues.toml`. Knows nothing of other
sentences.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from functools import cache
from typing import Final, Literal

from tools.settings import DATA

Role = Literal["facts", "issue", "reasoning", "decision"]

ROLES: Final[tuple[Role, ...]] = ("facts", "issue", "reasoning", "decision")
_OPENS: Final = re.compile(
    r"^\W*(?:(?:this|these|present|instant|the present|leave granted|by way of|challenge)\b|(?:प्रस्तुत|यह)\s)", re.I
)
MOST: Final = 1200  # characters of a sentence that are looked at


def cue(sentence: str, role: Role | Literal["harm"]) -> float:
    """How strongly the words of a sentence speak for a role, or tell of harm done, 0 to 1.

    Submissions and citations weigh less as reasons and decisions.
    """
    text = _plain(sentence[:MOST])
    found = len({match.group(0).lower() for match in _cues()[role].finditer(text)})
    strength = min(found, 3) / 3
    if role in ("reasoning", "decision") and _cues()["weak"].search(text):
        strength *= 0.35
    return strength


def place(position: float, role: Role, sentence: str = "") -> float:
    """How well a place in the document, 0 at its start to 1 at its end, fits a role, 0 to 1."""
    if role == "facts":
        return max(0.0, 1 - position / 0.5)
    if role == "issue":
        return (0.4 if _OPENS.search(sentence) else 0.0) + 0.6 * max(0.0, 1 - position / 0.4)
    if role == "reasoning":
        return max(0.0, 1 - abs(position - 0.72) / 0.45)
    return max(0.0, (position - 0.7) / 0.3)


def role_of(sentence: str, position: float) -> Role:
    """The role that a sentence plays most likely."""
    return max(ROLES, key=lambda role: 0.55 * cue(sentence, role) + 0.45 * place(position, role, sentence))


def _plain(text: str) -> str:
    """`text` without dots under letters and with one sign for nasals: typists use both."""
    return unicodedata.normalize("NFD", text).replace("\u093c", "").replace("\u0901", "\u0902")


@cache
def _cues() -> Mapping[str, re.Pattern[str]]:
    lists = tomllib.loads((DATA / "legal" / "cues.toml").read_text(encoding="utf-8"))
    return {name: re.compile(_plain("|".join(patterns)), re.I) for name, patterns in lists.items()}
