"""The labels before a fact of a role: `Company:`, `Designation:`, `Duration:`, `Client:`. Knows single lines only."""

from __future__ import annotations

import re

from tools.resume.vocabulary import is_place

_LABEL = re.compile(
    r"^[\W_]*(?:(?P<employer>(?:name of (?:the )?)?(?:current |present |previous )?(?:company|"
    r"organi[sz]ation|employer|firm|institution|hospital|"
    r"school)(?:[’']?s?\s*name)?(?:\s*\d{1,2})?)|"
    r"(?P<title>designation|position(?: held)?|role|job title|title|post(?: held)?|profile|job profile|पद|पदनाम)|"
    r"(?P<date>duration|period|tenure|time period|from|date|dates|working period|अवधि)|"
    r"(?P<skip>location|place|client|clients|team size|project|project name|environment|"
    r"technologies|technology|tools|responsibilities|"
    r"roles? (?:and|&) responsibilities|key responsibilities|description|industry|department|"
    r"reporting to|ctc|skills|website|job description))"
    r"\s*(?:[:：]-?|\s[-–—]\s)\s*",
    re.I,
)


def label_of(text: str) -> tuple[str, str] | None:
    """("employer" | "title" | "date" | "skip", what follows) when the line begins with such a label."""
    match = _LABEL.match(text)
    if match is None or (match.lastgroup == "employer" and is_place(text[match.end() :])):
        return None  # `Company 1 - Pune` is a name and a place
    return match.lastgroup or "skip", text[match.end() :].strip()
