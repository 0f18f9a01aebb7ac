"""What a phrase with which a court decides is; the phrases are in `phrases_en` and `phrases_hi`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Act = Literal[
    "allow", "part", "dismiss", "withdrawn", "default", "infructuous", "dispose", "bail", "anticipatory", "no_bail",
    "cancel_bail", "quash", "set_aside", "remit", "custody", "notice", "stay", "no_stay", "adjourn", "reserve",
    "charges", "cognizance", "compromise", "convict", "acquit", "sentence", "discharge",
]  # fmt: skip
Force = Literal["plain", "free", "weak"]
"""`plain` is subject to every check of its surroundings, `free` says enough by itself, `weak` yields to all others."""


@dataclass(frozen=True)
class Phrase:
    """A pattern over running text and the act it performs. Group `object`, where there is one, is what it acts on."""

    act: Act
    pattern: re.Pattern[str]
    force: Force = "plain"
