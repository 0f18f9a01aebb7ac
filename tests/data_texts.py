"""Texts that reach the page from data files and so cannot be read from the syntax trees: samples, kinds of work."""

from __future__ import annotations

from tools.crop.samples import samples
from tools.resume.families import families
from tools.resume.samples import sample_jobs


def data_texts() -> set[str]:
    """All of them, in English."""
    work = {family.name for family in families()}
    return {job.title for job in sample_jobs()} | {sample.title for sample in samples()} | work
