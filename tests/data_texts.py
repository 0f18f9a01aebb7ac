"""Texts that reach the page from data files, not from the code: samples, kinds of work, notes on sections of law."""

from __future__ import annotations

from models.language.providers import provider
from tools.crop.samples import samples
from tools.legal.law.table import listing
from tools.resume.families import families
from tools.resume.samples import sample_jobs


def data_texts() -> set[str]:
    """All of them, in English."""
    work = {family.name for family in families()}
    law = {text for row in listing() for text in (row.note, row.checked_against) if text}
    titles = {provider("compatible").title}  # the others are names
    return titles | law | {job.title for job in sample_jobs()} | {sample.title for sample in samples()} | work
