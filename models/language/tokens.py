"""About how many tokens a text is, where the model that counts is elsewhere. Knows no vocabulary.

Against OpenAI's ``o200k_base`` vocabulary the estimate was 1.00 to 1.13 times the count on this repository's read-me,
advice in English and Hindi, a resume, code and a table of numbers. Older vocabularies and other providers' may need
more: ``cl100k_base`` 2.6 times as many for Hindi.
"""

from __future__ import annotations

import math
import re
from typing import Final

LATIN: Final = 4.4  # characters a token: letters and the spaces between words
DEVANAGARI: Final = 2.3
SIGNS: Final = 1.7  # digits and punctuation, which seldom share a token with a word
OTHERS: Final = 1.5  # other scripts, symbols, emoji

_LATIN = re.compile(r"[A-Za-zÀ-ɏ\s]+")
_DEVANAGARI = re.compile(r"[\u0900-\u0963\u0966-\u097f]+")
_SIGNS = re.compile(r"[!-@\[-`{-~\u2010-\u201f\u0964\u0965]+")


def estimated_tokens(text: str) -> int:
    """About how many tokens `text` is: rather too many than too few. An empty text is none."""
    latin, hindi, signs = (sum(map(len, kind.findall(text))) for kind in (_LATIN, _DEVANAGARI, _SIGNS))
    others = len(text) - latin - hindi - signs
    return math.ceil(latin / LATIN + hindi / DEVANAGARI + signs / SIGNS + others / OTHERS)
