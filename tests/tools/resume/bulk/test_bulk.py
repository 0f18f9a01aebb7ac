"""The bulk screening without ray: the listing, the journal, repeats, and a ranking that equals the ordinary one."""

from __future__ import annotations

import csv
import io
import json
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import pytest

from tests.support import document_from_text
from tools.errors import BadInput, Empty, ModelUnavailable
from tools.resume.bulk import __main__ as command
from tools.resume.bulk.journal import Journal, Record, stamp_of
from tools.resume.bulk.listing import list_files
from tools.resume.bulk.repeats import Repeats
from tools.resume.duplicates import find_duplicates
from tools.resume.export import to_csv, to_json
from tools.resume.parse import parse_resume
from tools.resume.score import rank_candidates
from tools.resume.screening import screen_resumes
from tools.resume.skills import find_skills
from tools.resume.types import Identity, Job, Resume
from tools.settings import ROOT

TODAY = date(2026, 1, 31)
JD = ROOT / "data" / "samples" / "resume" / "jd_java_backend_developer.txt"


class Letters:
    """An embedder that counts letters."""

    info = None

    def embed(self, texts: Sequence[str]) -> np.ndarray:
        rows = [[1.0 + text.casefold().count(chr(97 + place)) for place in range(26)] for text in texts]
        found = np.array(rows, np.float32).reshape(len(texts), 26)
        return np.asarray(found / np.linalg.norm(found, axis=1, keepdims=True), np.float32)


def resume_of(file: str) -> Resume:
    document = document_from_text(file, Path(file).read_text(encoding="utf-8"))
    return parse_resume(document, today=TODAY, find_skills=find_skills)


def screen(calls: list[list[str]], stop_after: int = 1000) -> Callable[..., Iterator[list[bytes]]]:
    """What ray does, in this process, two files at a time, the last first."""

    def work(files: Sequence[str], job: Job, today: date, _: Any) -> Iterator[list[bytes]]:
        calls.append(list(files))
        for done, at in enumerate(range(len(files) - 1, -1, -2)):
            if done == stop_after:
                raise KeyboardInterrupt
            yield [msgspec.msgpack.encode(record_of(file, job)) for file in files[max(0, at - 1) : at + 1]]

    return work


def record_of(file: str, job: Job) -> Record:
    if "broken" in file:
        return Record(file, stamp_of(file), error=f"{file} is damaged.")
    return Record(file, stamp_of(file), rank_candidates([resume_of(file)], job, Letters())[0])  # type: ignore[arg-type]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Ten invented people, one of them twice under two names, one by the same address, one broken file."""
    made = tmp_path / "in"
    made.mkdir()
    chance = random.Random(7)
    words = ["Java", "Spring Boot", "Hibernate", "Kafka", "Docker", "Kubernetes", "MySQL", "Maven", "testing", "teams"]
    for number in range(10):
        skills = ", ".join(chance.sample(words, 6))
        story = " ".join(chance.choices(words, k=150))
        text = (
            f"Person{number} Kumar\nperson{number % 9}@example.com\n\nSummary\nDeveloper with {skills}.\n"
            f"See also p3.txt.\n\nExperience\nDeveloper, Firm{number} Ltd\nJan 201{number} - Dec 2022\n{story}\n"
        )
        (made / f"p{number}.txt").write_text(text, encoding="utf-8")
    (made / "copy.txt").write_text((made / "p4.txt").read_text(encoding="utf-8"), encoding="utf-8")
    (made / "broken.txt").write_text("x", encoding="utf-8")
    return made


def options(folder: Path, *more: str) -> Any:
    out = str(folder.parent / "out.jsonl")
    words = ["--jd", str(JD), "--json", out, "--today", TODAY.isoformat(), *more, str(folder)]
    return command.arguments(words)


def ordinary(folder: Path) -> tuple[Any, Job]:
    job = command.read_description(JD)
    resumes = [resume_of(str(path)) for path in sorted(folder.glob("*.txt")) if "broken" not in path.name]
    return screen_resumes(resumes, job, Letters()), job  # type: ignore[arg-type]


@pytest.mark.parametrize("blind", [False, True])
def test_the_ranking_equals_the_ordinary_one(folder: Path, blind: bool) -> None:
    table = folder.parent / "out.csv"
    given = options(folder, "--csv", str(table), *(["--blind"] if blind else []))
    said: list[str] = []
    assert command.run(given, said.append, screen([]))
    ranked, job = ordinary(folder)
    expected = [entry | {"jd": str(JD)} for entry in to_json(ranked, job, blind=blind)]
    lines = [json.loads(line) for line in given.json.read_text(encoding="utf-8").splitlines()]
    assert lines[:-1] == json.loads(json.dumps(expected))
    assert lines[-1] == {
        "file": str(folder / "broken.txt"),
        "status": "unreadable",
        "error": f"{folder / 'broken.txt'} is damaged.",
    }
    rows = list(csv.reader(io.StringIO(table.read_text(encoding="utf-8-sig"))))
    assert rows[:-1] == list(csv.reader(io.StringIO(to_csv(ranked, job, blind=blind).decode("utf-8-sig"))))
    assert rows[-1][1] == "broken.txt"
    assert len(rows[-1]) == len(rows[0])
    assert said == ["12 files, 0 of them done before.", "11 ranked, 1 could not be read."]
    assert sum("duplicate" in str(entry["flags"]) for entry in expected) == 2


def test_a_stopped_job_goes_on_where_it_was(folder: Path) -> None:
    given, calls, said = options(folder), list[list[str]](), list[str]()
    with pytest.raises(KeyboardInterrupt):
        command.run(given, said.append, screen(calls, stop_after=3))
    assert not given.json.exists()
    (folder / "p9.txt").write_text("Changed Person\n\nSummary\nJava\n", encoding="utf-8")
    assert command.run(given, said.append, screen(calls))
    assert len(calls[0]) == 12
    assert set(calls[1]) == set(calls[0][:6]) | {str(folder / "p9.txt")}
    assert said[1] == "12 files, 5 of them done before."
    lines = [json.loads(line) for line in given.json.read_text(encoding="utf-8").splitlines()]
    ranked, job = ordinary(folder)
    assert lines[:-1] == json.loads(json.dumps([e | {"jd": str(JD)} for e in to_json(ranked, job, blind=False)]))
    assert not given.json.with_name("out.jsonl.journal").exists()


def test_a_journal_of_another_day_is_refused(folder: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        command.run(options(folder), str, screen([], stop_after=1))
    with pytest.raises(BadInput, match="another job description, day or model"):
        command.run(options(folder, "--today", "2026-02-01"), str, screen([]))


def test_a_record_that_was_cut_short_is_dropped(tmp_path: Path) -> None:
    path = tmp_path / "journal"
    records = [Record(f"file {number}", "1 2", error="no") for number in range(3)]
    with Journal(path, "screening") as journal:
        for record in records:
            journal.add(msgspec.msgpack.encode(record))
    assert path.stat().st_mode & 0o077 == 0  # it holds what was read of people
    path.write_bytes(path.read_bytes()[:-3])
    with Journal(path, "screening") as journal:
        assert [record for _, record in journal.records()] == records[:2]
        journal.add(msgspec.msgpack.encode(records[2]))
        assert [record for _, record in journal.records()] == records
        assert [journal.at(at) for at, _ in journal.records()] == records


@pytest.mark.parametrize("seed", range(4))
def test_repeats_are_those_of_the_screening(seed: int) -> None:
    chance = random.Random(seed)
    people = [person(chance, number) for number in range(60)]
    repeats = Repeats(lambda number: people[number].terms)
    found = {who.file: flag for who in people if (flag := repeats.add(who)) is not None}
    assert found == find_duplicates(people)
    assert len(found) > 5


def person(chance: random.Random, number: int) -> Resume:
    base = random.Random(number % 20)
    terms = {f"word{base.randrange(300)}": base.randrange(1, 5) for _ in range(90)}
    for _ in range(chance.randrange(12)):
        terms[f"word{chance.randrange(300)}"] = chance.randrange(1, 4)
    identity = Identity(email=f"{chance.randrange(200)}@example.com", phone=str(chance.randrange(200)))
    empty = Resume("", "", 1, Identity(), None, (), None, (), (), (), None, None, (), "", (), {})
    return replace(empty, file=f"{number}.pdf", sha256=f"{number:064d}", identity=identity, terms=terms)


def test_the_listing(tmp_path: Path) -> None:
    for name in ("b.pdf", "a.txt", ".hidden.pdf", "deep/c.docx", ".git/d.pdf", "deep/[x].pdf"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    whole = [str(tmp_path / name) for name in ("a.txt", "b.pdf", "deep/[x].pdf", "deep/c.docx")]
    assert list_files([str(tmp_path), str(tmp_path / "b.pdf")]) == whole
    assert list_files([str(tmp_path / "*.pdf")]) == [str(tmp_path / "b.pdf")]
    assert list_files([str(tmp_path / "**" / "*.pdf")]) == [str(tmp_path / name) for name in ("b.pdf", "deep/[x].pdf")]
    assert list_files([str(tmp_path / "deep/[x].pdf")]) == [str(tmp_path / "deep/[x].pdf")]
    assert list_files(["missing.pdf"]) == ["missing.pdf"]
    with pytest.raises(Empty, match=r"\*\.png"):
        list_files([str(tmp_path / "*.png")])


def test_without_ray_it_says_which_extra(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(command, "find_spec", lambda _: None)
    with pytest.raises(ModelUnavailable, match="cluster"):
        command.run(options(folder), str)
    words = ["--jd", str(JD), "--json", str(folder.parent / "out.jsonl"), str(folder)]
    assert command.main(words) == 1
    assert "--extra cluster" in capsys.readouterr().err


def test_a_missing_description_is_said(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main(["--jd", "missing.txt", "--json", str(folder.parent / "o.jsonl"), str(folder)]) == 1
    assert "missing.txt cannot be opened" in capsys.readouterr().err
