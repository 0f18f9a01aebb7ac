"""What may stand as a role's title and employer: drops labels, clients, sentences and what trails behind a name.

Knows one head at a time, and which heads of a resume say the same thing twice; it finds none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tools.resume.headers import Header, tidy
from tools.resume.types import Role
from tools.resume.vocabulary import org_score, title_score

_FRAGMENT = re.compile(
    r"^(?:presently|completed|as|by|on|to|and|for|from|of|in|with|since|till?|until|during|used|worked|working|"
    r"responsible|is|was|were|are|i)\b(?! [A-Z]+\b)"
    r"|^(?:duration|period|dates?|joining date|company name|team size|client|location|"
    r"responsibilities|role|environment|description|project|"
    r"achievements?|education|skills|the|page|resume|curriculum vitae|"
    r"(?:january|february|march|april|june|july|august|september|october|november|"
    r"december)\b.*)\W*$|\b(?:i have|i am|used to|which|that is)\b",
    re.I,
)
_ERRAND = re.compile(r"^.{3,50}?\b(?:at|(?i:profile) (?:in|with|at))\s+(?=[A-Z])")  # `Training at Acme`
_NOT_EMPLOYER = re.compile(
    r"^(?:client|clients|industry)\b\s*(?:[:–-]|(?=[A-Z]))|^(?:project|customer|environment|role|domain)\s*[:–-]"
    r"|^(?:confidential|individual|self|none|n/?a|nil|various)\W*$",
    re.I,
)
_TITLE_LABEL = re.compile(
    r"^(?:as an? |(?:designation|position|description|company)\s*[-–:]\s*|role(?:\s*[-–:]\s*|\s+(?=[A-Z])))", re.I
)
_FACT_LABEL = re.compile(
    r"^(?:operating|product|project|technolog|environment|tools?\b|platform|database|language|software|hardware|client|"
    r"industry|domain|location|team size|website|duration)[^:]{0,30}:",
    re.I,
)
_COUNTRY = re.compile(r"(?<=\w)[\s,(]+(?:india|usa|u\.?s\.?|uk|u\.k\.)[\s.,)]*$", re.I)
_AS_A = re.compile(r"^(?P<employer>.{2,60}?)\s+as\s+(?:an?\s+)?(?P<title>\S.*)$", re.I)
_LEGAL_TAIL = re.compile(
    r"[\s,.(]+(?:pvt|private|ltd|limited|inc|incorporated|llp|llc|plc|corp|corporation|gmbh|co)\b[\s.,)]*$", re.I
)
_WORDS_OF_PROSE = 4


def plausible(header: Header) -> Header:
    """The header without what is a piece of a sentence, a bare label, or not the employer's name."""
    title = _plausible_title(header.title) if header.title else None
    employer = _plausible_employer(header.employer) if header.employer else None
    told = _AS_A.match(title) if title else None
    if told is not None and title_score(told["title"]) >= 1.3:  # `Acme Group as a Test Analyst`
        title, employer = tidy(told["title"]), employer or _plausible_employer(told["employer"])
    return Header(title, employer)


def _plausible_title(title: str) -> str | None:
    title = tidy(_TITLE_LABEL.sub("", title))
    if title.rfind("(") > title.rfind(")") and title_score(title[: title.rindex("(")]) >= 1.3:
        title = tidy(title[: title.rindex("(")])
    if not title or _FRAGMENT.match(title) or len(title.split()) > 14 or title.endswith(","):
        return None
    return None if _FACT_LABEL.match(title) else title


def _plausible_employer(employer: str) -> str | None:
    employer = _ERRAND.sub("", employer)
    inside = re.search(r"\s*\(([^()]+)\)\s*$", employer)
    if inside is not None and title_score(inside[1]) >= 1.3 and org_score(inside[1]) < 1 and " - " not in inside[1]:
        employer = tidy(employer[: inside.start()])  # `Acme Ltd (Technology Lead)`
    if _NOT_EMPLOYER.match(employer) or _FRAGMENT.match(employer) or _is_sentence(employer):
        return None
    return employer if len(employer.split()) <= 12 and any(c.isalpha() for c in employer) else None


def _is_sentence(text: str) -> bool:
    small = [word for word in text.split() if word[:1].islower() and len(word) > 2]
    return text.endswith(".") and len(small) >= _WORDS_OF_PROSE - 1


def without_repeats(roles: Sequence[Role]) -> tuple[Role, ...]:
    """Roles without those told twice; writings of an employer that differ in `India Ltd` become the first."""
    names: dict[str, str] = {}
    kept: list[Role] = []
    for role in roles:
        if role.employer:
            role = replace(role, employer=names.setdefault(_bare(role.employer), role.employer))
        same = next((at for at, other in enumerate(kept) if _same(role, other)), None)
        if same is None:
            kept.append(role)
        elif role.title and not kept[same].title:
            kept[same] = role
    return tuple(kept)


def _same(role: Role, other: Role) -> bool:
    if role.start is None or (role.start, role.end) != (other.start, other.end):
        return False
    first, second = (role.title or "").casefold(), (other.title or "").casefold()
    return (first in second or second in first) and (
        role.employer is None or _bare(role.employer) == _bare(other.employer or "")
    )


def _bare(employer: str) -> str:
    """`Acme India Pvt. Ltd.` as `acme`."""
    previous = None
    while previous != employer:
        previous, employer = employer, _COUNTRY.sub("", _LEGAL_TAIL.sub("", employer))
    return " ".join(re.findall(r"\w+", employer.casefold()))
