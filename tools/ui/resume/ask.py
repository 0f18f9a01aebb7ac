"""Takes the ranking, or one candidate, to the assistant: as the page shows them, so blind stays blind."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from tools.resume.types import Job
from tools.ui.ask import ask_about
from tools.ui.language import _
from tools.ui.resume.ask_facts import candidate_facts, ranking_facts
from tools.ui.resume.state import Shown

CAREER: Final = (
    "headline", "roles", "total_experience_months", "education", "certifications", "notice_period_days", "location",
)  # fmt: skip
"""What goes along of a resume: nothing by which somebody could be reached."""


def ask_ranking(people: Sequence[Shown], job: Job) -> None:
    """A button for the ranking as a whole."""

    def result() -> dict[str, Any]:
        wanted = [{"skill": row.skill, "kind": row.kind, "weight": row.weight} for row in job.requirements]
        return {"job": job.title, "requirements": wanted, "candidates": [_short(who) for who in people]}

    if people:
        title = job.title or _("Ranking")
        ask_about("resume", title, result, facts=lambda: tuple(ranking_facts(people, job)), key="ranking")


def ask_candidate(who: Shown) -> None:
    """A button for the opened candidate."""
    key = who.candidate.resume.sha256
    ask_about("resume", who.label, lambda: _whole(who), facts=lambda: tuple(candidate_facts(who)), key=key)


def _short(who: Shown) -> dict[str, Any]:
    candidate = who.candidate
    return {
        "rank": candidate.rank,
        "candidate": who.label,
        "score": candidate.score,
        "experience_months": candidate.resume.total_experience_months,
        "matched": sorted({match.skill for match in candidate.matched}),
        "missing": candidate.missing,
        "notes": [flag.detail for flag in candidate.flags],
        "why": candidate.explanation,
    }


def _whole(who: Shown) -> dict[str, Any]:
    plain = who.candidate.to_dict()
    career = {name: plain["resume"][name] for name in CAREER}
    return {**_short(who), "points": plain["parts"], "proof": plain["matched"], **career}
