"""What the history keeps of a ranking, and what the visitor may do with it."""

from __future__ import annotations

from typing import Any

from models import cached
from tools.history import fingerprint
from tools.resume.export import to_json
from tools.resume.types import Job
from tools.ui import runs
from tools.ui.language import ngettext
from tools.ui.resume.state import Screen


def kept(visit: Screen, job: Job, blind: bool) -> None:
    """Note a pile against a description once, when all of it was read; edits of the requirements make no new run."""
    if visit.batch.pending:
        return
    piles = sorted(resume.sha256 for resume in visit.batch.resumes)
    key = fingerprint(str(visit.job_version), *piles)
    model = cached.embedder().info
    runs.record(
        "resume",
        key=key,
        source=fingerprint(job.text, *piles),
        model=model.name,
        device=model.device,
        seconds=visit.seconds,
        outcome="scored",
    )
    title = ngettext("{count} resume for {job}", "{count} resumes for {job}", len(piles))
    runs.actions("resume", key, title.format(count=len(piles), job=job.title), lambda: _result(visit, job, blind))


def note_failed(visit: Screen) -> None:
    """Note a pile once of which no file could be read; of any other, the ranking is the run."""
    failed = [item for item in visit.batch.items if item.error]
    if failed and not visit.batch.pending and not visit.batch.parsed:
        key = fingerprint(*sorted(item.key for item in failed))
        runs.record_failed("resume", key=key, source=lambda: fingerprint(*sorted(item.data for item in failed)))


def _result(visit: Screen, job: Job, blind: bool) -> dict[str, Any]:
    """The ranking as the page shows it: in blind mode a label stands for the file's name too."""
    people = to_json(visit.ranking(job), job, blind, visit.shortlist)
    if blind:
        people = [{**who, "file": who["label"]} for who in people]
    return {"job": job.title, "blind": blind, "candidates": people}
