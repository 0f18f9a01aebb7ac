"""From a journal to the ranking, as JSON lines and as CSV: the same entries as those of `python -m tools.resume`.

Of each candidate only what the order needs is held in memory; the rest is read again, one at a time, as it is written.
"""

from __future__ import annotations

import csv
import json
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path, PurePath
from typing import Any, Final, TextIO

import msgspec

from tools.cells import for_csv
from tools.resume.bulk.journal import Journal
from tools.resume.bulk.repeats import Repeats
from tools.resume.export import csv_header, csv_row, entry_of
from tools.resume.labels import covered, labels_for
from tools.resume.report import Person, musts_of, part_names
from tools.resume.types import Candidate, Flag, Identity, Job, Resume

MUST: Final = "must"


@dataclass(frozen=True)
class Place:
    """One candidate of the ranking: a light copy with its rank, where the whole one lies, what it is called."""

    light: Candidate
    at: int
    label: str
    repeats: Flag | None


@dataclass(frozen=True)
class Ranking:
    """Everybody by rank, and the files that could not be read with their sentences, in the order of the listing."""

    places: tuple[Place, ...]
    unreadable: tuple[tuple[str, str], ...]


def rank(journal: Journal, files: Sequence[str], blind: bool) -> Ranking:
    """Rank what the journal has of these files; the newest record of a file counts."""
    newest = {record.file: at for at, record in journal.records()}
    order = [file for file in files if file in newest]
    starts: list[int] = []
    repeats = Repeats(lambda number: _candidate(journal, starts[number]).resume.terms)
    found: list[tuple[Candidate, int, Flag | None]] = []
    unreadable: list[tuple[str, str]] = []
    for file in order:
        record = journal.at(newest[file])
        if record.candidate is None:
            unreadable.append((file, record.error))
            continue
        flag = repeats.add(record.candidate.resume)
        starts.append(newest[file])
        found.append((_light(record.candidate), newest[file], flag))
    found.sort(key=lambda one: (-one[0].score, one[0].resume.file, one[0].resume.sha256))
    ranked = [(replace(light, rank=number), at, flag) for number, (light, at, flag) in enumerate(found, 1)]
    labels = labels_for([light for light, _, _ in ranked], blind)
    return Ranking(
        tuple(Place(*one[:2], label, one[2]) for one, label in zip(ranked, labels, strict=True)), tuple(unreadable)
    )


def write_json(path: Path, journal: Journal, ranking: Ranking, job: Job, source: str, blind: bool) -> None:
    """One entry a line, by rank, the unreadable files last."""
    with _written(path, "utf-8") as out:
        for who, shown, label in _people(journal, ranking, blind):
            _line(out, entry_of(who, shown, label, job) | {"jd": source})
        for file, error in ranking.unreadable:
            _line(out, {"file": file, "status": "unreadable", "error": error})


def write_csv(path: Path, journal: Journal, ranking: Ranking, job: Job, blind: bool) -> None:
    """One row a candidate as on the page; an unreadable file has its name and, in the last cell, its sentence."""
    parts = part_names([place.light for place in ranking.places])
    musts = sum(need.kind == MUST for need in job.requirements)
    header = csv_header(parts, blind)
    with _written(path, "utf-8-sig") as out:
        writer = csv.writer(out, quoting=csv.QUOTE_MINIMAL)
        writer.writerow(header)
        for who, shown, label in _people(journal, ranking, blind):
            met = sum(found is not None and found.kind != "similar" for found in musts_of(who, job))
            writer.writerow(csv_row(Person(label, shown, False, met), parts, musts, blind))
        for file, error in ranking.unreadable:
            name = PurePath(file).name
            writer.writerow([for_csv(cell) for cell in ("", name, *[""] * (len(header) - 3), error)])


def _people(journal: Journal, ranking: Ranking, blind: bool) -> Iterator[tuple[Candidate, Candidate, str]]:
    """Each candidate by rank: whole, as it may be shown, and its label."""
    labels = {place.light.resume.file: place.label for place in ranking.places}
    endings = {PurePath(file).suffix for file in labels} - {""}
    bare = any(not PurePath(file).suffix for file in labels)
    for place in ranking.places:
        who = replace(_candidate(journal, place.at), rank=place.light.rank)
        if place.repeats is not None:
            who = replace(who, flags=(*who.flags, place.repeats))
        named = _named(who, labels, endings, bare) if blind else {}
        yield who, covered(who, blind, named), place.label


def _named(who: Candidate, labels: Mapping[str, str], endings: set[str], bare: bool) -> dict[str, str]:
    """The labels of the files that this candidate's texts may name: looking for all in every text would take long."""
    own = {who.resume.file: labels[who.resume.file]}
    text = msgspec.msgpack.encode(who).decode("utf-8", "replace")
    if not bare and not any(ending in text for ending in endings):
        return own
    return own | {file: label for file, label in labels.items() if PurePath(file).name in text}


def _candidate(journal: Journal, at: int) -> Candidate:
    candidate = journal.at(at).candidate
    assert candidate is not None
    return candidate


def _light(who: Candidate) -> Candidate:
    """What order, labels and columns need."""
    name = Identity(who.resume.identity.name)
    light = Resume(
        who.resume.file, who.resume.sha256, 0, name, None, (), None, (), (), (), None, None, (), "", (), {}
    )  # fmt: skip
    return Candidate(light, who.score, 0, who.parts, (), (), ())


def _line(out: TextIO, entry: Mapping[str, Any]) -> None:
    out.write(json.dumps(entry, ensure_ascii=False) + "\n")


@contextmanager
def _written(path: Path, encoding: str) -> Iterator[TextIO]:
    """A file that takes its place only when it is whole."""
    half = path.with_name(f"{path.name}.half")
    with open(half, "w", encoding=encoding, newline="") as out:
        yield out
    os.replace(half, path)
