"""The current job title: as the header states it, else the latest role's, else a lone title line.

Knows titles by their words; a slogan, an employer or a list of trades is never a headline.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tools.resume.headers import read_header, tidy
from tools.resume.sections import Section
from tools.resume.texts import PRIVATE
from tools.resume.types import Identity, Role
from tools.resume.vocabulary import title_score

_NOT_A_TITLE = re.compile(r"[\d@:,.]|company name", re.I)
_PRAISE = (
    r"(?:highly|very|self|results?|detail|goal|customer|team)[ -]?(?:motivated|driven|oriented|focused|player)|"
    r"(?:creative|strategic)(?=\s*(?:,|&|and\b))|innovative|passionate|motivated|dedicated|dynamic|enthusiastic|energetic|experienced|accomplished|"
    r"seasoned|skilled|skillful|talented|ambitious|hard[ -]?working|reliable|versatile|proactive|committed|aspiring|"
    r"(?:highly )?qualified|proven|award[ -]winning"
)
_LEADING_PRAISE = re.compile(rf"^(?:an? )?(?:(?:{_PRAISE})(?:\s*(?:,|&|\band\b)\s*|\s+))+(?=\w)", re.I)
_TRAILING_CLAUSE = re.compile(
    r",?\s+(?:obsessed|passionate|with|who|that|looking|seeking|having|specializ\w+|specialis\w+|focus(?:ed|ing)|"
    r"dedicated|committed|building|since|from)\s.*$",
    re.I,
)
_YEAR = re.compile(r"\b(?:18|19|20)\d\d\b")
_CERTAIN = 1.3  # title score at which a line of the header counts


def find_headline(sections: Sequence[Section], roles: Sequence[Role], identity: Identity) -> str | None:
    """The current title as the header states it, else the latest role's, else None."""
    stated = _stated(sections, identity)
    if stated is not None:
        return stated
    held = next((role.title for role in roles if role.title and title_score(role.title) >= 1), None)
    return held or _lone_title(sections)


def _stated(sections: Sequence[Section], identity: Identity) -> str | None:
    for section in sections:
        for line in section.lines[:7] if section.kind == "header" else ():
            text = tidy(line.text)
            if not line.text[:1].isalpha() or len(text.split()) > 12:
                continue
            if identity.name and identity.name in text:
                text = tidy(text.replace(identity.name, " "))
            if len(text) <= 110 and "@" not in text and not text.endswith(".") and not _YEAR.search(text):
                text = without_praise(text)
                if title_score(text) >= _CERTAIN:
                    return read_header([text]).title or text
    return None


def without_praise(text: str) -> str:
    """`Creative and Innovative Web Developer` as `Web Developer`; a clause behind the title goes too."""
    bare = tidy(_TRAILING_CLAUSE.sub("", _LEADING_PRAISE.sub("", text)))
    return bare if title_score(bare) >= _CERTAIN else text


def _lone_title(sections: Sequence[Section]) -> str | None:
    """The first line of a resume without headed roles that is a job title and nothing else."""
    for section in sections:
        for line in section.lines if section.kind not in PRIVATE else ():
            text = tidy(line.text)
            if len(text.split()) <= 6 and title_score(text) >= 2.0 and not _NOT_A_TITLE.search(text):
                return text
    return None
