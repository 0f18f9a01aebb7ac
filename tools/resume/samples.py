"""The sample resumes and jobs that ship with the portal: fictional, see `data/samples/resume/README.md`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from tools.settings import DATA

FOLDER = DATA / "samples" / "resume"
KINDS = frozenset({".pdf", ".docx", ".txt"})


@dataclass(frozen=True)
class SampleJob:
    """A job description to try: its title is the text's first line."""

    title: str
    text: str


@lru_cache(maxsize=1)
def sample_resumes() -> tuple[tuple[str, bytes], ...]:
    """(file name, bytes) of each sample resume, by name; about 0.4 MB together."""
    files = sorted(path for path in FOLDER.iterdir() if path.suffix in KINDS and not path.name.startswith("jd_"))
    return tuple((path.name, path.read_bytes()) for path in files)


@lru_cache(maxsize=1)
def sample_jobs() -> tuple[SampleJob, ...]:
    """The sample job descriptions: the IT job first, then the bank's."""
    texts = (path.read_text(encoding="utf-8") for path in sorted(FOLDER.glob("jd_*.txt"), reverse=True))
    return tuple(SampleJob(text.split("\n", 1)[0].strip(), text) for text in texts)
