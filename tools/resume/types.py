"""What the resume screener speaks: a parsed resume, a job's requirements, a scored candidate. No logic."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any, Literal

MatchKind = Literal["exact", "alias", "similar"]
FlagKind = Literal[
    "hidden_text",
    "keyword_stuffing",
    "ai_instruction",
    "undated_role",
    "gap",
    "duplicate",
    "picture_page",
    "low_ocr_confidence",
]


@dataclass(frozen=True)
class Flag:
    """Something a recruiter should look at before trusting the score. `detail` is one sentence."""

    kind: FlagKind
    page: int | None
    detail: str


@dataclass(frozen=True)
class Identity:
    """Who the person is. Blind mode hides all of it; none of it ever reaches the score or an embedding.

    `terms` are all strings of the resume that identify or describe the person (name parts, contacts, address, gender,
    age, date of birth, marital status, parents, religion, caste, nationality), to be redacted from shown quotes.
    """

    name: str | None = None
    email: str | None = None
    phone: str | None = None
    links: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()


@dataclass(frozen=True)
class Role:
    """One position held. Months are ``YYYY-MM``; `months` counts both ends; `text` is the description."""

    title: str | None
    employer: str | None
    start: str | None
    end: str | None  # YYYY-MM, "present", or None when not stated
    months: int | None
    page: int
    quote: str
    text: str = ""


@dataclass(frozen=True)
class Education:
    """One degree or school certificate. `level`: 1 school, 2 diploma, 3 bachelor, 4 master, 5 doctorate."""

    degree: str | None
    college: str | None
    year: int | None
    level: int
    page: int
    quote: str


@dataclass(frozen=True)
class SkillMention:
    """A skill found in the resume.

    `skill` is the taxonomy's canonical name; `surface` is how the resume writes it; `quote` is a verbatim line
    (or part of one) of page `page` that holds `surface`. `months` is the union of the dated roles that mention it
    (None when no dated role does); `last_used` is ``YYYY-MM`` or "present". `listed` says that a skills section lists
    it, and `surfaces` are the writings that it lists.
    """

    skill: str
    surface: str
    kind: Literal["exact", "alias"]
    page: int
    quote: str
    months: int | None = None
    last_used: str | None = None
    listed: bool = False
    surfaces: tuple[str, ...] = ()


@dataclass(frozen=True)
class Resume:
    """A parsed resume. `profile` and `chunks` are free of identity: the only texts an embedder may see."""

    file: str
    sha256: str
    pages: int
    identity: Identity
    headline: str | None  # current title as stated under the name, or the latest role's title
    roles: tuple[Role, ...]
    total_experience_months: int | None
    education: tuple[Education, ...]
    skills: tuple[SkillMention, ...]
    certifications: tuple[str, ...]
    notice_period_days: int | None
    location: str | None
    flags: tuple[Flag, ...]
    profile: str  # redacted: latest titles, summary, skills: at most about 120 words
    chunks: tuple[str, ...]  # redacted: the most telling passages, each at most about 120 words
    terms: dict[str, int]  # redacted: stemmed word -> count, for lexical scoring
    notes: tuple[str, ...] = ()
    stated_experience_months: int | None = None  # "8 years of experience" in the text


@dataclass(frozen=True)
class Requirement:
    """One row of the requirements table. `weight` 1–5; `min_years` 0 when the job does not say."""

    skill: str
    kind: Literal["must", "nice"]
    weight: int = 3
    min_years: float = 0.0


@dataclass(frozen=True)
class Job:
    """A job description as the recruiter edits it."""

    title: str
    requirements: tuple[Requirement, ...]
    min_years: float = 0.0
    max_years: float | None = None
    min_education: int = 0  # a level of `Education`, 0 when not stated
    text: str = ""  # the cleaned description, without boilerplate


@dataclass(frozen=True)
class Match:
    """A requirement that the resume meets, with its proof. `similar` never fills a must."""

    skill: str
    page: int
    quote: str
    kind: MatchKind
    months: int | None = None
    surface: str = ""
    similarity: float = 1.0


@dataclass(frozen=True)
class Candidate:
    """A resume scored against a job. `parts` add up to `score` (0–100); a cap is a negative part."""

    resume: Resume
    score: float
    rank: int
    parts: dict[str, float]
    matched: tuple[Match, ...]
    missing: tuple[str, ...]
    flags: tuple[Flag, ...]
    explanation: tuple[str, ...] = field(default=())  # short sentences: why this score

    def to_dict(self) -> dict[str, Any]:
        """Plain data for JSON, exports and history."""
        return asdict(self)
