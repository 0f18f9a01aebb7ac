"""The command line's contract: keys, values, exit status, one entry a file."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tools.documents import read_document
from tools.settings import DATA, ROOT

SAMPLES = DATA / "samples" / "resume"
JOB = SAMPLES / "jd_java_backend_developer.txt"


def run(*words: str | Path, status: int = 0) -> Any:
    command = [sys.executable, "-W", "ignore", "-m", "tools.resume", *map(str, words)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=150)
    assert done.returncode == status, done.stderr
    return json.loads(done.stdout) if done.stdout else done.stderr


@pytest.fixture(scope="module")
def entries(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    folder = tmp_path_factory.mktemp("cv")
    (folder / "fake.pdf").write_text("<html>not a pdf</html>")
    out = folder / "out.json"
    files = [SAMPLES / "ananya_deshmukh.pdf", SAMPLES / "fatima_begum.txt", folder / "fake.pdf", folder / "absent.pdf"]
    run("--jd", JOB, "--json", out, *files)
    found: list[dict[str, Any]] = json.loads(out.read_text())
    return found


def test_every_file_has_its_entry(entries: list[dict[str, Any]]) -> None:
    by_name = {Path(entry["file"]).name: entry for entry in entries}
    assert set(by_name) == {"ananya_deshmukh.pdf", "fatima_begum.txt", "fake.pdf", "absent.pdf"}
    assert by_name["fake.pdf"]["status"] == by_name["absent.pdf"]["status"] == "unreadable"
    assert by_name["fake.pdf"]["error"].endswith(".")
    assert by_name["ananya_deshmukh.pdf"]["status"] == "scored"


def test_scored_entry_keeps_the_contract(entries: list[dict[str, Any]]) -> None:
    best = entries[0]
    assert (Path(best["file"]).name, best["rank"], best["error"]) == ("ananya_deshmukh.pdf", 1, None)
    assert 0 <= best["score"] <= 100
    assert sum(best["parts"].values()) == pytest.approx(best["score"], abs=0.05)
    assert best["name"] == "Ananya Deshmukh"
    assert best["email"] == "ananya.deshmukh@example.com"
    assert best["total_experience_months"] > 0
    assert {"title", "employer", "start", "end", "months", "page"} <= set(best["roles"][0])
    assert {"degree", "college", "year"} <= set(best["education"][0])
    assert {"skill", "page", "quote", "kind", "months"} <= set(best["matched"][0])
    assert {match["kind"] for match in best["matched"]} <= {"exact", "alias", "similar"}
    assert isinstance(best["missing"], list)
    assert all({"kind", "page", "detail"} <= set(flag) for flag in best["flags"])


def test_quotes_stand_verbatim_on_their_page(entries: list[dict[str, Any]]) -> None:
    for entry in entries:
        if entry["status"] == "scored":
            pages = read_document("cv", Path(entry["file"]).read_bytes()).pages
            assert all(match["quote"] in pages[match["page"] - 1].text for match in entry["matched"])


def test_parse_only_and_blind() -> None:
    (entry,) = run("--blind", SAMPLES / "ananya_deshmukh.pdf")
    assert (entry["status"], entry["score"], entry["name"], entry["email"], entry["phone"]) == ("scored", *[None] * 4)
    assert entry["roles"]
    assert "Ananya" not in json.dumps({key: value for key, value in entry.items() if key != "file"})


def test_several_jobs_rank_once_each() -> None:
    other = SAMPLES / "jd_branch_relationship_manager.txt"
    entries = run("--jd", JOB, "--jd", other, SAMPLES / "ananya_deshmukh.pdf", SAMPLES / "imran_qureshi.pdf")
    best = {entry["jd"]: Path(entry["file"]).name for entry in entries if entry["rank"] == 1}
    assert best == {str(JOB): "ananya_deshmukh.pdf", str(other): "imran_qureshi.pdf"}


def test_nothing_could_be_done(tmp_path: Path) -> None:
    (tmp_path / "empty.pdf").write_bytes(b"")
    (entry,) = run(tmp_path / "empty.pdf", status=1)
    assert entry["status"] == "unreadable"


def test_the_limit_of_a_visitor_does_not_bind_a_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORTAL_MAX_FILES", "1")
    entries = run(SAMPLES / "ananya_deshmukh.pdf", SAMPLES / "fatima_begum.txt")
    assert [entry["status"] for entry in entries] == ["scored", "scored"]


def test_unusable_job_description_is_one_sentence(tmp_path: Path) -> None:
    told = run("--jd", tmp_path / "none.txt", SAMPLES / "fatima_begum.txt", status=1)
    assert "cannot be opened" in told
    assert "Traceback" not in told
