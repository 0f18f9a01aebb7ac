"""The bulk screening as a Ray Data job: files are read side by side, then scored in batches, and come back as records.

Needs the optional extra `cluster`; every machine must see the files by the same names. At no time are more than a few
batches in memory. Knows neither the journal nor the order of the ranking.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

import msgspec
import ray
from ray.data import ActorPoolStrategy, DataContext

from models.text.types import Embedder
from tools import packing
from tools.errors import PortalError
from tools.resume.batch import DEFECT
from tools.resume.bulk.journal import Record, stamp_of
from tools.resume.reading import parse_file
from tools.resume.score import rank_candidates
from tools.resume.types import Job, Resume
from tools.settings import settings
from tools.workers import WorkerPool

log = logging.getLogger("portal.resume")
BATCH: Final = 16  # resumes that are scored together
BLOCK: Final = 16  # files of one piece of work
Row = dict[str, Any]


@dataclass(frozen=True)
class Shares:
    """How the machines are shared: how many readers and scorers, and what each takes of a machine."""

    readers: int
    scorers: int = 1
    cpus: float = 1.0
    gpus: float = 0.0

    @classmethod
    def of_cluster(cls) -> Shares:
        """All cores of the cluster that `ray.init` joined, one of them for a scorer; with GPUs as the settings say."""
        cores = int(ray.cluster_resources().get("CPU", 2))  # type: ignore[no-untyped-call]
        return cls(max(1, cores - 1), gpus=settings().cluster_gpus)


class Reader:
    """Reads one file at a time in a worker process of its own, with the limits of the portal."""

    def __init__(self, today: date) -> None:
        self._today = today.isoformat()
        self._pool = WorkerPool(1, memory_mb=settings().worker_memory_mb, seconds=settings().file_seconds)

    def __call__(self, row: Row) -> Row:
        """A file's name in, its packed `Resume` or a sentence out."""
        file = str(row["file"])
        made = {"file": file, "stamp": stamp_of(file), "resume": b"", "error": ""}
        try:
            with open(file, "rb") as opened:
                data = opened.read()
            parsed = self._pool.submit(parse_file, file, data, self._today).result()
        except OSError as error:
            return made | {"error": f"{file} cannot be opened: {error.strerror}."}
        except PortalError as error:
            return made | {"error": str(error)}
        except Exception:
            log.exception("a resume could not be parsed")
            return made | {"error": DEFECT}
        return made | {"resume": msgspec.msgpack.encode(parsed.resume)}


class Scorer:
    """Scores resumes in batches against one job."""

    def __init__(self, job: bytes, load: Callable[[], Embedder]) -> None:
        self._job = packing.decode(job, Job)
        self._embedder = load()

    def __call__(self, batch: Row) -> Row:
        """Rows of `Reader` in, packed `Record`s out."""
        resumes = {
            str(file): packing.decode(bytes(data), Resume)
            for file, data in zip(batch["file"], batch["resume"], strict=True)
            if len(data)
        }
        scored = {who.resume.file: who for who in rank_candidates(list(resumes.values()), self._job, self._embedder)}
        rows = zip(batch["file"], batch["stamp"], batch["error"], strict=True)
        records = [Record(str(file), str(stamp), scored.get(str(file)), str(error)) for file, stamp, error in rows]
        return {"record": [msgspec.msgpack.encode(record) for record in records]}


def screen_files(
    files: Sequence[str], job: Job, today: date, load: Callable[[], Embedder], shares: Shares | None = None
) -> Iterator[list[bytes]]:
    """Packed `Record`s, in batches and in any order, as they are done.

    Parameters
    ----------
    files
        What to read; one that cannot be read becomes a record with its sentence.
    job, today
        The requirements, and what "present" means.
    load
        Makes the embedder, once on each scorer.
    shares
        How the machines are shared; by default all of them.
    """
    shares = shares or Shares.of_cluster()
    context = DataContext.get_current()
    context.enable_progress_bars = False  # who called counts what comes back
    blocks = max(1, min(len(files) // BLOCK, 1000))
    rows = ray.data.from_items([{"file": file} for file in files], override_num_blocks=blocks)
    read = rows.map(
        Reader,  # type: ignore[arg-type]  # ray makes an object of it on each machine
        fn_constructor_args=(today,),
        compute=ActorPoolStrategy(size=min(shares.readers, blocks)),
        num_cpus=shares.cpus,
    )
    scored = read.map_batches(
        Scorer,
        fn_constructor_args=(msgspec.msgpack.encode(job), load),
        compute=ActorPoolStrategy(size=shares.scorers),
        batch_size=BATCH,
        num_cpus=shares.cpus,
        num_gpus=shares.gpus,
    )
    for batch in scored.iter_batches(batch_size=BATCH, prefetch_batches=1):
        yield [bytes(record) for record in batch["record"]]
