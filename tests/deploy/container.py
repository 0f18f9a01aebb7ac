"""The Dockerfile read as text, and its steps done without Docker: the files that COPY lays down, a user of its own."""

from __future__ import annotations

import os
import re
import shlex
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from tools.settings import ROOT

DOCKERFILE = ROOT / "Dockerfile"
USER = 1000
Step = tuple[str, str]


def steps(text: str) -> list[Step]:
    """Instructions with what follows them, comments and line breaks taken out."""
    lines = [line for line in text.splitlines() if not line.lstrip().startswith("#")]
    joined = re.sub(r"\\\n\s*", "", "\n".join(lines))
    return [(word, rest.strip()) for word, _, rest in (line.partition(" ") for line in joined.splitlines()) if word]


def environment(found: Sequence[Step]) -> dict[str, str]:
    """What ENV sets."""
    pairs = (part.partition("=") for word, rest in found if word == "ENV" for part in shlex.split(rest))
    return {name: value for name, _, value in pairs}


def arguments(found: Sequence[Step]) -> dict[str, str]:
    """What ARG declares, with its defaults."""
    pairs = (part.partition("=") for word, rest in found if word == "ARG" for part in shlex.split(rest))
    return {name: value for name, _, value in pairs}


def context(root: Path = ROOT) -> list[str]:
    """The files that the builder is given: those that `.dockerignore` leaves, the last pattern that fits deciding."""
    rules = []
    for line in (root / ".dockerignore").read_text().splitlines():
        if line and not line.startswith("#"):
            rules.append((_pattern(line.removeprefix("!")), not line.startswith("!")))
    return sorted(path for path in _walk(root) if not _ignored(path, rules))


def _walk(root: Path) -> Iterator[str]:
    for folder, below, names in os.walk(root):
        below[:] = [name for name in below if name not in (".git", ".venv") and not name.endswith("_cache")]
        yield from ((Path(folder) / name).relative_to(root).as_posix() for name in names)


def _pattern(text: str) -> re.Pattern[str]:
    """A pattern of `.dockerignore`: it fits a path and whatever lies below it."""
    parts = re.split(r"(\*\*/|\*)", text)
    made = {"**/": "(?:.*/)?", "*": "[^/]*"}
    return re.compile("".join(made.get(part, re.escape(part)) for part in parts) + "(?:/.*)?")


def _ignored(path: str, rules: Sequence[tuple[re.Pattern[str], bool]]) -> bool:
    return next((ignored for pattern, ignored in reversed(rules) if pattern.fullmatch(path)), False)


def copy(found: Sequence[Step], target: Path) -> None:
    """Do the COPY steps that fill the working folder."""
    files = context()
    for word, rest in found:
        *sources, place = rest.split() if word == "COPY" else [""]
        if word != "COPY" or place.startswith("/"):
            continue
        for path in files:
            within = [source for source in sources if source == "." or path == source or path.startswith(source)]
            if within:
                to = target / path if within[0] == "." else target / place / Path(path).name
                to.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(ROOT / path, to)


def as_user(command: Sequence[str]) -> list[str]:
    """`command` as the container's user: without any right to write where that user may not, where we are root."""
    if os.getuid():
        return list(command)
    if shutil.which("setpriv") is None:
        pytest.skip("setpriv is not installed")
    # one right is left to it, to read and pass: Python itself may lie in a folder that is closed to others
    read = "-all,+dac_read_search"
    rights = [f"--inh-caps={read}", f"--ambient-caps={read}", f"--bounding-set={read}", "--no-new-privs"]
    return ["setpriv", f"--reuid={USER}", f"--regid={USER}", "--clear-groups", *rights, *command]


def hand_over(*folders: Path) -> None:
    """Folders that the container's user may write."""
    for folder in folders:
        folder.mkdir(parents=True)
        if os.getuid() == 0:
            os.chown(folder, USER, USER)


def close(folder: Path) -> None:
    """Nobody but root may write below `folder`; nobody at all where the tests are not root's."""
    for path in [folder, *folder.rglob("*")]:
        path.chmod(0o755 if path.is_dir() else 0o644)
        if os.getuid():
            path.chmod(path.stat().st_mode & ~0o222)


def open_again(folder: Path) -> None:
    """So that the folder can be removed."""
    for path in [folder, *folder.rglob("*")]:
        if path.is_dir():
            path.chmod(0o755)


def state(folder: Path) -> dict[str, tuple[int, int]]:
    """Every file below `folder` with its size and when it was last changed."""
    found = ((path, path.stat()) for path in folder.rglob("*"))
    return {path.relative_to(folder).as_posix(): (told.st_size, told.st_mtime_ns) for path, told in found}
