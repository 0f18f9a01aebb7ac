"""What a fresh machine relies on: locks with hashes and no addresses, the README's commands."""

from __future__ import annotations

import re
import tomllib

import pytest

from tools.settings import ROOT

LOCKS = ("requirements.lock", "requirements-dev.lock")


def name_of(requirement: str) -> str:
    return re.split(r"[^\w.-]", requirement)[0].lower().replace("_", "-").replace(".", "-")


@pytest.mark.parametrize("lock", LOCKS)
def test_lock_has_hashes_and_no_addresses(lock: str) -> None:
    text = (ROOT / lock).read_text()
    assert "://" not in text
    pins = re.findall(r"^[\w.-]+==\S+.*\\$", text, re.M)
    assert len(pins) == len(re.findall(r"^[\w.-]+==", text, re.M)) > 20
    assert text.count("--hash=sha256:") >= len(pins)


def test_locks_cover_what_the_project_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    pinned = {name_of(line) for lock in LOCKS for line in (ROOT / lock).read_text().splitlines() if "==" in line}
    lines = project["project"]["dependencies"] + project["dependency-groups"]["dev"]
    lines += [line for extra in project["project"]["optional-dependencies"].values() for line in extra]
    assert {name_of(line) for line in lines} - {project["project"]["name"]} <= pinned


def test_continuous_integration_runs_what_the_readme_names() -> None:
    script = (ROOT / ".ci" / "run").read_text()
    assert "make test" in script
    assert "make check" in script
    makefile = (ROOT / "Makefile").read_text()
    for command in re.findall(r"(?:^|`)make (\w+)", (ROOT / "README.md").read_text(), re.M):
        assert re.search(rf"^{command}:", makefile, re.M), command
