"""The words of which the English phrases of `phrases_en` and `phrases_en_further` are made. Decides nothing itself."""

from __future__ import annotations

import re
from typing import Final

from tools.legal.order.phrases import Act, Force, Phrase

_ADVERB = (
    r"(?:[\s,]+(?:hereby|accordingly|therefore|thus|also|consequently|finally|ordered\s+to\s+be|hence|the\s+same|"
    r"same|in\s+limine|"
    r"be|and|is|are|being|stands?|found|devoid\s+of\s+(?:any\s+)?merits?|without\s+(?:any\s+)?(?:merit|substance)|"
    r"meritless|"
    r"as\s+such|fails\s+and|for\s+the\s+(?:above|aforesaid)\s+reasons?)\b,?){0,6}"
)
IS: Final = rf"\b(?:is/are|is|are|stands?|stand|be|being|am|was\s+hereby|were\s+hereby)\b{_ADVERB}\s+"
WE: Final = (
    r"\b(?:we|i|court|bench)\b(?:[\s,]+(?:hereby|therefore|accordingly|thus|also|do|would|must|are|am|"
    r"constrained\s+to|proceed\s+to|"
    r"have\s+no\s+(?:option|hesitation)\s+(?:but\s+to|in)|in\s+the\s+result)){0,4}[\s,]+"
)
MATTER: Final = (
    r"(?:appeals?|petitions?|applications?|revisions?|suits?|case|complaint|matter|reference|O\.?A\.?|prayer)"
)
BARE: Final = r"(?:^|(?<=[.\n;:]))\s*(?:\d{1,3}\.\s*)?"


def en(act: Act, pattern: str, force: Force = "plain") -> Phrase:
    """A phrase that is found whatever its case."""
    return Phrase(act, re.compile(pattern, re.I | re.M), force)
