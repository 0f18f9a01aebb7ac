"""What the Dockerfile says, and its steps done in a clean folder by the user it names. No Docker is needed."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.deploy import container
from tests.deploy.running import clean_environment, free_ports, running
from tests.deploy.visitor import Visitor
from tools.settings import ROOT, Settings

STEPS = container.steps(container.DOCKERFILE.read_text())
ENVIRONMENT = container.environment(STEPS)
BIN = Path(sys.executable).parent
HADOLINT = shutil.which("hadolint", path=f"{BIN}:{os.environ.get('PATH', '')}")


def only(word: str) -> list[str]:
    return [rest for name, rest in STEPS if name == word]


@pytest.mark.skipif(HADOLINT is None, reason="hadolint is not installed")
def test_hadolint_finds_nothing() -> None:
    assert HADOLINT
    found = subprocess.run([HADOLINT, "--no-color", str(container.DOCKERFILE)], capture_output=True, text=True)
    assert (found.returncode, found.stdout) == (0, "")


def test_the_portal_runs_as_user_1000_and_nothing_of_the_code_is_theirs() -> None:
    assert only("USER") == ["1000", "0", "1000"]
    assert STEPS.index(("COPY", ". .")) > STEPS.index(("USER", "0"))  # root's
    assert not any("--chown" in rest for rest in only("COPY"))
    assert any("useradd --create-home --uid 1000" in rest for rest in only("RUN"))
    assert [json.loads(rest) for rest in only("CMD")] == [["python", "-m", "tools.start"]]


def test_packages_and_lock_come_before_the_code() -> None:
    order = only("COPY")
    assert order[:2] == ["packages.txt /tmp/", "requirements.lock /tmp/"]
    assert order[-1] == ". ."
    assert any("--require-hashes" in rest and re.search(r"uv==\d+\.\d+\.\d+", rest) for rest in only("RUN"))


def test_packages_of_the_tests_stay_out() -> None:
    portal = set((ROOT / "packages.txt").read_text().split())
    tests = set((ROOT / ".ci" / "packages.txt").read_text().split())
    assert {"chromium", "postgresql", "nginx"} <= tests
    assert not portal & tests
    assert all(re.fullmatch(r"[a-z0-9.+-]+", name) for name in portal | tests)  # Community Cloud reads no comments


def test_models_named_at_build_are_settings() -> None:
    known = {f"PORTAL_{name.upper()}" for name in Settings.model_fields}
    named = set(container.arguments(STEPS))
    assert named <= known
    assert {name for name in known if name.endswith("_REVISION")} <= named


def test_only_what_runs_gets_into_the_image(tmp_path: Path) -> None:
    files = container.context()
    assert {path.partition("/")[0] for path in files} == {
        ".streamlit", "Home.py", "LICENSE", "data", "models", "packages.txt", "pages", "requirements.lock", "tools",
    }  # fmt: skip
    assert "models/leaf/leaf.safetensors" in files
    assert not [path for path in files if "__pycache__" in path or path.startswith("data/images")]
    shutil.copy(ROOT / ".dockerignore", tmp_path)
    for path in (".env", "deploy/.env", ".streamlit/secrets.toml", ".streamlit/config.toml", "tests/x.py"):
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text("")
    assert container.context(tmp_path) == [".streamlit/config.toml"]


def test_lock_fits_this_installation() -> None:
    """The container's own step, without installing: every package is pinned, hashed, and there."""
    (step,) = [rest for rest in only("RUN") if "uv pip install" in rest]
    written = shlex.split(step.partition("&&")[2])
    assert written[:3] == ["uv", "pip", "install"]
    given = [part for part in written[3:] if part not in ("--system", "--no-cache", "--compile-bytecode")]
    given = [str(ROOT / "requirements.lock") if part.startswith("/tmp/") else part for part in given]
    command = [
        sys.executable,
        "-m",
        "uv",
        "pip",
        "install",
        "--dry-run",
        "--offline",
        "--python",
        sys.executable,
        *given,
    ]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_models_are_fetched_by_the_few_files_laid_down_before(tmp_path: Path) -> None:
    app, home = tmp_path / "app", tmp_path / "home"
    container.hand_over(home)
    container.copy(STEPS[: STEPS.index(("COPY", ". ."))], app)
    container.close(app)
    (step,) = [rest for rest in only("RUN") if "models.preload" in rest]
    found = container.environment(STEPS) | container.arguments(STEPS) | _places(home, home)
    command = container.as_user([sys.executable, *shlex.split(step)[1:]])
    try:
        done = subprocess.run(command, cwd=app, env=clean_environment(found), capture_output=True, text=True)
        assert (done.returncode, done.stdout) == (0, "nothing to fetch\n"), done.stderr
        found["PORTAL_TEXT_MODEL"] = "lab/sentences"
        done = subprocess.run(command, cwd=app, env=clean_environment(found), capture_output=True, text=True)
        assert done.returncode == 1
        assert "PORTAL_ALLOW_HUB is off" in done.stderr
    finally:
        container.open_again(app)


def _places(home: Path, data: Path) -> dict[str, str]:
    path = f"{BIN}:{os.environ.get('PATH', '')}"
    return {"HOME": str(home), "HF_HOME": str(home / "huggingface"), "PORTAL_DATA_FOLDER": str(data), "PATH": path}


@dataclass(frozen=True)
class Container:
    """A portal that runs as in its container."""

    app: Path
    home: Path
    data: Path
    address: str
    environment: dict[str, str]
    before: dict[str, tuple[int, int]]


@pytest.fixture(scope="module")
def started() -> Iterator[Container]:
    with tempfile.TemporaryDirectory(prefix="portal-container-") as name:
        Path(name).chmod(0o755)  # pytest's own folders are closed to the container's user
        yield from _started(Path(name))


def _started(folder: Path) -> Iterator[Container]:
    app, home, data = folder / "app", folder / "home", folder / "data"
    container.hand_over(home, data)
    container.copy(STEPS, app)
    (port,) = free_ports(1)
    own = {"STREAMLIT_SERVER_PORT": str(port), "STREAMLIT_SERVER_ADDRESS": "127.0.0.1", "PORTAL_OPEN": "true"}
    environment = clean_environment(ENVIRONMENT | _places(home, data) | own)
    (compiling,) = [rest for rest in only("RUN") if "compileall" in rest]
    subprocess.run(compiling, shell=True, check=True, cwd=app, env=environment)
    container.close(app)
    before = container.state(app)
    (command,) = [container.as_user(json.loads(rest)) for rest in only("CMD")]
    healthy = f"http://127.0.0.1:{port}/_stcore/health"
    try:
        with running(command, healthy, folder / "log", cwd=app, environment=environment):
            yield Container(app, home, data, f"http://127.0.0.1:{port}", environment, before)
    finally:
        container.open_again(app)


def test_health_check_of_the_container(started: Container) -> None:
    (check,) = only("HEALTHCHECK")
    command = container.as_user(json.loads(check.partition("CMD")[2]))
    assert subprocess.run(command, env=started.environment).returncode == 0
    closed = started.environment | {"STREAMLIT_SERVER_PORT": str(free_ports(1)[0])}
    assert subprocess.run(command, env=closed, capture_output=True).returncode != 0


def test_pages_run_and_a_run_is_kept_in_the_data_folder(started: Container) -> None:
    with Visitor(started.address) as visitor:
        assert visitor.open()
        assert visitor.open("Stock_Analyser", "symbol=SAMPLE")
        assert visitor.upload(visitor.run(), b"leaf").status_code == 204
    assert _runs(started.data / "history.sqlite") >= 1


def _runs(file: Path) -> int:
    """How many runs are kept; they are written in the background."""
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        if file.is_file():
            with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as kept:
                try:
                    if number := int(kept.execute("select count(*) from runs").fetchone()[0]):
                        return number
                except sqlite3.OperationalError:  # not made yet
                    pass
        time.sleep(0.3)
    return 0


def test_nothing_of_the_code_was_or_can_be_written(started: Container) -> None:
    assert container.state(started.app) == started.before
    attempt = (
        "import pathlib, sys\n"
        "for path in sys.argv[1:]:\n"
        "    try: pathlib.Path(path).open('a').close()\n"
        "    except PermissionError: continue\n"
        "    sys.exit(path)\n"
    )
    places = [
        started.app / name for name in ("Home.py", "new.py", "tools/settings.py", "data/new", ".streamlit/secrets.toml")
    ]
    command = container.as_user([sys.executable, "-c", attempt, *map(str, places)])
    done = subprocess.run(command, env=started.environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert container.state(started.app) == started.before


def test_without_sign_in_a_container_says_what_is_missing(started: Container) -> None:
    closed = {name: value for name, value in started.environment.items() if name != "PORTAL_OPEN"}
    (command,) = [container.as_user(json.loads(rest)) for rest in only("CMD")]
    done = subprocess.run(command, cwd=started.app, env=closed, capture_output=True, text=True, timeout=120)
    assert done.returncode == 1
    assert "In production visitors must sign in" in done.stderr
