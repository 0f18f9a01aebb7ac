"""Characters that a reader cannot see and a program can: tags, zero-width characters, changes of direction.

Knows Unicode only. Joiners that Devanagari needs between its letters stay.
"""

from __future__ import annotations

import re
from typing import Final

from tools.instructions.views import View

TAGS: Final = re.compile("(?<!\U0001f3f4)[\U000e0020-\U000e007e]{3,}")  # after a black flag they spell a real flag
_JOINER: Final = re.compile("(?<=[\u0900-\u0d7f])[\u200c\u200d](?=[\u0900-\u0d7f])|(?<=\ufe0f)\u200d")
_CONTROLS: Final = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f"
_FORMATS: Final = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0e"
    "\ufeff\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff\ud800-\udfff"
)
INVISIBLE: Final = re.compile(f"[{_CONTROLS}{_FORMATS}]")


def without_invisible(text: str) -> str:
    """`text` as a reader sees it; line breaks and tabs stay, and the joiners between Indian letters."""
    return text if text.isascii() and text.isprintable() else visible(View.of(text)).text


def visible(view: View) -> View:
    """The view without what cannot be seen."""
    kept = {match.start() for match in _JOINER.finditer(view.text)}
    return view.without(match.start() for match in INVISIBLE.finditer(view.text) if match.start() not in kept)


def spelled_by_tags(text: str) -> list[tuple[int, int, str]]:
    """What runs of Unicode tags spell, with their first character and one past the last."""
    return [
        (found.start(), found.end(), "".join(chr(ord(sign) - 0xE0000) for sign in found[0]))
        for found in TAGS.finditer(text)
    ]
